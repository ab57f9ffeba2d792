/** Finds the instant at which the clock of a zone shows a typed day and time. */
import type { Instant } from '#rules/time/interval.ts';
import { dateOn, timeOn } from '#words/core/format.ts';

const DAY_MS = 86_400_000;

/**
 * Returns the first instant at which the clock of `zone` shows `date` (`YYYY-MM-DD`) and `time` (`HH:mm`); null where
 * the clock skips them. The function tries the offsets that the zone has around that day and checks what the clock
 * shows.
 */
export function typedInstant(date: string, time: string, zone: string): Instant | null {
  const asUtc = Date.parse(`${date}T${time}:00.000Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsets = new Set([asUtc - DAY_MS, asUtc, asUtc + DAY_MS].map((at) => shownAsUtc(at, zone) - at));
  const found = [...offsets].map((offset) => asUtc - offset).filter((at) => shownAsUtc(at, zone) === asUtc);
  return found.length === 0 ? null : Math.min(...found);
}

/** Returns what the clock shows, read as if it were UTC. */
function shownAsUtc(at: Instant, zone: string): Instant {
  return Date.parse(`${dateOn(at, zone)}T${timeOn(at, zone)}:00.000Z`);
}
