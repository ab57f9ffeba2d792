/** The sentences of the message, the profile, the portfolio and the hand-over, in Spanish. */
import { itIs, plural } from '#words/core/format.ts';
import { states } from './attempt-states.es.ts';
import type { ContactWords } from './contact.pt-BR.ts';

/** Builds a sentence from parts; a part in an array is a figure that the screen emphasises. */
const sentenceOf = (...parts: readonly (string | readonly [string])[]) => parts;
const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: ContactWords = {
  why: {
    read: 'Leer la ayuda',
    title: '¿Por qué veo esto?',
    lead: (brand) => `${brand} eligió un horario en el que nadie del equipo inicia conversaciones.`,
    points: [
      'Un mensaje a deshora molesta, y quien se molesta suele bloquear. El silencio protege tu número.',
      'Las sugerencias esperan: nada sale de tu lista y ningún texto se pierde.',
      'Si un cliente te escribe, responde con confianza. Responder no es iniciar contacto.',
      'Desde el perfil se puede enviar de todos modos, si hace falta. El envío queda en el historial.',
    ],
  },

  compose: {
    text: 'Mensaje',
    counter: (n) => many(n, '1 carácter', `${n} caracteres`),
    counterSaid: (left) => many(left, 'Falta 1 carácter', `Faltan ${left} caracteres`),
    send: 'Enviar por WhatsApp',
    sendEmpty: 'Abrir conversación en WhatsApp',
    sending: 'Revisando',
    as: (name) => `En nombre de ${name}`,
    restore: 'Volver al texto de la campaña',
    kept: 'Texto guardado',
    placeholder: (name) => `Hola, ${name}…`,
    confirming: 'Estamos confirmando este envío. No hace falta tocar de nuevo.',
    unconfirmed: 'Aún sin respuesta del servidor. Tu texto está guardado; revisa de nuevo cuando mejore la conexión.',
    confirmAgain: 'Revisar de nuevo',
    failed: 'Algo falló de nuestro lado. No se envió nada y tu texto está guardado.',
    tooFast: (seconds) =>
      `Fueron muchos intentos seguidos. Espera ${seconds} s y toca de nuevo; tu texto está guardado.`,
    profile: 'Ver ficha',
    closed: 'Esta sugerencia ya no está en la lista.',
    closedMore: 'Se hizo, se descartó o pasó a otra persona.',
    stale: 'Esta pantalla era antigua; la actualizamos. Revisa y toca de nuevo.',
    lapsed: 'El enlace de este envío ya venció y no se envió nada. Toca de nuevo para revisar la hora.',
  },

  refused: {
    title: 'Ahora es Horario de Silencio',
    hours: (brand, start, end) =>
      sentenceOf(
        `${brand} no inicia conversaciones entre `,
        [start],
        ' y ',
        [end],
        ', para no molestar a los clientes.',
      ),
    noHours: (brand) => `${brand} no inicia conversaciones en este momento, para no molestar a los clientes.`,
    opens: (opens, name) => sentenceOf('A partir de ', [opens], ` se puede hablar con ${name}.`),
    never: 'No hay un horario libre previsto. Habla con la gerencia de la tienda.',
    kept: 'Tu texto y la sugerencia están guardados.',
    keptText: 'Tu texto está guardado.',
    note: (note) => `En la ficha: “${note}”`,
    zones: (city, until, local) => `En ${city}, el silencio dura hasta ${until} (${local} en tu reloj).`,
    backToList: 'Volver a la lista',
    back: 'Volver',
    why: '¿Por qué veo esto?',
    over: 'Terminó el silencio',
    overMore: (name) => `Ya puedes hablar con ${name}. Tu texto está guardado.`,
    changed: 'La situación cambió mientras leías.',
  },

  warned: {
    title: 'Este horario no es recomendable',
    clock: (time, city, until) =>
      sentenceOf(
        itIs('es', time).slice(0, -time.length),
        [time],
        ` en ${city}, y el Horario de Silencio ${until === null ? 'está vigente' : 'dura hasta '}`,
        [until ?? ''],
        '. Un mensaje ahora puede molestar, y quien se molesta suele bloquear.',
      ),
    wrote: (name) =>
      `¿${name} te escribió? Responde directo en la conversación de WhatsApp. Responder no es iniciar contacto.`,
    noPermission: (name) => `${name} aún no autorizó contacto por WhatsApp.`,
    back: 'Volver',
    goOn: 'Enviar de todos modos',
    asked: 'Anotar un pedido de silencio',
    because: '¿Por qué ahora?',
    becauseFirst: 'Elige un motivo para continuar.',
    reasons: {
      customer_asked: 'Me pidió que escriba',
      order_today: 'Pedido o entrega de hoy',
      live_conversation: 'Conversación en curso',
      other: 'Otro',
    },
    record: 'El envío queda en el historial, visible para ti y tu gerencia.',
    ranOut: 'Pasó un ratito. ¿Quieres enviar de todos modos?',
    changed: 'La situación cambió mientras leías. Mírala de nuevo.',
  },

  handoff: {
    opening: 'Abriendo WhatsApp…',
    notOpened: '¿No se abrió?',
    open: 'Abrir WhatsApp',
    ready: (name) => `Todo listo para ${name}`,
    until: (time) => `El enlace sirve hasta ${time}.`,
    ended: 'El tiempo de este enlace pasó. Si no enviaste, toca “No lo envié”: revisamos la hora de nuevo.',
    text: 'Tu texto',
    sent: '¿Lo enviaste?',
    sentTo: (name) => `¿Se lo enviaste a ${name}?`,
    yes: 'Lo envié',
    no: 'No lo envié',
    stop: 'Pidió parar',
    wrong: 'Número equivocado',
    later: 'Responder después',
    yesDone: (name) => `Anotado: contacto con ${name} hecho.`,
    noDone: 'Está bien, no lo contamos como contacto.',
    stopDone: (ofBrand, name) => `Anotado. Nadie ${ofBrand} va a iniciar contacto con ${name}.`,
    wrongDone: (name) => `Anotado. El número de ${name} queda marcado para revisar.`,
    waiting: 'Para contar cómo fue',
    answer: 'Responder',
    how: (name) => `¿Cómo fue con ${name}?`,
    talked: 'Conversamos',
    sold: 'Vendí',
    noAnswer: 'Sin respuesta',
    thanks: 'Anotado. ¡Gracias!',
  },

  portfolio: {
    title: 'Cartera',
    search: 'Buscar por nombre o teléfono',
    whose: 'De quién',
    mine: 'Mía',
    store: 'De la tienda',
    since: 'Sin contacto hace',
    days: (n) => `${n} días`,
    none: 'Nadie por aquí.',
    noneFor: (query) => `No encontramos a nadie con “${query}”.`,
    noneMore: 'Revisa cómo se escribe el nombre o los números del teléfono.',
    found: (n, more) => (more ? `${n} o más clientes` : many(n, '1 cliente', `${n} clientes`)),
    of: (seller) => `cartera de ${seller}`,
    openFor: (name) => ` el perfil de ${name}`,
    wholeStore: 'Buscar en toda la tienda',
    add: 'Cliente nuevo',
  },

  profile: {
    label: 'Perfil',
    since: (when) => `Cliente desde ${when}`,
    bought: (n) => many(n, '1 compra', `${n} compras`),
    noPurchases: 'Ninguna compra registrada.',
    purchases: 'Últimas compras',
    notes: 'Notas',
    contacts: 'Últimos contactos',
    doNotCall: (since) =>
      `El número está en la lista de no llamar (desde ${since}). Un sí del cliente con fecha posterior lo libera.`,
    coolDown: (name, ago, from) => `Hablaron con ${name} ${ago}; de nuevo a partir de ${from}.`,
    noContacts: 'Ningún contacto todavía.',
    suggestions: 'Sugerencias abiertas',
    granted: 'permite contacto',
    store: 'Tienda',
    seller: 'Cartera',
    birthday: 'Cumpleaños',
    lives: 'Ciudad',
    email: 'Correo',
    phone: 'Teléfono',
    landline: 'fijo, sin WhatsApp',
    wrongNumber: 'número equivocado',
    talk: 'Conversar por WhatsApp',
    stopped: (name) => `${name} pidió no recibir mensajes. Lo respetamos.`,
    refused: (name) => `${name} no autorizó mensajes. Lo respetamos.`,
    noMobile: (name) =>
      `No hay un celular con WhatsApp en la ficha de ${name}. En la próxima visita, pide el número y avisa a la gerencia, que actualiza la ficha.`,
    cannot: (name, seller) => `${name} está en la cartera de ${seller}.`,
    otherStore: (name, store) => `${name} es cliente de la tienda ${store}.`,
    state: states,
    outcome: {
      sent: 'enviado',
      not_sent: 'no enviado',
      stop: 'pidió parar',
      wrong_number: 'número equivocado',
      talked: 'conversó',
      sold: 'vendió',
      no_answer: 'sin respuesta',
    },
    by: (seller) => `por ${seller}`,
  },

  dismiss: {
    why: (name) => `¿Descartar la sugerencia de ${name}?`,
    notRelevant: 'No encaja',
    alreadyTalked: 'Ya conversamos',
    other: 'Otro motivo',
  },

  /** The right side of a desk while no entry is open. */
  beside: {
    attempts: {
      pick: 'Elige un intento',
      pickMore: 'Aquí lees por qué el contacto fue aplazado, avisado o permitido.',
    },
    portfolio: {
      pick: 'Elige un cliente',
      pickMore: 'El perfil se abre aquí.',
    },
    held: {
      pick: 'Elige un mensaje',
      pickMore: 'El texto y la hora se abren aquí.',
    },
    today: {
      pick: 'Elige a alguien de la lista',
      pickMore: 'El mensaje se abre aquí, listo para revisar.',
    },
  },
};
