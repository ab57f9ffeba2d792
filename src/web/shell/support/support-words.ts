/** The sentences of the support console, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/support/support.pt-BR.ts';

export const supportWords = defineWords(words, {
  en: () => import('#words/support/support.en.ts').then((module) => module.words),
  es: () => import('#words/support/support.es.ts').then((module) => module.words),
});

export const useWords = supportWords.useWords;
