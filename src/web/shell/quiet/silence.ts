/** Computes the current silence from the intervals of the last answer about quiet hours; this file decides nothing (T8, D15). */
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import { contains, type Instant, type Interval } from '#rules/time/interval.ts';

export interface Silence {
  readonly quiet: boolean;
  /** End of the current silence; null where it has no end or the end is not known yet. */
  readonly until: Instant | null;
  /** Start of the next silence while it is not quiet; null where none is known. */
  readonly next: Instant | null;
  /** 10 down to 1 in the last minutes before the silence starts, else null. */
  readonly minutesLeft: number | null;
  /** The last two minutes before the silence: a message sent now may arrive in it. */
  readonly closing: boolean;
  /** The answer does not cover this instant and must be read again. */
  readonly stale: boolean;
}

const MINUTE_MS = 60_000;
const SOON_MS = 10 * MINUTE_MS;
const CLOSING_MS = 2 * MINUTE_MS;

export function silenceAt(hours: QuietHours, now: Instant): Silence {
  const [running, coming] = intervalsOf(hours);
  const within = [running, coming].find((interval) => interval && contains(interval, now)) ?? null;
  const next = within === null && coming && coming.start > now ? coming.start : null;
  const left = next === null ? null : next - now;
  return {
    quiet: within !== null,
    until: finite(within?.end),
    next,
    minutesLeft: left !== null && left <= SOON_MS ? Math.ceil(left / MINUTE_MS) : null,
    closing: left !== null && left <= CLOSING_MS,
    stale:
      now >= Math.min(...[running?.end, coming?.start, changeOf(hours)].map((at) => at ?? Number.POSITIVE_INFINITY)),
  };
}

/** Returns the instants, besides each full minute, at which `silenceAt` changes its result. */
export function changesOf(hours: QuietHours | undefined): readonly (Instant | null)[] {
  if (!hours) return [];
  const next = instantOf(hours.nextQuietAt);
  const changes = [instantOf(hours.quietUntil), next, instantOf(hours.nextQuietUntil), changeOf(hours)];
  return [...changes, next && next - SOON_MS, next && next - CLOSING_MS];
}

/** Whether the brand has or had quiet hours: without them nothing can be held, and no screen mentions them. */
export function hasQuietHours(hours: QuietHours | null): boolean {
  return hours !== null && hours.reason !== 'no_plan' && hours.reason !== 'no_policy';
}

/** Converts RFC 3339 to epoch milliseconds. */
export function instantOf(text: string): Instant;
export function instantOf(text: string | null): Instant | null;
export function instantOf(text: string | null): Instant | null {
  return text === null ? null : Date.parse(text);
}

function intervalsOf(hours: QuietHours): readonly [Interval | null, Interval | null] {
  const next = instantOf(hours.nextQuietAt);
  return [
    hours.quietNow
      ? {
          start: instantOf(hours.quietSince) ?? Number.NEGATIVE_INFINITY,
          end: instantOf(hours.quietUntil) ?? Number.POSITIVE_INFINITY,
        }
      : null,
    next === null ? null : { start: next, end: instantOf(hours.nextQuietUntil) ?? Number.POSITIVE_INFINITY },
  ];
}

/** Returns when the hours that are published next take effect. */
function changeOf({ coming }: QuietHours): Instant | null {
  return coming && instantOf(coming.from);
}

function finite(instant: Instant | undefined): Instant | null {
  return instant !== undefined && Number.isFinite(instant) ? instant : null;
}
