/** The sentences of *Equipe*, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/people/people.pt-BR.ts';

const peopleWords = defineWords(words, {
  en: () => import('#words/people/people.en.ts').then((module) => module.words),
  es: () => import('#words/people/people.es.ts').then((module) => module.words),
});

export const usePeopleWords = peopleWords.useWords;

// A module that imports these sentences waits until they are loaded.
await peopleWords.ready();
