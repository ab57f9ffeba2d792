/** Defines how long a one-time password or PIN may wait for its first use. */
import type { Instant } from '#rules/time/interval.ts';

/** Seven days: a new colleague may start next week, and a paper with a password that is found later opens nothing. */
export const ONE_TIME_MS = 7 * 86_400_000;

/** Whether a one-time password or PIN that was made at `madeAt` has expired. Its last millisecond is the one before the end. */
export function isOneTimeOver(madeAt: Instant, now: Instant): boolean {
  return now - madeAt >= ONE_TIME_MS;
}

/** Returns the instant from which a one-time password or PIN that was made at `madeAt` can no longer be used. */
export function oneTimeEnd(madeAt: Instant): Instant {
  return madeAt + ONE_TIME_MS;
}
