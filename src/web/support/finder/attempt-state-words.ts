/** The names of an attempt's states, in the reader's language: the finder shows nothing else of an attempt. */
import { defineWords } from '#web/shell/settings/language.ts';
import { states } from '#words/contact/attempt-states.pt-BR.ts';

export const attemptStateWords = defineWords(states, {
  en: () => import('#words/contact/attempt-states.en.ts').then((module) => module.states),
  es: () => import('#words/contact/attempt-states.es.ts').then((module) => module.states),
});

// A module that imports these names waits until they are loaded.
await attemptStateWords.ready();
