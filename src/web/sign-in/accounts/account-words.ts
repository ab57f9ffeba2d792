/** The sentences of inviting people, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/sign-in/links/accounts.pt-BR.ts';

const accountWords = defineWords(words, {
  en: () => import('#words/sign-in/links/accounts.en.ts').then((module) => module.words),
  es: () => import('#words/sign-in/links/accounts.es.ts').then((module) => module.words),
});

// A module that imports these sentences waits until they are loaded.
await accountWords.ready();

export const useAccountWords = accountWords.useWords;
