/** The sentences of the day spread, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { DayWords } from './day.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: DayWords = {
  mine: 'Mi día',
  store: 'Día de la tienda',
  brand: 'Día de las tiendas',
  loading: 'Cargando',
  before: (day) => `Ver ${day}`,
  after: (day) => `Ver ${day}`,
  toToday: 'Volver a hoy',
  contacts: (n, today) => `${many(n, '1 contacto', `${n} contactos`)}${today ? ' hoy' : ''}`,
  putOff: (n) => many(n, '1 aplazado', `${n} aplazados`),
  afterWarning: (n) => many(n, '1 enviado tras el aviso', `${n} enviados tras el aviso`),
  waiting: (n) => many(n, '1 en espera ahora', `${n} en espera ahora`),
  sameAsManager: 'El historial es el mismo que ve la gerencia.',
  sameAsSellers: 'Cada persona ve lo mismo en su propio día.',
  none: 'Ningún contacto en este día.',
  fullest: (hour, n) => `La hora con más contactos fue ${hour === 1 ? 'la de la' : 'la de las'} ${hour} h: ${n}.`,
  quietOf: (stretches) => `En silencio: ${stretches}.`,
  noQuiet: 'Sin Horario de Silencio en este día.',
  ownClocks: 'Cada tienda con su propio reloj.',
  chart: 'Contactos por hora',
  legend: { contacts: 'contactos', quiet: 'en silencio', even: 'reparto igual en las horas abiertas' },
  hint: 'Cuanto más cerca de la línea, mejor repartido está el día.',
  table: 'Ver en tabla',
  tableHide: 'Ocultar tabla',
  hour: 'Hora',
  contactsHead: 'Contactos',
  evenHead: 'Igual',
  hoursHead: 'Tienda',
  states: {
    quiet: 'silencio',
    partlyQuiet: 'silencio en parte',
    open: 'abierta',
    partlyOpen: 'abierta en parte',
    closed: 'cerrada',
  },
  bySeller: 'Por persona',
  byStore: 'Por tienda',
  byName: 'Por orden de nombre.',
  byCount: 'De más a menos contactos.',
  open: 'Abrir',
  openStore: (name) => `la tienda ${name}`,
  allStores: 'Todas las tiendas',
};
