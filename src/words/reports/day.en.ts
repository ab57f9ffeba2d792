/** The sentences of the day spread, in English. */
import { plural } from '#words/core/format.ts';
import type { DayWords } from './day.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: DayWords = {
  mine: 'My day',
  store: 'Store’s day',
  brand: 'Stores’ day',
  loading: 'Loading',
  before: (day) => `See ${day}`,
  after: (day) => `See ${day}`,
  toToday: 'Back to today',
  contacts: (n, today) => `${many(n, '1 contact', `${n} contacts`)}${today ? ' today' : ''}`,
  putOff: (n) => `${n} put off`,
  afterWarning: (n) => `${n} sent after the warning`,
  waiting: (n) => `${n} waiting now`,
  sameAsManager: 'The history is the same your managers see.',
  sameAsSellers: 'Each person sees the same in their own day.',
  none: 'No contacts on this day.',
  fullest: (hour, n) => `The hour with most contacts began at ${hour}:00: ${n}.`,
  quietOf: (stretches) => `Quiet hours: ${stretches}.`,
  noQuiet: 'No quiet hours on this day.',
  ownClocks: 'Each store by its own clock.',
  chart: 'Contacts by hour',
  legend: { contacts: 'contacts', quiet: 'quiet hours', even: 'spread evenly over the open hours' },
  hint: 'The closer to the line, the more evenly the day is spread.',
  table: 'See as a table',
  tableHide: 'Hide table',
  hour: 'Hour',
  contactsHead: 'Contacts',
  evenHead: 'Even',
  hoursHead: 'Store',
  states: {
    quiet: 'quiet hours',
    partlyQuiet: 'partly quiet hours',
    open: 'open',
    partlyOpen: 'partly open',
    closed: 'closed',
  },
  bySeller: 'By person',
  byStore: 'By store',
  byName: 'In order of name.',
  byCount: 'Most contacts first.',
  open: 'Open',
  openStore: (name) => `the store ${name}`,
  allStores: 'All stores',
};
