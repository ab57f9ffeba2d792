/** The sentences of the summary of a week, on the Panorama and by mail, in English. */
import { plural } from '#words/core/format.ts';
import type { WeekWords } from './week.pt-BR.ts';

export const words: WeekWords = {
  title: 'The week in short',
  loading: 'Loading',
  dates: (from, to) => `${from} to ${to}`,
  figures: {
    sent: 'Contacts sent',
    eveningsWorked: 'Evenings worked',
    sentAfterWarning: 'Sent after the warning',
    answered: 'Talks or sales',
    outsideHours: 'While the store was closed',
  },
  meanings: {
    sent: 'Conversations opened on WhatsApp, without those the seller says were not sent.',
    eveningsWorked: 'Each person and each evening on which somebody contacted a customer after quiet hours began.',
    sentAfterWarning: 'Contacts that went on after a warning.',
    answered: 'Contacts that the seller marked as Talked or Sold.',
    outsideHours: 'Contacts while the store was closed. Stores without hours are left out.',
  },
  compared: {
    more: (n) => `${n} more than the week before`,
    less: (n) => `${n} fewer than the week before`,
    same: 'the same as the week before',
    none: 'nothing to compare with yet',
  },
  highlights: {
    evenings_rose: ({ store, now, before }) =>
      `Worth a look: at ${store}, evenings worked went from ${before} to ${now}.`,
    outside_hours: ({ store, now }) =>
      `Worth a look: at ${store}, ${now} contacts went out while the store was closed.`,
    stops_rose: ({ now, before }) =>
      `Worth a look: ${now} customers in a thousand contacts asked to stop, and ${before} the week before.`,
    evenings_fell: ({ now, before }) => `Good news: evenings worked fell from ${before} to ${now}.`,
    evenings_spared: ({ now, count }) =>
      `Good news: quiet hours spared the team ${plural('en', count, { one: '1 evening', other: `${now} evenings` })}.`,
    few: () => 'There were too few contacts to draw conclusions.',
    calm: () => 'A calm week: nothing out of the ordinary.',
  },
  definitions: 'What each number counts',
  cautious:
    'A change is pointed out only when chance rarely explains it. Evenings are compared only with a week of as many quiet evenings.',
  open: 'See the week',
  preview: 'Preview of the mail',
  previewHide: 'Hide the preview',
  previewTo: (email) => `To ${email}, on Monday morning, while a store is open and not quiet.`,
  wanted: 'Get the summary by mail',
  unreached: 'The server did not answer. Try again when you are back online.',
  subject: (where, dates) => `The week in short: ${where}, ${dates}`,
  ofBrand: (brand, dates) => `The week ${brand}, ${dates}:`,
  ofStore: (store, dates) => `The week of the store ${store}, ${dates}:`,
};
