/**
 * Computes which quiet hours a brand had and will have: its versions, each from its effective instant on, without its
 * suspensions.
 */

import { DAY_MS } from '#rules/time/calendar.ts';
import { contains, type Instant, type Interval, subtract, union } from '#rules/time/interval.ts';
import { QuietClock } from '#rules/time/quiet.ts';
import { scheduleIntervals } from '#rules/time/schedule.ts';
import { zoneFault } from '#rules/time/zone.ts';
import type { Policy } from './policy.ts';

/**
 * One event of the policy's log, which is append-only. `revision` counts the events from 1; `at` is when the event was
 * recorded.
 */
export type PolicyEvent = { readonly revision: number; readonly at: Instant } & (
  | { readonly kind: 'publish'; readonly version: number; readonly policy: Policy; readonly effectiveAt: Instant }
  | { readonly kind: 'suspend'; readonly from: Instant; readonly until: Instant | null }
  | { readonly kind: 'resume' }
);

/** A version and the interval in which it is in force, suspended or not. */
export interface VersionSpan extends Interval {
  readonly version: number;
  readonly policy: Policy;
}

export interface Timeline {
  /** The revision of the last event; 0: there is none. */
  readonly revision: number;
  /** In order, apart; the last one has no end. */
  readonly versions: readonly VersionSpan[];
  /** In order, apart. */
  readonly suspensions: readonly Interval[];
}

/**
 * Computes the timeline of a log, in any order of its events (T8).
 * - In force at t is the highest-numbered version whose `effectiveAt` is not after t: a new publication supersedes a coming
 *   version that would start later.
 * - A resume ends, at its instant, every suspension recorded before it, and cancels those that have not begun: a person who
 *   resumes wants quiet hours from now on, and a forgotten suspension must not open them again.
 * - A version published while suspended stays suspended.
 */
export function timelineOf(events: readonly PolicyEvent[]): Timeline {
  const log = events.toSorted((a, b) => a.revision - b.revision);
  return { revision: log.at(-1)?.revision ?? 0, versions: versionsOf(log), suspensions: suspensionsOf(log) };
}

/**
 * Compiles the brand's quiet clock in one zone for two years (T8): from 165 days before `around` to 565 days after.
 * Callers may cache the clock by brand, revision and zone while it `covers` the instants in question; no answer depends
 * on `around`. Throws RangeError for a zone that `zoneFault` refuses.
 */
export function compileTimeline(timeline: Timeline, zone: string, around: Instant): QuietClock {
  if (zoneFault(zone) !== null)
    throw new RangeError(`The runtime knows no zone ${zone}: use a name of the tz database, such as America/Manaus`);
  const [from, to] = [around - 165 * DAY_MS, around + 565 * DAY_MS];
  return new QuietClock(zone, from, to, (first, last) => quietBetween(timeline, zone, first, last));
}

/**
 * Returns the quiet intervals of a timeline between two instants: each version's within its own interval, without
 * suspensions.
 */
function quietBetween(timeline: Timeline, zone: string, from: Instant, to: Instant): readonly Interval[] {
  const quiet: Interval[] = [];
  for (const { policy, start, end } of timeline.versions) {
    const [first, last] = [Math.max(start, from), Math.min(end, to)];
    if (first < last) quiet.push(...scheduleIntervals(policy, zone, first, last));
  }
  return subtract(union(quiet), timeline.suspensions);
}

/** Returns the policy in force at an instant; null: there is none yet, or quiet hours are suspended (D9). */
export function policyAt(timeline: Timeline, at: Instant): { version: number; policy: Policy } | null {
  if (suspensionAt(timeline, at) !== null) return null;
  const span = timeline.versions.find((version) => contains(version, at));
  return span === undefined ? null : { version: span.version, policy: span.policy };
}

/**
 * Returns the suspension that runs at an instant; overlapping suspensions count as one. `until` is null if it has no
 * end.
 */
export function suspensionAt(timeline: Timeline, at: Instant): { from: Instant; until: Instant | null } | null {
  const running = timeline.suspensions.find((suspension) => contains(suspension, at));
  if (running === undefined) return null;
  return { from: running.start, until: running.end === Number.POSITIVE_INFINITY ? null : running.end };
}

/** A published version that will take effect. */
export interface ComingVersion {
  readonly version: number;
  readonly policy: Policy;
  /** The version's effective instant, or the end of a suspension that runs then. */
  readonly from: Instant;
  /** Whether a suspension without an end runs at `from`: the version takes effect only after a resume. */
  readonly paused: boolean;
}

/**
 * Returns the versions that take effect after an instant, in order. A version that ends before its suspension does, or
 * that is superseded, never takes effect and is left out.
 */
export function comingVersions(timeline: Timeline, at: Instant): readonly ComingVersion[] {
  const later = timeline.versions.filter(({ start }) => start > at);
  return later.flatMap(({ version, policy, start, end }) => {
    const pause = suspensionAt(timeline, start);
    const from = pause?.until ?? start;
    const paused = pause !== null && pause.until === null;
    return from < end ? [{ version, policy, from, paused }] : [];
  });
}

function versionsOf(log: readonly PolicyEvent[]): readonly VersionSpan[] {
  const versions: VersionSpan[] = [];
  let end = Number.POSITIVE_INFINITY;
  const published = log.filter((event) => event.kind === 'publish').toSorted((a, b) => b.version - a.version);
  for (const { version, policy, effectiveAt: start } of published) {
    if (start >= end) continue;
    versions.unshift({ version, policy, start, end });
    end = start;
  }
  return versions;
}

function suspensionsOf(log: readonly PolicyEvent[]): readonly Interval[] {
  let suspensions: Interval[] = [];
  for (const event of log) {
    if (event.kind === 'suspend') {
      suspensions.push({ start: event.from, end: event.until ?? Number.POSITIVE_INFINITY });
    } else if (event.kind === 'resume') {
      suspensions = suspensions.map(({ start, end }) => ({ start, end: Math.min(end, event.at) }));
    }
  }
  return union(suspensions);
}
