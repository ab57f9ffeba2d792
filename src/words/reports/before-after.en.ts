/** The sentences of the weeks before and after a change of the quiet hours, in English. */
import { plural } from '#words/core/format.ts';
import type { BeforeAfterWords } from './before-after.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: BeforeAfterWords = {
  title: 'Before and after',
  loading: 'Loading',
  cut: 'Change',
  versions: 'Versions of the quiet hours',
  activation: (when) => `Activation, ${when}`,
  version: (number, when) => `Version ${number}, ${when}`,
  measures: {
    late: 'Contacts in the quiet hours',
    outside: 'Contacts with the store closed',
    stopped: 'Requests to stop',
    answered: 'Talks or sales',
    contacts: 'Contacts a day',
  },
  meanings: {
    late: 'Of 100 contacts, how many left in the hours that this version keeps quiet, before and after it.',
    outside: 'Of 100 contacts, how many left while the store was closed. Stores without hours are left out.',
    stopped: 'Of 100 contacts, how many the seller marked as Asked to stop.',
    answered: 'Of 100 contacts, how many the seller marked as Talked or Sold.',
    contacts: 'Contacts sent a day. The team and the season change this number too.',
  },
  noBase: 'There is nothing to compare with yet.',
  noVersion: 'The brand has not had quiet hours yet.',
  noBefore: 'There is no whole week with contacts before this change.',
  noAfter: 'There is no whole week with contacts after this change yet.',
  other: 'Choose another change.',
  before: 'Before',
  after: 'After',
  sides: (before, after) =>
    `${many(before, '1 whole week', `${before} whole weeks`)} before and ${after} after. The day of the change is left out.`,
  interval: (value, low, high) => `${value} (between ${low} and ${high})`,
  verdicts: {
    less: 'It went down: the difference is larger than chance usually explains.',
    more: 'It went up: the difference is larger than chance usually explains.',
    alike: 'These numbers show no difference.',
    few: 'Too few contacts to tell. We only tell from 100 contacts and 2 whole weeks on each side.',
  },
  noVerdict: 'No conclusion here: the team and the season change this number too.',
  how: 'How to read this',
  howMore:
    'Each point is a whole week, counted from the change. The line is the interval in which the true value usually lies, in 95 of 100 cases: few contacts, long line. We only compare with the version before, and stop at the next one.',
  chart: (measure, before, after) =>
    `${measure}, week by week. Before: ${before}. After: ${after}. All numbers are in the table.`,
  cutHere: 'change',
  table: 'See as a table',
  tableHide: 'Hide the table',
  week: 'Week',
  value: 'Value',
  between: 'Interval',
  number: 'Contacts',
  numberOf: (part, of) => `${part} of ${of}`,
  ofDays: (part, days) => `${part} in ${days} days`,
  open: ', see the list',
  nothing: 'no contacts',
};
