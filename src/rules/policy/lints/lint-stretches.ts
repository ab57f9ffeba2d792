/** Lints that need real nights: too long a quiet time, a night without quiet hours, a morning that opens early (A4). */

import type { Policy } from '#rules/policy/policy.ts';
import { DAY_MS, dayOf, type EpochDay } from '#rules/time/calendar.ts';
import { type Interval, subtract } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import { scheduleIntervals } from '#rules/time/schedule.ts';
import { intervalOn } from '#rules/time/window.ts';
import { zoneClock } from '#rules/time/zone.ts';
import type { Finding, LintCase } from './lint-case.ts';

/**
 * Finds more than 20 quiet hours in a row, in an ordinary week or around a date. Quiet time is read 20 hours before and
 * after the day, so that any longer quiet time reaches into the day itself.
 */
export function findLongQuiet(asked: LintCase): Finding {
  return gather(asked, ({ start, end, policy, quietUnder }) => {
    const around = { start: start - LONGEST_MS, end: end + LONGEST_MS };
    return quietUnder(policy, around).some((silence) => silence.end - silence.start > LONGEST_MS);
  });
}

/** Finds nights without any quiet time between 22:00 and 06:00. */
export function findNightsWithoutQuiet(asked: LintCase): Finding {
  return gather(asked, ({ clock, day, policy, quietUnder }) => {
    // The interval is never null: a clock that skips a whole date skips it from midnight to midnight, and never a whole
    // night.
    const night = intervalOn(clock, day, NIGHT) as Interval;
    return quietUnder(policy, night).length === 0;
  });
}

/**
 * Finds exceptions after which hours of the next morning are open that would be quiet after the date's ordinary windows
 * (T7).
 */
export function findOpenedMornings(asked: LintCase): Finding {
  return gather(asked, ({ clock, day, index, policy, quietUnder }) => {
    const morning = intervalOn(clock, day + 1, MORNING);
    if (morning === null) return false;
    const exceptions = policy.exceptions.filter((_, i) => i !== index);
    const usual = quietUnder({ ...policy, exceptions }, morning);
    return subtract(usual, quietUnder(policy, morning)).length > 0;
  });
}

const LONGEST_MS = 20 * 3_600_000;
const NIGHT = { startMinute: 22 * 60, endMinute: 30 * 60 };
const MORNING = { startMinute: 0, endMinute: 12 * 60 };

/** One local date of one zone that is checked. The interval is the day itself. */
interface Stretch extends Interval {
  readonly policy: Policy;
  readonly day: EpochDay;
  /** The index of the exception on this date; null for a day of the ordinary week. */
  readonly index: number | null;
  /** The zone's clock from the beginning of the day to the end of the next day. */
  readonly clock: ReturnType<typeof zoneClock>;
  readonly quietUnder: (policy: Policy, within: Interval) => readonly Interval[];
}

/**
 * Checks every day of an ordinary week without exceptions, and every exception that is not over, on every clock that
 * counts.
 */
function gather(asked: LintCase, isAmiss: (stretch: Stretch) => boolean): Finding {
  const { policy, zones } = asked;
  const ordinary = { ...policy, exceptions: [] };
  const places = new Set<string>();
  const names = new Set<string>();
  for (const zone of zones) {
    const today = localDay(zone, asked.now);
    for (let day = today; day < today + 7; day++) {
      if (isAmiss(stretchOf(ordinary, zone, day, null))) places.add('windows');
    }
    for (const [index, { date }] of policy.exceptions.entries()) {
      const day = dayOf(date) as EpochDay;
      if (day < today || !isAmiss(stretchOf(policy, zone, day, index))) continue;
      if (isAmiss(stretchOf(ordinary, zone, day, null))) continue;
      places.add(`exceptions[${index}]`);
      names.add(date);
    }
  }
  return { places: [...places], names: [...names] };
}

function stretchOf(policy: Policy, zone: string, day: EpochDay, index: number | null): Stretch {
  const [start, end] = [startOfDay(zone, day), startOfDay(zone, day + 1)];
  return {
    start,
    end,
    policy,
    day,
    index,
    clock: zoneClock(zone, start, end + DAY_MS),
    quietUnder: (schedule, within) => scheduleIntervals(schedule, zone, within.start, within.end),
  };
}
