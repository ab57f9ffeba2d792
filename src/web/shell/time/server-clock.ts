/** The server's clock of this page. The session's answer sets it, so that no screen is rendered before the time is known. */
import type { Instant } from '#rules/time/interval.ts';
import { createServerClock } from './clock.ts';

export const serverClock = createServerClock();

/** Returns the server's current time, for code that runs only while somebody is signed in. Throws before the session was read. */
export function serverNow(): Instant {
  const now = serverClock.now();
  if (now === null) throw new Error('serverNow was called before the session was read: only its answer sets the clock');
  return now;
}
