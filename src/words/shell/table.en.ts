/** The sentences of tables on wide screens, in English. */
import { count } from '#words/core/format.ts';
import type { TableWords } from './table.pt-BR.ts';

const number = (n: number) => count('en', n);

export const words: TableWords = {
  sortBy: (column) => `Sort by ${column}`,
  pages: 'Pages',
  previous: 'Previous page',
  next: 'Next page',
  range: (from, to, total) => `${number(from)} to ${number(to)} of ${number(total)}`,
};
