/** The sentences that say why a contact was refused or warned, in Spanish. */
import type { Reason } from '#rules/contact/decision.ts';
import { type BrandName, sentenceStart, theBrand } from '#words/core/brand.ts';
import { atTime, itIs, plural } from '#words/core/format.ts';
import type { ProblemParams, Say } from '#words/core/text.ts';
import type { ReasonWords } from './reasons.pt-BR.ts';

const language = 'es';

export const reasons: Record<Reason, ReasonWords> = {
  customer_unavailable: { block: unavailable, warn: unavailable },
  opted_out: { block: optedOut, warn: optedOut },
  no_permission: {
    block: (p) => ({
      title: 'Falta la autorización',
      detail: `${missingPermission(p)} La próxima visita a la tienda es un buen momento para pedirla.`,
    }),
    warn: (p) => ({
      title: 'Revisa antes de enviar',
      detail: `${missingPermission(p)} Sigue solo si te pidieron que escribieras.`,
    }),
  },
  do_not_call_list: {
    block: (p) => ({
      title: 'Lista de no llamar',
      detail: `${onList(p)} Un sí del cliente, anotado en la ficha con la fecha, permite el contacto. Tu texto está guardado.`,
    }),
    warn: (p) => ({ title: 'Lista de no llamar', detail: `${onList(p)} Sigue solo si te pidieron que escribieras.` }),
  },
  quiet_hours: {
    block: (p) => ({ title: 'Ahora es horario de silencio', detail: `${brandIsQuiet(p)} ${opening(p)}` }),
    warn: (p) => ({
      title: 'Esta hora no es recomendable',
      detail: `${quietWhereTheyAre(p)} Un mensaje ahora puede molestar, y quien se molesta suele bloquear.`,
    }),
  },
  zone_uncertain: {
    block: (p) => ({ title: 'Ahora es horario de silencio', detail: `${uncertainZone(p)} ${opening(p)}` }),
    warn: (p) => ({ title: 'Esta hora no es recomendable', detail: `${uncertainZone(p)} ${opening(p)}` }),
  },
  customer_asked_silence: {
    block: (p) => ({ title: 'Silencio a pedido', detail: `${askedSilence(p)} ${opening(p)}` }),
    warn: (p) => ({ title: 'Silencio a pedido', detail: `${askedSilence(p)} Escribir ahora va contra ese pedido.` }),
  },
  contacted_recently: {
    block: (p) => ({ title: 'Contacto reciente', detail: `${contactedRecently(p)} Tu texto está guardado.` }),
    warn: (p) => ({ title: 'Contacto reciente', detail: contactedRecently(p) }),
  },
  unanswered: {
    block: (p) => ({ title: 'Aún sin respuesta', detail: `${unanswered(p)} Tu texto está guardado.` }),
    warn: (p) => ({ title: 'Aún sin respuesta', detail: unanswered(p) }),
  },
  pace: { block: paceReached, warn: paceReached },
  clock_unsafe: { block: clockUnsafe, warn: clockUnsafe },
};

function unavailable({ customer, availability }: ProblemParams): ReturnType<Say> {
  if (availability === 'erased' || availability === 'merged') {
    return { title: 'Ficha cerrada', detail: 'Esta ficha ya no existe.' };
  }
  const record = customer == null ? 'en la ficha' : `en la ficha de ${customer}`;
  return { title: 'Falta el número', detail: `No hay un móvil con WhatsApp ${record}.` };
}

function optedOut({ customer }: ProblemParams): ReturnType<Say> {
  return {
    title: 'Sin mensajes, por favor',
    detail: `${customer || 'Cliente'} pidió no recibir mensajes. Vamos a respetarlo.`,
  };
}

function missingPermission({ customer }: ProblemParams): string {
  return `${customer || 'Cliente'} aún no autorizó el contacto por WhatsApp.`;
}

function onList({ customer }: ProblemParams): string {
  return `El número ${customer ? `de ${customer}` : 'del cliente'} está en la lista de no llamar.`;
}

function brandIsQuiet({ brand, since, until }: ProblemParams): string {
  const name: BrandName | null = brand == null ? null : { name: String(brand), article: '' };
  const who = name === null ? 'La marca' : sentenceStart(theBrand(language, name));
  if (since != null && until != null) {
    return `${who} no inicia conversaciones entre ${since} y ${until}, para no molestar a clientes.`;
  }
  if (until != null) return `${who} no inicia conversaciones hasta ${until}, para no molestar a clientes.`;
  return `${who} no inicia conversaciones a esta hora, para no molestar a clientes.`;
}

function opening({ opens, customer }: ProblemParams): string {
  if (opens === null) return 'No hay ninguna hora libre prevista. Habla con la gerencia de la tienda.';
  if (opens === undefined) return 'Tu texto está guardado.';
  const whom = customer == null ? 'iniciar conversaciones' : `escribir a ${customer}`;
  return `A partir de ${opens} se puede ${whom}. Tu texto está guardado.`;
}

function askedSilence({ customer, asked }: ProblemParams): string {
  const what = asked == null ? 'en este período' : `en este período: ${asked}`;
  return `${customer || 'La persona'} pidió no recibir mensajes ${what}.`;
}

function contactedRecently({ brand, customer, contacted, opens }: ProblemParams): string {
  const who = brand == null ? 'La marca' : sentenceStart(theBrand(language, { name: String(brand), article: '' }));
  const so = `${who} ya escribió ${customer == null ? 'a este número' : `a ${customer}`}`;
  const wait = opens == null ? 'Mejor esperar unos días.' : `Mejor esperar hasta ${opens}.`;
  return `${so} ${contacted ?? 'hace poco'}. ${wait}`;
}

function unanswered({ customer, unanswered: contacts, dates, opens }: ProblemParams): string {
  const last = contacts == null ? 'los últimos contactos' : `los últimos ${contacts} contactos`;
  const which = dates == null ? '' : ` (${dates})`;
  const wait =
    opens == null ? '' : ` A partir de ${opens} se puede intentar de nuevo, o antes, si hay respuesta o compra.`;
  return `${customer || 'Cliente'} no respondió a ${last}${which}. Insistir suele alejar.${wait}`;
}

function paceReached({ count: contacts, minutes, free }: ProblemParams): ReturnType<Say> {
  const so =
    contacts == null || minutes == null
      ? 'Fueron muchos contactos en poco tiempo.'
      : `${plural(language, Number(contacts), { one: 'Fue 1 contacto', other: `Fueron ${contacts} contactos` })} en ${minutes} min.`;
  const next = free == null ? '' : ` El próximo queda bien ${atTime(language, String(free))}.`;
  return { title: 'Un respiro', detail: `${so} Un respiro evita parecer spam.${next}` };
}

function clockUnsafe(): ReturnType<Say> {
  return {
    title: 'Un momento',
    detail: 'Estamos ajustando el reloj del sistema. Inténtalo de nuevo en unos minutos; tu texto está guardado.',
  };
}

function quietWhereTheyAre({ hour, city, until }: ProblemParams): string {
  const here = hour == null ? null : `${itIs(language, String(hour))}${city == null ? '' : ` en ${city}`}`;
  if (until == null)
    return here === null ? 'Ahora es horario de silencio.' : `${here}, y ahora es horario de silencio.`;
  return here === null
    ? `El horario de silencio va hasta ${until}.`
    : `${here}, y el horario de silencio va hasta ${until}.`;
}

function uncertainZone({ customer }: ProblemParams): string {
  const where = customer == null ? 'en esta tienda' : `donde está ${customer}`;
  return `No sabemos con certeza qué hora es ${where}, así que tomamos la más prudente.`;
}
