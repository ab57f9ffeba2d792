/** The sentences of the coming day of held contacts, in English. */
import { plural } from '#words/core/format.ts';
import type { DayAheadWords } from './day-ahead.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: DayAheadWords = {
  title: (day) => `What ${day} will be like`,
  ready: (n) => many(n, '1 message becomes ready', `${n} messages become ready`),
  between: (first, last) => (first === last ? `at ${first}` : `between ${first} and ${last}`),
  none: 'No message becomes ready on that day.',
  moves: (n) => many(n, '1 moves to another day', `${n} move to another day`),
  ends: (n) => many(n, '1 ends without leaving', `${n} end without leaving`),
  assumes: 'Each message is taken to be sent at its time. What is ready now and is not sent today is counted too.',
  notWhole: 'There are too many messages: these are the first 5,000.',
  chart: 'Messages by hour',
  legend: { ready: 'become ready', quiet: 'quiet hours' },
  open: 'See the day',
  close: 'Close the day',
  head: { time: 'Time', customer: 'Customer', seller: 'Seller' },
  team: 'By person',
  capacity: (n) => `up to ${n}`,
  tooMany: 'More than one can send',
  away: 'Day off',
  thin: (n) => many(n, 'Leave the last one for later', `Leave the last ${n} for later`),
  thinMore: 'They get the first free times after that day.',
  thinned: (n, when) => (n === 1 ? `1 message now waits for ${when}.` : `${n} messages now wait, from ${when} on.`),
  notThinned: 'None has moved: they were sent, cancelled or moved to another day.',
  undo: 'Undo',
  undone: 'Undone: they are back at their earlier time.',
  loading: 'Loading',
};
