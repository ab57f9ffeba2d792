/**
 * Reads and sets the kept search of a list. This hook is separate from `kept-search.ts`, which the first screen loads
 * to forget searches.
 */
import { useSyncExternalStore } from 'react';
import { ANY, type AttemptSearch } from '#web/record/attempt-search.ts';
import { keepSearch, onKeptSearch, readKeptSearch } from '#web/record/kept-search.ts';

/** `place`: the list's address. */
export function useKeptSearch(place: string): readonly [AttemptSearch, (search: AttemptSearch) => void] {
  const search = useSyncExternalStore(onKeptSearch, () => readKeptSearch(place) ?? ANY);
  return [search, (next) => keepSearch(place, next)];
}
