/** The sentences of the do-not-call list, in the reader's language; they load with the screen. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/import/do-not-call/do-not-call.pt-BR.ts';

const doNotCallWords = defineWords(words, {
  en: () => import('#words/import/do-not-call/do-not-call.en.ts').then((module) => module.words),
  es: () => import('#words/import/do-not-call/do-not-call.es.ts').then((module) => module.words),
});

export const useDoNotCallWords = doNotCallWords.useWords;

// A module that imports these sentences waits until they are loaded.
await doNotCallWords.ready();
