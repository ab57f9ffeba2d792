/** The sentences that explain a decision, in Portuguese, the source. */
import type { Because, ClockName, Origin, Reason } from '#rules/contact/decision.ts';
import { itIs } from '#words/core/format.ts';

const origins: Readonly<Record<Origin, string>> = {
  suggestion: 'sugestão',
  profile: 'contato pelo perfil',
  reply: 'resposta a quem acabou de escrever',
  service: 'mensagem de serviço',
  automation: 'envio por API',
};

const names: Readonly<Record<ClockName, string>> = { store: 'da loja', customer: 'do cliente', brand: 'da marca' };

const reasons: Readonly<Record<Reason, string>> = {
  customer_unavailable: 'não há um cadastro com WhatsApp',
  opted_out: 'a pessoa pediu para não receber mensagens',
  no_permission: 'não se sabe se há permissão para contato',
  do_not_call_list: 'o número estava na lista Não me ligue',
  quiet_hours: 'era Horário de Silêncio',
  zone_uncertain: 'o fuso não é certo, e vale o mais cuidadoso',
  contacted_recently: 'já tinha havido contato há pouco tempo',
  customer_asked_silence: 'havia um silêncio pedido por quem receberia a mensagem',
  unanswered: 'os últimos contatos ficaram sem resposta',
  pace: 'foram muitos contatos em pouco tempo',
  clock_unsafe: 'o relógio do sistema estava sendo acertado',
};

/** The reason that a seller chose for going on after a warning. */
const chosen: Readonly<Record<Because, string>> = {
  customer_asked: 'pediu para eu escrever',
  order_today: 'pedido ou entrega de hoje',
  live_conversation: 'conversa em andamento',
  other: 'outro',
};

const because = {
  ...reasons,
  quietAt: (time: string, place: string) =>
    `${itIs('pt-BR', time).replace(/^É/, 'era').replace(/^São/, 'eram')} em ${place}, dentro do Horário de Silêncio`,
};

