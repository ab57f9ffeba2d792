/** The day's suggestions in campaign order, without those just put aside. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Suggestion } from '#contract/customers.ts';
import { readSuggestions } from '#web/api/customers.ts';
import { keys } from '#web/api/queries.ts';
import { useAside } from './put-aside.ts';

export interface Suggestions {
  /** Undefined until read. */
  readonly items: readonly Suggestion[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  /** Reads the next page; null where there is none. */
  readonly more: (() => void) | null;
}

export function useSuggestions(): Suggestions {
  const aside = useAside();
  const query = useInfiniteQuery({
    queryKey: keys.suggestions,
    queryFn: ({ pageParam, signal }) => readSuggestions(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  return {
    items: query.data?.pages.flatMap(({ items }) => items).filter(({ id }) => !aside.has(id)),
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
  };
}
