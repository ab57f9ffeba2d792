/** The sentences about tickets, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/support/tickets.pt-BR.ts';

export const ticketWords = defineWords(words, {
  en: () => import('#words/support/tickets.en.ts').then((module) => module.words),
  es: () => import('#words/support/tickets.es.ts').then((module) => module.words),
});

export const useTicketWords = ticketWords.useWords;
