/** The sentences about notifications, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/push/push.pt-BR.ts';

export const pushWords = defineWords(words, {
  en: () => import('#words/push/push.en.ts').then((module) => module.words),
  es: () => import('#words/push/push.es.ts').then((module) => module.words),
});
