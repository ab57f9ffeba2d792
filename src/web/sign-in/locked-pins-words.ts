/** The sentences about locked PINs, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/sign-in/locked-pins.pt-BR.ts';

export const lockedPinsWords = defineWords(words, {
  en: () => import('#words/sign-in/locked-pins.en.ts').then((module) => module.words),
  es: () => import('#words/sign-in/locked-pins.es.ts').then((module) => module.words),
});

export const useLockedPinsWords = lockedPinsWords.useWords;

// A module that imports these sentences waits until they are loaded.
await lockedPinsWords.ready();
