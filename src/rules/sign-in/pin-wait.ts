/** Wrong PINs without a name: nobody can be locked for them, so they slow the device they are typed on. */
import type { Instant } from '#rules/time/interval.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/** How a device stands: wrong ones in a row, and the instant from which the next may be typed. */
export interface PinWait {
  readonly wrong: number;
  readonly waitUntil: Instant | null;
}

/** Also after a right PIN on the device: wrong ones in a row are forgotten. The store's budget is not (`pin-budget.ts`). */
export const NO_WAIT: PinWait = { wrong: 0, waitUntil: null };

/** Takes a guess: what to remember should it be wrong, else the instant from which one may be typed. */
export function takeGuess(
  wait: PinWait,
  now: Instant,
): { taken: true; wait: PinWait } | { taken: false; nextAt: Instant } {
  if (wait.waitUntil !== null && now < wait.waitUntil) return { taken: false, nextAt: wait.waitUntil };
  const wrong = wait.wrong + 1;
  return { taken: true, wait: { wrong, waitUntil: waitAfter(wrong, now) } };
}

/** After five in a row 5 s, doubling to 60 s. */
function waitAfter(wrong: number, now: Instant): Instant | null {
  if (wrong < FREE_TRIES) return null;
  return now + Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_MS);
}

/** One guess that turned out not to count: as if it had not been. Whoever could make it waited for nothing. */
export function withoutOneGuess({ wrong }: PinWait): PinWait {
  return { wrong: Math.max(0, wrong - 1), waitUntil: null };
}
