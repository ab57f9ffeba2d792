/** The sentences of the support console, in the reader's language. */
import { defineWords } from '#web/settings/language.ts';
import { words } from '#words/screens/support.pt-BR.ts';

export const supportWords = defineWords(words, {
  en: () => import('#words/screens/support.en.ts').then((module) => module.words),
  es: () => import('#words/screens/support.es.ts').then((module) => module.words),
});

export const useWords = supportWords.useWords;
