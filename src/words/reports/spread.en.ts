/** The sentences of the report on how contacts are spread, in English. */
import { plural } from '#words/core/format.ts';
import type { SpreadWords } from './spread.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: SpreadWords = {
  title: 'Spread',
  loading: 'Loading',
  evenness: 'Evenness of the day',
  index: (value) => `${value} of 1`,
  evenMore:
    'The part of the contacts that is already in the right hour for an even spread over the open hours: 1 is the same in every hour, 0 is all while the store was closed or quiet.',
  fewContacts: 'With fewer than 20 contacts we do not compute the evenness.',
  bursts: 'Bursts',
  limit: (max, minutes) => `The agreed pace is ${max} contacts in ${minutes} minutes a person.`,
  noLimit: 'No agreed pace is in force, so we count no bursts.',
  over: (n) =>
    n === 0
      ? 'Nobody went above the pace.'
      : many(n, 'Somebody went above the pace once.', `Somebody went above the pace ${n} times.`),
  most: (n, minutes) => `The most was ${many(n, '1 contact', `${n} contacts`)} in ${minutes} minutes.`,
  run: (n) => `The longest run without a pause of two minutes: ${many(n, '1 contact', `${n} contacts`)}.`,
  byHour: 'Contacts by hour',
  legend: { contacts: 'contacts', quiet: 'quiet', even: 'spread evenly over the open hours' },
  byStore: 'By store',
  byPerson: 'By person',
  store: 'Store',
  person: 'Person',
  contactsHead: 'Contacts',
  evennessHead: 'Evenness',
  burstsHead: 'Bursts',
  mostHead: 'Most in the pace',
  runHead: 'Longest run',
  byName: 'By name: with fewer than 20 contacts a person there is no comparison.',
  byCount: 'Most contacts first.',
  none: 'No contacts in this period.',
  noneMore: 'Choose another period or another store.',
  next: (day) => `What waits for ${day}`,
  nextMore: 'Held messages that become ready, beside what each person can begin on the day within the pace.',
  nextNone: 'No held message for this day.',
  nextStore: 'Choose a store to see what waits for the next opening.',
  held: 'Held',
  capacity: 'Fit',
  away: 'day off',
  tooMany: 'more than fits',
  export: 'Download as a spreadsheet (CSV)',
};
