/** The sentences that explain a decision, in Spanish. */

import { itIs } from '#words/core/format.ts';
import type { ExplainWords } from './explain-pt.ts';

export const EXPLAIN_ES: ExplainWords = {
  lead: {
    allow: 'Este contacto fue permitido: nada lo impedía.',
    acknowledged: 'Este contacto siguió después del aviso, por decisión de quien vendía.',
    warn: (why) => `Este contacto tuvo un aviso: ${why}.`,
    block: (why) => `Este contacto fue aplazado: ${why}.`,
    refused: (why) => `Este contacto no salió: ${why}.`,
    chosen: (reason) => `Motivo elegido: ${reason}.`,
    released: 'Decidido de nuevo a la hora acordada, sin nadie en el dispositivo: nada impedía el contacto.',
    releasedLater: (why) =>
      `Decidido de nuevo a la hora acordada, sin nadie en el dispositivo: aún no se podía, porque ${why}.`,
    releasedNever: (why) =>
      `Decidido de nuevo a la hora acordada, sin nadie en el dispositivo: el contacto no siguió, porque ${why}.`,
  },
  because: {
    customer_unavailable: 'no hay una ficha con WhatsApp',
    opted_out: 'la persona pidió no recibir mensajes',
    no_permission: 'no se sabe si hay permiso para el contacto',
    do_not_call_list: 'el número estaba en la lista de no llamar',
    quiet_hours: 'era Horario de Silencio',
    zone_uncertain: 'el huso no es seguro, y vale el más cuidadoso',
    contacted_recently: 'ya había habido un contacto hacía poco',
    customer_asked_silence: 'había un silencio pedido por quien recibiría el mensaje',
    unanswered: 'los últimos contactos quedaron sin respuesta',
    pace: 'hubo muchos contactos en poco tiempo',
    clock_unsafe: 'se estaba ajustando el reloj del sistema',
    quietAt: (time, place) =>
      `${itIs('es', time).replace(/^Es/, 'era').replace(/^Son/, 'eran')} en ${place}, dentro del Horario de Silencio`,
  },
  chosen: {
    customer_asked: 'pidió que le escribiera',
    order_today: 'pedido o entrega de hoy',
    live_conversation: 'conversación en curso',
    other: 'otro',
  },
  origin: (name) => `Origen: ${name}.`,
  originHeld: (name) => `Origen: ${name}, el mismo de cuando quedó para después.`,
  claimed: (name) => `El pedido decía “${name}”, y vale el origen más estricto.`,
  afterRefusal: 'Origen: contacto desde el perfil, después de que la sugerencia se aplazó en el mismo silencio.',
  checks: {
    notYet: 'Esta verificación todavía no existía.',
    acknowledged: 'Quien vendía vio el aviso y siguió.',
    erased: 'La ficha fue borrada.',
    merged: 'La ficha fue unida a otra.',
    reachable: 'La ficha tiene un celular con WhatsApp.',
    unreachable: 'La ficha no tiene un celular con WhatsApp.',
    optedOut: (at) => `La persona pidió no recibir mensajes (${at}).`,
    wroteSince: 'La persona había pedido parar, y escribió después.',
    refused: 'El permiso para el contacto está rechazado.',
    notOptedOut: 'La persona no pidió parar.',
    permission: 'Hay permiso para el contacto.',
    noPermission: 'No se sabe si hay permiso para el contacto.',
    noPermissionNeeded: 'No se sabe si hay permiso; para este origen no hace falta.',
    notListed: 'El número no estaba en la lista de no llamar.',
    listed: (since, consented) =>
      `El número estaba en la lista de no llamar (desde ${since}), y ${consented === null ? 'no había un sí con fecha' : `el último sí era de ${consented}`}.`,
    consented: (since, consented) =>
      `El número estaba en la lista de no llamar (desde ${since}); el cliente autorizó después, el ${consented}.`,
    listPasses: (since) => `El número estaba en la lista de no llamar (desde ${since}); este origen pasa.`,
    noPolicy: 'Ningún Horario de Silencio estaba en vigor.',
    quiet: 'Era Horario de Silencio.',
    open: 'No era Horario de Silencio.',
    quietPasses: 'Era Horario de Silencio; este origen pasa.',
    zoneUncertain: 'El huso no es seguro, y vale el más cuidadoso.',
    zoneKnown: 'El huso es conocido.',
    coolDownOff: 'La marca no tenía cuarentena.',
    coolDownRuns: (contacted, days, until) =>
      `Ya habían escrito a este número (${contacted}), y la cuarentena de ${days === 1 ? '1 día' : `${days} días`} iba hasta ${until}.`,
    coolDownPasses: 'La cuarentena corría; este origen pasa.',
    coolDownOver: (days) =>
      `No hubo contacto con este número en ${days === 1 ? 'el último día' : `los últimos ${days} días`}.`,
    nothingAsked: 'No había un silencio pedido para este momento.',
    askedRuns: (what) => `Había un silencio pedido: ${what}.`,
    askedPasses: 'Un silencio pedido no impide este origen.',
    unansweredOff: 'La marca no contaba contactos sin respuesta.',
    unanswered: (dates) => `Contactos que quedaron sin respuesta: ${dates}.`,
    unansweredPasses: 'Los contactos sin respuesta no impiden este origen.',
    answered: (most) => `No había ${most} contactos seguidos sin respuesta.`,
    paceOff: 'Ningún límite de ritmo estaba en vigor.',
    paceReached: (count, max, minutes, freeAt) =>
      `${count === 1 ? 'Ya había salido 1 contacto' : `Ya habían salido ${count} contactos`} en ${minutes} min, y el límite es ${max}. El próximo quedaba bien ${freeAt}.`,
    paceFree: (count, max, minutes) =>
      `El ritmo estaba dentro del límite: ${count} de ${max} ${max === 1 ? 'contacto' : 'contactos'} en ${minutes} min.`,
    clockUnsafe: 'El reloj del sistema había saltado.',
    clockSafe: 'El reloj del sistema estaba bien.',
  },
  clocks: {
    names: { store: 'de la tienda', customer: 'del cliente', brand: 'de la marca' },
    head: (name, place, time) => `Reloj ${name}, en ${place}: ${time},`,
    quiet: (since, until) => (since === null ? `silencio hasta ${until}.` : `silencio desde ${since}, hasta ${until}.`),
    quietForever: 'silencio sin fin previsto.',
    openUntil: (until) => `abierto hasta ${until}.`,
    openForever: 'abierto, sin silencio previsto.',
    blind: (name) => `Reloj ${name}: huso desconocido, así que vale el silencio.`,
  },
  whatIf: {
    origins: {
      suggestion: 'sugerencia',
      profile: 'contacto desde el perfil',
      reply: 'respuesta a quien acaba de escribir',
      service: 'mensaje de servicio',
      automation: 'envío por API',
    },
    allowed: (name) => `Como ${name}: permitido.`,
    warned: (name, opens) =>
      opens === null ? `Como ${name}: con aviso.` : `Como ${name}: con aviso; sin aviso desde ${opens}.`,
    putOff: (name, opens) =>
      opens === null ? `Como ${name}: aplazado, sin hora prevista.` : `Como ${name}: aplazado hasta ${opens}.`,
    refused: (name, why) => `Como ${name}: no saldría, porque ${why}.`,
  },
  receipt: {
    head: (number, rules, version, tz) => `Recibo n.º ${number}, reglas ${rules}, ${version}, datos de huso ${tz}.`,
    version: (version) => `versión ${version} de la política`,
    noVersion: 'sin política en vigor',
    same: 'Rehecha ahora con los mismos datos, la decisión es la misma.',
    differs: 'Rehecha ahora, la decisión sería otra: los datos de huso cambiaron desde entonces.',
  },
  handed: 'Se abrió WhatsApp con el texto.',
  again: (seller) => `Nuevo intento, por ${seller}.`,
  outcomes: {
    sent: 'Quien vendía dijo que lo envió.',
    not_sent: 'Quien vendía dijo que no lo envió: no cuenta como contacto.',
    stop: 'La persona pidió parar.',
    wrong_number: 'El número era de otra persona.',
    talked: 'Conversaron.',
    sold: 'Hubo venta.',
    no_answer: 'No hubo respuesta.',
  },
};
