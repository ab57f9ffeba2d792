/** What a person does to a message that waits. Loaded with the screens that do. */
import { type Answer, call } from './call.ts';
import type { HoldChanged } from './wire.ts';

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
  return call(`/attempts/${attemptId}/seen`, { method: 'POST', outlivesPage: true });
}
