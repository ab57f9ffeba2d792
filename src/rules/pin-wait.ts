/** Wrong PINs without a name: nobody can be locked for them, so they only slow the device they are typed on. */
import { giveBack, type Limit, type PaidUntil, takeTry } from './throttle.ts';
import type { Instant } from './time/interval.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Whatever the trick, about sixty guesses an hour: a right PIN of one's own in between resets the wait, not this; and
 * devices on which no PIN was ever right share it, so that a fresh device is not a fresh start.
 */
export const GUESSES: Limit = { atOnce: 60, everyMs: LONGEST_WAIT_MS };

/** How a device stands: wrong ones in a row, the instant from which the next may be typed, and what `GUESSES` remembers. */
export interface PinWait {
  readonly wrong: number;
  readonly waitUntil: Instant | null;
  readonly guessesPaidUntil: PaidUntil;
}

export const NO_WAIT: PinWait = { wrong: 0, waitUntil: null, guessesPaidUntil: null };

/** Takes a guess: what to remember should it be wrong, else the instant from which one may be typed. */
export function takeGuess(
  wait: PinWait,
  now: Instant,
): { taken: true; wait: PinWait } | { taken: false; nextAt: Instant } {
  if (wait.waitUntil !== null && now < wait.waitUntil) return { taken: false, nextAt: wait.waitUntil };
  const guess = takeTry(GUESSES, wait.guessesPaidUntil, now);
  if (!guess.taken) return guess;
  const wrong = wait.wrong + 1;
  return {
    taken: true,
    wait: { wrong, waitUntil: waitAfter(wrong, now), guessesPaidUntil: guess.paidUntil },
  };
}

/** After five in a row 5 s, doubling to 60 s. */
function waitAfter(wrong: number, now: Instant): Instant | null {
  if (wrong < FREE_TRIES) return null;
  return now + Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_MS);
}

/** One guess that turned out not to count: as if it had not been. Whoever could make it waited for nothing. */
export function withoutOneGuess({ wrong, guessesPaidUntil }: PinWait): PinWait {
  return { wrong: Math.max(0, wrong - 1), waitUntil: null, guessesPaidUntil: paidBack(guessesPaidUntil) };
}

/** A right PIN on the device: what was wrong in a row is forgotten, and the right guess is given back. */
export function afterRightGuess({ guessesPaidUntil }: PinWait): PinWait {
  return { ...NO_WAIT, guessesPaidUntil: paidBack(guessesPaidUntil) };
}

function paidBack(guessesPaidUntil: PaidUntil): PaidUntil {
  return guessesPaidUntil === null ? null : giveBack(GUESSES, guessesPaidUntil);
}
