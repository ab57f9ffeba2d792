/** The sentences of the brand manager's app, in Spanish. */
import { atTime, plural } from '#words/core/format.ts';
import type { BrandWords } from './brand-app.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });
const upTo = (max: number, minutes: number) =>
  `Ritmo: hasta ${many(max, '1 contacto nuevo', `${max} contactos nuevos`)} en ${many(minutes, '1 minuto', `${minutes} minutos`)} por vendedor`;

const at = (time: string) => atTime('es', time);

export const words: BrandWords = {
  ways: 'Áreas de la marca',
  stores: 'Tiendas',
  day: 'Día de las tiendas',
  panorama: 'Panorama',
  policy: 'Política',
  team: 'Equipo',
  campaigns: 'Campañas',
  imports: 'Importar',
  customers: 'Clientes',
  loading: 'Cargando',
  again: 'Intentar de nuevo',
  unread: 'No pudimos mostrar esto ahora.',
  unreached: 'Sin respuesta del servidor. Inténtalo cuando vuelva internet.',
  code: (code) => `Código ${code}`,

  readOnly: 'Quien cambia el horario es el soporte de Oto. Aquí lo sigues y lo pides.',
  coming: (when) => `Desde ${when}`,
  comingPaused: (when) => `Cuando vuelva, desde ${when}`,
  dates: 'Fechas especiales',
  allDay: 'todo el día',
  nothing: 'ningún silencio empieza',
  whatHappens: 'Qué pasa en el silencio',
  suggestions: 'Sugerencias, listas y campañas se aplazan, con el motivo y la hora en que abre.',
  profile: {
    warn: 'Desde el perfil del cliente, quien vende recibe un aviso y puede seguir. El envío queda en el historial.',
    'warn-with-reason':
      'Desde el perfil del cliente, quien vende recibe un aviso y puede seguir tras decir el motivo. El envío queda en el historial.',
  },
  reply: {
    allow: 'Responder a clientes sigue libre, a cualquier hora.',
    warn: 'Responder a clientes sigue siendo posible, con un aviso.',
  },
  pace: {
    warn: (max, minutes) => `${upTo(max, minutes)}; después, un aviso propone un respiro.`,
    block: (max, minutes) => `${upTo(max, minutes)}; después, el siguiente espera su turno.`,
  },
  clocks: {
    store: 'Cada tienda sigue su propio reloj.',
    'store-and-customer': 'Cuenta el reloj de la tienda y el de donde está el cliente.',
    brand: 'Todas las tiendas siguen un solo reloj.',
  },

  history: 'Historial',
  noHistory: 'Todavía no se publicó nada.',
  published: (version) => `Versión ${version}`,
  suspended: 'En pausa',
  suspendedPlan: 'En pausa por el cambio de plan',
  resumed: 'Retomado',
  from: (when) => `vale desde ${when}`,
  until: (when) => `hasta ${when}`,
  openEnd: 'sin fecha para volver',
  by: (author, when) => `${author}, ${when}`,
  nowTag: 'vale ahora',
  comingTag: 'va a valer',
  changes: 'Qué cambió',
  more: (n) => `Mostrar ${n} más`,

  supportAccess: 'Accesos del soporte',
  supportAccessLead:
    'Cada vez que el soporte de Oto abre datos de la marca queda registrado aquí: quién, cuándo y qué. Los clientes quedan ocultos hasta que el soporte dice el motivo.',
  openSupportAccess: 'Ver accesos',
  noSupportAccess: 'El soporte todavía no abrió datos de la marca.',
  openAccessedAttempt: 'Ver intento',
  accessSearched: (typed) => `Buscó: ${typed}`,
  accessReason: (reason) => `Motivo: ${reason}`,
  moreSupportAccess: 'Mostrar más',

  starterTitle: 'Horario de Silencio',
  starterLead: 'De noche, tus clientes en paz y tu equipo de verdad fuera de horario.',
  starterPlan: 'El Horario de Silencio es parte de los planes Growth y Enterprise.',
  starterPoints: [
    'Sugerencias y campañas esperan la mañana, con el texto guardado. Nada se pierde.',
    'Desde el perfil del cliente, un aviso: quien decide seguir sigue, y queda en el historial.',
    'Responder a quien escribió sigue libre, a cualquier hora.',
    'El mismo horario en todas las tiendas, en el reloj de cada una.',
  ],
  starterWhy:
    'El mensaje tarde de noche es el que más molesta: el cliente bloquea, denuncia o pide parar, y el número de la tienda lo paga.',
  figure: (n, count, start, end) =>
    many(
      count,
      `En los últimos 90 días, ${n} contacto salió entre las ${start} y las ${end}.`,
      `En los últimos 90 días, ${n} contactos salieron entre las ${start} y las ${end}.`,
    ),
  talk: 'Hablar con el equipo de Oto',
  talkLead: 'Cuenta qué necesita la marca. El equipo se pondrá en contacto.',
  contact: 'Cómo hablar contigo',
  contactHint: 'Teléfono o correo, y el mejor horario.',
  contactMissing: 'Escribe un teléfono o un correo.',
  wish: 'Qué te gustaría',
  wishMissing: 'Cuéntalo en pocas palabras.',
  wishStart: 'Me gustaría conocer el Horario de Silencio.',
  talkSend: 'Enviar',
  back: 'Volver',
  talkSent: (contact) => `Recibimos tu pedido. El equipo te contactará por ${contact}.`,
  talkWaiting: (when) => `Pedido enviado ${when}. El equipo de Oto te contactará.`,
  talkDone: (when) => `El equipo de Oto habló con ustedes ${when}.`,
  figures: {
    title: (days) => `Últimos ${days} días`,
    putOff: (n) => many(n, 'aplazado', 'aplazados'),
    warned: (n) => many(n, 'avisado', 'avisados'),
    sentAfterWarning: (n) => many(n, 'enviado tras el aviso', 'enviados tras el aviso'),
    open: ', ver la lista',
    noAttempts: 'Todavía sin intentos.',
  },
  page: {
    hoursUnknown: 'Horario de las tiendas sin informar.',
    closedToday: 'Tiendas cerradas hoy.',
    openToday: (when, stores) => `${many(stores, 'Tienda abierta', 'Tiendas abiertas')} ${when}.`,
    legend: { quiet: 'silencio', open: 'tiendas abiertas', now: 'ahora' },
    title: 'Horario de Silencio',
    now: 'en silencio',
    openNow: 'abierto',
    zones: (inBrand) => `Ahora ${inBrand}, en cada huso`,
    stores: (n) => many(n, '1 tienda', `${n} tiendas`),
    until: (time) => `hasta ${time}`,
    next: (time) => `silencio ${at(time)}`,
    inactive: 'Ningún horario vigente.',
    suspended: (until) => (until === null ? 'En pausa.' : `En pausa hasta ${until}.`),
  },
};
