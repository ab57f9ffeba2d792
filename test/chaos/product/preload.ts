/**
 * A fault run loads this file into a server before the product (`--import`), to kill or suspend the process from within.
 * `CHAOS_DIR` is the folder with the harness's orders; `CHAOS_SKEW=1` replaces `Date` by a clock that the harness can shift.
 */
import { isMainThread } from 'node:worker_threads';
import { skewClock } from './clock-skew.ts';
import { watchPoints } from './kill-points.ts';

const { CHAOS_DIR, CHAOS_SKEW } = process.env;
if (CHAOS_DIR !== undefined) {
  if (CHAOS_SKEW === '1') skewClock(CHAOS_DIR);
  if (isMainThread) {
    watchPoints(CHAOS_DIR);
    endWithHarness();
  }
}

/** Kills this server when the harness has ended, even where the harness was killed. */
function endWithHarness(): void {
  const harness = process.ppid;
  setInterval(() => {
    if (process.ppid !== harness) process.kill(process.pid, 'SIGKILL');
  }, 1_000).unref();
}
