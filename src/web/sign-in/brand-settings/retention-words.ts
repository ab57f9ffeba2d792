/** The sentences of how long a brand keeps data, in the reader's language; they load with the account's screen. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/people/retention.pt-BR.ts';

const retentionWords = defineWords(words, {
  en: () => import('#words/people/retention.en.ts').then((module) => module.words),
  es: () => import('#words/people/retention.es.ts').then((module) => module.words),
});

// A module that imports these sentences waits until they are loaded.
await retentionWords.ready();

export const useRetentionWords = retentionWords.useWords;
