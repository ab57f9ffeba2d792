/** The sentences about what waits, in the reader's language; they come with the screens that say them. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/holds/hold-screens.pt-BR.ts';

export const holdWords = defineWords(words, {
  en: () => import('#words/holds/hold-screens.en.ts').then((module) => module.words),
  es: () => import('#words/holds/hold-screens.es.ts').then((module) => module.words),
});

export const useHoldWords = holdWords.useWords;

// Whoever imports a sentence waits until it can be said.
await holdWords.ready();
