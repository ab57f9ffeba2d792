/** How many tries somebody may have: a few at once, then one every so often; whatever the window one looks through. */
import type { Instant } from '#rules/time/interval.ts';

/** In any stretch of `w` ms there are at most `atOnce + w / everyMs` tries. */
export interface Limit {
  readonly atOnce: number;
  readonly everyMs: number;
}

/**
 * What is remembered of all tries so far is one instant, `paidUntil`: when the last of them is paid off, one `everyMs`
 * each (the generic cell rate algorithm). Null: none.
 */
export type PaidUntil = Instant | null;

/** Takes a try: what to remember if there is one, else the instant from which there is. */
export function takeTry(
  limit: Limit,
  paidUntil: PaidUntil,
  now: Instant,
): { taken: true; paidUntil: Instant } | { taken: false; nextAt: Instant } {
  const next = Math.max(paidUntil ?? now, now) + limit.everyMs;
  const nextAt = next - limit.atOnce * limit.everyMs;
  return nextAt <= now ? { taken: true, paidUntil: next } : { taken: false, nextAt };
}

/** A try that turned out right costs nothing. */
export function giveBack(limit: Limit, paidUntil: Instant): Instant {
  return paidUntil - limit.everyMs;
}
