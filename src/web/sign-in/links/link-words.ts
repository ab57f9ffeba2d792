/** The sentences of the screens of one-time links, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/sign-in/links/links.pt-BR.ts';

const linkWords = defineWords(words, {
  en: () => import('#words/sign-in/links/links.en.ts').then((module) => module.words),
  es: () => import('#words/sign-in/links/links.es.ts').then((module) => module.words),
});

// A module that imports these sentences waits until they are loaded.
await linkWords.ready();

export const useLinkWords = linkWords.useWords;
