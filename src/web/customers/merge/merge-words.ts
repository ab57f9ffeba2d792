/** The sentences of merging customers in the reader's language; they load with the card. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/customers/merge/merge.pt-BR.ts';

const mergeWords = defineWords(words, {
  en: () => import('#words/customers/merge/merge.en.ts').then((module) => module.words),
  es: () => import('#words/customers/merge/merge.es.ts').then((module) => module.words),
});

// A module that imports these sentences waits until they are loaded.
await mergeWords.ready();

export const useMergeWords = mergeWords.useWords;
