/** What the last answer about the quiet hours means at this moment: read off its intervals, judged by nobody here (T8, D15). */
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import { contains, type Instant, type Interval } from '#rules/time/interval.ts';

export interface Silence {
  readonly quiet: boolean;
  /** End of the silence that is running; null where it is open-ended or the end has yet to be read. */
  readonly until: Instant | null;
  /** Start of the coming silence while it is open; null where none is known. */
  readonly next: Instant | null;
  /** 10 down to 1 in the last minutes before it starts, else null. */
  readonly minutesLeft: number | null;
  /** In the last two minutes what is sent may still arrive in the silence. */
  readonly closing: boolean;
  /** Beyond what the answer covers: it must be read anew. */
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

/** The instants at which `silenceAt` gives another answer, besides each full minute. */
export function turnsOf(hours: QuietHours | undefined): readonly (Instant | null)[] {
  if (!hours) return [];
  const next = instantOf(hours.nextQuietAt);
  const turns = [instantOf(hours.quietUntil), next, instantOf(hours.nextQuietUntil), changeOf(hours)];
  return [...turns, next && next - SOON_MS, next && next - CLOSING_MS];
}

/** Of a brand that never had quiet hours nothing can wait, and nothing is said of them. */
export function knowsQuiet(hours: QuietHours | null): boolean {
  return hours !== null && hours.reason !== 'no_plan' && hours.reason !== 'no_policy';
}

/** RFC 3339 → epoch milliseconds. */
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

/** When the hours that are published next take effect. */
function changeOf({ coming }: QuietHours): Instant | null {
  return coming && instantOf(coming.from);
}

function finite(instant: Instant | undefined): Instant | null {
  return instant !== undefined && Number.isFinite(instant) ? instant : null;
}
