/** The sentences of the screen of imports, in the reader's language; they load with the screen. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/import/screen.pt-BR.ts';

const importWords = defineWords(words, {
  en: () => import('#words/import/screen.en.ts').then((module) => module.words),
  es: () => import('#words/import/screen.es.ts').then((module) => module.words),
});

export type { ImportWords } from '#words/import/screen.pt-BR.ts';

export const useImportWords = importWords.useWords;

// A module that imports these sentences waits until they are loaded.
await importWords.ready();
