/** The help article in the reader's language. */
import { defineWords } from '#web/settings/language.ts';
import { words } from '#words/screens/help.pt-BR.ts';

export const helpWords = defineWords(words, {
  en: () => import('#words/screens/help.en.ts').then((module) => module.words),
  es: () => import('#words/screens/help.es.ts').then((module) => module.words),
});

export const useHelpWords = helpWords.useWords;
