/** The sentences of the screens about stores, in the reader's language; they load with those screens. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/stores/stores.pt-BR.ts';

export const storesWords = defineWords(words, {
  en: () => import('#words/stores/stores.en.ts').then((module) => module.words),
  es: () => import('#words/stores/stores.es.ts').then((module) => module.words),
});

export const useStoresWords = storesWords.useWords;

// A module that imports these sentences waits until they are loaded.
await storesWords.ready();
