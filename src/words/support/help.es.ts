/** The text of the help article and the sentences of its rating, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { HelpWords } from './help.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: HelpWords = {
  help: 'Ayuda',
  read: 'Leer la ayuda',
  back: 'Volver',
  loading: 'Cargando',

  title: 'Horario de Silencio',
  lead: 'La parte del día en que la marca no inicia conversaciones con clientes por WhatsApp.',
  yourHours: (sentence) => `En tu marca: ${sentence}`,
  noHours: 'En tu marca no hay ningún horario en vigor ahora.',

  howTitle: 'Cómo funciona',
  how: [
    'La marca elige un horario, por ejemplo de 20:00 a 08:00. Es el mismo en todas las tiendas.',
    'Vale el reloj de cada tienda: las 20:00 en Manaus son cuando el reloj de Manaus marca 20:00.',
    'El sistema lo revisa en el momento del envío. Una pantalla abierta a las 19:58 y usada a las 20:01 ya encuentra el silencio.',
    'Cuando el silencio termina, todo vuelve solo. No hay que hacer nada.',
  ],
  ringCaption: 'El anillo es el día entero: medianoche arriba, mediodía abajo. La parte gruesa es el silencio.',

  changesTitle: 'Qué cambia en la aplicación',
  refusedTitle: 'En las sugerencias: aplazado',
  refused:
    'Un contacto de tu lista de sugerencias se aplaza. La aplicación dice por qué y desde qué hora se puede hablar. La sugerencia sigue en la lista y el texto que escribiste queda guardado.',
  warnedTitle: 'En el perfil del cliente: un aviso',
  warned:
    'Quien abre la conversación desde el perfil del cliente recibe un aviso. Volver es la primera opción. Si de verdad hace falta, se puede enviar: queda en el historial, visible para ti y para la gerencia. Algunas marcas piden el motivo, con un toque.',
  repliesTitle: 'En las respuestas: nada',
  replies:
    'Si el cliente te escribió, responde con libertad, directo en la conversación de WhatsApp. Responder no es iniciar contacto.',
  picture: {
    refused: ['Ahora es Horario de Silencio', 'Desde mañana, 08:00 se puede hablar con Marina.', 'Volver a la lista'],
    warned: ['Este horario no es recomendable', 'Son las 22:14. Un mensaje ahora puede molestar.', 'Volver'],
  },
  refusedCaption: 'La respuesta a una sugerencia a las 21:00: por qué, hasta cuándo, y nada se pierde.',
  warnedCaption: 'La respuesta a un contacto desde el perfil: volver primero, seguir si hace falta.',

  benefitsTitle: 'Por qué vale la pena',
  benefits: [
    'Los clientes quedan en paz de noche. Quien se molesta con un mensaje tarde suele bloquear el número.',
    'Un número poco bloqueado y poco denunciado sigue entregando mensajes.',
    'Quien vende no es llevado al trabajo fuera de horario.',
    'Los contactos se reparten por el día, en lugar de salir todos de una vez, lo que parece spam.',
  ],

  activationTitle: 'Cómo activar, cambiar o desactivar',
  activation: [
    'El Horario de Silencio es parte de los planes Growth y Enterprise.',
    'La gestión de la marca lo pide en un ticket, con inicio, fin y motivo, en la página Política.',
    'El soporte de Oto revisa los horarios de las tiendas, muestra qué cambiaría y publica. La respuesta llega en el ticket.',
    'Las marcas en Starter hablan con el equipo de Oto desde la misma página.',
  ],

  wishesTitle: 'Lo que pidió el cliente',
  wishes: [
    'Silencio a pedido: en el perfil, anota “solo después de las 14:00”, “solo en días hábiles” o “hasta el 10 ene”. Vale para toda la marca, a cualquier hora del día: las sugerencias se aplazan, el perfil avisa y los mensajes guardados cambian de horario.',
    'También se puede anotar en el aviso y en la pregunta “¿Lo enviaste?”. El perfil dice quién lo anotó y cuándo. Si el cliente cambia de idea, toca “Terminar”.',
    'Cuarentena: la marca puede pedir algunos días entre un contacto y el siguiente con el mismo número, lo haga quien lo haga.',
    'Sin respuesta: después de algunos contactos sin respuesta, el número descansa hasta una respuesta o una compra.',
    'Un texto en las notas no vale como pedido. Usa los campos propios.',
    '¿La misma persona tiene dos fichas? En el perfil, toca “Unir con otra ficha”. Los pedidos de las dos siguen valiendo, y se puede deshacer durante un día.',
  ],

  accountsTitle: 'Tu cuenta y la entrada',
  accounts: [
    'En la tienda: la cuenta de la tienda queda abierta en el aparato, y cada persona entra con su propio PIN. ¿Olvidaste el PIN? La gerencia da otro, que vale una vez y por siete días.',
    'Con cuenta propia (gestión y soporte): la invitación es un enlace que vale por 24 horas y una sola vez. ¿Venció? Quien invitó manda otra.',
    '¿Olvidaste la contraseña? Toca “Olvidé mi contraseña” en la entrada. El enlace llega por correo; si no llega, pide uno al soporte.',
    'Verificación en dos pasos: además de la contraseña, un código de la aplicación autenticadora del celular. Sin el celular, entra con un código de recuperación; cada uno vale una vez. Sin los dos, el soporte quita la verificación.',
    'En “Mi cuenta”, en el menú de la persona, cambias la contraseña y ves dónde está abierta la cuenta. Puedes cerrar un aparato o todos.',
    'Resumen de la semana: la gestión con cuenta propia recibe por correo, el lunes por la mañana, tres números de la semana y un punto para mirar. Se desactiva en el propio correo o en “Mi cuenta”.',
  ],

  setupTitle: 'Para la gestión: tiendas, equipo y planillas',
  setup: [
    'En “Tiendas”, cada tienda tiene dirección, huso, horario de apertura y fechas con otro horario. Antes de guardar, la pantalla dice cuántos mensajes guardados cambian de hora. La contraseña de la tienda aparece una sola vez.',
    'En “Equipo”, agregas personas, cambias el nombre, la tienda o la función, quitas y devuelves el acceso y das un PIN nuevo. La hoja de PIN sale lista para imprimir y recortar.',
    'En la página de cada persona, en “Cartera y días libres”, la cartera va a un colega o se reparte entre quienes venden en la tienda; se puede deshacer por 24 horas. En los días libres, las sugerencias y los mensajes guardados pueden quedar con colegas, y lo que no se use vuelve al final.',
    'En “Importar”, la gestión de la marca trae tiendas, equipo, clientes y compras de un archivo CSV. Nada cambia antes de que lo revises, y las filas rechazadas vienen con el motivo. Se puede deshacer por un día, mientras nadie use lo que entró.',
    'En “Agendados”, el cuadro “Cómo será mañana” muestra qué queda listo en cada minuto y para quién, quién tiene el día libre y qué pasa a otro día. Se pueden dejar los últimos para después, o pasarlos a un colega.',
    'En “Campañas”, la gestión de la marca dice a quién sugerir, con qué texto y en qué orden. La pantalla estima al momento cuántos clientes son y muestra el texto para tres. Lo guardado de una campaña terminada sigue, a menos que la gestión lo cancele.',
    'El “Panorama” cuenta qué pasó con los contactos. Cada número abre su lista, que se descarga como planilla. “Antes y después” compara semanas y solo concluye con contactos suficientes. “Tras el aviso” muestra lo que siguió y lo que vino después; “Distribución”, si el día fue uniforme.',
    'La gestión de la marca cuida de todas las tiendas. La gerencia de una tienda cuida de la suya y de quienes venden en ella.',
  ],

  privacyTitle: 'Para la gestión: datos de los clientes',
  privacy: [
    'Si un cliente pide una copia de lo que la marca guarda, la gerencia la descarga en el perfil, en “Datos de este cliente”: una página para leer o un archivo.',
    'Si pide salir, la gestión de la marca usa “Borrar para siempre” en el perfil. Desaparece todo lo que dice quién es, sin vuelta. El pedido de no recibir mensajes sigue valiendo para el número.',
    'En “Mi cuenta”, la gestión de la marca elige por cuántos días quedan los textos, los que no se enviaron y el registro de las decisiones. Lo más viejo se borra todos los días.',
    'La lista “No me llames” guarda solo un código de cada número: nadie puede volver a leer los números.',
    'En la página Política, “Ver copias y eliminaciones” muestra quién descargó o borró datos, cuándo y por qué.',
  ],

  questionsTitle: 'Preguntas',
  questions: [
    {
      ask: '¿Puedo enviar un mensaje urgente de noche?',
      answer:
        'Desde el perfil del cliente, sí: después del aviso, toca “Enviar de todos modos”. Úsalo con cuidado; queda en el historial.',
    },
    {
      ask: '¿Perdí el texto que estaba escribiendo?',
      answer:
        'No. El texto queda guardado en este dispositivo, aunque se aplace, caiga internet o se bloquee la pantalla.',
    },
    {
      ask: 'Mi tienda abre hasta las 22:00. ¿Por qué el silencio empieza antes?',
      answer:
        'El horario es uno solo para toda la marca. Si no va bien con tu tienda, habla con la gerencia: la marca puede pedir un cambio al soporte.',
    },
    {
      ask: '¿Y quien pidió no recibir mensajes?',
      answer: 'Lo respetamos a cualquier hora, también de día. Solo esa persona puede volver atrás.',
    },
    {
      ask: '¿Qué es la lista de no llamar?',
      answer:
        'Son números de quienes no quieren contactos de ventas, que la marca trae en “Importar”. Las sugerencias a esos números no salen, y el perfil avisa. Si el cliente dice que sí, anótalo en la ficha con la fecha: eso lo libera.',
    },
    { ask: '¿Importa el reloj de mi celular?', answer: 'No. Vale la hora del sistema, en el huso de la tienda.' },
    {
      ask: '¿Vale los fines de semana y feriados?',
      answer: 'Vale todos los días que la marca quiso. Puede tener reglas por día de la semana y fechas especiales.',
    },
  ],

  useful: '¿Te sirvió este artículo?',
  yes: 'Sí',
  no: 'No',
  thanks: '¡Qué bueno! Gracias por tu opinión.',
  sorry: '¡Perdón! No pudimos ayudarte.',
  missing: '¿Qué faltó?',
  missingEmpty: 'Cuenta en pocas palabras qué faltó.',
  send: 'Enviar',
  sent: 'Opinión enviada. Agradecemos tu esfuerzo e intentaremos corregir el artículo.',
  change: 'Cambiar la respuesta',
  unsent: 'No pudimos guardar tu respuesta. Inténtalo de nuevo.',

  ratings: 'Opiniones de la ayuda',
  seeArticle: 'Ver el artículo',
  version: (n) => `Texto ${n}`,
  helped: (share, helpful, all) =>
    `${share} lo encontraron útil: ${helpful} de ${many(all, '1 respuesta', `${all} respuestas`)}`,
  noRatings: 'Nadie opinó del artículo todavía.',
  comments: 'Comentarios',
  noComments: 'Ningún comentario todavía.',
  commentMeta: (when, language, version) => `${when} · ${language} · texto ${version}`,
  languages: { 'pt-BR': 'portugués', en: 'inglés', es: 'español' },
  found: 'útil',
  notFound: 'no ayudó',
  more: 'Mostrar más',
};
