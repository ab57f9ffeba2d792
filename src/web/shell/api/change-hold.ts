/** Sends changes of a hold. Screens that change holds load this file. */

import type { HoldChanged } from './api-types.ts';
import { type Answer, call } from './call.ts';

/** `heldUntil` is an RFC 3339 time; `sellerId` is another seller of the store, who keeps the minute (managers only). */
export interface HoldEdit {
  readonly text?: string;
  readonly heldUntil?: string;
  readonly sellerId?: string;
}

export function changeHold(attemptId: string, change: HoldEdit): Promise<Answer<HoldChanged>> {
  return call(`/attempts/${attemptId}`, { method: 'PATCH', body: change });
}

export function cancelHold(attemptId: string): Promise<Answer<unknown>> {
  return call(`/attempts/${attemptId}/cancel`, { method: 'POST' });
}

/** Undoes a cancellation: the hold gets the same minute if that is still possible, else the next. */
export function restoreHold(attemptId: string): Promise<Answer<HoldChanged>> {
  return call(`/attempts/${attemptId}/restore`, { method: 'POST' });
}

/** Tells the server that the seller has read the hold's news, which is then not shown again. */
export function sayHoldSeen(attemptId: string): Promise<Answer<void>> {
  return call(`/attempts/${attemptId}/seen`, { method: 'POST', outlivesPage: true });
}
