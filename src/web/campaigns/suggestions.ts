/** Reads the day's suggestions in campaign order, without those just put aside. */
import type { Suggestion } from '#contract/customers/customers.ts';
import type { SuggestionsPage } from '#web/shell/api/api-types.ts';
import { readSuggestions } from '#web/shell/api/customers.ts';
import { keys } from '#web/shell/api/keys.ts';
import { type ShownPages, usePages } from '#web/shell/api/use-read.ts';
import { useDismissedIds } from './undoable-dismissal.ts';

export interface Suggestions extends ShownPages<Suggestion, SuggestionsPage> {
  /** Undefined until the suggestions are read. */
  readonly items: readonly Suggestion[] | undefined;
}

export function useSuggestions(): Suggestions {
  const aside = useDismissedIds();
  const shown = usePages<Suggestion, SuggestionsPage>(keys.suggestions, readSuggestions);
  return { ...shown, items: shown.data?.items.filter(({ id }) => !aside.has(id)) };
}
