/** The sentences of the second factor, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/sign-in/second-factor.pt-BR.ts';

const secondFactorWords = defineWords(words, {
  en: () => import('#words/sign-in/second-factor.en.ts').then((module) => module.words),
  es: () => import('#words/sign-in/second-factor.es.ts').then((module) => module.words),
});

export const useSecondFactorWords = secondFactorWords.useWords;

// A module that imports these sentences waits until they are loaded.
await secondFactorWords.ready();
