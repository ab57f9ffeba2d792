/** The sentences of the seller's app, in Spanish. */
import { atTime, plural } from '#words/core/format.ts';
import type { SellerWords } from './seller-app.pt-BR.ts';

const at = (time: string) => atTime('es', time);
/** A time of day after "from": "de las 20:00", "de la 01:00". */
const from = (time: string) => at(time).replace(/^a /, 'de ');
const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: SellerWords = {
  app: {
    today: 'Hoy',
    portfolio: 'Cartera',
    held: 'Programados',
    heldCount: (n, more) =>
      more ? `Más de ${n} mensajes esperan` : many(n, '1 mensaje espera', `${n} mensajes esperan`),
    myDay: 'Mi día',
    storeDay: 'Día de la tienda',
    attempts: 'Intentos',
    team: 'Equipo',
    main: 'Pantallas',
    back: 'Volver',
    backTo: (place) => `Volver a ${place}`,
    close: 'Cerrar',
    retry: 'Intentar de nuevo',
    loading: 'Cargando',
    more: 'Mostrar más',
    notHere: 'Esta página no existe',
    notHereWhy: 'La dirección cambió o llegó incompleta.',
    toToday: 'Ir a Hoy',
    toStart: 'Ir al inicio',
    unread: 'No pudimos mostrar esto ahora.',
    code: (code) => `Código ${code}`,
    offlineText: 'Tu texto está guardado. Cuando vuelva internet, toca Enviar.',
    unreached: 'Sin internet',
    unreachedMore: 'La app vuelve sola cuando vuelva la conexión. Tus textos están guardados en este dispositivo.',
    /** `when`: the date and time at which the list was read. */
    keptFrom: (when) => `Esta es la lista del ${when}. Los envíos necesitan conexión; la app vuelve sola.`,
    unsaid: 'No se pudo anotar ahora. Intenta de nuevo.',
  },

  signIn: {
    title: 'Entra con la cuenta de la tienda',
    lead: 'Después, cada persona usa su propio PIN.',
    email: 'Correo',
    password: 'Contraseña',
    show: 'Mostrar contraseña',
    hide: 'Ocultar contraseña',
    forgot: 'Olvidé mi contraseña',
    enter: 'Entrar',
    chooseTitle: 'Elige una contraseña solo tuya',
    chooseLead: 'La contraseña que recibiste sirve una vez. La nueva necesita al menos 10 caracteres.',
    newPassword: 'Nueva contraseña',
    save: 'Guardar y entrar',
    unreached: 'No pudimos hablar con el servidor. Revisa internet e intenta de nuevo.',
  },

  pin: {
    title: '¿Quién está usando?',
    lead: (store) => `Tienda ${store}`,
    people: 'Personas de la tienda',
    manager: 'gerencia',
    paused: 'en pausa',
    yours: 'Tu PIN',
    of: (name) => `PIN de ${name}`,
    erase: 'Borrar el último número',
    enter: 'Entrar',
    other: '¿No eres tú?',
    choose: (shortest) => `Elige un PIN solo tuyo, de ${shortest} a 8 números.`,
    nameNeeded:
      'Hubo muchos PIN incorrectos en esta tienda. Por seguridad, cada persona elige su nombre antes del PIN.',
    chooseTitle: (name) => `Hola, ${name}`,
    chosen: 'Nuevo PIN',
    again: 'Repite el nuevo PIN',
    differs: 'Los dos no son iguales. Escríbelo de nuevo.',
    save: 'Guardar PIN',
    wait: (seconds) => `Espera ${seconds} s e intenta de nuevo.`,
    free: 'La gerencia lo libera aquí',
    freeOwn: 'Liberar con la contraseña de la tienda',
    pausedLock: 'Sesión en pausa',
    pausedLockLead: 'Escribe tu PIN para continuar. Tu texto está guardado.',
    needsNetwork: 'Sin internet. El PIN necesita conexión; tu texto está guardado.',
  },

  person: {
    open: (name) => `${name}: cambiar, ajustes o salir`,
    swap: 'Cambiar',
    settings: 'Ajustes',
    leave: 'Salir',
  },

  quiet: {
    morning: (name) => `Buenos días, ${name}`,
    afternoon: (name) => `Buenas tardes, ${name}`,
    evening: (name) => `Buenas noches, ${name}`,
    suggested: (n) => many(n, '1 contacto sugerido', `${n} contactos sugeridos`),
    noneSuggested: 'Ningún contacto sugerido por ahora',
    startsAt: (start, today) => (today ? `Silencio hoy ${at(start)}` : `Próximo silencio: ${start}`),
    startsIn: (minutes) => `Silencio en ${minutes} min`,
    title: 'Horario de Silencio',
    until: (end) => `hasta ${end}`,
    more: 'Nada se pierde: puedes dejar el mensaje listo para después.',
    forNow: 'por ahora',
    paused: 'El Horario de Silencio está en pausa.',
    began: (end) => `Empezó el Horario de Silencio.${end === null ? '' : ` Dura hasta ${end}.`}`,
    ended: 'Terminó el Horario de Silencio.',
    sendBefore: (start) => `En WhatsApp, envía antes ${from(start)}.`,
    learn: 'Saber más',
  },

  status: {
    label: 'Tu día',
    ready: (n) => many(n, '1 lista', `${n} listas`),
    news: (n) => many(n, '1 novedad', `${n} novedades`),
    unsaid: (n) => many(n, '1 por confirmar', `${n} por confirmar`),
  },

  today: {
    suggestions: 'Sugerencias',
    open: 'Abrir',
    openFor: (name) => ` la sugerencia de ${name}`,
    lastContact: (ago) => `último contacto ${ago}`,
    noContact: 'primer contacto',
    draft: 'texto guardado',
    heldFor: (when) => `Listo para ${when}`,
    heldReady: 'Listo para enviar',
    empty: 'Sin sugerencias por ahora.',
    emptyMore: '¿Y si miras tu cartera?',
    heldUnread: 'No pudimos mostrar tus mensajes programados.',
    contactsUnread: 'No pudimos mostrar los contactos que esperan tu respuesta.',
    toPortfolio: 'Ver la cartera',
    notNow: 'Ahora no',
    dismiss: 'Descartar',
    postponed: (name) => `${name} vuelve mañana.`,
    dismissed: (name) => `Sugerencia de ${name} descartada.`,
    undo: 'Deshacer',
  },

  otherTab: {
    title: 'Este texto se cambió en otra pestaña',
    take: 'Usar el de la otra pestaña',
    keep: 'Quedarme con el mío',
    emptied: 'En la otra pestaña volvió al texto de la sugerencia, o ya se envió.',
  },
  marks: {
    optedOut: 'pidió parar',
    refused: 'no autorizó contacto',
    unknown: 'sin autorización',
    unreachable: 'sin celular con WhatsApp',
  },
};
