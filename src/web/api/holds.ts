/** What waits: read, changed, passed on, cancelled and taken back. Reads throw `UnansweredError`. */
import { type Answer, ask, call } from './call.ts';
import type { HoldBody, HoldChanged, HoldsPage } from './wire.ts';

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
  const asked = new URLSearchParams({ state, whose, limit: MOST });
  if (sellerId) asked.set('sellerId', sellerId);
  if (news) asked.set('news', 'true');
  if (cursor !== null) asked.set('cursor', cursor);
  return ask(`/holds?${asked}`, signal);
}

/** The newest that this attempt left, live or over. */
export function readHold(attemptId: string, signal: AbortSignal): Promise<HoldBody> {
  return ask(`/holds/${attemptId}`, signal);
}

/** `heldUntil` is RFC 3339; `sellerId` another seller of the store, who keeps its time (managers). */
export interface HoldChange {
  readonly text?: string;
  readonly heldUntil?: string;
  readonly sellerId?: string;
}

export function changeHold(attemptId: string, change: HoldChange): Promise<Answer<HoldChanged>> {
  return call(`/attempts/${attemptId}`, { method: 'PATCH', body: change });
}

export function cancelHold(attemptId: string): Promise<Answer<unknown>> {
  return call(`/attempts/${attemptId}/cancel`, { method: 'POST' });
}

/** Takes a cancelling back: at the same minute if that can still be kept, else at the next. */
export function restoreHold(attemptId: string): Promise<Answer<HoldChanged>> {
  return call(`/attempts/${attemptId}/restore`, { method: 'POST' });
}

/** Its news were read, and are not shown again. */
export function sayHoldSeen(attemptId: string): Promise<Answer<void>> {
  return call(`/attempts/${attemptId}/seen`, { method: 'POST' });
}
