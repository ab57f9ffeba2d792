/** Reads the windows and exceptions of a submitted policy and puts them into their normal order. */

import { dayOf, WEEKDAYS, type Weekday } from '#rules/time/calendar.ts';
import type { Exception, WeeklyWindow } from '#rules/time/schedule.ts';
import { minuteOf, type Window } from '#rules/time/window.ts';
import { fault, fieldsOf, itemsOf, type Part, required, textOf } from './policy-fault.ts';
import { POLICY_LIMITS } from './policy-limits.ts';

/**
 * Reads the weekly windows: one window for each pair of times, with all its days. Adds the faults that it finds; the
 * result may only be used if there are none.
 */
export function readWindows(part: Part): readonly WeeklyWindow[] {
  const counts = new Map<Weekday, number>();
  const daysOf = new Map<string, Set<Weekday>>();
  for (const item of itemsOf(part) ?? []) {
    const fields = fieldsOf(item, ['days', 'start', 'end']);
    if (fields === null) continue;
    const days = readDays(required(fields.days, item, 'days'));
    const window = readTimes(item, fields);
    for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
    if (days.some((day) => counts.get(day) === POLICY_LIMITS.windowsADay + 1)) fault(item, 'too_many_windows');
    const key = keyOf(window);
    const known = daysOf.get(key) ?? new Set();
    for (const day of days) known.add(day);
    daysOf.set(key, known);
  }
  return [...daysOf.keys()].toSorted().map((key) => {
    const days = daysOf.get(key) as ReadonlySet<Weekday>;
    return { days: WEEKDAYS.filter((day) => days.has(day)), ...windowOf(key) };
  });
}

/**
 * Reads the exceptions, ordered by date. Adds the faults that it finds; the result may only be used if there are none.
 */
export function readExceptions(part: Part): readonly Exception[] {
  const items = itemsOf(part) ?? [];
  if (items.length > POLICY_LIMITS.exceptions) fault(part, 'too_many_exceptions');
  const byDate = new Map<string, Exception>();
  for (const item of items) {
    const fields = fieldsOf(item, ['date', 'windows', 'label']);
    if (fields === null) continue;
    const windows = readDatedWindows(required(fields.windows, item, 'windows'));
    const label = readLabel(fields.label);
    const datePart = required(fields.date, item, 'date');
    if (datePart === null) continue;
    const date = textOf(datePart);
    if (date === null) continue;
    if (dayOf(date) === null) fault(datePart, 'not_a_date');
    else if (byDate.has(date)) fault(datePart, 'date_twice');
    else byDate.set(date, { date, windows, label });
  }
  return [...byDate.keys()].toSorted().map((date) => byDate.get(date) as Exception);
}

function readDatedWindows(part: Part | null): readonly Window[] {
  const items = (part && itemsOf(part)) ?? [];
  if (items.length > POLICY_LIMITS.windowsADay) fault(part as Part, 'too_many_windows');
  const keys = new Set<string>();
  for (const item of items) {
    const fields = fieldsOf(item, ['start', 'end']);
    if (fields !== null) keys.add(keyOf(readTimes(item, fields)));
  }
  return [...keys].toSorted().map(windowOf);
}

function readDays(part: Part | null): readonly Weekday[] {
  if (part === null) return [];
  const items = itemsOf(part);
  if (items === null) return [];
  if (items.length === 0) fault(part, 'no_days');
  const given = new Set(items.map(({ value }) => value));
  for (const item of items) {
    if (!WEEKDAYS.some((day) => day === item.value)) fault(item, 'not_a_day');
  }
  return WEEKDAYS.filter((day) => given.has(day));
}

/**
 * Reads the two times of a window (T3); `24:00` is allowed only as an end. Adds the faults that it finds; the result
 * may only be used if there are none.
 */
function readTimes(around: Part, fields: Record<'start' | 'end', Part | null>): Window {
  const start = readStart(required(fields.start, around, 'start'));
  const endPart = required(fields.end, around, 'end');
  const end = readTime(endPart);
  if (start !== null && start === end) fault(endPart as Part, 'equal_times');
  return { start, end } as Window;
}

function readStart(part: Part | null): string | null {
  const start = readTime(part);
  if (start !== '24:00') return start;
  fault(part as Part, 'start_is_24');
  return null;
}

function readTime(part: Part | null): string | null {
  if (part === null) return null;
  const time = textOf(part);
  if (time === null) return null;
  if (minuteOf(time) !== null) return time;
  fault(part, 'time_malformed');
  return null;
}

function readLabel(part: Part | null): string {
  if (part === null) return '';
  const label = textOf(part)?.trim() ?? '';
  if (label.length > POLICY_LIMITS.labelLength) fault(part, 'label_too_long');
  return label;
}

/** Returns a key such as `20:00-08:00`, which sorts like the times. */
function keyOf({ start, end }: Window): string {
  return `${start}-${end}`;
}

function windowOf(key: string): Window {
  return { start: key.slice(0, 5), end: key.slice(6) };
}
