/** The sentences that say why a contact was refused or warned, in Portuguese, the source. */
import type { Reason } from '#rules/contact/decision.ts';
import { type BrandName, sentenceStart, theBrand } from '#words/core/brand.ts';
import { atTime, itIs, plural } from '#words/core/format.ts';
import type { ProblemParams, Say } from '#words/core/text.ts';

const language = 'pt-BR';

export const reasons: Record<Reason, ReasonWords> = {
  customer_unavailable: {
    block: unavailable,
    warn: unavailable,
  },
  opted_out: {
    block: optedOut,
    warn: optedOut,
  },
  no_permission: {
    block: (p) => ({
      title: 'Falta a autorização',
      detail: `${missingPermission(p)} Vale combinar isso na próxima visita à loja.`,
    }),
    warn: (p) => ({
      title: 'Confira antes de enviar',
      detail: `${missingPermission(p)} Siga só se houve um pedido de contato.`,
    }),
  },
  do_not_call_list: {
    block: (p) => ({
      title: 'Lista Não me ligue',
      detail: `${onList(p)} Um sim do cliente, anotado na ficha com a data, libera o contato. Seu texto está guardado.`,
    }),
    warn: (p) => ({ title: 'Lista Não me ligue', detail: `${onList(p)} Siga só se houve um pedido de contato.` }),
  },
  quiet_hours: {
    block: (p) => ({ title: 'Agora é Horário de Silêncio', detail: `${brandIsQuiet(p)} ${opening(p)}` }),
    warn: (p) => ({
      title: 'Este horário não é recomendado',
      detail: `${quietWhereTheyAre(p)} Uma mensagem agora pode incomodar, e quem se incomoda costuma bloquear.`,
    }),
  },
  zone_uncertain: {
    block: (p) => ({ title: 'Agora é Horário de Silêncio', detail: `${uncertainZone(p)} ${opening(p)}` }),
    warn: (p) => ({ title: 'Este horário não é recomendado', detail: `${uncertainZone(p)} ${opening(p)}` }),
  },
  customer_asked_silence: {
    block: (p) => ({ title: 'Silêncio a pedido', detail: `${askedSilence(p)} ${opening(p)}` }),
    warn: (p) => ({ title: 'Silêncio a pedido', detail: `${askedSilence(p)} Escrever agora contraria o pedido.` }),
  },
  contacted_recently: {
    block: (p) => ({ title: 'Contato recente', detail: `${contactedRecently(p)} Seu texto está guardado.` }),
    warn: (p) => ({ title: 'Contato recente', detail: contactedRecently(p) }),
  },
  unanswered: {
    block: (p) => ({ title: 'Ainda sem resposta', detail: `${unanswered(p)} Seu texto está guardado.` }),
    warn: (p) => ({ title: 'Ainda sem resposta', detail: unanswered(p) }),
  },
  pace: {
    block: paceReached,
    warn: paceReached,
  },
  clock_unsafe: {
    block: clockUnsafe,
    warn: clockUnsafe,
  },
};

/** The sentences of a reason: for a refusal and for a warning. */
export interface ReasonWords {
  readonly block: Say;
  readonly warn: Say;
}

function unavailable({ customer, availability }: ProblemParams): ReturnType<Say> {
  if (availability === 'erased' || availability === 'merged') {
    return { title: 'Cadastro encerrado', detail: 'Este cadastro não existe mais.' };
  }
  const record = customer == null ? 'na ficha' : `na ficha de ${customer}`;
  return { title: 'Falta o número', detail: `Não há um celular com WhatsApp ${record}.` };
}

function optedOut({ customer }: ProblemParams): ReturnType<Say> {
  return {
    title: 'Sem mensagens, por favor',
    detail: `${customer || 'Cliente'} pediu para não receber mensagens. Vamos respeitar.`,
  };
}

function missingPermission({ customer }: ProblemParams): string {
  return `${customer || 'Cliente'} ainda não autorizou contato por WhatsApp.`;
}

