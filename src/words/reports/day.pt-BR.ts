/** The sentences of the day spread, in Portuguese, the source: a seller's, the store's, the brand's. */
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

export const words = {
  mine: 'Meu dia',
  store: 'Dia da loja',
  brand: 'Dia das lojas',
  panorama: 'Panorama da loja',
  loading: 'Carregando',
  before: (day: string) => `Ver ${day}`,
  after: (day: string) => `Ver ${day}`,
  toToday: 'Voltar para hoje',
  contacts: (n: number, today: boolean) => `${many(n, '1 contato', `${n} contatos`)}${today ? ' hoje' : ''}`,
  putOff: (n: number) => many(n, '1 adiado', `${n} adiados`),
  afterWarning: (n: number) => many(n, '1 enviado após o aviso', `${n} enviados após o aviso`),
  waiting: (n: number) => many(n, '1 esperando agora', `${n} esperando agora`),
  sameAsManager: 'O histórico é o mesmo que a gerência vê.',
  sameAsSellers: 'Cada pessoa vê o mesmo no próprio dia.',
  none: 'Nenhum contato neste dia.',
  fullest: (hour: number, n: number) =>
    `A hora com mais contatos foi ${hour === 1 || hour === 0 ? 'a da' : 'a das'} ${hour}h: ${n}.`,
  quietOf: (stretches: string) => `Em silêncio: ${stretches}.`,
  noQuiet: 'Sem Horário de Silêncio neste dia.',
  ownClocks: 'Cada loja no próprio relógio.',
  chart: 'Contatos por hora',
  legend: { contacts: 'contatos', quiet: 'em silêncio', even: 'distribuição igual nas horas abertas' },
  hint: 'Quanto mais perto da linha, mais bem distribuído é o dia.',
  table: 'Ver em tabela',
  tableHide: 'Ocultar tabela',
  hour: 'Hora',
  contactsHead: 'Contatos',
  evenHead: 'Igual',
  hoursHead: 'Loja',
  states: {
    quiet: 'silêncio',
    partlyQuiet: 'silêncio em parte',
    open: 'aberta',
    partlyOpen: 'aberta em parte',
    closed: 'fechada',
  },
  bySeller: 'Por pessoa',
  byStore: 'Por loja',
  byName: 'Em ordem de nome.',
  byCount: 'De mais a menos contatos.',
  open: 'Abrir',
  openStore: (name: string) => `a loja ${name}`,
  allStores: 'Todas as lojas',
};
export type DayWords = typeof words;
