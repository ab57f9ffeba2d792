/** The catalogues of all three languages, for the server. A browser loads only the one it needs. */
import type { Language } from '#contract/core/common.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { type Catalogue, ptBR } from './pt-BR.ts';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { 'pt-BR': ptBR, en, es };

export function catalogue(language: Language): Catalogue {
  return CATALOGUES[language];
}
