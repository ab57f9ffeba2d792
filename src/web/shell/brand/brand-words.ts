/** The sentences of the brand manager's app, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/shell/brand-app.pt-BR.ts';

export const brandWords = defineWords(words, {
  en: () => import('#words/shell/brand-app.en.ts').then((module) => module.words),
  es: () => import('#words/shell/brand-app.es.ts').then((module) => module.words),
});

export const useBrandWords = brandWords.useWords;
