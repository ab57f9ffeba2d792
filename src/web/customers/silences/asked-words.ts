/** The sentences of asked silences in the reader's language; they load with the profile. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/customers/asked-silence.pt-BR.ts';

const askedWords = defineWords(words, {
  en: () => import('#words/customers/asked-silence.en.ts').then((module) => module.words),
  es: () => import('#words/customers/asked-silence.es.ts').then((module) => module.words),
});

// A module that imports these sentences waits until they are loaded.
await askedWords.ready();

export const useAskedWords = askedWords.useWords;
