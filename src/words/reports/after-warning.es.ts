/** The sentences of the report on contacts that went on after a warning, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { AfterWarningWords } from './after-warning.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: AfterWarningWords = {
  title: 'Enviados tras el aviso',
  loading: 'Cargando',
  because: {
    customer_asked: 'Me pidió que escriba',
    order_today: 'Pedido o entrega de hoy',
    live_conversation: 'Conversación en curso',
    other: 'Otro',
  },
  noReason: 'Sin motivo pedido',
  followed: {
    answer: 'Conversó',
    sale: 'Vendió',
    stop: 'Pidió no recibir más',
    wrong_number: 'Número equivocado',
    silence: 'Silencio',
    open: 'Todavía sin respuesta',
  },
  sent: (n) => many(n, '1 contacto siguió tras el aviso', `${n} contactos siguieron tras el aviso`),
  turnedBack: (n, warned) =>
    `${many(n, '1 se echó atrás', `${n} se echaron atrás`)} de ${many(warned, '1 avisado', `${warned} avisados`)}.`,
  share: (value, low, high) => `${value} se echaron atrás (entre ${low} y ${high}).`,
  fewWarned: 'Con menos de 20 avisos no mostramos la parte que se echó atrás.',
  afterRefusal: (n) =>
    many(
      n,
      '1 de ellos había sido aplazado en la lista poco antes, en el mismo silencio.',
      `${n} de ellos habían sido aplazados en la lista poco antes, en el mismo silencio.`,
    ),
  reasons: 'Motivo elegido',
  reading: 'Cuánto tiempo se leyó el aviso',
  median: (seconds) => `La mitad leyó hasta ${seconds} s antes de seguir.`,
  band: (from, to) => (to === null ? `${from} s o más` : `${from} a ${to} s`),
  after: 'Qué vino después',
  afterMore:
    'Según lo último que marcó quien vende dentro del plazo, y los pedidos de no recibir más. Sin nada marcado cuenta como silencio. WhatsApp no informa más que eso.',
  day: 'En 24 h',
  week: 'En 7 días',
  contacts: 'Contactos',
  byStore: 'Por tienda',
  byPerson: 'Por persona',
  store: 'Tienda',
  person: 'Persona',
  sentHead: 'Siguieron',
  warnedHead: 'Avisados',
  turnedBackHead: 'Se echaron atrás',
  refusalHead: 'Tras ser aplazados',
  noPeople: 'Con menos de 20 contactos por persona mostramos solo la tienda y los contactos, uno por uno.',
  list: 'Contacto por contacto',
  listNone: 'Ningún contacto siguió tras el aviso en este período.',
  noneMore: 'Elige otro período u otra tienda.',
  more: 'Mostrar más',
  export: 'Descargar planilla (CSV)',
  read: (seconds) => `leyó ${seconds} s`,
  refused: 'aplazado en la lista poco antes',
  inDay: (what) => `24 h: ${what}`,
  inWeek: (what) => `7 días: ${what}`,
  open: (customer, when) => `Abrir el intento con ${customer}, ${when}`,
};
