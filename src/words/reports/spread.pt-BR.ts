/** The sentences of the report on how contacts are spread, in Portuguese, the source. */
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

export const words = {
  title: 'Distribuição',
  loading: 'Carregando',
  evenness: 'Uniformidade do dia',
  index: (value: string) => `${value} de 1`,
  evenMore:
    'Parte dos contatos que já está na hora certa para uma distribuição igual nas horas abertas: 1 é igual em todas as horas, 0 é tudo com a loja fechada ou em silêncio.',
  fewContacts: 'Com menos de 20 contatos não calculamos a uniformidade.',
  bursts: 'Rajadas',
  limit: (max: number, minutes: number) => `O ritmo combinado é de ${max} contatos em ${minutes} minutos por pessoa.`,
  noLimit: 'Não há ritmo combinado em vigor, por isso não contamos rajadas.',
  over: (n: number) =>
    n === 0
      ? 'Ninguém passou do ritmo.'
      : many(n, '1 vez alguém passou do ritmo.', `${n} vezes alguém passou do ritmo.`),
  most: (n: number, minutes: number) => `O máximo foi ${many(n, '1 contato', `${n} contatos`)} em ${minutes} minutos.`,
  run: (n: number) => `A maior sequência sem dois minutos de pausa: ${many(n, '1 contato', `${n} contatos`)}.`,
  byHour: 'Contatos por hora',
  legend: { contacts: 'contatos', quiet: 'em silêncio', even: 'distribuição igual nas horas abertas' },
  byStore: 'Por loja',
  byPerson: 'Por pessoa',
  store: 'Loja',
  person: 'Pessoa',
  contactsHead: 'Contatos',
  evennessHead: 'Uniformidade',
  burstsHead: 'Rajadas',
  mostHead: 'Máximo no ritmo',
  runHead: 'Maior sequência',
  byName: 'Em ordem de nome: com menos de 20 contatos por pessoa não há comparação.',
  byCount: 'De mais a menos contatos.',
  none: 'Nenhum contato neste período.',
  noneMore: 'Escolha outro período ou outra loja.',
  next: (day: string) => `O que espera por ${day}`,
  nextMore: 'Mensagens guardadas que ficam prontas, diante do que cada pessoa consegue começar no dia dentro do ritmo.',
  nextNone: 'Nenhuma mensagem guardada para este dia.',
  nextStore: 'Escolha uma loja para ver o que espera pela próxima abertura.',
  held: 'Guardadas',
  capacity: 'Cabem',
  away: 'de folga',
  tooMany: 'mais do que cabe',
  export: 'Baixar planilha (CSV)',
};
export type SpreadWords = typeof words;
