/** The sentences about locked PINs, in the reader's language. */
import { defineWords } from '#web/settings/language.ts';
import { words } from '#words/screens/locked-pins.pt-BR.ts';

export const lockedPinsWords = defineWords(words, {
  en: () => import('#words/screens/locked-pins.en.ts').then((module) => module.words),
  es: () => import('#words/screens/locked-pins.es.ts').then((module) => module.words),
});

export const useLockedPinsWords = lockedPinsWords.useWords;

// A screen that imports these sentences waits until it can say them.
await lockedPinsWords.ready();
