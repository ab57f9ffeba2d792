/** The sentences about what waits, in the reader's language; they come with the screens that say them. */
import { defineWords } from '#web/settings/language.ts';
import { words } from '#words/screens/holds.pt-BR.ts';

export const holdWords = defineWords(words, {
  en: () => import('#words/screens/holds.en.ts').then((module) => module.words),
  es: () => import('#words/screens/holds.es.ts').then((module) => module.words),
});

export const useHoldWords = holdWords.useWords;

// Whoever imports a sentence waits until it can be said.
await holdWords.ready();