export const EXPLAIN_PT = {
  lead: {
    allow: 'Este contato foi liberado: nada o impedia.',
    acknowledged: 'Este contato seguiu depois do aviso, por decisão de quem vendia.',
    warn: (why: string) => `Este contato teve um aviso: ${why}.`,
    block: (why: string) => `Este contato foi adiado: ${why}.`,
    refused: (why: string) => `Este contato não saiu: ${why}.`,
    chosen: (reason: string) => `Motivo escolhido: ${reason}.`,
    released: 'Decidido de novo na hora combinada, sem ninguém no aparelho: nada impedia o contato.',
    releasedLater: (why: string) =>
      `Decidido de novo na hora combinada, sem ninguém no aparelho: ainda não dava, porque ${why}.`,
    releasedNever: (why: string) =>
      `Decidido de novo na hora combinada, sem ninguém no aparelho: o contato não seguiu, porque ${why}.`,
  },
  because,
  chosen,
  origin: (name: string) => `Origem: ${name}.`,
  originHeld: (name: string) => `Origem: ${name}, a mesma de quando ficou para depois.`,
  claimed: (name: string) => `O pedido dizia “${name}”, e vale a origem mais rígida.`,
  afterRefusal: 'Origem: contato pelo perfil, depois que a sugestão foi adiada no mesmo silêncio.',
  checks: {
    notYet: 'Esta verificação ainda não existia.',
    acknowledged: 'Quem vendia viu o aviso e seguiu.',
    erased: 'O cadastro foi apagado.',
    merged: 'O cadastro foi unido a outro.',
    reachable: 'O cadastro tem um celular com WhatsApp.',
    unreachable: 'O cadastro não tem um celular com WhatsApp.',
    optedOut: (at: string) => `A pessoa pediu para não receber mensagens (${at}).`,
    wroteSince: 'A pessoa tinha pedido para parar, e escreveu depois disso.',
    refused: 'A permissão para contato está recusada.',
    notOptedOut: 'A pessoa não pediu para parar.',
    permission: 'Há permissão para contato.',
    noPermission: 'Não se sabe se há permissão para contato.',
    noPermissionNeeded: 'Não se sabe se há permissão; para esta origem não é preciso.',
    notListed: 'O número não estava na lista Não me ligue.',
    listed: (since: string, consented: string | null) =>
      `O número estava na lista Não me ligue (desde ${since}), e ${consented === null ? 'não havia um sim com data' : `o último sim era de ${consented}`}.`,
    consented: (since: string, consented: string) =>
      `O número estava na lista Não me ligue (desde ${since}); o cliente autorizou depois disso, em ${consented}.`,
    listPasses: (since: string) => `O número estava na lista Não me ligue (desde ${since}); esta origem passa.`,
    noPolicy: 'Nenhum Horário de Silêncio estava em vigor.',
    quiet: 'Era Horário de Silêncio.',
    open: 'Não era Horário de Silêncio.',
    quietPasses: 'Era Horário de Silêncio; esta origem passa.',
    zoneUncertain: 'O fuso não é certo, e vale o mais cuidadoso.',
    zoneKnown: 'O fuso é conhecido.',
    coolDownOff: 'A marca não tinha quarentena.',
    coolDownRuns: (contacted: string, days: number, until: string) =>
      `Já tinham falado neste número (${contacted}), e a quarentena de ${days === 1 ? '1 dia' : `${days} dias`} ia até ${until}.`,
    coolDownPasses: 'A quarentena corria; esta origem passa.',
    coolDownOver: (days: number) =>
      `Não houve contato neste número ${days === 1 ? 'no último dia' : `nos últimos ${days} dias`}.`,
    nothingAsked: 'Não havia silêncio pedido para este momento.',
    askedRuns: (what: string) => `Havia um silêncio pedido: ${what}.`,
    askedPasses: 'Um silêncio pedido não impede esta origem.',
    unansweredOff: 'A marca não contava contatos sem resposta.',
    unanswered: (dates: string) => `Contatos que ficaram sem resposta: ${dates}.`,
    unansweredPasses: 'Contatos sem resposta não impedem esta origem.',
    answered: (most: number) => `Não havia ${most} contatos seguidos sem resposta.`,
    paceOff: 'Nenhum limite de ritmo estava em vigor.',
    paceReached: (count: number, max: number, minutes: number, freeAt: string) =>
      `${count === 1 ? 'Já tinha saído 1 contato' : `Já tinham saído ${count} contatos`} em ${minutes} min, e o limite é ${max}. O próximo ficava bom ${freeAt}.`,
    paceFree: (count: number, max: number, minutes: number) =>
      `O ritmo estava dentro do limite: ${count} de ${max} ${max === 1 ? 'contato' : 'contatos'} em ${minutes} min.`,
    clockUnsafe: 'O relógio do sistema tinha saltado.',
    clockSafe: 'O relógio do sistema estava certo.',
  },
  clocks: {
    names,
    head: (name: string, place: string, time: string) => `Relógio ${name}, em ${place}: ${time},`,
    quiet: (since: string | null, until: string) =>
      since === null ? `silêncio até ${until}.` : `silêncio desde ${since}, até ${until}.`,
    quietForever: 'silêncio sem fim previsto.',
    openUntil: (until: string) => `aberto até ${until}.`,
    openForever: 'aberto, sem silêncio previsto.',
    blind: (name: string) => `Relógio ${name}: fuso desconhecido, então vale o silêncio.`,
  },
  whatIf: {
    origins,
    allowed: (name: string) => `Como ${name}: liberado.`,
    warned: (name: string, opens: string | null) =>
      opens === null ? `Como ${name}: com aviso.` : `Como ${name}: com aviso; sem aviso a partir de ${opens}.`,
    putOff: (name: string, opens: string | null) =>
      opens === null ? `Como ${name}: adiado, sem hora prevista.` : `Como ${name}: adiado até ${opens}.`,
    refused: (name: string, why: string) => `Como ${name}: não sairia, porque ${why}.`,
  },
  receipt: {
    head: (number: number, rules: number, version: string, tz: string) =>
      `Recibo nº ${number}, regras ${rules}, ${version}, dados de fuso ${tz}.`,
    version: (version: number) => `versão ${version} da política`,
    noVersion: 'sem política em vigor',
    same: 'Refeita agora com os mesmos dados, a decisão é a mesma.',
    differs: 'Refeita agora, a decisão seria outra: os dados de fuso mudaram desde então.',
  },
  handed: 'O WhatsApp foi aberto com o texto.',
  again: (seller: string) => `Nova tentativa, por ${seller}.`,
  outcomes: {
    sent: 'Quem vendia disse que enviou.',
    not_sent: 'Quem vendia disse que não enviou: não conta como contato.',
    stop: 'A pessoa pediu para parar.',
    wrong_number: 'O número era de outra pessoa.',
    talked: 'Conversaram.',
    sold: 'Houve venda.',
    no_answer: 'Não houve resposta.',
  },
};
export type ExplainWords = typeof EXPLAIN_PT;
