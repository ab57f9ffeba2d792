/** The states of an attempt in all three languages, for the server. A browser loads only the one it needs. */
import type { Language } from '#contract/core/common.ts';
import { states as en } from './attempt-states.en.ts';
import { states as es } from './attempt-states.es.ts';
import { type AttemptStates, states as ptBR } from './attempt-states.pt-BR.ts';

const STATES: Readonly<Record<Language, AttemptStates>> = { 'pt-BR': ptBR, en, es };

export function attemptStatesOf(language: Language): AttemptStates {
  return STATES[language];
}
