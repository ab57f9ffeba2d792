/** The sentences of a customer's privacy, in the reader's language; they load with the card. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/customers/privacy.pt-BR.ts';

const privacyWords = defineWords(words, {
  en: () => import('#words/customers/privacy.en.ts').then((module) => module.words),
  es: () => import('#words/customers/privacy.es.ts').then((module) => module.words),
});

// A module that imports these sentences waits until they are loaded.
await privacyWords.ready();

export const usePrivacyWords = privacyWords.useWords;
