/** Attempts searched and explained, in English. */
import { plural } from '#words/format.ts';
import type { AttemptsWords } from './attempts.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: AttemptsWords = {
  attempts: 'Attempts',
  attempt: 'Contact attempt',
  loading: 'Loading',
  again: 'Try again',
  unread: 'We could not show this now.',
  unreached: 'No answer from the server. Try again when the internet is back.',
  back: 'Back to the attempts',
  gone: 'This attempt does not exist, or belongs to another store.',

  customer: 'Customer',
  customerHint: 'Name or number.',
  customerHintMasked: 'Whole words and whole numbers: customers are masked.',
  seller: 'Seller',
  state: 'State',
  anyState: 'All',
  states: {
    refused: 'put off',
    warned: 'warned',
    handed_over: 'opened in WhatsApp',
    sent: 'sent',
    abandoned: 'not sent',
  },
  from: 'From',
  to: 'Until',
  find: 'Search',
  clear: 'Clear',
  found: (n, more) =>
    more ? `The ${n} newest attempts` : many(n, '1 attempt, newest first', `${n} attempts, newest first`),
  none: 'No such attempt.',
  noneMore: 'Check the name and the dates, or clear the search.',
  noneYet: 'There are no contact attempts yet.',
  more: 'Show more',
  open: 'Open',
  openFor: (customer, when) => ` the attempt with ${customer}, ${when}`,

  phone: 'Number',
  store: 'Store',
  when: 'When',
  text: 'Text',
  noText: 'No text.',
  verdicts: { allow: 'allowed', warn: 'warned', block: 'put off' },
  decision: (n, of, when) => (of === 1 ? `The decision, ${when}` : `Decision ${n} of ${of}, ${when}`),
  clocks: 'Clocks',
  noClocks: 'No quiet hours were in force.',
  checks: 'Checks',
  whatIf: 'What if it were…',
  receipt: 'Receipt',
  after: 'What came after',
  nothingAfter: 'Nothing recorded after it.',

  masked: 'Customer masked',
  maskedMore: 'Name, number and text show only with a reason. The brand sees who opened them, when and why.',
  reveal: 'Show customer',
  revealTitle: 'Show who it is?',
  revealLead: 'For this attempt and for you alone, for 30 minutes. The brand reads the reason.',
  reason: 'Reason',
  reasonHint: 'For example: the store called and asked why it was put off.',
  missingReason: 'Write the reason in a few words.',
  stay: 'Back',
  revealed: (minutes) => many(minutes, 'Shown to you for 1 more minute.', `Shown to you for ${minutes} more minutes.`),
  revealedMore: 'The brand sees this look and its reason.',
};
