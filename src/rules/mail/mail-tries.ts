/** Defines how often a mail is tried, and how long a server waits between two tries. */
import type { Instant } from '#rules/time/interval.ts';

const MINUTE_MS = 60_000;

/** The pauses after each failed try: a mail server that is away for most of a day loses no mail. */
const PAUSES_MS = [1, 5, 30, 2 * 60, 12 * 60].map((minutes) => minutes * MINUTE_MS);

/** A server that has not reported the end of a try after this time counts as crashed. */
export const MAIL_LEASE_MS = 5 * MINUTE_MS;

/** Returns the instant of the next try after `tries` failed ones; null: the mail is given up. */
export function nextMailTry(tries: number, failedAt: Instant): Instant | null {
  const pauseMs = PAUSES_MS[tries - 1];
  return pauseMs === undefined ? null : failedAt + pauseMs;
}
