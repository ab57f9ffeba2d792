/** The sentences of the report on contacts that went on after a warning, in Portuguese, the source. */
import type { Because, Followed } from '#contract/reports/after-warning.ts';
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

const because: Readonly<Record<Because, string>> = {
  customer_asked: 'Pediu para eu escrever',
  order_today: 'Pedido ou entrega de hoje',
  live_conversation: 'Conversa em andamento',
  other: 'Outro',
};

const followed: Readonly<Record<Followed, string>> = {
  answer: 'Conversou',
  sale: 'Vendeu',
  stop: 'Pediu para parar',
  wrong_number: 'Número errado',
  silence: 'Silêncio',
  open: 'Ainda sem retorno',
};

export const words = {
  title: 'Enviados após o aviso',
  loading: 'Carregando',
  because,
  noReason: 'Sem motivo pedido',
  followed,
  sent: (n: number) => many(n, '1 contato seguiu após o aviso', `${n} contatos seguiram após o aviso`),
  turnedBack: (n: number, warned: number) =>
    `${many(n, '1 voltou atrás', `${n} voltaram atrás`)} de ${many(warned, '1 avisado', `${warned} avisados`)}.`,
  share: (value: string, low: string, high: string) => `${value} voltaram atrás (entre ${low} e ${high}).`,
  fewWarned: 'Com menos de 20 avisos não mostramos a parte que voltou atrás.',
  afterRefusal: (n: number) =>
    many(
      n,
      '1 deles tinha sido adiado na lista pouco antes, no mesmo silêncio.',
      `${n} deles tinham sido adiados na lista pouco antes, no mesmo silêncio.`,
    ),
  reasons: 'Motivo escolhido',
  reading: 'Quanto tempo o aviso foi lido',
  median: (seconds: number) => `Metade leu por até ${seconds} s antes de seguir.`,
  band: (from: number, to: number | null) => (to === null ? `${from} s ou mais` : `${from} a ${to} s`),
  after: 'O que veio depois',
  afterMore:
    'Segundo o que quem vende marcou por último dentro do prazo, e os pedidos para parar. Sem nada marcado, conta como silêncio. O WhatsApp não informa mais que isso.',
  day: 'Em 24 h',
  week: 'Em 7 dias',
  contacts: 'Contatos',
  byStore: 'Por loja',
  byPerson: 'Por pessoa',
  store: 'Loja',
  person: 'Pessoa',
  sentHead: 'Seguiram',
  warnedHead: 'Avisados',
  turnedBackHead: 'Voltaram atrás',
  refusalHead: 'Depois de adiados',
  noPeople: 'Com menos de 20 contatos por pessoa mostramos só a loja e os contatos, um a um.',
  list: 'Contato por contato',
  listNone: 'Nenhum contato seguiu após o aviso neste período.',
  noneMore: 'Escolha outro período ou outra loja.',
  more: 'Mostrar mais',
  export: 'Baixar planilha (CSV)',
  read: (seconds: number) => `leu por ${seconds} s`,
  refused: 'adiado na lista pouco antes',
  inDay: (what: string) => `24 h: ${what}`,
  inWeek: (what: string) => `7 dias: ${what}`,
  open: (customer: string, when: string) => `Abrir a tentativa com ${customer}, ${when}`,
};
export type AfterWarningWords = typeof words;
