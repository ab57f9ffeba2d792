/** The sentences of moving a portfolio and of days off, in Spanish. */
import { count, joinList, plural } from '#words/core/format.ts';
import type { PortfolioWords } from './portfolio.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });
const customers = (n: number) => many(n, '1 cliente', `${n} clientes`);
const messages = (n: number) => many(n, '1 mensaje guardado', `${n} mensajes guardados`);
const suggestions = (n: number) => many(n, '1 sugerencia', `${n} sugerencias`);
const both = (held: number, open: number) =>
  joinList('es', [held > 0 ? messages(held) : '', open > 0 ? suggestions(open) : ''].filter(Boolean));

export const words: PortfolioWords = {
  title: (name) => `Cartera y días libres de ${name}`,
  back: 'Volver',
  loading: 'Abriendo la cartera…',
  unread: 'No pudimos abrir la cartera.',
  unreached: 'El servidor no respondió. Inténtalo de nuevo cuando vuelva internet.',
  maybeDone: 'El servidor no respondió. Puede que haya funcionado: revisa antes de intentarlo de nuevo.',
  again: 'Intentar de nuevo',
  code: (code) => `Código para soporte: ${code}`,
  cancel: 'Volver',
  undo: 'Deshacer',

  portfolio: 'Cartera',
  counts: (n, held, open) =>
    [
      customers(n),
      held > 0 && messages(held),
      open > 0 && many(open, '1 sugerencia abierta', `${open} sugerencias abiertas`),
    ]
      .filter(Boolean)
      .join(' · '),
  empty: 'No hay clientes en la cartera.',
  alone: 'No hay nadie más en el equipo de esta tienda para recibir la cartera.',
  move: 'Pasar la cartera',
  sheetTitle: (name) => `Cartera de ${name}`,
  toWhom: '¿A quién va?',
  spread: 'Repartir entre quienes venden en la tienda',
  away: (name) => `${name} (día libre)`,
  heldLegend: 'Mensajes guardados',
  heldPass: 'Pasan también, a la misma hora',
  heldEnd: 'Se cancelan',
  planning: 'Haciendo cuentas…',
  share: (name, n) => `${name}: ${customers(n)}`,
  passed: (n) =>
    many(
      n,
      '1 mensaje guardado pasa también y mantiene su hora.',
      `${n} mensajes guardados pasan también y mantienen su hora.`,
    ),
  ended: (n) => many(n, '1 mensaje guardado se cancela.', `${n} mensajes guardados se cancelan.`),
  kept: (n, name) => many(n, `1 mensaje guardado queda con ${name}.`, `${n} mensajes guardados quedan con ${name}.`),
  open: (n) => many(n, '1 sugerencia abierta pasa también.', `${n} sugerencias abiertas pasan también.`),
  forADay: 'Se puede deshacer durante 24 horas.',
  submit: (n) => `Pasar ${customers(n)}`,
  moved: (n) => many(n, '1 cliente cambió de cartera.', `${n} clientes cambiaron de cartera.`),
  undone: (n) => many(n, 'Deshecho: volvió 1 cliente.', `Deshecho: volvieron ${n} clientes.`),
  stayed: (movedOn, otherStore, gone) =>
    [
      movedOn > 0 && many(movedOn, '1 ya está en otra cartera.', `${movedOn} ya están en otra cartera.`),
      otherStore > 0 && many(otherStore, '1 ya es de otra tienda.', `${otherStore} ya son de otra tienda.`),
      gone > 0 && many(gone, '1 ficha ya no existe.', `${gone} fichas ya no existen.`),
    ]
      .filter(Boolean)
      .join(' '),
  lastDay: 'Cambios de las últimas 24 horas',
  moveLine: (n, to) => `${customers(n)} para ${joinList('es', to)}`,
  moveBy: (when, by) => `${when}, por ${by}`,
  wasUndone: 'Deshecho',
  moveBegan: 'El cambio comenzó. Aquí lo sigues hasta el final.',
  returnBegan: 'La vuelta comenzó. Aquí la sigues hasta el final.',
  moving: (done: number, total: number) => `Pasando ${count('es', done)} de ${count('es', total)} clientes…`,
  returning: (done: number, total: number) => `Volviendo ${count('es', done)} de ${count('es', total)} clientes…`,
  goesOn: 'Continúa aunque salgas de esta pantalla.',
  undoOf: (line) => ` el cambio de ${line}`,

  absences: 'Días libres',
  absenceLead:
    'En los días libres, colegas pueden ocuparse de los mensajes guardados y las sugerencias. Lo que no se use vuelve al final.',
  noAbsence: 'No hay días libres marcados.',
  newAbsence: 'Marcar días libres',
  absenceTitle: (name) => `Días libres de ${name}`,
  from: 'Primer día',
  until: 'Último día',
  dateMissing: 'Elige el día.',
  passLegend: 'Mensajes guardados y sugerencias en esos días',
  passNothing: (name) => `Quedan con ${name}`,
  passSpread: 'Repartir entre quienes están en la tienda',
  passNow: (held, open) => (held + open === 0 ? 'Ahora no hay nada que pasar.' : `Ahora serían ${both(held, open)}.`),
  passAtStart: 'Se pasan el primer día, con lo que haya.',
  save: 'Marcar días libres',
  saved: (days) => `Días libres marcados: ${days}.`,
  days: (from, until) => (from === until ? from : `${from} a ${until}`),
  states: { coming: 'Marcado', running: 'Libre', over: 'Terminado' },
  willPass: (to) =>
    to === null ? 'El primer día se reparte entre quienes están en la tienda.' : `El primer día pasa a ${to}.`,
  hasPassed: (held, open, to) => `${both(held, open)} con ${joinList('es', to)}.`,
  passOn: 'Pasar a colegas',
  passOnTitle: (name) => `Mientras ${name} tiene días libres`,
  passOnLead: 'Lo que no se use vuelve al terminar los días libres.',
  passedOn: 'Pasado. Lo que no se use vuelve al terminar los días libres.',
  end: 'Terminar días libres',
  cancelAbsence: 'Cancelar días libres',
  endOf: (days) => ` de ${days}`,
  endedNothing: 'Los días libres terminaron.',
  endedBack: (held, open) =>
    held + open === 0
      ? 'Los días libres terminaron. No quedaba nada por volver.'
      : `Los días libres terminaron. Volvió: ${both(held, open)}.`,

  ownRunning: (until) => `Tienes libre hasta ${until}.`,
  ownComing: (days) => `Tus días libres: ${days}.`,
  ownPassed: (to) => `Tus mensajes guardados y sugerencias están con ${joinList('es', to)} y vuelven al final.`,
  teamAway: (name, until) => `${name}: libre hasta ${until}`,
};
