/** The sentences of unlocking a PIN, the person's menu and signing out, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/sign-in/session.pt-BR.ts';

export const sessionWords = defineWords(words, {
  en: () => import('#words/sign-in/session.en.ts').then((module) => module.words),
  es: () => import('#words/sign-in/session.es.ts').then((module) => module.words),
});

// A module that imports these sentences waits until they are loaded.
await sessionWords.ready();

export const useSessionWords = sessionWords.useWords;
