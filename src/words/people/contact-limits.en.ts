/** The sentences of a brand's contact settings, in English. */
import type { ContactLimitsWords } from './contact-limits.pt-BR.ts';

export const words: ContactLimitsWords = {
  loading: 'Loading',
  title: 'Brand settings: rest between contacts',
  lead: 'They hold for every store. Suggestions wait; from the profile, sellers see a warning. Replying stays possible.',
  coolDown: 'Cool-down, in days',
  coolDownHint:
    'After a contact, nobody of the brand begins another with the same number for so many days. 0: no cool-down.',
  coolDownFault: 'Use a whole number from 0 to 365.',
  unanswered: 'Contacts without an answer',
  unansweredHint:
    'After so many contacts in a row marked “No answer”, the number rests until it answers, buys, or 180 days pass. 0: do not count.',
  unansweredFault: 'Use 0, or a whole number from 2 to 10.',
  perDay: 'Suggestions per person and day',
  perDayHint: 'Over all campaigns. From 1 to 100.',
  perDayFault: 'Use a whole number from 1 to 100.',
  save: 'Save settings',
  saved: 'Settings saved. They hold from now on.',
  unread: 'The settings could not be loaded.',
  tryAgain: 'Try again',
  unreached: 'No answer from the server. Check the internet and try again.',
};
