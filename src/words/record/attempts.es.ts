/** The sentences of the search for attempts and of the explanation page, in Spanish. */

import { states } from '#words/contact/attempt-states.es.ts';
import { plural } from '#words/core/format.ts';
import type { AttemptsWords } from './attempts.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: AttemptsWords = {
  attempts: 'Intentos',
  attempt: 'Intento de contacto',
  loading: 'Cargando',
  again: 'Intentar de nuevo',
  unread: 'No pudimos mostrar esto ahora.',
  unreached: 'Sin respuesta del servidor. Inténtalo cuando vuelva internet.',
  code: (code) => `Código ${code}`,
  back: 'Volver a los intentos',
  gone: 'Este intento no existe, o es de otra tienda.',

  customer: 'Cliente',
  customerHint: 'Nombre o número.',
  customerHintMasked: 'Palabras y números enteros: los clientes quedan ocultos.',
  seller: 'Vendedor(a)',
  state: 'Estado',
  anyState: 'Todos',
  states,
  from: 'Desde',
  to: 'Hasta',
  filters: (n, set) => (n === 0 ? 'Filtros' : `Filtros (${n}): ${set}`),
  event: 'Pasó por',
  anyEvent: 'Cualquiera',
  events: { put_off: 'aplazamiento', warned: 'aviso', sent_after_warning: 'envío tras el aviso' },
  saidEvents: { put_off: 'con aplazamiento', warned: 'con aviso', sent_after_warning: 'con envío tras el aviso' },
  find: 'Buscar',
  clear: 'Limpiar',
  found: (n, more) =>
    more ? `Los ${n} intentos más recientes` : many(n, '1 intento', `${n} intentos, del más reciente al más antiguo`),
  none: 'Ningún intento así.',
  noneMore: 'Revisa el nombre y las fechas, o limpia la búsqueda.',
  noneYet: 'Todavía no hay intentos de contacto.',
  more: 'Mostrar más',
  open: 'Abrir',
  openFor: (customer, when) => ` el intento con ${customer}, ${when}`,

  phone: 'Número',
  store: 'Tienda',
  when: 'Cuándo',
  text: 'Texto',
  comesBack: 'Vuelve',
  readyUntil: 'Listo hasta',
  heldUntil: (when) => `vuelve ${when}`,
  readyTill: (when) => `hasta ${when}`,
  noText: 'Sin texto.',
  verdicts: { allow: 'permitido', warn: 'avisado', block: 'aplazado' },
  decision: (n, of, when) => (of === 1 ? `La decisión, ${when}` : `Decisión ${n} de ${of}, ${when}`),
  clocks: 'Relojes',
  noClocks: 'Ningún Horario de Silencio estaba en vigor.',
  checks: 'Verificaciones',
  whatIf: '¿Y si fuera…?',
  receipt: 'Recibo',
  after: 'Qué vino después',
  nothingAfter: 'Nada registrado después.',

  masked: 'Cliente oculto',
  maskedMore: 'Nombre, número y texto aparecen solo con un motivo. La marca ve quién los abrió, cuándo y por qué.',
  reveal: 'Mostrar cliente',
  revealTitle: '¿Mostrar quién es?',
  revealLead: 'Solo en este intento y solo para ti, por 30 minutos. La marca lee el motivo.',
  reason: 'Motivo',
  reasonHint: 'Por ejemplo: la tienda llamó y preguntó por qué se aplazó el contacto.',
  missingReason: 'Escribe el motivo en pocas palabras.',
  stay: 'Volver',
  revealed: (minutes) =>
    many(minutes, 'Visible para ti por 1 minuto más.', `Visible para ti por ${minutes} minutos más.`),
  revealedMore: 'La marca ve este acceso y su motivo.',
};
