/** Computes the days and times for which a message can be held, as far as this screen knows; the server decides (D15). */
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import type { Instant } from '#rules/time/interval.ts';
import { clockMinute, type DialArc, type DialWindow, weekStrips } from '#rules/time/ring.ts';
import { typedInstant } from '#web/shell/time/typed-instant.ts';
import { hoursOf, windowsOn } from '#web/ui/ring/ring-hours.ts';
import { dateAfter, dateOn } from '#words/core/format.ts';
import type { StoreHours } from './store-hours.ts';

/** What the screen knows about the coming days. */
export interface Days {
  readonly hours: QuietHours;
  /** Empty where the store's hours are unknown. */
  readonly store: StoreHours;
  readonly zone: string;
  readonly now: Instant;
}

/** How far ahead times are offered. A typed time may be later, up to thirty days (H1): the server refuses what is too far. */
const OFFERED_MS = 72 * 3_600_000;
const TIMES = ['10:00', '12:00', '15:00', '18:00', '20:00'] as const;
const WEEKDAYS = 7;

/** The quiet stretches of a date, in minutes of the day. Empty where the policy counts on another clock than the store's. */
export function quietOn({ hours }: Pick<Days, 'hours'>, on: string): readonly DialArc[] {
  const policy = hours.active ? hoursOf(hours.policy) : null;
  if (policy === null || policy.clocks === 'brand') return [];
  return stripOfToday(windowsOn(policy, dateAfter(on, -1)), windowsOn(policy, on));
}

/** The stretches of a date in which the store is open, in minutes of the day. */
export function openOn({ store }: Pick<Days, 'store'>, on: string): readonly DialArc[] {
  return stripOfToday(storeWindows(store, dateAfter(on, -1)), storeWindows(store, on));
}

/** Returns why a message cannot be held for a typed time; null where it can, as far as this screen knows. */
export function whyNotHeld(days: Days, on: string, time: string): 'past' | 'quiet' | 'skipped' | null {
  const at = typedInstant(on, time, days.zone);
  if (at === null) return 'skipped';
  if (at <= days.now) return 'past';
  return within(quietOn(days, on), time) ? 'quiet' : null;
}

/** Returns the times of a day that are offered: not quiet, at most 72 hours ahead, and while the store is open. */
export function offeredTimes(days: Days, on: string): readonly string[] {
  const open = openOn(days, on);
  return TIMES.filter((time) => {
    const at = typedInstant(on, time, days.zone);
    if (at === null || at > days.now + OFFERED_MS || whyNotHeld(days, on, time) !== null) return false;
    return days.store.length === 0 || within(open, time);
  });
}

/** Returns the days that have a time to offer, within the offered 72 hours. */
export function offeredDays(days: Days): readonly string[] {
  const today = dateOn(days.now, days.zone);
  const last = dateOn(days.now + OFFERED_MS, days.zone);
  return Array.from({ length: WEEKDAYS }, (_, ahead) => dateAfter(today, ahead)).filter(
    (on) => on <= last && offeredTimes(days, on).length > 0,
  );
}

function within(arcs: readonly DialArc[], time: string): boolean {
  const minute = clockMinute(time);
  return arcs.some(({ start, end }) => start <= minute && minute < end);
}

function stripOfToday(yesterday: readonly DialWindow[], today: readonly DialWindow[]): readonly DialArc[] {
  return weekStrips([yesterday, today])[1] ?? [];
}

function storeWindows(store: StoreHours, on: string): readonly DialWindow[] {
  const weekday = (new Date(`${on}T00:00:00.000Z`).getUTCDay() + 6) % WEEKDAYS;
  return store.filter((each) => each.weekday === weekday).map(({ opens, closes }) => ({ start: opens, end: closes }));
}
