/** The sentences of adding and editing a customer, in the reader's language; they load with those screens. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/customers/customer-form.pt-BR.ts';

const formWords = defineWords(words, {
  en: () => import('#words/customers/customer-form.en.ts').then((module) => module.words),
  es: () => import('#words/customers/customer-form.es.ts').then((module) => module.words),
});

// A module that imports these sentences waits until they are loaded.
await formWords.ready();

export const useFormWords = formWords.useWords;
