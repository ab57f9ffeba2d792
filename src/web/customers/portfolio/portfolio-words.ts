/** The sentences of moving a portfolio and of days off, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/customers/portfolio.pt-BR.ts';

const portfolioWords = defineWords(words, {
  en: () => import('#words/customers/portfolio.en.ts').then((module) => module.words),
  es: () => import('#words/customers/portfolio.es.ts').then((module) => module.words),
});

// A module that imports these sentences waits until they are loaded.
await portfolioWords.ready();

export const usePortfolioWords = portfolioWords.useWords;
