/** The sentences of the team’s screens in Spanish. */
import { count, plural } from '#words/core/format.ts';
import type { PeopleWords } from './people.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });
const customers = (n: number) => many(n, '1 cliente', `${n} clientes`);
const messages = (n: number) => many(n, '1 mensaje guardado', `${n} mensajes guardados`);

export const words: PeopleWords = {
  title: 'Equipo',
  loading: 'Cargando el equipo',
  search: 'Buscar por nombre o código',
  store: 'Tienda',
  allStores: 'Todas las tiendas',
  stores: 'Tiendas',
  chooseStore: 'Elige la tienda',
  show: 'Mostrar',
  states: { active: 'Con acceso', away: 'De descanso', inactive: 'Sin acceso', all: 'Todas' },
  order: 'Orden',
  orders: { name: 'Por nombre', store: 'Por tienda', role: 'Por función' },
  state: 'Situación',
  found: (n) => many(n, '1 persona', `${count('es', n)} personas`),
  none: 'Todavía no hay nadie aquí',
  noneMore: 'Añade a la primera persona. Recibe un PIN para entrar.',
  noneFor: (typed) => `Nadie encontrado para “${typed}”`,
  noneForMore: 'Revisa el nombre, la tienda y si la persona aún tiene acceso.',
  more: 'Mostrar más',
  open: (name) => `Abrir ${name}`,
  unreached: 'Sin respuesta del servidor. Prueba de nuevo cuando vuelva internet.',
  back: 'Volver',
  done: 'Listo',
  undo: 'Deshacer',
  save: 'Guardar',

  roles: { seller: 'Ventas', store_manager: 'Gerencia de la tienda', brand_manager: 'Gestión de la marca' },
  pins: {
    none: 'Sin PIN en esta tienda',
    one_time: 'PIN de un solo uso, sin usar todavía',
    expired: 'PIN de un solo uso vencido',
    own: 'PIN propio',
  },
  withAccount: 'Entra con correo y contraseña',
  locked: 'PIN en pausa',
  noAccess: 'Sin acceso',

  add: 'Añadir persona',
  addTitle: 'Añadir al equipo',
  name: 'Nombre',
  nameHint: 'Como aparece en la entrada de la tienda.',
  nameMissing: 'Escribe el nombre.',
  role: 'Función',
  email: 'Correo',
  emailHint: 'La invitación vale una vez, durante 24 horas. ¿Venció? Agrega a la persona de nuevo con el mismo correo.',
  emailMissing: 'Escribe el correo.',
  storeMissing: 'Elige la tienda.',
  addNow: 'Añadir',
  invited: (name) => `Invitación enviada a ${name}.`,

  pinTitle: (name) => `PIN de ${name}`,
  pinLead: (until) => `Vale para una entrada, hasta ${until}. Al entrar, cada persona elige un PIN propio.`,
  pinOnce: 'El PIN aparece solo ahora. Entrégalo en mano, mejor en papel.',
  copy: 'Copiar PIN',
  copied: 'PIN copiado.',
  notCopied: 'No se pudo copiar. Anota el PIN.',

  access: 'Acceso',
  facts: {
    role: 'Función',
    store: 'Tienda',
    code: 'Código',
    pin: 'Entrada',
    portfolio: 'Cartera',
    held: 'Guardados',
    away: 'Descanso',
  },
  customers,
  messages,
  noMessages: 'Ningún mensaje guardado',

  awayUntil: (until: string) => `De descanso hasta el ${until}`,
  awayFrom: (from: string, until: string) =>
    from === until ? `Descanso el ${from}` : `Descanso del ${from} al ${until}`,

  invitations: {
    open: (email: string | null) =>
      email === null ? 'Invitación aún no aceptada' : `Invitación enviada a ${email}, aún no aceptada`,
    over: (email: string | null) => (email === null ? 'Invitación vencida' : `La invitación enviada a ${email} venció`),
  },
  inviteAgain: 'Enviar la invitación de nuevo',
  inviteTitle: (name: string) => `Enviar la invitación a ${name} de nuevo`,
  inviteLead: 'El enlace anterior deja de valer. Si el correo estaba mal, corrígelo aquí.',
  inviteNow: 'Enviar invitación',

  changes: 'Historial',
  changeKinds: {
    created: 'Persona agregada',
    invited: 'Invitación enviada',
    changed: 'Datos cambiados',
    activated: 'Acceso devuelto',
    deactivated: 'Acceso retirado',
    pin_given: 'PIN nuevo',
    unlocked: 'PIN desbloqueado',
  },
  changeFields: { name: 'nombre', role: 'función', store: 'tienda' },
  changeBy: (by: string | null, when: string) => `${when}, por ${by ?? 'soporte'}`,

  rename: 'Cambiar el nombre',
  renameTitle: (name) => `Cambiar el nombre de ${name}`,
  renamed: (name) => `Ahora el nombre es ${name}.`,

  move: 'Cambiar tienda o función',
  moveTitle: (name) => `Cambiar la tienda o la función de ${name}`,
  goOn: 'Continuar',
  moveNow: 'Confirmar el cambio',
  noChange: 'Nada ha cambiado todavía: elige otra tienda u otra función.',
  signsInAgain: 'La persona tiene que entrar de nuevo.',
  longerPin:
    'La gerencia usa un PIN de 6 a 8 números: en la próxima entrada la persona elige uno, si el actual es más corto.',
  moveStays: (n, store) =>
    n === 0
      ? 'La cartera está vacía.'
      : `${customers(n)} de ${store} quedan en esta cartera hasta que pases la cartera.`,
  moveEnds: (n) =>
    n === 0
      ? 'No hay mensajes guardados.'
      : many(
          n,
          '1 mensaje guardado se cancela ahora. Para no perderlo, pásalo antes a otra persona, en Programados.',
          `${n} mensajes guardados se cancelan ahora. Para no perderlos, pásalos antes a otra persona, en Programados.`,
        ),
  movePin: 'El PIN actual no vale en la otra tienda. Después del cambio, da un PIN nuevo.',
  moved: (name) => `Listo. ${name} ha cambiado.`,

  newPin: 'Dar un PIN nuevo',
  newPinTitle: (name) => `¿Dar un PIN nuevo a ${name}?`,
  newPinLead: 'El PIN actual deja de valer ahora, y la persona sale de todos los dispositivos.',
  newPinNow: 'Dar PIN nuevo',

  work: 'Cartera y días libres',

  free: 'Liberar PIN',
  freed: (name) => `Listo. ${name} puede probar de nuevo.`,

  deactivate: 'Quitar el acceso',
  deactivateTitle: (name) => `¿Quitar el acceso de ${name}?`,
  deactivateLead: 'La persona sale de todos los dispositivos ahora y ya no entra. El historial queda.',
  deactivateKeeps: (n) =>
    n === 0 ? 'La cartera está vacía.' : `${customers(n)} siguen en esta cartera hasta que pases la cartera.`,
  deactivateHeld: (n) =>
    n === 0
      ? 'No hay mensajes guardados.'
      : many(
          n,
          '1 mensaje guardado espera. Pásalo a otra persona antes de su hora, o se cancelará.',
          `${n} mensajes guardados esperan. Pásalos a otra persona antes de su hora, o se cancelarán.`,
        ),
  deactivated: (name) => `${name} ya no tiene acceso.`,
  reactivate: 'Devolver el acceso',
  reactivated: (name) => `${name} tiene acceso de nuevo.`,

  sheet: 'Hoja de PIN',
  sheetLead: 'PIN nuevos para quienes elijas, en una hoja para imprimir y recortar.',
  sheetNobody: 'Nadie de esta tienda puede recibir un PIN de ti',
  sheetNobodyMore: 'Añade personas al equipo, y aparecen aquí.',
  sheetMost: (n) => `Hasta ${n} personas por hoja.`,
  choosePeople: 'Quién recibe un PIN nuevo',
  chooseAll: 'Elegir a todas',
  chooseNone: 'Limpiar la elección',
  makeSheet: (n) =>
    n === 0 ? 'Hacer la hoja' : many(n, 'Hacer la hoja de 1 persona', `Hacer la hoja de ${n} personas`),
  chooseSomebody: 'Elige al menos a una persona.',
  sheetTitle: (n) => many(n, '¿Dar un PIN nuevo a 1 persona?', `¿Dar PIN nuevos a ${n} personas?`),
  sheetConfirm:
    'Sus PIN actuales dejan de valer ahora, y salen de todos los dispositivos. Los nuevos aparecen una sola vez.',
  sheetNow: 'Dar PIN nuevos',
  print: 'Imprimir',
  printLead: 'Estos PIN aparecen solo ahora. Imprime antes de salir de esta pantalla.',
  paperTitle: (store) => `Tu PIN · ${store}`,
  paperSteps: (until) => [
    'En el dispositivo de la tienda, toca tu nombre.',
    'Escribe el PIN de esta hoja.',
    'Elige un PIN solo tuyo y no lo cuentes a nadie.',
    `El PIN de esta hoja vale una vez, hasta ${until}.`,
  ],
  paperName: 'Nombre',
  paperPin: 'PIN de un solo uso',
};
