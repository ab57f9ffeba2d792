/** The sentences of a campaign's rehearsal, in English. */
import { plural } from '#words/core/format.ts';
import type { RehearsalWords } from './rehearsal.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });
const customers = (n: number) => many(n, '1 customer', `${n} customers`);

export const words: RehearsalWords = {
  title: 'What it will be, day by day',
  lead: 'See what this campaign will be on each day, before you save it.',
  leadSaved: 'See what this campaign will be on each day, from now on.',
  open: 'See what it will be',
  close: 'Close',
  working: 'Working out the coming days…',
  first: 'First figures, from some stores. The whole answer comes in a moment.',
  unread: 'We could not work it out right now.',
  again: 'Try again',
  correct: 'Correct the fields with a note to see what it will be.',
  total: (n) => `${customers(n)} in the period`,
  suggested: (n) => `${n} suggested`,
  sent: (n) => `${n} sent`,
  held: (n) => many(n, '1 waits until quiet hours end', `${n} wait until quiet hours end`),
  lastServed: (date) => `The last contact goes on ${date}.`,
  nobody: 'With these filters nobody gets the suggestion in this period.',
  chart: 'Contacts sent each day. Choose a day to see its hours.',
  days: 'Days of the campaign',
  day: (date, sent, suggested, held) =>
    `${date}: ${sent} sent, ${suggested} suggested, ${held} wait for the end of quiet hours`,
  hours: (date) => `Contacts sent by hour on ${date}, on each store’s clock`,
  legend: { sent: 'sent', quiet: 'quiet hours' },
  table: 'Figures by day',
  head: { date: 'Day', suggested: 'Suggested', held: 'For later', ready: 'Become ready', sent: 'Sent' },
  hourTable: 'Figures by hour',
  hourHead: { hour: 'Hour', sent: 'Sent' },
  sellers: 'By seller',
  seller: (name, n) => `${name}: ${customers(n)}`,
  moreSellers: (n) => many(n, 'and 1 more person', `and ${n} more people`),
  leftOut: 'Left out',
  withoutSeller: 'No seller in the store',
  doesNotFit: (n) => many(n, '1 customer does not fit into the period.', `${n} customers do not fit into the period.`),
  unused: (n) =>
    many(
      n,
      '1 suggestion is not used, because the store does not open in time.',
      `${n} suggestions are not used, because the store does not open in time.`,
    ),
  unusedIn: (names) => `Check the hours of: ${names}`,
  looking: 'Finding what would make it fit…',
  fits: 'With one of these changes everybody fits:',
  noFix: 'No period of up to 92 days and no higher quota makes everybody fit. Narrower filters help.',
  fixTo: (date) => `End on ${date}`,
  fixPerSeller: (n) => `Up to ${n} for each seller and day in this campaign`,
  fixPerDay: (n) => `Up to ${n} suggestions for each seller and day, in the brand’s settings`,
  changed: 'Draft changed.',
  undo: 'Undo',
  since: (moment) => `What has changed since ${moment}`,
  changes: {
    draft: 'The campaign was changed.',
    hours: 'Quiet hours were published, paused or resumed.',
    stops: (n) => (n > 0 ? `${customers(n)} asked to stop.` : `${customers(-n)} accepted messages again.`),
    daysOff: (n) =>
      n > 0
        ? `${many(n, '1 more day off', `${n} more days off`)} in the team.`
        : `${many(-n, '1 day off fewer', `${-n} days off fewer`)} in the team.`,
    customers: (n) =>
      n > 0
        ? `${many(n, '1 more customer', `${n} more customers`)} in the period.`
        : `${many(-n, '1 customer fewer', `${-n} customers fewer`)} in the period.`,
  },
  assumes:
    'These figures assume that each suggestion is used on its day, at the seller’s usual hours (or evenly over the open hours), within the limit of contacts, and that what becomes ready is sent at once.',
};
