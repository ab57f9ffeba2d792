/** Reads the quiet hours that apply to the signed-in person. */
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import { type Answer, ask, call } from './call.ts';

/** Throws `UnansweredError`. */
export function readQuietHours(signal: AbortSignal): Promise<QuietHours> {
  return ask('/quiet-hours', signal);
}

/** Tells the server that the person has read the notice, which is then not shown again (A8). */
export function sayNoticeSeen(key: string): Promise<Answer<void>> {
  return call('/quiet-hours/notice', { method: 'POST', body: { key }, outlivesPage: true });
}
