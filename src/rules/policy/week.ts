/** Computes seven real days of a policy in one zone, which support checks before publishing (A2). */

import { MINUTE_MS } from '#rules/time/calendar.ts';
import { type Instant, type Interval, intersect } from '#rules/time/interval.ts';
import { dateText, localDay, startOfDay } from '#rules/time/local-day.ts';
import { type Schedule, scheduleIntervals } from '#rules/time/schedule.ts';
import { zoneClock } from '#rules/time/zone.ts';

/** One local date, 23 to 25 hours long if the clock changes. The interval is the day itself. */
export interface DayInZone extends Interval {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly quiet: readonly Interval[];
  /** The minutes by which the clock moves forward (60) or back (-60) on that day; null: the clock does not change. */
  readonly clockChange: { readonly at: Instant; readonly minutes: number } | null;
}

/**
 * Returns the seven days from the date that the zone's clock shows at `from` (T8). Throws RangeError for a zone that
 * the runtime does not know.
 */
export function weekOf(schedule: Schedule, zone: string, from: Instant): readonly DayInZone[] {
  const first = localDay(zone, from);
  const quiet = scheduleIntervals(schedule, zone, startOfDay(zone, first), startOfDay(zone, first + 7));
  return Array.from({ length: 7 }, (_, i) => {
    const [start, end] = [startOfDay(zone, first + i), startOfDay(zone, first + i + 1)];
    return {
      date: dateText(first + i),
      start,
      end,
      quiet: intersect(quiet, [{ start, end }]),
      clockChange: changeIn(zone, start, end),
    };
  });
}

function changeIn(zone: string, start: Instant, end: Instant): DayInZone['clockChange'] {
  const { bounds, offsets } = zoneClock(zone, start - 1, end - 1);
  const [before, after] = offsets;
  if (after === undefined) return null;
  return { at: bounds[1] as Instant, minutes: (after - (before as number)) / MINUTE_MS };
}
