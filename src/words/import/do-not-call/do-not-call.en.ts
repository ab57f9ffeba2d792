/** The sentences of the do-not-call list, in English. */
import { count, joinList, plural } from '#words/core/format.ts';
import type { DoNotCallWords } from './do-not-call.pt-BR.ts';

const many = (n: number, one: string, other: string) =>
  plural('en', n, { one, other: other.replace('{n}', count('en', n)) });

export const words: DoNotCallWords = {
  title: 'Do-not-call list',
  open: 'Open the list',
  lead: 'Numbers of people who asked not to get sales contacts. Suggestions to these numbers do not go; from the profile, the seller is warned. Answering stays possible.',
  privacy:
    'We keep only a code of each number, and nobody can see the list. A yes from the customer, noted with a date after the first list, lifts the number.',
  listed: (n) => (n === 0 ? 'No number on the list.' : many(n, '1 number on the list.', '{n} numbers on the list.')),
  change: 'Change the list',
  kind: 'What should the file do?',
  kinds: { add: 'Add', replace: 'Replace the list', remove: 'Remove' },
  kindHints: {
    add: 'The numbers of the file come in; the others stay.',
    replace: 'Only the numbers of the file stay; the others go.',
    remove: 'The numbers of the file leave the list.',
  },
  listedOn: 'Of which day is the list?',
  listedOnHint: 'For each number the day of the first list that contained it counts.',
  file: 'CSV or text with the numbers, up to 10 MB, with or without a header',
  tooLarge: 'The file is larger than 10 MB. Split it and add one part at a time.',
  check: (file) => `Check ${file}`,
  otherFile: 'Another file',
  checkTitle: 'Check before you save',
  inFile: (n) => many(n, '1 number in the file', '{n} numbers in the file'),
  adds: (n) => (n === 0 ? 'none comes in' : many(n, '1 comes in', '{n} come in')),
  removes: (n) => (n === 0 ? 'none goes' : many(n, '1 goes', '{n} go')),
  unread: (n, lines) => {
    const text = many(n, '1 line without a readable number', '{n} lines without a readable number');
    if (lines.length === 0) return text;
    const which = joinList('en', lines.map(String));
    return `${text}: ${lines.length === 1 ? 'line' : 'lines'} ${which}${lines.length < n ? ' and others' : ''}.`;
  },
  after: (n) =>
    n === 0 ? 'Then the list is empty.' : many(n, 'Then the list has 1 number.', 'Then the list has {n} numbers.'),
  save: { add: 'Add to the list', replace: 'Replace the list', remove: 'Remove from the list' },
  saved: 'List saved. It counts from now on.',
  history: 'Changes of the list',
  noHistory: 'The list has had no changes yet.',
  ofDay: (day) => `List of ${day}`,
};
