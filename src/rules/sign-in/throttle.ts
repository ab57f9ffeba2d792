/** Limits tries: a few at once, then one per interval, in any window of time. */
import type { Instant } from '#rules/time/interval.ts';

/** A limit: in any `w` ms there are at most `atOnce + w / everyMs` tries. */
export interface Limit {
  readonly atOnce: number;
  readonly everyMs: number;
}

/**
 * The stored state of all tries is one instant: when the last try is paid off, each try costing one `everyMs` (the
 * generic cell rate algorithm). Null: there was no try.
 */
export type PaidUntil = Instant | null;

/** Takes a try: returns the state to store, or the instant from which a try is available. */
export function takeTry(
  limit: Limit,
  paidUntil: PaidUntil,
  now: Instant,
): { taken: true; paidUntil: Instant } | { taken: false; nextAt: Instant } {
  const next = Math.max(paidUntil ?? now, now) + limit.everyMs;
  const nextAt = next - limit.atOnce * limit.everyMs;
  return nextAt <= now ? { taken: true, paidUntil: next } : { taken: false, nextAt };
}

/** Returns the state without a try that was right, which costs nothing. */
export function giveBack(limit: Limit, paidUntil: Instant): Instant {
  return paidUntil - limit.everyMs;
}
