/** The sentences about one's own account, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/sign-in/account.pt-BR.ts';

export const accountWords = defineWords(words, {
  en: () => import('#words/sign-in/account.en.ts').then((module) => module.words),
  es: () => import('#words/sign-in/account.es.ts').then((module) => module.words),
});

export const useAccountWords = accountWords.useWords;

// A module that imports these sentences waits until they are loaded.
await accountWords.ready();
