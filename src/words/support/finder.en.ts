/** The sentences of support's finder and its keyboard shortcuts, in English. */
import { plural } from '#words/core/format.ts';
import type { FinderWords } from './finder.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: FinderWords = {
  title: 'Find in support',
  field: 'Brand, ticket, receipt or attempt',
  placeholder: 'Aurora, ticket 7, receipt 1204…',
  hint: 'Type the name of a brand, the number of a ticket or receipt, or paste the code of an attempt.',
  results: 'Results',
  groups: { brand: 'Brands', ticket: 'Tickets', receipt: 'Receipts', attempt: 'Attempts' },

  meant: {
    name: (text) => `Brand with “${text}” in its name`,
    number: { both: (n) => `Ticket or receipt ${n}`, ticket: (n) => `Ticket ${n}`, receipt: (n) => `Receipt ${n}` },
    everywhere: 'of all brands',
    within: (brands) => `of ${brands}`,
    unknownBrand: (text) => `No brand with “${text}” in its name.`,
    id: {
      ticket: 'Ticket with this code',
      attempt: 'Attempt with this code',
      either: 'Attempt or ticket with this code',
    },
  },
  searching: 'Searching…',
  found: (n) => many(n, '1 result', `${n} results`),
  none: 'Nothing found.',
  noneMore: 'To search by customer or seller, open the attempts of the brand.',
  more: 'More brands have this number. Type the name of the brand as well.',
  failed: 'We could not search just now.',
  receipt: (number) => `Receipt ${number}`,
  attempt: 'Contact attempt',
  opensAttempt: 'opens the attempt',
  close: 'Close',
  keys: 'Arrows choose · Enter opens · Esc closes',
};
