/** What was searched for, kept for the way back from one attempt; in memory only, since it may name a customer. */
import { useSyncExternalStore } from 'react';
import { ANY, type AttemptSearch } from './attempt-search.ts';

const kept = new Map<string, AttemptSearch>();
const listeners = new Set<() => void>();

/** `place`: the list's address. */
export function useKeptSearch(place: string): readonly [AttemptSearch, (search: AttemptSearch) => void] {
  const search = useSyncExternalStore(subscribe, () => kept.get(place) ?? ANY);
  return [search, (next) => keep(place, next)];
}

/** On locking and on leaving. */
export function forgetSearches(): void {
  kept.clear();
  for (const listener of listeners) listener();
}

function keep(place: string, search: AttemptSearch): void {
  kept.set(place, search);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
