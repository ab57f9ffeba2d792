/** Tells how many contacts a seller can begin in the working times of a day. */
import type { SellerPace } from '#rules/policy/policy.ts';
import { MINUTE_MS } from '#rules/time/calendar.ts';
import type { Interval } from '#rules/time/interval.ts';

/**
 * Returns the most contacts that the sliding limit allows in these times (P1), and at most one a minute, because a queue
 * gives each minute once (P3). Without a limit: one a minute. `open`: apart, in order.
 */
export function dayCapacity(open: readonly Interval[], { max, perMinutes, action }: SellerPace): number {
  return open.reduce((sum, { start, end }) => {
    const minutes = Math.floor((end - start) / MINUTE_MS);
    return sum + (action === 'off' ? minutes : Math.min(minutes, Math.ceil(minutes / perMinutes) * max));
  }, 0);
}
