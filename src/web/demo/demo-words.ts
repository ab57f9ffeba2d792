/** The sentences of the demo's bar, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/demo/demo.pt-BR.ts';

export const demoWords = defineWords(words, {
  en: () => import('#words/demo/demo.en.ts').then((module) => module.words),
  es: () => import('#words/demo/demo.es.ts').then((module) => module.words),
});

// The bar loads after the first screen's sentences and waits for its own.
await demoWords.ready();

export const useDemoWords = demoWords.useWords;
