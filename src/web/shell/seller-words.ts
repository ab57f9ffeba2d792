/** The sentences of the seller's app, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/shell/seller-app.pt-BR.ts';

export const sellerWords = defineWords(words, {
  en: () => import('#words/shell/seller-app.en.ts').then((module) => module.words),
  es: () => import('#words/shell/seller-app.es.ts').then((module) => module.words),
});

export const useWords = sellerWords.useWords;
