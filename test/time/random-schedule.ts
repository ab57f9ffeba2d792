/** Makes random schedules with windows close to clock changes, to find differences between the engine and the witness. */
import { WEEKDAYS } from '#rules/time/calendar.ts';
import type { Schedule } from '#rules/time/schedule.ts';
import type { Window } from '#rules/time/window.ts';
import type { Chance } from './seeded-random.ts';

/** Returns a schedule with one to four weekly windows and up to two exceptions on `dates`; `near` are minutes of the day close to a clock change. */
export function randomSchedule(chance: Chance, dates: readonly string[], near: readonly number[]): Schedule {
  const windows = Array.from({ length: 1 + chance(4) }, () => {
    const days = WEEKDAYS.filter(() => chance(3) > 0);
    return { days: days.length > 0 ? days : WEEKDAYS, ...randomWindow(chance, near) };
  });
  const exceptional = new Set(Array.from({ length: chance(3) }, () => dates[chance(dates.length)] as string));
  const exceptions = [...exceptional].map((date) => ({
    date,
    windows: Array.from({ length: chance(3) }, () => randomWindow(chance, near)),
    label: '',
  }));
  return { windows, exceptions };
}

function randomWindow(chance: Chance, near: readonly number[]): Window {
  const start = randomMinute(chance, near) % 1440;
  const end = chance(12) === 0 ? 1440 : randomMinute(chance, near) % 1440;
  return start === end ? randomWindow(chance, near) : { start: textOf(start), end: textOf(end) };
}

/** Returns a minute of the day; half of them are at most two hours from a clock change. */
function randomMinute(chance: Chance, near: readonly number[]): number {
  if (near.length === 0 || chance(2) === 0) return chance(1440);
  const offsets = [0, 0, 1, -1, 15, 30, -30, 59, 60, -60, chance(241) - 120];
  const minute = (near[chance(near.length)] as number) + (offsets[chance(offsets.length)] as number);
  return (minute + 2880) % 1440;
}

function textOf(minute: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
