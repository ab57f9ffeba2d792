/** The sentences about held contacts, in the reader's language; they load with the screens that use them. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/holds/hold-screens.pt-BR.ts';

export const holdWords = defineWords(words, {
  en: () => import('#words/holds/hold-screens.en.ts').then((module) => module.words),
  es: () => import('#words/holds/hold-screens.es.ts').then((module) => module.words),
});

export const useHoldWords = holdWords.useWords;

// A module that imports these sentences waits until they are loaded.
await holdWords.ready();
