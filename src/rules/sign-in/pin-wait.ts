/** Slows a device down after wrong PINs without a name, which cannot lock any person. */
import type { Instant } from '#rules/time/interval.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/** A device's wrong PINs in a row, and the instant from which the next PIN may be typed. */
export interface PinWait {
  readonly wrong: number;
  readonly waitUntil: Instant | null;
}

/**
 * The state without wrong PINs, also after a right PIN on the device. The store's budget keeps its count
 * (`pin-budget.ts`).
 */
export const NO_WAIT: PinWait = { wrong: 0, waitUntil: null };

/** Takes a guess: returns the state to store if the guess is wrong, or the instant from which a guess is allowed. */
export function takeGuess(
  wait: PinWait,
  now: Instant,
): { taken: true; wait: PinWait } | { taken: false; nextAt: Instant } {
  if (wait.waitUntil !== null && now < wait.waitUntil) return { taken: false, nextAt: wait.waitUntil };
  const wrong = wait.wrong + 1;
  return { taken: true, wait: { wrong, waitUntil: waitAfter(wrong, now) } };
}

/** Returns the end of the wait: after five wrong PINs in a row 5 s, doubling up to 60 s. */
function waitAfter(wrong: number, now: Instant): Instant | null {
  if (wrong < FREE_TRIES) return null;
  return now + Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_MS);
}

/** Takes back one guess that should not count, and its wait. */
export function takeBackGuess({ wrong }: PinWait): PinWait {
  return { wrong: Math.max(0, wrong - 1), waitUntil: null };
}
