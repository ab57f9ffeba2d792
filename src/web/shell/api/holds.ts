/** Reads held contacts. Throws `UnansweredError`. */

import type { HoldBody, HoldsPage } from './api-types.ts';
import { ask } from './call.ts';
import type { Query, QueryFields } from './routes.ts';

export interface HoldFilter {
  readonly state: 'waiting' | 'ready' | 'ended';
  /** `store`: all holds of a manager's store. */
  readonly whose: 'mine' | 'store';
  /** Only this seller's holds. */
  readonly sellerId?: string | null;
  /** Only holds with news that their seller has not read. */
  readonly news?: boolean;
}

/** The most holds that one answer contains. */
const MOST = '100';

/** Reads one page from `cursor` on; null for the first. */
export function readHolds(filter: HoldFilter, cursor: string | null, signal: AbortSignal): Promise<HoldsPage> {
  const { state, whose, sellerId, news } = filter;
  const asked: Query<'/holds'> = new URLSearchParams({ state, whose, limit: MOST } satisfies QueryFields<'/holds'>);
  if (sellerId) asked.set('sellerId', sellerId);
  if (news) asked.set('news', 'true');
  if (cursor !== null) asked.set('cursor', cursor);
  return ask(`/holds?${asked}`, signal);
}

/** Reads the newest hold of this attempt, live or ended. */
export function readHold(attemptId: string, signal: AbortSignal): Promise<HoldBody> {
  return ask(`/holds/${attemptId}`, signal);
}
