/** The sentences of the report on contacts that went on after a warning, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/reports/after-warning.pt-BR.ts';

export const afterWarningWords = defineWords(words, {
  en: () => import('#words/reports/after-warning.en.ts').then((module) => module.words),
  es: () => import('#words/reports/after-warning.es.ts').then((module) => module.words),
});

export const useAfterWarningWords = afterWarningWords.useWords;
