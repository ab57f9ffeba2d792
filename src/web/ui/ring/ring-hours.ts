/** Computes what a drawing needs of a policy: the windows that start on a given date. */
import type { DialWindow, ThreeDays } from '#rules/time/ring.ts';
import type { Hours } from '#words/policy/sentence.ts';

export type Weekday = Hours['windows'][number]['days'][number];

/** Monday first, as everywhere in a policy. */
export const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[];

/**
 * Returns the hours of a policy from an answer; null where there is none. The server has parsed it, so that only its
 * presence is checked.
 */
export function hoursOf(policy: unknown): Hours | null {
  return typeof policy === 'object' && policy !== null && 'windows' in policy ? (policy as Hours) : null;
}

/** Returns the windows that start on a date (`YYYY-MM-DD`): an exception replaces those of the weekday (T7). */
export function windowsOn(hours: Hours, on: string): readonly DialWindow[] {
  const exception = hours.exceptions.find(({ date }) => date === on);
  return exception?.windows ?? windowsOfWeekday(hours, WEEK[(dateAt(on).getUTCDay() + 6) % 7] ?? 'mon');
}

export function windowsOfWeekday(hours: Hours, weekday: Weekday): readonly DialWindow[] {
  return hours.windows.filter(({ days }) => days.includes(weekday));
}

/** Returns the windows of a date and of the days before and after. */
export function windowsRound(hours: Hours, on: string): ThreeDays {
  return {
    yesterday: windowsOn(hours, nextOn(on, -1)),
    today: windowsOn(hours, on),
    tomorrow: windowsOn(hours, nextOn(on, 1)),
  };
}

/** Returns the two times of a policy with the same night every day; null for any other. */
export function simpleTimes(hours: Hours): DialWindow | null {
  const [window, ...more] = hours.windows;
  const everyDay = window !== undefined && more.length === 0 && window.days.length === WEEK.length;
  return everyDay ? { start: window.start, end: window.end } : null;
}

function nextOn(on: string, days: number): string {
  const date = dateAt(on);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function dateAt(on: string): Date {
  return new Date(`${on}T00:00:00Z`);
}
