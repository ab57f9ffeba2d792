/** The minute at which a held contact comes back: the one that is offered is the one that is reserved (H7, P3). */
import { type Morning, offsetOf, slotOf } from '#rules/contact/pace.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type WorkingCase, workingTime } from './working-time.ts';

/** A minute that was given away; `openingAt` null where its seller chose it. */
export interface Slot {
  readonly at: Instant;
  readonly openingAt: Instant | null;
  /** Its contact does not need it any more. */
  readonly freed: boolean;
}

export interface ReleaseCase extends WorkingCase {
  /** The queue of the handset. */
  readonly sellerId: string;
  readonly spreadMinutes: number;
  /** Of this queue, from now on. */
  readonly slots: readonly Slot[];
}

export interface ReleaseTime {
  readonly at: Instant;
  readonly openingAt: Instant;
  /** The opening that was hoped for is full: this is in a later one. */
  readonly didNotFit: boolean;
}

/**
 * The next slot from `from` on. Slots that were freed stay empty, unless the contact would expire (`before`) without
 * one. Null where nothing opens within 400 days (T9), or before `before` not even a freed one is left.
 */
export function releaseTime(asked: ReleaseCase, from: Instant, before: Instant | null = null): ReleaseTime | null {
  const found = slotFrom(asked, from, asked.slots);
  if (before === null || (found !== null && found.at < before)) return found;
  const kept = asked.slots.filter(({ freed }) => !freed);
  const freed = slotFrom(asked, from, kept);
  return freed !== null && freed.at < before ? freed : found;
}

/** Every slot counts as a place in the queue of its opening; only the minutes of `taken` cannot be given away. */
function slotFrom(asked: ReleaseCase, from: Instant, taken: readonly Slot[]): ReleaseTime | null {
  const takenMinutes = new Set(taken.map(({ at }) => at));
  let start = from;
  for (let openings = 0; openings < MOST_OPENINGS; openings++) {
    const openSpan = workingTime(asked, start);
    if (openSpan === null) return null;
    const morning: Morning = { openSpan, spreadMinutes: asked.spreadMinutes, offsetMinutes: offsetOf(asked.sellerId) };
    let n = 0;
    for (const { openingAt } of asked.slots) if (openingAt === openSpan.start) n += 1;
    const at = slotOf(morning, n, (minute) => takenMinutes.has(minute));
    if (at !== null) return { at, openingAt: openSpan.start, didNotFit: openings > 0 };
    start = openSpan.end;
  }
  return null;
}

/** As many openings as a seller could fill in years; then something else is wrong. */
const MOST_OPENINGS = 400;
