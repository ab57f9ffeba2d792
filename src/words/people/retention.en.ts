/** The sentences of how long a brand keeps data, in English. */
import type { RetentionWords } from './retention.pt-BR.ts';

export const words: RetentionWords = {
  loading: 'Loading',
  title: 'Privacy: how long we keep data',
  lead: 'What is older is deleted every day, for good. A customer who is erased vanishes at once, without waiting.',
  fields: {
    textsDays: {
      label: 'Texts that were sent, in days',
      why: 'So that the store remembers what was agreed. The contact stays in the list, without its text.',
    },
    draftsDays: {
      label: 'Texts that were not sent, and ended turns, in days',
      why: 'To take up a conversation that was put off. What is held for later never loses its text.',
    },
    receiptsDays: {
      label: 'Record of decisions, in days',
      why: 'The proof of each contact that was allowed, warned or put off. At least 180, which “No answer” and the impact need. The contacts go with it.',
    },
  },
  between: (least, most) => `Use a whole number from ${least} to ${most}.`,
  coolDownLonger: (days) => `The cool-down has ${days} days, so the record stays at least that long.`,
  fixed: 'Times that do not change',
  fixedPoints: [
    'Live notices between screens: 1 hour, so that a device that returns misses nothing.',
    'Imported files and what was read in them: 1 day, to check and to undo.',
    'Answers repeated after a network failure: 7 days, so that nobody gets a message twice.',
    'Accesses of support: 2 years, for the brand to check.',
    'Requests to receive no messages: without an end, as a code that nobody can read.',
  ],
  save: 'Save the days',
  saved: 'Days saved. They count from the next cleaning on, within a day.',
  unread: 'The days could not be loaded.',
  tryAgain: 'Try again',
  unreached: 'No answer from the server. Check the internet and try again.',
};
