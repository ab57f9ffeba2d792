/** The quiet hours of my store, as every open screen reads them. */
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import { type Answer, ask, call } from './call.ts';

/** Throws `UnansweredError`. */
export function readQuietHours(signal: AbortSignal): Promise<QuietHours> {
  return ask('/quiet-hours', signal);
}

/** The notice was read, and is not shown again (A8). */
export function sayNoticeSeen(key: string): Promise<Answer<void>> {
  return call('/quiet-hours/notice', { method: 'POST', body: { key }, outlivesPage: true });
}
