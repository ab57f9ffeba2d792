/** The sentences about attempts, in the reader's language; they load with those screens. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/record/attempts.pt-BR.ts';

export const attemptsWords = defineWords(words, {
  en: () => import('#words/record/attempts.en.ts').then((module) => module.words),
  es: () => import('#words/record/attempts.es.ts').then((module) => module.words),
});

export const useAttemptsWords = attemptsWords.useWords;

// A module that imports these sentences waits until they are loaded.
await attemptsWords.ready();
