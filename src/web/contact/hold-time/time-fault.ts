/** Reads from a refusal why a message cannot be held for the requested time: the next possible time, or the server's sentence. */
import type { Instant } from '#rules/time/interval.ts';
import type { Refusal } from '#web/shell/api/call.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';

/** `quiet`: `next` is the nearest possible time, null where none is foreseen. */
export type TimeFault =
  | { readonly kind: 'quiet'; readonly next: Instant | null }
  | { readonly kind: 'other'; readonly sentence: string };

/** Returns null where the refusal is about something else. */
export function timeFaultOf(refusal: Refusal): TimeFault | null {
  if (refusal.code === 'time_quiet') {
    const { suggestedReleaseAt } = refusal as Refusal & { readonly suggestedReleaseAt?: string | null };
    return { kind: 'quiet', next: instantOf(suggestedReleaseAt ?? null) };
  }
  if (refusal.code === 'time_past' || refusal.code === 'time_too_far')
    return { kind: 'other', sentence: refusal.detail };
  return null;
}
