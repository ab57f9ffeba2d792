/** The sentences of the frame of every screen, in the reader's language. */
import { words } from '#words/shell/shell.pt-BR.ts';
import { defineWords } from './language.ts';

export const shellWords = defineWords(words, {
  en: () => import('#words/shell/shell.en.ts').then((module) => module.words),
  es: () => import('#words/shell/shell.es.ts').then((module) => module.words),
});
