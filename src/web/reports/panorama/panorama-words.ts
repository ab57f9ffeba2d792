/** The sentences of the Panorama, in the reader's language. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/reports/panorama.pt-BR.ts';

export const panoramaWords = defineWords(words, {
  en: () => import('#words/reports/panorama.en.ts').then((module) => module.words),
  es: () => import('#words/reports/panorama.es.ts').then((module) => module.words),
});

export const usePanoramaWords = panoramaWords.useWords;
