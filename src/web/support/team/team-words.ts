/** The sentences of the list of support’s own people, in the reader's language; they load with that page. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/support/console/team.pt-BR.ts';

const teamWords = defineWords(words, {
  en: () => import('#words/support/console/team.en.ts').then((module) => module.words),
  es: () => import('#words/support/console/team.es.ts').then((module) => module.words),
});

export const useTeamWords = teamWords.useWords;

// A module that imports these sentences waits until they are loaded.
await teamWords.ready();
