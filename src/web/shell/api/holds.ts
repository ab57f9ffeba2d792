/** What waits, as the screens read it. Throws `UnansweredError`. */

import { ask } from './call.ts';
import type { Query, QueryFields } from './routes.ts';
import type { HoldBody, HoldsPage } from './wire.ts';

export interface HoldFilter {
  readonly state: 'waiting' | 'ready' | 'ended';
  /** `store`: a manager's whole store. */
  readonly whose: 'mine' | 'store';
  /** Only this seller's, of the store. */
  readonly sellerId?: string | null;
  /** Only those with something that their seller has not been told. */
  readonly news?: boolean;
}

/** As many as one answer carries. */
const MOST = '100';

/** One page, from `cursor` on; null for the first. */
export function readHolds(filter: HoldFilter, cursor: string | null, signal: AbortSignal): Promise<HoldsPage> {
  const { state, whose, sellerId, news } = filter;
  const asked: Query<'/holds'> = new URLSearchParams({ state, whose, limit: MOST } satisfies QueryFields<'/holds'>);
  if (sellerId) asked.set('sellerId', sellerId);
  if (news) asked.set('news', 'true');
  if (cursor !== null) asked.set('cursor', cursor);
  return ask(`/holds?${asked}`, signal);
}

/** The newest that this attempt left, live or over. */
export function readHold(attemptId: string, signal: AbortSignal): Promise<HoldBody> {
  return ask(`/holds/${attemptId}`, signal);
}
