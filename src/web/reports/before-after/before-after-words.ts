/** The sentences of the weeks before and after a change, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/reports/before-after.pt-BR.ts';

export const beforeAfterWords = defineWords(words, {
  en: () => import('#words/reports/before-after.en.ts').then((module) => module.words),
  es: () => import('#words/reports/before-after.es.ts').then((module) => module.words),
});

export const useBeforeAfterWords = beforeAfterWords.useWords;
