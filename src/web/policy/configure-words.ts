/** The sentences of the page where a brand's hours are set, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/policy/configure.pt-BR.ts';

export const configureWords = defineWords(words, {
  en: () => import('#words/policy/configure.en.ts').then((module) => module.words),
  es: () => import('#words/policy/configure.es.ts').then((module) => module.words),
});

export const useConfigureWords = configureWords.useWords;
