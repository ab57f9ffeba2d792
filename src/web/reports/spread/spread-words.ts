/** The sentences of the report on how contacts are spread, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/reports/spread.pt-BR.ts';

export const spreadWords = defineWords(words, {
  en: () => import('#words/reports/spread.en.ts').then((module) => module.words),
  es: () => import('#words/reports/spread.es.ts').then((module) => module.words),
});

export const useSpreadWords = spreadWords.useWords;
