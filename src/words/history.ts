/** One line of a policy's history, as support and the brand read it. */
import type { Language } from '#contract/common.ts';
import { catalogue } from './catalogue.ts';

/** `effective` and `until` are already in the reader's words; `until: null` is a pause without an end. */
export type HistoryFacts = { readonly cause: 'support' | 'plan'; readonly author: string } & (
  | { readonly kind: 'publish'; readonly version: number; readonly effective: string }
  | { readonly kind: 'suspend'; readonly until: string | null }
  | { readonly kind: 'resume' }
);

/** "Versão 3, a partir de hoje, 20:00 · Sofia Lima". */
export function historyLine(language: Language, facts: HistoryFacts): string {
  return `${whatHappened(language, facts)} · ${facts.author}`;
}

function whatHappened(language: Language, facts: HistoryFacts): string {
  const { history } = catalogue(language);
  if (facts.kind === 'publish') return history.published(facts.version, facts.effective);
  if (facts.cause === 'plan') return facts.kind === 'suspend' ? history.suspendedByPlan : history.resumedByPlan;
  return facts.kind === 'suspend' ? history.suspended(facts.until) : history.resumed;
}
