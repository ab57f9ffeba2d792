/** The sentences about tickets, in the reader's language. */
import { defineWords } from '#web/settings/language.ts';
import { words } from '#words/screens/tickets.pt-BR.ts';

export const ticketWords = defineWords(words, {
  en: () => import('#words/screens/tickets.en.ts').then((module) => module.words),
  es: () => import('#words/screens/tickets.es.ts').then((module) => module.words),
});

export const useTicketWords = ticketWords.useWords;
