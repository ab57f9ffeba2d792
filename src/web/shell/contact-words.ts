/** The sentences of what is opened from the lists, in the reader's language; they come with those screens. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/contact/contact.pt-BR.ts';

export const contactWords = defineWords(words, {
  en: () => import('#words/contact/contact.en.ts').then((module) => module.words),
  es: () => import('#words/contact/contact.es.ts').then((module) => module.words),
});

export const useContactWords = contactWords.useWords;

// Whoever imports a sentence waits until it can be said.
await contactWords.ready();
