/** The sentences of the screens about campaigns, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { CampaignsWords } from './campaigns.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });
const customers = (n: number) => many(n, '1 cliente', `${n} clientes`);
const days = (n: number) => many(n, '1 día', `${n} días`);

export const words: CampaignsWords = {
  campaigns: 'Campañas',
  campaign: 'Campaña',
  loading: 'Abriendo las campañas…',
  unread: 'No pudimos abrir las campañas.',
  unreached: 'Sin respuesta del servidor. Inténtalo de nuevo cuando vuelva internet.',
  again: 'Intentar de nuevo',
  code: (code) => `Código para soporte: ${code}`,
  more: 'Mostrar más',

  lead: 'Una campaña elige clientes y sugiere cada mañana a quién puede escribir el equipo, y con qué texto.',
  newCampaign: 'Nueva campaña',
  none: 'Todavía no hay campañas',
  noneMore: 'Empieza por una lista para usar, como cumpleaños o 60 días sin comprar, y ajusta el texto.',
  noneShown: 'Ninguna campaña aquí',
  noneShownMore: 'Mira las otras campañas con el filtro de arriba.',
  found: (n) => many(n, '1 campaña', `${n} campañas`),
  open: (name) => `Abrir la campaña ${name}`,
  show: 'Qué campañas',
  shown: { current: 'Actuales', ended: 'Terminadas' },
  columns: {
    name: 'Nombre',
    state: 'Estado',
    priority: 'Orden',
    period: 'Período',
    suggested: 'Sugeridos',
    sent: 'Enviados',
    putOff: 'Aplazados',
    answered: 'Respondieron',
  },
  states: { draft: 'borrador', running: 'en marcha', paused: 'en pausa', ended: 'terminada' },
  period: (from, to) => {
    if (from === null) return to === null ? 'sin fecha de fin' : `hasta el ${to}`;
    return to === null ? `desde el ${from}` : `del ${from} al ${to}`;
  },
  figures: 'Qué pasó',
  figuresLead:
    'Aplazados son los contactos que el Horario de Silencio retuvo. Respondieron los clientes con quienes se conversó o a quienes se vendió.',
  inShort: (n) => `${n.suggested} sugeridos, ${n.sent} enviados, ${n.putOff} aplazados, ${n.answered} respondieron`,

  back: 'Campañas',
  edit: 'Editar',
  copy: 'Usar como punto de partida',
  start: 'Poner en marcha',
  resume: 'Reanudar',
  pause: 'Pausar',
  end: 'Terminar',
  discard: 'Descartar el borrador',
  started: 'La campaña está en marcha. Las sugerencias llegan al equipo en un momento.',
  paused: 'La campaña está en pausa. Las sugerencias abiertas salieron de las listas.',
  ended: (cancelled) =>
    cancelled === 0
      ? 'La campaña terminó.'
      : `La campaña terminó, con ${many(cancelled, '1 mensaje guardado cancelado', `${cancelled} mensajes guardados cancelados`)}.`,
  notDone: 'No cambió nada',
  startHint: 'Antes de empezar se revisan el texto y el período.',
  runningHint: 'Lo que edites vale desde la próxima mañana. Las sugerencias ya abiertas siguen con el texto de antes.',
  pausedHint: 'Nadie recibe sugerencias de esta campaña hasta que se reanude.',
  endedHint: 'Una campaña terminada no vuelve. Para repetirla, usa esta como punto de partida.',

  partialTitle: 'Es demasiada gente para el período',
  partialStart: 'Empezar igual',
  partialEdit: 'Ajustar la campaña',
  pauseTitle: (name) => `¿Pausar “${name}”?`,
  pauseText: (open) =>
    open === 0
      ? 'Ninguna sugerencia está abierta. Lo guardado para después sigue, y la campaña se puede reanudar.'
      : `${many(open, '1 sugerencia abierta sale', `${open} sugerencias abiertas salen`)} de las listas. Lo guardado para después sigue, y la campaña se puede reanudar.`,
  endTitle: (name) => `¿Terminar “${name}” para siempre?`,
  endText: (open) =>
    open === 0
      ? 'La campaña no vuelve a sugerir a nadie.'
      : `${many(open, '1 sugerencia abierta sale', `${open} sugerencias abiertas salen`)} de las listas, y la campaña no vuelve.`,
  endHeld: (held) =>
    `${many(held, '1 mensaje de esta campaña está guardado', `${held} mensajes de esta campaña están guardados`)} para después. ¿Qué hacer?`,
  heldKeep: 'Mantener: cada uno sale en su minuto',
  heldCancel: 'Cancelar todos: se avisa a quien los guardó',
  goBack: 'Volver',

  summary: 'Cómo está',
  audience: 'Para quién',
  everybody: 'Todos los clientes de la marca',
  message: 'Texto',
  noText: 'Todavía sin texto.',
  priorityOf: (n) => `Orden ${n}`,
  coolDownOf: (n) => (n === 0 ? 'sin cuarentena propia' : `cuarentena de ${days(n)}`),
  perSellerOf: (n) => `hasta ${n} por persona y día`,
  basisOf: { consent: 'Base legal: consentimiento', legitimate_interest: 'Base legal: interés legítimo' },
  filterText: {
    lastPurchase: (min, max) =>
      max === null ? `Sin comprar hace ${days(min)} o más` : `Última compra hace ${min} a ${days(max)}`,
    birthday: (n) => (n === 0 ? 'Cumpleaños hoy' : `Cumpleaños en ${days(n)} o menos`),
    spent: (money, sinceDays) => `Gastó ${money} o más en ${days(sinceDays)}`,
    item: (item) => `Compró “${item}”`,
    stores: (names) => `Tiendas: ${names}`,
    sellers: (names) => `Carteras de ${names}`,
    tags: (names) => `Etiquetas: ${names}`,
    cities: (names) => `Ciudades: ${names}`,
    permission: { granted: 'Autorizó el contacto', unknown: 'Aún no dijo si autoriza' },
    neverContacted: 'Nunca fue contactado',
  },

  days: 'Día a día',
  noDays: 'Los números aparecen aquí después de la primera mañana en marcha.',
  dayColumns: { date: 'Día', matched: 'Cumplían', suggested: 'Sugeridos', left: 'Quedaron fuera' },
  withoutSeller: (n) => `${customers(n)} sin cartera: la persona se fue y la cartera aún no se pasó`,
  leftOut: (why, n) => `${why}: ${n}`,
  leftOutWhy: {
    opted_out: 'Pidió no recibir mensajes',
    no_permission: 'Aún no autorizó el contacto',
    do_not_call_list: 'Está en la lista de no llamar',
    customer_asked_silence: 'Pidió silencio en todo el horario de la tienda',
    contacted_recently: 'Está en cuarentena',
    unanswered: 'No respondió a los últimos contactos',
    customer_unavailable: 'No tiene un número con WhatsApp',
    variable_empty: 'No tiene lo que el texto menciona',
    already_served: 'Ya recibió la sugerencia de esta campaña',
    other_suggestion: 'Ya está en una sugerencia abierta',
    seller_away: 'Quien lleva la cartera está de descanso',
    quota: 'Pasa de lo que el equipo atiende en el día',
    without_seller: 'Espera una cartera',
    other: 'Por otro motivo',
  },
  leftOutTitle: 'Quedan fuera',
  nobodyLeftOut: 'nadie',
  versions: 'Versiones',
  version: (n, by, when) => `Versión ${n}: ${by}, ${when}`,

  unnamed: 'Sin nombre',
  toMend: (n) => many(n, 'Falta 1 ajuste para ponerla en marcha', `Faltan ${n} ajustes para ponerla en marcha`),
  fieldNames: {
    ...{ name: 'Nombre', to: 'Último día', priority: 'Orden', perSellerDay: 'Por persona y día' },
    ...{ coolDownDays: 'Cuarentena', text: 'Texto', legalReason: 'Interés legítimo' },
    ...{ 'audience.birthdayWithinDays': 'Cumpleaños', 'audience.spent': 'Cuánto gastó', 'audience.tags': 'Etiquetas' },
  },

  newTitle: 'Nueva campaña',
  editTitle: 'Editar campaña',
  readyMade: 'Empieza por una lista para usar',
  readyMadeLead: 'O complétala a tu manera. Todo se puede cambiar después.',
  facts: 'La campaña',
  name: 'Nombre',
  nameHint: 'El equipo ve este nombre en la sugerencia.',
  priority: 'Orden',
  priorityHint: 'De 1 a 99. Si un cliente cabe en dos campañas, viene la de número menor.',
  from: 'Primer día',
  fromHint: 'Vacío: empieza cuando se ponga en marcha.',
  to: 'Último día',
  toHint: 'Vacío: hasta que la termines.',
  perSeller: 'Por persona y día, como máximo',
  perSellerHint: 'Sumando todas las campañas vale también el límite de la marca, en Mi cuenta.',
  coolDown: 'Cuarentena en días',
  coolDownHint:
    'Después de un contacto el número descansa. Vale la mayor: esta o la de la marca. 0: solo la de la marca.',

  audienceLead: 'Solo entra quien cumple todo lo que completes. Lo que queda vacío no filtra.',
  lastPurchase: 'Días desde la última compra',
  atLeast: 'Como mínimo',
  atMost: 'Como máximo',
  birthday: 'Cumpleaños en cuántos días',
  birthdayHint: '0: solo ese día. De 0 a 60.',
  spent: 'Cuánto gastó',
  spentMin: 'Desde R$',
  spentDays: 'En los últimos días',
  item: 'Compró el artículo',
  itemHint: 'Basta una parte del nombre, como “vestido”.',
  stores: 'Tiendas',
  storesHint: 'Ninguna marcada: todas.',
  sellers: 'Carteras de quién',
  sellersHint: 'Ninguna marcada: todas.',
  tags: 'Etiquetas',
  tagsHint: 'Separa con comas. Basta tener una.',
  cities: 'Ciudades',
  citiesHint: 'Separa con comas. Basta vivir en una.',
  permission: 'Permiso',
  permissions: { '': 'No filtrar', granted: 'Autorizó el contacto', unknown: 'Aún no dijo' },
  permissionHint: 'Quien no autorizó el contacto no recibe sugerencias, con o sin este filtro.',
  neverContacted: 'Solo quien nunca fue contactado',

  searchIn: (what) => `Buscar en ${what}`,
  searchByName: 'Buscar por nombre',
  noneFound: 'Nada con este nombre.',
  chosen: (n) => many(n, '1 marcada', `${n} marcadas`),
  moreFound: (n) => `${n} más: busca por nombre`,

  text: 'Texto del mensaje',
  textHint: 'Quien vende puede cambiar el texto antes de enviar.',
  variables: 'Insertar en el texto',
  variableNames: {
    primeiro_nome: 'primer nombre',
    nome: 'nombre completo',
    vendedor: 'quien vende',
    loja: 'tienda',
    marca: 'marca',
    ultimo_item: 'último artículo',
    dias_sem_comprar: 'días sin comprar',
  },
  fallbackHint: 'Quien no tiene un valor queda fuera, a menos que el texto dé otra palabra: {ultimo_item|sua compra}.',
  faultAt: (place, message) => `En la posición ${place}: ${message}`,

  legal: 'Base legal (LGPD)',
  legalLead: 'Queda registrada. No permite el contacto con quien no lo autorizó.',
  bases: { consent: 'Consentimiento', legitimate_interest: 'Interés legítimo' },
  legalReason: 'Por qué es legítimo',
  legalReasonHint: 'Una frase que mostrarías a quien pregunte.',

  estimate: 'Quién la recibe',
  estimated: 'estimación',
  exact: 'conteo exacto',
  counting: 'Contando…',
  notCounted: 'No podemos contar ahora. Guardar sigue siendo posible.',
  correctText: 'Corrige el texto para ver el conteo y los ejemplos.',
  matched: (n) => `${customers(n)} ${n === 1 ? 'cumple' : 'cumplen'} lo que pediste`,
  reachable: (n) => `${customers(n)} ${n === 1 ? 'podría' : 'podrían'} recibir la sugerencia hoy`,
  examples: 'Cómo queda para tres clientes',
  noExamples: 'Nadie para mostrar con estos filtros, por ahora.',
  exampleOf: (name) => `Para ${name}`,

  save: 'Guardar borrador',
  saveChange: 'Guardar',
  saved: (reachable, isDraft) =>
    `${isDraft ? 'Borrador guardado' : 'Cambios guardados'}. Hoy ${customers(reachable)} ${reachable === 1 ? 'recibiría' : 'recibirían'} la sugerencia.`,
  savedOnly: 'Guardado.',
  notSaved: 'Todavía no se guardó',
  keptDraft: 'Retomamos lo que habías empezado a escribir.',
  dropDraft: 'Empezar de cero',
  keptChange: 'Retomamos los cambios que no habías guardado.',
  dropChange: 'Volver a lo guardado',
  leaveHint: 'Si sales, lo que escribiste queda en este dispositivo.',

  ready: {
    birthday: {
      title: 'Cumpleaños',
      text: '¡Hola, {primeiro_nome}! Soy {vendedor}, de {marca} {loja}. Preparé un detalle de cumpleaños para ti. ¿Te cuento cuál es?',
    },
    days30: {
      title: '30 días sin comprar',
      text: '¡Hola, {primeiro_nome}! Soy {vendedor}, de {marca} {loja}. ¿Cómo va {ultimo_item|tu última compra}? Llegaron prendas que combinan. ¿Te las muestro?',
    },
    days60: {
      title: '60 días sin comprar',
      text: '¡Hola, {primeiro_nome}! Soy {vendedor}, de {marca} {loja}. Hace tiempo que no nos vemos. ¿Te aparto las novedades?',
    },
    days90: {
      title: '90 días sin comprar',
      text: '¡Hola, {primeiro_nome}! Soy {vendedor}, de {marca} {loja}. Te extrañamos por aquí. ¿Te aparto algo de tu estilo?',
    },
    afterPurchase: {
      title: 'Después de la compra',
      text: '¡Hola, {primeiro_nome}! Soy {vendedor}, de {marca} {loja}. ¿Te gustó {ultimo_item|tu compra}? Si necesita un ajuste, dime.',
    },
    collection: {
      title: 'Colección nueva',
      text: '¡Hola, {primeiro_nome}! Soy {vendedor}, de {marca} {loja}. Llegó la colección nueva y me acordé de ti. ¿Te mando unas fotos?',
    },
    list: {
      title: 'Lista por etiqueta',
      text: '¡Hola, {primeiro_nome}! Soy {vendedor}, de {marca} {loja}. Tengo una invitación para ti. ¿Te cuento?',
    },
  },
  readyTag: 'vip',
};
