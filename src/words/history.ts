/** One line of a policy's history, as support and the brand read it. */
import type { Language } from '#contract/common.ts';
import { catalogue } from './catalogue.ts';

/** `effective` and `until` are already in the reader's words; `until: null` is a pause without an end. */
export type HistoryFacts = { readonly author: string } & (
  | { readonly kind: 'publish'; readonly version: number; readonly effective: string }
  | { readonly kind: 'suspend'; readonly cause: 'support' | 'plan'; readonly until: string | null }
  | { readonly kind: 'resume' }
);

/** "Versão 3, a partir de hoje, 20:00 · Sofia Lima". */
export function historyLine(language: Language, facts: HistoryFacts): string {
  return `${whatHappened(language, facts)} · ${facts.author}`;
}

function whatHappened(language: Language, facts: HistoryFacts): string {
  const { history } = catalogue(language);
  switch (facts.kind) {
    case 'publish':
      return history.published(facts.version, facts.effective);
    case 'suspend':
      return facts.cause === 'plan' ? history.suspendedByPlan : history.suspended(facts.until);
    case 'resume':
      return history.resumed;
  }
}
