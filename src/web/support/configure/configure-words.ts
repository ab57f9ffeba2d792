/** The sentences of the page where a brand's hours are set, in the reader's language. */
import { defineWords } from '#web/settings/language.ts';
import { words } from '#words/screens/configure.pt-BR.ts';

export const configureWords = defineWords(words, {
  en: () => import('#words/screens/configure.en.ts').then((module) => module.words),
  es: () => import('#words/screens/configure.es.ts').then((module) => module.words),
});

export const useConfigureWords = configureWords.useWords;
