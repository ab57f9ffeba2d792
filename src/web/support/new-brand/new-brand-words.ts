/** The sentences of the page that creates a brand, in the reader's language; they load with that page. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/support/console/new-brand.pt-BR.ts';

const newBrandWords = defineWords(words, {
  en: () => import('#words/support/console/new-brand.en.ts').then((module) => module.words),
  es: () => import('#words/support/console/new-brand.es.ts').then((module) => module.words),
});

export const useNewBrandWords = newBrandWords.useWords;

// A module that imports these sentences waits until they are loaded.
await newBrandWords.ready();
