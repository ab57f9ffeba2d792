/** The sentences about what a new brand still lacks, in English. */
import { plural } from '#words/core/format.ts';
import type { BrandSetupWords } from './brand-setup.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: BrandSetupWords = {
  title: 'What is still missing',
  lead: 'Each point leaves the list when it is done.',
  parts: {
    stores: 'Stores',
    hours: 'Opening hours',
    people: 'People',
    customers: 'Customers',
    quiet_hours: 'Quiet hours',
  },
  state: {
    stores: () => 'There are no stores yet.',
    hours: (stores) =>
      stores === null
        ? 'There are no opening hours yet.'
        : many(stores, '1 store has no opening hours.', `${stores} stores have no opening hours.`),
    people: (stores) =>
      stores === null
        ? 'Nobody sells with the app yet.'
        : many(stores, 'In 1 store nobody can sign in yet.', `In ${stores} stores nobody can sign in yet.`),
    customers: () => 'There are no customers yet.',
    quiet_hours: () => 'Not asked for yet.',
  },
  next: {
    stores: 'Create each store here: name, city and hours. If there are many, import the spreadsheet.',
    hours: 'Open each store and say when it opens and closes.',
    people: 'Add those who sell in each store, or import the sheet. Each person gets a PIN.',
    customers: 'Import the spreadsheet of customers: name, phone number, store.',
    quiet_hours: 'Say the start and the end in a ticket. Support sets them up.',
  },
  toImport: 'Import from a spreadsheet',
  toStores: { stores: 'Create the first store', hours: 'See the stores' },
  openTeam: 'Open the team',
  ask: 'Go to the tickets',
};
