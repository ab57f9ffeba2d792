/** The sentences of the report on how contacts are spread, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { SpreadWords } from './spread.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: SpreadWords = {
  title: 'Distribución',
  loading: 'Cargando',
  evenness: 'Uniformidad del día',
  index: (value) => `${value} de 1`,
  evenMore:
    'La parte de los contactos que ya está en la hora justa para un reparto igual en las horas abiertas: 1 es igual en todas las horas, 0 es todo con la tienda cerrada o en silencio.',
  fewContacts: 'Con menos de 20 contactos no calculamos la uniformidad.',
  bursts: 'Ráfagas',
  limit: (max, minutes) => `El ritmo acordado es de ${max} contactos en ${minutes} minutos por persona.`,
  noLimit: 'No hay un ritmo acordado en vigor, por eso no contamos ráfagas.',
  over: (n) =>
    n === 0 ? 'Nadie pasó del ritmo.' : many(n, '1 vez alguien pasó del ritmo.', `${n} veces alguien pasó del ritmo.`),
  most: (n, minutes) => `Lo máximo fue ${many(n, '1 contacto', `${n} contactos`)} en ${minutes} minutos.`,
  run: (n) => `La mayor secuencia sin dos minutos de pausa: ${many(n, '1 contacto', `${n} contactos`)}.`,
  byHour: 'Contactos por hora',
  legend: { contacts: 'contactos', quiet: 'en silencio', even: 'reparto igual en las horas abiertas' },
  byStore: 'Por tienda',
  byPerson: 'Por persona',
  store: 'Tienda',
  person: 'Persona',
  contactsHead: 'Contactos',
  evennessHead: 'Uniformidad',
  burstsHead: 'Ráfagas',
  mostHead: 'Máximo en el ritmo',
  runHead: 'Mayor secuencia',
  byName: 'Por nombre: con menos de 20 contactos por persona no hay comparación.',
  byCount: 'De más a menos contactos.',
  none: 'Ningún contacto en este período.',
  noneMore: 'Elige otro período u otra tienda.',
  next: (day) => `Lo que espera para ${day}`,
  nextMore:
    'Mensajes guardados que quedan listos, frente a lo que cada persona puede empezar en el día dentro del ritmo.',
  nextNone: 'Ningún mensaje guardado para este día.',
  nextStore: 'Elige una tienda para ver lo que espera para la próxima apertura.',
  held: 'Guardados',
  capacity: 'Caben',
  away: 'de día libre',
  tooMany: 'más de lo que cabe',
  export: 'Descargar planilla (CSV)',
};
