/** Keeps the last search for the way back from an attempt; in memory only, because it may contain a customer's name. */
import type { AttemptSearch } from './attempt-search.ts';

const kept = new Map<string, AttemptSearch>();
const listeners = new Set<() => void>();

/** `place`: the list's address. */
export function readKeptSearch(place: string): AttemptSearch | undefined {
  return kept.get(place);
}

export function keepSearch(place: string, search: AttemptSearch): void {
  kept.set(place, search);
  for (const listener of listeners) listener();
}

/** Drops all kept searches, on locking and on signing out. */
export function forgetSearches(): void {
  kept.clear();
  for (const listener of listeners) listener();
}

export function onKeptSearch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
