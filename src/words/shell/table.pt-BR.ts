/** The sentences of tables on wide screens, in Portuguese, the source. */
import { count } from '#words/core/format.ts';

const number = (n: number) => count('pt-BR', n);

export const words = {
  sortBy: (column: string) => `Ordenar por ${column}`,
  pages: 'Páginas',
  previous: 'Página anterior',
  next: 'Próxima página',
  range: (from: number, to: number, total: number) => `${number(from)} a ${number(to)} de ${number(total)}`,
};
export type TableWords = typeof words;
