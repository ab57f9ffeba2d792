/** The sentences of the do-not-call list, in Spanish. */
import { count, joinList, plural } from '#words/core/format.ts';
import type { DoNotCallWords } from './do-not-call.pt-BR.ts';

const many = (n: number, one: string, other: string) =>
  plural('es', n, { one, other: other.replace('{n}', count('es', n)) });

export const words: DoNotCallWords = {
  title: 'Lista de no llamar',
  open: 'Abrir la lista',
  lead: 'Números de quienes pidieron no recibir contactos de ventas. Las sugerencias a esos números no salen; desde el perfil, quien vende ve un aviso. Responder sigue siendo posible.',
  privacy:
    'Guardamos solo un código de cada número, y nadie puede ver la lista. Un sí del cliente, anotado con fecha posterior a la primera lista, libera el número.',
  listed: (n) =>
    n === 0 ? 'Ningún número en la lista.' : many(n, '1 número en la lista.', '{n} números en la lista.'),
  change: 'Cambiar la lista',
  kind: '¿Qué hacer con el archivo?',
  kinds: { add: 'Agregar', replace: 'Reemplazar la lista', remove: 'Quitar' },
  kindHints: {
    add: 'Los números del archivo entran; los demás se quedan.',
    replace: 'Se quedan solo los números del archivo; los demás salen.',
    remove: 'Los números del archivo salen de la lista.',
  },
  listedOn: '¿De qué día es la lista?',
  listedOnHint: 'Para cada número vale el día de la primera lista en que apareció.',
  file: 'CSV o texto con los números, de hasta 10 MB, con o sin encabezado',
  tooLarge: 'El archivo pasa de 10 MB. Divídelo en partes y agrega una a la vez.',
  check: (file) => `Revisar ${file}`,
  otherFile: 'Otro archivo',
  checkTitle: 'Revisa antes de guardar',
  inFile: (n) => many(n, '1 número en el archivo', '{n} números en el archivo'),
  adds: (n) => (n === 0 ? 'ninguno entra' : many(n, '1 entra', '{n} entran')),
  removes: (n) => (n === 0 ? 'ninguno sale' : many(n, '1 sale', '{n} salen')),
  unread: (n, lines) => {
    const text = many(n, '1 línea sin un número legible', '{n} líneas sin un número legible');
    if (lines.length === 0) return text;
    const which = joinList('es', lines.map(String));
    return `${text}: ${lines.length === 1 ? 'línea' : 'líneas'} ${which}${lines.length < n ? ' y otras' : ''}.`;
  },
  after: (n) =>
    n === 0
      ? 'Después, la lista queda vacía.'
      : many(n, 'Después, la lista tiene 1 número.', 'Después, la lista tiene {n} números.'),
  save: { add: 'Agregar a la lista', replace: 'Reemplazar la lista', remove: 'Quitar de la lista' },
  saved: 'Lista guardada. Vale desde ahora.',
  history: 'Cambios de la lista',
  noHistory: 'La lista aún no tuvo cambios.',
  ofDay: (day) => `Lista del ${day}`,
};
