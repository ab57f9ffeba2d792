/** The sentences round every screen, in the reader's language. */
import { words } from '#words/screens/shell.pt-BR.ts';
import { defineWords } from './language.ts';

export const shellWords = defineWords(words, {
  en: () => import('#words/screens/shell.en.ts').then((module) => module.words),
  es: () => import('#words/screens/shell.es.ts').then((module) => module.words),
});
