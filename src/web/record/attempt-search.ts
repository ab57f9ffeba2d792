/** What attempts are searched for by. Apart from the calls, since the first screen needs the empty search alone. */
import type { AttemptState } from './attempts-api.ts';

export interface AttemptSearch {
  readonly query: string;
  readonly seller: string;
  readonly state: AttemptState | null;
  /** `YYYY-MM-DD`, both within; empty: from ever, until ever. */
  readonly from: string;
  readonly to: string;
}

export const ANY: AttemptSearch = { query: '', seller: '', state: null, from: '', to: '' };

/** Nothing was searched for: everything is found. */
export function isAny({ query, seller, state, from, to }: AttemptSearch): boolean {
  return state === null && `${query}${seller}${from}${to}` === '';
}
