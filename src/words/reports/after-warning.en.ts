/** The sentences of the report on contacts that went on after a warning, in English. */
import { plural } from '#words/core/format.ts';
import type { AfterWarningWords } from './after-warning.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: AfterWarningWords = {
  title: 'Sent after the warning',
  loading: 'Loading',
  because: {
    customer_asked: 'They asked me to write',
    order_today: 'Order or delivery of today',
    live_conversation: 'Conversation under way',
    other: 'Other',
  },
  noReason: 'No reason asked for',
  followed: {
    answer: 'Talked',
    sale: 'Sold',
    stop: 'Asked to stop',
    wrong_number: 'Wrong number',
    silence: 'No answer',
    open: 'Nothing said yet',
  },
  sent: (n) => many(n, '1 contact went on after the warning', `${n} contacts went on after the warning`),
  turnedBack: (n, warned) => `${n} turned back of ${warned} warned.`,
  share: (value, low, high) => `${value} turned back (between ${low} and ${high}).`,
  fewWarned: 'With fewer than 20 warnings we do not show the share that turned back.',
  afterRefusal: (n) =>
    many(
      n,
      '1 of them had been put off in the list shortly before, in the same quiet hours.',
      `${n} of them had been put off in the list shortly before, in the same quiet hours.`,
    ),
  reasons: 'Reason chosen',
  reading: 'How long the warning was read',
  median: (seconds) => `Half read for up to ${seconds} s before going on.`,
  band: (from, to) => (to === null ? `${from} s or more` : `${from} to ${to} s`),
  after: 'What followed',
  afterMore:
    'By what the seller said last within the time, and by requests to stop. Nothing said counts as no answer. WhatsApp tells no more than that.',
  day: 'In 24 h',
  week: 'In 7 days',
  contacts: 'Contacts',
  byStore: 'By store',
  byPerson: 'By person',
  store: 'Store',
  person: 'Person',
  sentHead: 'Went on',
  warnedHead: 'Warned',
  turnedBackHead: 'Turned back',
  refusalHead: 'After being put off',
  noPeople: 'With fewer than 20 contacts a person we show only the store and the contacts, one by one.',
  list: 'Contact by contact',
  listNone: 'No contact went on after the warning in this period.',
  noneMore: 'Choose another period or another store.',
  more: 'Show more',
  export: 'Download as a spreadsheet (CSV)',
  read: (seconds) => `read for ${seconds} s`,
  refused: 'put off in the list shortly before',
  inDay: (what) => `24 h: ${what}`,
  inWeek: (what) => `7 days: ${what}`,
  open: (customer, when) => `Open the attempt with ${customer}, ${when}`,
};