function onList({ customer }: ProblemParams): string {
  return `O número ${customer ? `de ${customer}` : 'do cliente'} está na lista Não me ligue.`;
}

function brandIsQuiet({ brand, article, since, until }: ProblemParams): string {
  const who = brand == null ? 'A marca' : sentenceStart(theBrand(language, brandName(brand, article)));
  if (since != null && until != null)
    return `${who} não inicia conversas entre ${since} e ${until}, para não incomodar clientes.`;
  if (until != null) return `${who} não inicia conversas até ${until}, para não incomodar clientes.`;
  return `${who} não inicia conversas neste horário, para não incomodar clientes.`;
}

function brandName(name: string | number, article: ProblemParams['article']): BrandName {
  return { name: String(name), article: article === 'a' || article === 'o' ? article : '' };
}

function opening({ opens, customer }: ProblemParams): string {
  if (opens === null) return 'Não há horário livre previsto. Fale com a gerência da loja.';
  if (opens === undefined) return 'Seu texto está guardado.';
  const whom = customer == null ? 'iniciar conversas' : `falar com ${customer}`;
  return `A partir de ${opens} dá para ${whom}. Seu texto está guardado.`;
}

function askedSilence({ customer, asked }: ProblemParams): string {
  const what = asked == null ? 'neste período' : `neste período: ${asked}`;
  return `${customer || 'Cliente'} pediu para não receber mensagens ${what}.`;
}

function contactedRecently({ brand, article, customer, contacted, opens }: ProblemParams): string {
  const who = brand == null ? 'A marca' : sentenceStart(theBrand(language, brandName(brand, article)));
  const so = `${who} já falou ${customer == null ? 'neste número' : `com ${customer}`}`;
  const wait = opens == null ? 'Melhor esperar alguns dias.' : `Melhor esperar até ${opens}.`;
  return `${so} ${contacted ?? 'há pouco tempo'}. ${wait}`;
}

function unanswered({ customer, unanswered: contacts, dates, opens }: ProblemParams): string {
  const last = contacts == null ? 'aos últimos contatos' : `aos últimos ${contacts} contatos`;
  const which = dates == null ? '' : ` (${dates})`;
  const wait =
    opens == null ? '' : ` A partir de ${opens} dá para tentar de novo, ou antes, se houver resposta ou compra.`;
  return `${customer || 'Cliente'} não respondeu ${last}${which}. Insistir costuma afastar.${wait}`;
}

function paceReached({ count: contacts, minutes, free }: ProblemParams): ReturnType<Say> {
  const so =
    contacts == null || minutes == null
      ? 'Foram muitos contatos em pouco tempo.'
      : `${plural(language, Number(contacts), { one: 'Foi 1 contato', other: `Foram ${contacts} contatos` })} em ${minutes} min.`;
  const next = free == null ? '' : ` O próximo fica bom ${atTime(language, String(free))}.`;
  return { title: 'Um respiro', detail: `${so} Um respiro evita parecer spam.${next}` };
}

function clockUnsafe(): ReturnType<Say> {
  return {
    title: 'Um momento',
    detail: 'Estamos acertando o relógio do sistema. Tente de novo em alguns minutos; seu texto está guardado.',
  };
}

function quietWhereTheyAre({ hour, city, until }: ProblemParams): string {
  const here = hour == null ? null : `${itIs(language, String(hour))}${city == null ? '' : ` em ${city}`}`;
  if (until == null) return here === null ? 'Agora é Horário de Silêncio.' : `${here}, e agora é Horário de Silêncio.`;
  return here === null
    ? `O Horário de Silêncio vai até ${until}.`
    : `${here}, e o Horário de Silêncio vai até ${until}.`;
}

function uncertainZone({ customer }: ProblemParams): string {
  const where = customer == null ? 'nesta loja' : `onde ${customer} está`;
  return `Não temos certeza do horário ${where}, então usamos o mais cuidadoso.`;
}
