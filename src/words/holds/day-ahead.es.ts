/** The sentences of the coming day of held contacts, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { DayAheadWords } from './day-ahead.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: DayAheadWords = {
  title: (day) => `Cómo será ${day}`,
  ready: (n) => many(n, '1 mensaje queda listo', `${n} mensajes quedan listos`),
  between: (first, last) => (first === last ? `a las ${first}` : `entre las ${first} y las ${last}`),
  none: 'Ningún mensaje queda listo ese día.',
  moves: (n) => many(n, '1 pasa a otro día', `${n} pasan a otro día`),
  ends: (n) => many(n, '1 termina sin salir', `${n} terminan sin salir`),
  assumes: 'Cuenta con que cada mensaje se envíe a su hora. Lo que está listo ahora y no se envíe hoy también entra.',
  notWhole: 'Hay demasiados mensajes: aquí están los primeros 5.000.',
  chart: 'Mensajes por hora',
  legend: { ready: 'quedan listos', quiet: 'Horario de Silencio' },
  open: 'Ver el día',
  close: 'Cerrar el día',
  head: { time: 'Hora', customer: 'Cliente', seller: 'Vendedor(a)' },
  team: 'Por persona',
  capacity: (n) => `caben hasta ${n}`,
  tooMany: 'Más de lo que cabe',
  away: 'Día libre',
  thin: (n) => many(n, 'Dejar el último para después', `Dejar los ${n} últimos para después`),
  thinMore: 'Pasan a las primeras horas libres después de ese día.',
  thinned: (n, when) =>
    n === 1 ? `1 mensaje quedó para ${when}.` : `${n} mensajes quedaron para después, a partir de ${when}.`,
  notThinned: 'Ninguno cambió: ya se enviaron, se cancelaron o pasaron a otro día.',
  undo: 'Deshacer',
  undone: 'Deshecho: volvieron a la hora de antes.',
  loading: 'Cargando',
};
