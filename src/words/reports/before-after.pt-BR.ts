/** The sentences of the weeks before and after a change of the quiet hours, in Portuguese, the source. */
import type { ComparedMeasure } from '#contract/reports/before-after.ts';
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

const measures: Readonly<Record<ComparedMeasure, string>> = {
  late: 'Contatos nas horas de silêncio',
  outside: 'Contatos com a loja fechada',
  stopped: 'Pedidos para parar',
  answered: 'Conversas ou vendas',
  contacts: 'Contatos por dia',
};

const meanings: Readonly<Record<ComparedMeasure, string>> = {
  late: 'De cada 100 contatos, quantos saíram nas horas que esta versão deixa em silêncio, antes e depois dela.',
  outside: 'De cada 100 contatos, quantos saíram com a loja fechada. Lojas sem horário cadastrado não entram.',
  stopped: 'De cada 100 contatos, em quantos quem vende marcou Pediu para parar.',
  answered: 'De cada 100 contatos, em quantos quem vende marcou Conversou ou Vendeu.',
  contacts: 'Contatos enviados por dia. Equipe e época do ano também mudam este número.',
};

export const words = {
  title: 'Antes e depois',
  loading: 'Carregando',
  cut: 'Mudança',
  versions: 'Versões do Horário de Silêncio',
  activation: (when: string) => `Ativação, ${when}`,
  version: (number: number, when: string) => `Versão ${number}, ${when}`,
  measures,
  meanings,
  noBase: 'Ainda não há base de comparação.',
  noVersion: 'A marca ainda não teve Horário de Silêncio.',
  noBefore: 'Não há uma semana inteira com contatos antes desta mudança.',
  noAfter: 'Ainda não há uma semana inteira com contatos depois desta mudança.',
  other: 'Escolha outra mudança.',
  before: 'Antes',
  after: 'Depois',
  sides: (before: number, after: number) =>
    `${many(before, '1 semana inteira', `${before} semanas inteiras`)} antes e ${many(after, '1', `${after}`)} depois. O dia da mudança fica de fora.`,
  interval: (value: string, low: string, high: string) => `${value} (entre ${low} e ${high})`,
  verdicts: {
    less: 'Diminuiu: a diferença é maior que o acaso costuma explicar.',
    more: 'Aumentou: a diferença é maior que o acaso costuma explicar.',
    alike: 'Estes números não mostram diferença.',
    few: 'Poucos contatos para concluir. Só concluímos com 100 contatos e 2 semanas inteiras de cada lado.',
  },
  noVerdict: 'Sem conclusão aqui: equipe e época do ano também mudam este número.',
  how: 'Como ler',
  howMore:
    'Cada ponto é uma semana inteira, contada a partir da mudança. O traço é o intervalo em que o valor verdadeiro costuma estar, em 95 de 100 casos: poucos contatos, traço longo. Só comparamos com a versão anterior e paramos na seguinte.',
  chart: (measure: string, before: string, after: string) =>
    `${measure}, semana a semana. Antes: ${before}. Depois: ${after}. Todos os números estão na tabela.`,
  cutHere: 'mudança',
  table: 'Ver em tabela',
  tableHide: 'Ocultar tabela',
  week: 'Semana',
  value: 'Valor',
  between: 'Intervalo',
  number: 'Contatos',
  numberOf: (part: string, of: string) => `${part} de ${of}`,
  ofDays: (part: string, days: string) => `${part} em ${days} dias`,
  open: ', ver a lista',
  nothing: 'sem contatos',
};
export type BeforeAfterWords = typeof words;
