/**
 * The server's clock in the seller's and the brand's app. The session's answer sets the clock before a screen is
 * rendered; each answer about quiet hours, and each answer of the demo's clock, sets the clock again. The console has a
 * clock of its own: `shell/support/brand-queries.ts`.
 */
import type { Instant } from '#rules/time/interval.ts';
import { createServerClock } from './clock.ts';

export const serverClock = createServerClock();

/** Returns the server's current time, for code that runs only while somebody is signed in. Throws before any answer told the time. */
export function serverNow(): Instant {
  const now = serverClock.now();
  if (now === null)
    throw new Error('serverNow was called before any answer told the time: call it only below a read session');
  return now;
}
