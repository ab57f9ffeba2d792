/** The sentences of the seller's app, in the reader's language. */
import { defineWords } from '#web/settings/language.ts';
import { words } from '#words/screens/seller.pt-BR.ts';

export const sellerWords = defineWords(words, {
  en: () => import('#words/screens/seller.en.ts').then((module) => module.words),
  es: () => import('#words/screens/seller.es.ts').then((module) => module.words),
});

export const useWords = sellerWords.useWords;
