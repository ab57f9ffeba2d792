/** The sentences of the brand manager's app, in English. */
import { plural } from '#words/core/format.ts';
import type { BrandWords } from './brand-app.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });
const upTo = (max: number, minutes: number) =>
  `Pace: up to ${many(max, '1 new contact', `${max} new contacts`)} in ${many(minutes, '1 minute', `${minutes} minutes`)} per seller`;

export const words: BrandWords = {
  ways: 'Areas of the brand',
  stores: 'Stores',
  day: 'Stores’ day',
  panorama: 'Overview',
  policy: 'Policy',
  team: 'Team',
  campaigns: 'Campaigns',
  imports: 'Import',
  customers: 'Customers',
  loading: 'Loading',
  again: 'Try again',
  unread: 'We could not show this now.',
  unreached: 'No answer from the server. Try again when the network is back.',
  code: (code) => `Code ${code}`,

  readOnly: 'Oto’s support changes the hours. Here you follow them and ask.',
  coming: (when) => `From ${when}`,
  comingPaused: (when) => `Once they are back, from ${when}`,
  dates: 'Special dates',
  allDay: 'all day',
  nothing: 'no quiet hours start',
  whatHappens: 'What happens in quiet hours',
  suggestions: 'Suggestions, lists and campaigns are put off, with the reason and the time it opens.',
  profile: {
    warn: 'From a customer’s profile, the seller is warned and may go on. It goes into the history.',
    'warn-with-reason':
      'From a customer’s profile, the seller is warned and may go on after telling why. It goes into the history.',
  },
  reply: {
    allow: 'Replying to customers stays free, at any hour.',
    warn: 'Replying to customers stays possible, with a warning.',
  },
  pace: {
    warn: (max, minutes) => `${upTo(max, minutes)}; after that, a warning suggests a breather.`,
    block: (max, minutes) => `${upTo(max, minutes)}; after that, the next one waits its turn.`,
  },
  clocks: {
    store: 'Each store follows its own clock.',
    'store-and-customer': 'The store’s clock counts, and the one where the customer is.',
    brand: 'All stores follow one clock.',
  },

  history: 'History',
  noHistory: 'Nothing has been published yet.',
  published: (version) => `Version ${version}`,
  suspended: 'Paused',
  suspendedPlan: 'Paused by the change of plan',
  resumed: 'Resumed',
  from: (when) => `in force from ${when}`,
  until: (when) => `until ${when}`,
  openEnd: 'with no date to come back',
  by: (author, when) => `${author}, ${when}`,
  nowTag: 'in force',
  comingTag: 'to come',
  changes: 'What changed',
  more: (n) => `Show ${n} more`,

  supportAccess: 'Looks by support',
  supportAccessLead:
    'Each time Oto’s support opens data of the brand it is recorded here: who, when and what. Customers are masked until support says why.',
  openSupportAccess: 'See looks',
  noSupportAccess: 'Support has not opened data of the brand yet.',
  openAccessedAttempt: 'See attempt',
  accessSearched: (typed) => `Searched for: ${typed}`,
  accessReason: (reason) => `Reason: ${reason}`,
  moreSupportAccess: 'Show more',

  starterTitle: 'Quiet hours',
  starterLead: 'In the evening, your customers in peace and your team truly off work.',
  starterPlan: 'Quiet hours are part of the Growth and Enterprise plans.',
  starterPoints: [
    'Suggestions and campaigns wait for the morning, with the text kept. Nothing is lost.',
    'From a customer’s profile, a warning: who decides to go on goes on, and it is in the history.',
    'Replying to who wrote stays free, at any hour.',
    'The same hours in all stores, on each one’s clock.',
  ],
  starterWhy:
    'A message late at night annoys the most: the customer blocks, reports or asks to stop, and the store’s number pays for it.',
  figure: (n, count, start, end) =>
    many(
      count,
      `In the last 90 days, ${n} contact left between ${start} and ${end}.`,
      `In the last 90 days, ${n} contacts left between ${start} and ${end}.`,
    ),
  talk: 'Talk to the Oto team',
  talkLead: 'Tell what the brand needs. The team will be in touch.',
  contact: 'How to reach you',
  contactHint: 'Phone or e-mail, and the best time.',
  contactMissing: 'Write a phone number or an e-mail.',
  wish: 'What you would like',
  wishMissing: 'Tell it in a few words.',
  wishStart: 'I would like to get to know quiet hours.',
  talkSend: 'Send',
  back: 'Back',
  talkSent: (contact) => `We have your request. The team will be in touch at ${contact}.`,
  talkWaiting: (when) => `Request sent ${when}. The Oto team will be in touch.`,
  talkDone: (when) => `The Oto team talked to you ${when}.`,
  figures: {
    title: (days) => `Last ${days} days`,
    putOff: () => 'put off',
    warned: () => 'warned',
    sentAfterWarning: () => 'sent after the warning',
    open: ', see the list',
    noAttempts: 'No attempts yet.',
  },
  page: {
    hoursUnknown: 'Opening hours of the stores are not known.',
    closedToday: 'Stores closed today.',
    openToday: (when, stores) => `${many(stores, 'Store open', 'Stores open')} ${when}.`,
    legend: { quiet: 'quiet hours', open: 'stores open', now: 'now' },
    title: 'Quiet hours',
    now: 'in quiet hours',
    openNow: 'open',
    zones: (inBrand) => `Now ${inBrand}, in each time zone`,
    stores: (n) => many(n, '1 store', `${n} stores`),
    until: (time) => `until ${time}`,
    next: (time) => `quiet hours at ${time}`,
    inactive: 'No hours are in force.',
    suspended: (until) => (until === null ? 'Paused.' : `Paused until ${until}.`),
  },
};
