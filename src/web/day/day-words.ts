/** The sentences of a day's spread, in the reader's language. */
import { defineWords } from '#web/settings/language.ts';
import { words } from '#words/screens/day.pt-BR.ts';

export const dayWords = defineWords(words, {
  en: () => import('#words/screens/day.en.ts').then((module) => module.words),
  es: () => import('#words/screens/day.es.ts').then((module) => module.words),
});

export type { DayWords } from '#words/screens/day.pt-BR.ts';
export const useDayWords = dayWords.useWords;
