/** The sentences of a brand's contact settings, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/people/contact-limits.pt-BR.ts';

const contactLimitsWords = defineWords(words, {
  en: () => import('#words/people/contact-limits.en.ts').then((module) => module.words),
  es: () => import('#words/people/contact-limits.es.ts').then((module) => module.words),
});

export const useContactLimitsWords = contactLimitsWords.useWords;

// A module that imports these sentences waits until they are loaded.
await contactLimitsWords.ready();
