/** The sentences with which people choose their mails, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/mail/mail-choices.pt-BR.ts';

const mailWords = defineWords(words, {
  en: () => import('#words/mail/mail-choices.en.ts').then((module) => module.words),
  es: () => import('#words/mail/mail-choices.es.ts').then((module) => module.words),
});

// A module that imports these sentences waits until they are loaded.
await mailWords.ready();

export const useMailWords = mailWords.useWords;
