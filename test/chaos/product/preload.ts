/**
 * Loaded into a server before the product (`--import`): what a fault run does to a process from within. The product
 * knows nothing of it. CHAOS_DIR holds the orders; CHAOS_SKEW=1 puts a clock of the harness's before `Date`.
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

/** However the harness ends, no server of its stays behind. */
function endWithHarness(): void {
  const harness = process.ppid;
  setInterval(() => {
    if (process.ppid !== harness) process.kill(process.pid, 'SIGKILL');
  }, 1_000).unref();
}
