/** Lays out the weeks before and after a change of the quiet hours, counted in whole weeks from the change. */
import type { Policy } from '#rules/policy/policy.ts';
import { DAY_MS, type EpochDay, weekdayOf } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import { scheduleIntervals } from '#rules/time/schedule.ts';
import { HOURS } from './day-spread.ts';

/** Two dates, both included. */
export interface DateSpan {
  readonly first: EpochDay;
  readonly last: EpochDay;
}

/** The dates around a change. The dates between them, on which some store had both hours, belong to neither side. */
export interface CutDates {
  /** The last date that ended before the change on every clock. */
  readonly before: EpochDay;
  /** The first date that began at the change or later on every clock. */
  readonly after: EpochDay;
}

/** Returns the dates around an instant on the clocks of all stores. `zones`: valid, at least one. */
export function cutDates(zones: readonly string[], at: Instant): CutDates {
  const days = zones.map((zone) => {
    const day = localDay(zone, at);
    return { before: day - 1, after: startOfDay(zone, day) === at ? day : day + 1 };
  });
  return {
    before: Math.min(...days.map(({ before }) => before)),
    after: Math.max(...days.map(({ after }) => after)),
  };
}

const WEEK = 7;

/**
 * Returns the whole weeks of `within` on each side of the cut, in order, at most `most` on each side. A week that is not
 * wholly within the dates is left out.
 */
export function comparedWeeks(
  { before, after }: CutDates,
  within: DateSpan,
  most: number,
): { readonly before: readonly DateSpan[]; readonly after: readonly DateSpan[] } {
  const lastBefore = Math.min(before, before - WEEK * Math.ceil((before - within.last) / WEEK));
  const firstAfter = Math.max(after, after + WEEK * Math.ceil((within.first - after) / WEEK));
  const weeksBefore = clamp(Math.floor((lastBefore - within.first + 1) / WEEK), most);
  const weeksAfter = clamp(Math.floor((within.last - firstAfter + 1) / WEEK), most);
  return {
    before: weeksFrom(lastBefore - WEEK * weeksBefore + 1, weeksBefore),
    after: weeksFrom(firstAfter, weeksAfter),
  };
}

function clamp(weeks: number, most: number): number {
  return Math.max(0, Math.min(most, weeks));
}

function weeksFrom(first: EpochDay, weeks: number): readonly DateSpan[] {
  return Array.from({ length: weeks }, (_, week) => ({
    first: first + WEEK * week,
    last: first + WEEK * week + WEEK - 1,
  }));
}

/** An hour of the week: 0 is Monday from 00:00 to 01:00, 167 is Sunday from 23:00. */
export type WeekHour = number;

export function weekHour(day: EpochDay, hour: number): WeekHour {
  return weekdayOf(day) * HOURS + hour;
}

const HOUR_MS = 3_600_000;
/** A Monday far from today: only its weekday matters. */
const A_MONDAY = 10_959;

/**
 * Returns the hours of the week of which a policy keeps at least half quiet. Exceptions of single dates do not count, so
 * that the same hours can be compared before and after the policy took effect.
 */
export function quietWeekHours({ windows }: Pick<Policy, 'windows'>): ReadonlySet<WeekHour> {
  const from = A_MONDAY * DAY_MS;
  const quiet = scheduleIntervals({ windows, exceptions: [] }, 'UTC', from, from + WEEK * DAY_MS);
  const found = new Set<WeekHour>();
  for (let hour = 0; hour < WEEK * HOURS; hour++) {
    const [start, end] = [from + hour * HOUR_MS, from + (hour + 1) * HOUR_MS];
    const ms = quiet.reduce((sum, each) => sum + Math.max(0, Math.min(end, each.end) - Math.max(start, each.start)), 0);
    if (ms >= HOUR_MS / 2) found.add(hour);
  }
  return found;
}
