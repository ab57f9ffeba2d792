/** The sentences of tickets, for the brand and for support, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { TicketWords } from './tickets.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: TicketWords = {
  tickets: 'Tickets',
  numbered: (number) => `Ticket ${number}`,
  asked: {
    activate: (hours) => `Activar el silencio ${hours}`,
    change: (hours) => `Cambiar el silencio: ${hours}`,
    deactivate: () => 'Desactivar el silencio',
  },
  states: {
    brand: { open: 'esperando a soporte', answered: 'respondido', closed: 'cerrado' },
    support: { open: 'espera respuesta', answered: 'espera a la marca', closed: 'cerrado' },
  },
  version: (version) => `Versión ${version} publicada`,
  news: 'novedad',
  newsCount: (n) => many(n, '1 ticket con novedad', `${n} tickets con novedad`),
  since: (when) => `desde ${when}`,
  openedBy: (who, when) => `${who}, ${when}`,
  open: 'Abrir',
  back: 'Tickets',
  noTicketsBrand: 'Ningún ticket todavía.',
  noTicketsBrandMore: 'Cuando la marca pida un cambio, el pedido y la respuesta quedan aquí.',
  noTicketsSupport: {
    open: 'Nadie espera respuesta ahora.',
    answered: 'Ningún ticket espera a una marca.',
    closed: 'Ningún ticket cerrado.',
  },
  gone: 'Este ticket no existe.',
  filters: { open: 'Esperan respuesta', answered: 'Respondidos', closed: 'Cerrados' },
  filter: 'Qué tickets',
  more: 'Mostrar más',
  answeredNow: 'Soporte respondió un ticket.',
  see: 'Ver',

  thread: 'Conversación',
  sides: { brand: 'marca', support: 'soporte' },
  reply: 'Responder',
  message: 'Mensaje',
  messageMissing: 'Escribe el mensaje.',
  send: 'Enviar',
  sent: 'Mensaje enviado.',
  closing: 'Responder y cerrar',
  closed: 'Ticket cerrado con la respuesta.',
  closedHint: 'Cerrado. Un mensaje nuevo abre el ticket otra vez.',
  unreached: 'Sin respuesta del servidor. Tu texto está guardado: inténtalo de nuevo.',

  ask: { activate: 'Pedir activación', change: 'Pedir cambio', deactivate: 'Pedir desactivación' },
  askLead: {
    activate: 'Cuenta a soporte en qué horario la marca no quiere iniciar conversaciones. Vale para todas las tiendas.',
    change: 'Cuenta a soporte el nuevo horario. Hasta la respuesta, nada cambia.',
    deactivate: 'Una vez desactivado, sugerencias y contactos salen a cualquier hora. Hasta la respuesta, nada cambia.',
  },
  start: 'Inicio',
  end: 'Fin',
  until: 'a',
  why: 'Motivo',
  whyHint: 'Qué llevó al pedido: ayuda a soporte a proponer el mejor horario.',
  whyMissing: 'Cuenta el motivo en pocas palabras.',
  timeUnclear: (typed) =>
    typed.trim() === ''
      ? 'Escribe la hora, como 20:00.'
      : `“${typed.trim()}” no es una hora del día. Escríbela como 20:00.`,
  timesEqual: 'El inicio y el fin son iguales. Para el día entero, usa 00:00 a 24:00.',
  cancel: 'Volver',
  askSend: 'Enviar pedido',
  askSent: (number) => `Pedido enviado: ticket ${number}.`,
  notSent: 'El pedido no se envió',

  alreadyWaiting: {
    title: (n: number) =>
      many(n, 'Un pedido de la marca ya espera respuesta', `${n} pedidos de la marca ya esperan respuesta`),
    more: 'Si es el mismo asunto, escribe ahí. Un pedido nuevo también vale.',
  },
  alsoWaiting: {
    brand: {
      title: (n: number) =>
        many(n, 'Otro pedido de la marca espera respuesta', `Otros ${n} pedidos de la marca esperan respuesta`),
      more: 'El soporte los ve todos juntos.',
    },
    support: {
      title: (n: number) =>
        many(n, 'Otro ticket de esta marca espera respuesta', `Otros ${n} tickets de esta marca esperan respuesta`),
      more: 'Léelo antes de responder: puede ser el mismo asunto.',
    },
  },

  configure: 'Configurar',
  plan: 'Plan',
  policy: 'Vale ahora',
  noPolicy: 'Ningún horario en vigor.',
  stores: 'Tiendas y horarios',
  noHours: 'sin horario informado',
  missingHours: (n, names) =>
    many(n, `Falta el horario de 1 tienda: ${names}.`, `Faltan los horarios de ${n} tiendas: ${names}.`),

  leads: 'Interesados',
  leadsLead: 'Marcas de Starter que quieren conversar.',
  noLeads: { open: 'Nadie espera contacto ahora.', done: 'Ningún contacto hecho todavía.' },
  leadFilters: { open: 'Esperan contacto', done: 'Ya contactados' },
  leadContact: (contact) => `Contacto: ${contact}`,
  leadDone: 'Hablé con la marca',
  leadReopen: 'Todavía falta hablar',
  leadDoneBy: (who, when) => `${who} habló el ${when}`,
  leadSettled: (brand) => `${brand}: anotado.`,
  undo: 'Deshacer',
};
