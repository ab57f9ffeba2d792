/** The help article in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/support/help.pt-BR.ts';

export const helpWords = defineWords(words, {
  en: () => import('#words/support/help.en.ts').then((module) => module.words),
  es: () => import('#words/support/help.es.ts').then((module) => module.words),
});

export const useHelpWords = helpWords.useWords;
