/** The sentences of the screens that are opened from a list, in the reader's language; they load with those screens. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/contact/contact.pt-BR.ts';

export const contactWords = defineWords(words, {
  en: () => import('#words/contact/contact.en.ts').then((module) => module.words),
  es: () => import('#words/contact/contact.es.ts').then((module) => module.words),
});

export const useContactWords = contactWords.useWords;

// A module that imports these sentences waits until they are loaded.
await contactWords.ready();
