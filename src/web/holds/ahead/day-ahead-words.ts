/** The sentences of the coming day of held contacts, in the reader's language; they load with the card. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/holds/day-ahead.pt-BR.ts';

const dayAheadWords = defineWords(words, {
  en: () => import('#words/holds/day-ahead.en.ts').then((module) => module.words),
  es: () => import('#words/holds/day-ahead.es.ts').then((module) => module.words),
});

export type { DayAheadWords } from '#words/holds/day-ahead.pt-BR.ts';
export const useDayAheadWords = dayAheadWords.useWords;

// A module that imports these sentences waits until they are loaded.
await dayAheadWords.ready();
