/** The sentences of the summary of a week, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/reports/week/week.pt-BR.ts';

const weekWords = defineWords(words, {
  en: () => import('#words/reports/week/week.en.ts').then((module) => module.words),
  es: () => import('#words/reports/week/week.es.ts').then((module) => module.words),
});

// A module that imports these sentences waits until they are loaded.
await weekWords.ready();

export const useWeekWords = weekWords.useWords;
