/** The sentences of a day's spread, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/reports/day.pt-BR.ts';

export const dayWords = defineWords(words, {
  en: () => import('#words/reports/day.en.ts').then((module) => module.words),
  es: () => import('#words/reports/day.es.ts').then((module) => module.words),
});

export type { DayWords } from '#words/reports/day.pt-BR.ts';
export const useDayWords = dayWords.useWords;
