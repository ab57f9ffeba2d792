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
  const kept = slotFrom(asked, from, asked.slots, (slot) => !slot.freed);
  return kept !== null && kept.at < before ? kept : found;
}

function slotFrom(
  asked: ReleaseCase,
  from: Instant,
  slots: readonly Slot[],
  counts: (slot: Slot) => boolean = () => true,
): ReleaseTime | null {
  const isTaken = lookUp(slots, counts);
  let start = from;
  for (let openings = 0; openings < MOST_OPENINGS; openings++) {
    const room = workingTime(asked, start);
    if (room === null) return null;
    const morning: Morning = { room, spreadMinutes: asked.spreadMinutes, offsetMinutes: offsetOf(asked.sellerId) };
    let n = 0;
    for (const { openingAt } of slots) if (openingAt === room.start) n += 1;
    const at = slotOf(morning, n, isTaken);
    if (at !== null) return { at, openingAt: room.start, didNotFit: openings > 0 };
    start = room.end;
  }
  return null;
}

/** Nearly always the first minutes asked for are free: only where a queue is crowded an index is worth its making. */
function lookUp(slots: readonly Slot[], counts: (slot: Slot) => boolean): (minute: Instant) => boolean {
  let index: Set<Instant> | null = null;
  let asked = 0;
  return (minute) => {
    asked += 1;
    if (asked <= 4) return slots.some((slot) => slot.at === minute && counts(slot));
    index ??= new Set(slots.filter(counts).map(({ at }) => at));
    return index.has(minute);
  };
}

/** As many openings as a seller could fill in years; then something else is wrong. */
const MOST_OPENINGS = 400;
