/** The sentences of a campaign's rehearsal, in the reader's language; they load with the card. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/campaigns/rehearsal.pt-BR.ts';

const rehearsalWords = defineWords(words, {
  en: () => import('#words/campaigns/rehearsal.en.ts').then((module) => module.words),
  es: () => import('#words/campaigns/rehearsal.es.ts').then((module) => module.words),
});

export type { RehearsalWords } from '#words/campaigns/rehearsal.pt-BR.ts';
export const useRehearsalWords = rehearsalWords.useWords;

// A module that imports these sentences waits until they are loaded.
await rehearsalWords.ready();
