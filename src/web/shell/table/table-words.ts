/** The sentences of tables on wide screens, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/shell/table.pt-BR.ts';

const tableWords = defineWords(words, {
  en: () => import('#words/shell/table.en.ts').then((module) => module.words),
  es: () => import('#words/shell/table.es.ts').then((module) => module.words),
});

export const useTableWords = tableWords.useWords;

// A module that imports these sentences waits until they are loaded.
await tableWords.ready();
