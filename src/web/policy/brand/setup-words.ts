/** The sentences about what a new brand still lacks, in the reader's language; they load with the brand's app. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/shell/brand-setup.pt-BR.ts';

const setupWords = defineWords(words, {
  en: () => import('#words/shell/brand-setup.en.ts').then((module) => module.words),
  es: () => import('#words/shell/brand-setup.es.ts').then((module) => module.words),
});

export const useSetupWords = setupWords.useWords;

// A module that imports these sentences waits until they are loaded.
await setupWords.ready();
