/** The sentences about notifications, in the reader's language. */
import { defineWords } from '#web/settings/language.ts';
import { words } from '#words/screens/push.pt-BR.ts';

export const pushWords = defineWords(words, {
  en: () => import('#words/screens/push.en.ts').then((module) => module.words),
  es: () => import('#words/screens/push.es.ts').then((module) => module.words),
});
