/** The sentences of the do-not-call list, in Portuguese, the source. */
import type { ListChangeKind } from '#contract/import/do-not-call.ts';
import { count, joinList, plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) =>
  plural('pt-BR', n, { one, other: other.replace('{n}', count('pt-BR', n)) });

const kinds: Readonly<Record<ListChangeKind, string>> = {
  add: 'Adicionar',
  replace: 'Trocar a lista',
  remove: 'Tirar',
};
const kindHints: Readonly<Record<ListChangeKind, string>> = {
  add: 'Os números do arquivo entram; os outros ficam.',
  replace: 'Ficam só os números do arquivo; os outros saem.',
  remove: 'Os números do arquivo saem da lista.',
};
const save: Readonly<Record<ListChangeKind, string>> = {
  add: 'Adicionar à lista',
  replace: 'Trocar a lista',
  remove: 'Tirar da lista',
};

export const words = {
  title: 'Lista Não me ligue',
  open: 'Abrir a lista',
  lead: 'Números de quem pediu para não receber contatos de vendas. Sugestões a esses números não saem; pelo perfil, quem vende vê um aviso. Responder continua possível.',
  privacy:
    'Guardamos só um código de cada número, e ninguém consegue ver a lista. Um sim do cliente, anotado com data depois da primeira lista, libera o número.',
  listed: (n: number) => (n === 0 ? 'Nenhum número na lista.' : many(n, '1 número na lista.', '{n} números na lista.')),
  change: 'Mudar a lista',
  kind: 'O que fazer com o arquivo?',
  kinds,
  kindHints,
  listedOn: 'De que dia é a lista?',
  listedOnHint: 'Para cada número vale o dia da primeira lista em que ele apareceu.',
  file: 'CSV ou texto com os números, de até 10 MB, com ou sem cabeçalho',
  tooLarge: 'O arquivo passa de 10 MB. Divida em partes e adicione uma de cada vez.',
  check: (file: string) => `Conferir ${file}`,
  otherFile: 'Outro arquivo',
  checkTitle: 'Confira antes de salvar',
  inFile: (n: number) => many(n, '1 número no arquivo', '{n} números no arquivo'),
  adds: (n: number) => (n === 0 ? 'nenhum entra' : many(n, '1 entra', '{n} entram')),
  removes: (n: number) => (n === 0 ? 'nenhum sai' : many(n, '1 sai', '{n} saem')),
  unread: (n: number, lines: readonly number[]) => {
    const text = many(n, '1 linha sem número que dê para ler', '{n} linhas sem número que dê para ler');
    if (lines.length === 0) return text;
    const which = joinList('pt-BR', lines.map(String));
    return `${text}: ${lines.length === 1 ? 'linha' : 'linhas'} ${which}${lines.length < n ? ' e outras' : ''}.`;
  },
  after: (n: number) =>
    n === 0
      ? 'Depois, a lista fica vazia.'
      : many(n, 'Depois, a lista tem 1 número.', 'Depois, a lista tem {n} números.'),
  save,
  saved: 'Lista salva. Vale a partir de agora.',
  history: 'Mudanças da lista',
  noHistory: 'A lista ainda não teve mudanças.',
  ofDay: (day: string) => `Lista de ${day}`,
};
export type DoNotCallWords = typeof words;
