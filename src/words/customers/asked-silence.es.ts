/** The sentences of the silences that customers ask for (D4b), in Spanish. */
import type { AskedSilenceWords } from './asked-silence.pt-BR.ts';

export const words: AskedSilenceWords = {
  title: 'Silencio a pedido',
  none: (name) => `${name} no pidió silencio en ningún horario.`,
  asked: (name) => `${name} pidió no recibir mensajes:`,
  running: 'vale ahora',
  noted: (who, when) => `Anotado por ${who}, ${when}`,
  add: 'Anotar un pedido',
  fromPreferred: (time) => `Anotar “solo después de las ${time}” como pedido`,
  end: 'Terminar',
  endOf: (what) => ` el pedido: ${what}`,
  ended: 'Pedido terminado.',
  undo: 'Deshacer',
  sheetTitle: (name) => `¿Qué pidió ${name}?`,
  lead: 'Vale para toda la marca, en sugerencias y mensajes guardados. Responder sigue siendo posible.',
  kind: 'El pedido',
  kinds: {
    after: 'Solo después de una hora',
    workdays: 'Solo en días hábiles',
    until: 'Hasta un día',
    other: 'Otros días y horas',
  },
  after: 'Solo después de las',
  until: 'Último día del silencio',
  days: 'Días',
  from: 'Sin mensajes de',
  to: 'A',
  said: (name, what) => `${name} no recibe mensajes: ${what}.`,
  save: 'Anotar',
  back: 'Volver',
  missingTime: 'Escribe una hora como 14:00.',
  missingDay: 'Elige al menos un día.',
  missingDate: 'Elige el último día.',
  saved: 'Anotado. Toda la marca respeta el pedido.',
  savedMoved: (moved) =>
    moved === 1
      ? 'Anotado. 1 mensaje guardado cambió de horario.'
      : `Anotado. ${moved} mensajes guardados cambiaron de horario.`,
  savedNoTime: (name) =>
    `Anotado. Con el Horario de Silencio no queda horario para escribir a ${name} en los próximos 30 días.`,
  unsaid: 'El servidor no respondió. El pedido no se anotó; inténtalo de nuevo cuando vuelva internet.',
};
