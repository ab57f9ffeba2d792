/** What attempts are searched for by. */
import type { AttemptEvent } from '#contract/contact/attempt.ts';
import type { AttemptState } from '#rules/contact/attempt.ts';

export type EventName = (typeof AttemptEvent)['_zod']['output'];

export interface AttemptSearch {
  readonly query: string;
  readonly seller: string;
  readonly state: AttemptState | null;
  /** What happened to it, whatever came of it. */
  readonly event: EventName | null;
  /** `YYYY-MM-DD`, both within; empty: from ever, until ever. */
  readonly from: string;
  readonly to: string;
}

export const ANY: AttemptSearch = { query: '', seller: '', state: null, event: null, from: '', to: '' };

/** How many fields narrow the search; two dates are one span. */
export function countFilters({ query, seller, state, event, from, to }: AttemptSearch): number {
  return [query.trim() !== '', seller.trim() !== '', state !== null, event !== null, `${from}${to}` !== ''].filter(
    Boolean,
  ).length;
}

/** Nothing was searched for: everything is found. */
export function isAny(search: AttemptSearch): boolean {
  return countFilters(search) === 0;
}
