/** The sentences of support's finder and its keyboard shortcuts, in Portuguese, the source. */
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

export const words = {
  title: 'Encontrar no suporte',
  field: 'Marca, chamado, recibo ou tentativa',
  placeholder: 'Aurora, chamado 7, recibo 1.204…',
  hint: 'Escreva o nome de uma marca, o número de um chamado ou de um recibo, ou cole o código de uma tentativa.',
  results: 'Resultados',
  groups: { brand: 'Marcas', ticket: 'Chamados', receipt: 'Recibos', attempt: 'Tentativas' },

  meant: {
    name: (text: string) => `Marca com “${text}” no nome`,
    number: {
      both: (n: string) => `Chamado ou recibo ${n}`,
      ticket: (n: string) => `Chamado ${n}`,
      receipt: (n: string) => `Recibo ${n}`,
    },
    everywhere: 'em todas as marcas',
    within: (brands: string) => `em ${brands}`,
    unknownBrand: (text: string) => `Nenhuma marca com “${text}” no nome.`,
    id: {
      ticket: 'Chamado com este código',
      attempt: 'Tentativa com este código',
      either: 'Tentativa ou chamado com este código',
    },
  },
  searching: 'Procurando…',
  found: (n: number) => many(n, '1 resultado', `${n} resultados`),
  none: 'Nada encontrado.',
  noneMore: 'Para buscar por cliente ou vendedor, abra as tentativas da marca.',
  more: 'Há mais marcas com este número. Escreva também o nome da marca.',
  failed: 'Não conseguimos buscar agora.',
  receipt: (number: number) => `Recibo ${number}`,
  attempt: 'Tentativa de contato',
  opensAttempt: 'abre a tentativa',
  close: 'Fechar',
  keys: 'As setas escolhem · Enter abre · Esc fecha',
};
export type FinderWords = typeof words;
