/** Finds the minute at which a held contact becomes ready. The offered minute is the reserved minute (H7, P3). */
import { offsetOf, type SlotOpening, slotOf } from '#rules/contact/pace.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type WorkingCase, workingTime } from './working-time.ts';

/** A reserved minute; `openingAt` null: its seller chose it. */
export interface Slot {
  readonly at: Instant;
  readonly openingAt: Instant | null;
  /** Whether its contact no longer needs the minute. */
  readonly freed: boolean;
}

export interface ReleaseCase extends WorkingCase {
  /** The seller, who has one queue. */
  readonly sellerId: string;
  readonly spreadMinutes: number;
  /** The slots of this queue from now on. */
  readonly slots: readonly Slot[];
}

export interface ReleaseTime {
  readonly at: Instant;
  readonly openingAt: Instant;
  /** The first opening was full, so the minute is in a later one. */
  readonly didNotFit: boolean;
}

/**
 * Returns the next free slot from `from` on. Freed slots stay empty, unless the contact would otherwise expire
 * (`before`). Null if nothing opens within 400 days (T9).
 */
export function releaseTime(asked: ReleaseCase, from: Instant, before: Instant | null = null): ReleaseTime | null {
  const found = slotFrom(asked, from, asked.slots);
  if (before === null || (found !== null && found.at < before)) return found;
  const kept = asked.slots.filter(({ freed }) => !freed);
  const freed = slotFrom(asked, from, kept);
  return freed !== null && freed.at < before ? freed : found;
}

/** Finds a slot. Every slot counts in the numbering of its opening; only the minutes of `taken` are unavailable. */
function slotFrom(asked: ReleaseCase, from: Instant, taken: readonly Slot[]): ReleaseTime | null {
  const takenMinutes = new Set(taken.map(({ at }) => at));
  let start = from;
  for (let openings = 0; openings < MOST_OPENINGS; openings++) {
    const openSpan = workingTime(asked, start);
    if (openSpan === null) return null;
    const morning: SlotOpening = {
      openSpan,
      spreadMinutes: asked.spreadMinutes,
      offsetMinutes: offsetOf(asked.sellerId),
    };
    let n = 0;
    for (const { openingAt } of asked.slots) if (openingAt === openSpan.start) n += 1;
    const at = slotOf(morning, n, (minute) => takenMinutes.has(minute));
    if (at !== null) return { at, openingAt: openSpan.start, didNotFit: openings > 0 };
    start = openSpan.end;
  }
  return null;
}

/** The most openings that are searched. No seller fills so many. */
const MOST_OPENINGS = 400;
