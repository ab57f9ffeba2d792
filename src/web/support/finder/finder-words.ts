/** The sentences of the finder, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/support/finder.pt-BR.ts';

export const finderWords = defineWords(words, {
  en: () => import('#words/support/finder.en.ts').then((module) => module.words),
  es: () => import('#words/support/finder.es.ts').then((module) => module.words),
});

// The finder's code loads when the finder is first opened, and waits for its own sentences.
await finderWords.ready();

export const useFinderWords = finderWords.useWords;
