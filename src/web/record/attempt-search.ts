/** The fields by which attempts are searched. */
import type { AttemptEvent } from '#contract/contact/attempt.ts';
import type { AttemptState } from '#rules/contact/attempt.ts';

export type EventName = (typeof AttemptEvent)['_zod']['output'];

export interface AttemptSearch {
  readonly query: string;
  readonly seller: string;
  readonly state: AttemptState | null;
  /** What happened to the attempt, whatever its state is now. */
  readonly event: EventName | null;
  /** `YYYY-MM-DD`, both included; empty: no limit. */
  readonly from: string;
  readonly to: string;
}

export const ANY: AttemptSearch = { query: '', seller: '', state: null, event: null, from: '', to: '' };

/** Counts the fields that narrow the search; the two dates count as one. */
export function countFilters({ query, seller, state, event, from, to }: AttemptSearch): number {
  return [query.trim() !== '', seller.trim() !== '', state !== null, event !== null, `${from}${to}` !== ''].filter(
    Boolean,
  ).length;
}

/** Whether the search has no field set, so that all attempts are found. */
export function isAny(search: AttemptSearch): boolean {
  return countFilters(search) === 0;
}
