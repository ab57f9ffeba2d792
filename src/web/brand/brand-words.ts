/** The sentences of the brand manager's app, in the reader's language. */
import { defineWords } from '#web/settings/language.ts';
import { words } from '#words/screens/brand.pt-BR.ts';

export const brandWords = defineWords(words, {
  en: () => import('#words/screens/brand.en.ts').then((module) => module.words),
  es: () => import('#words/screens/brand.es.ts').then((module) => module.words),
});

export const useBrandWords = brandWords.useWords;
