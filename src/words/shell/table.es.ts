/** The sentences of tables on wide screens, in Spanish. */
import { count } from '#words/core/format.ts';
import type { TableWords } from './table.pt-BR.ts';

const number = (n: number) => count('es', n);

export const words: TableWords = {
  sortBy: (column) => `Ordenar por ${column}`,
  pages: 'Páginas',
  previous: 'Página anterior',
  next: 'Página siguiente',
  range: (from, to, total) => `${number(from)} a ${number(to)} de ${number(total)}`,
};
