/**
 * Tells whether it is quiet for one contact: reads the policy in force on every clock that counts (C1–C5, D3, D4, D9).
 */

import type { QuietNow } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { includesQuietHours } from '#rules/policy/plan.ts';
import type { Policy } from '#rules/policy/policy.ts';
import { policyAt, type Timeline } from '#rules/policy/timeline.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { type ChosenClocks, type CountedClock, chooseClocks } from './which-clocks.ts';

export interface Silence {
  /** Null if the brand has no policy in force; then nothing is quiet (D9). */
  readonly inForce: { readonly version: number; readonly policy: Policy } | null;
  readonly clocks: ChosenClocks;
  /** Quiet on a clock whose zone is known (D3). */
  readonly known: boolean;
  /** Quiet on a clock that replaces an uncertain zone, or because no zone is known (D4). */
  readonly uncertain: boolean;
  /** The earliest instant at which any of these values may change; null beyond 400 days (T9). */
  readonly changesAt: Instant | null;
}

/** The part of a context that silence depends on: of the customer only the zones. */
export type SilenceContext = Pick<DecisionContext, 'plan' | 'timeline' | 'quiet' | 'zones'>;

/** Reads the silence at an instant, which the clocks in `context.quiet` must cover. */
export function silenceAt(context: SilenceContext, at: Instant): Silence {
  if (!includesQuietHours(context.plan)) return NEVER;
  const inForce = policyAt(context.timeline, at);
  let changesAt = policyChangesAt(context.timeline, at);
  if (inForce === null) return { ...NEVER, changesAt };

  const clocks = chooseClocks(inForce.policy.clocks, context.zones, context.quiet, at);
  changesAt = earlier(changesAt, clocks.until);
  let known = false;
  let uncertain = clocks.blind !== null;
  for (const { clock, certain } of clocks.counted) {
    const reading = clock.at(at);
    changesAt = earlier(changesAt, reading.changesAt);
    if (reading.quiet && certain) known = true;
    if (reading.quiet && !certain) uncertain = true;
  }
  return { inForce, clocks, known, uncertain, changesAt };
}

/**
 * Returns the merged quiet interval of all clocks that count, around the instant at which `silence` was read, with the
 * name of the clock that ends last (C2); null if it is open. An end more than 400 days away (T9), or a start more than
 * 100 days ago, is null.
 */
export function quietNow({ clocks, known, uncertain }: Silence, at: Instant): QuietNow | null {
  if (clocks.blind !== null) return { since: null, until: null, clock: clocks.blind, zone: null };
  if (!known && !uncertain) return null;
  const { last, until } = mergedEnd(clocks.counted, at);
  return { since: mergedStart(clocks.counted, at), until, clock: last.name, zone: last.zone };
}

/** Returns the earlier of two instants; null means never. */
export function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}

function mergedEnd(clocks: readonly CountedClock[], at: Instant): { last: CountedClock; until: Instant | null } {
  let last = clocks[0] as CountedClock;
  let until = at;
  for (let grown = true; grown; ) {
    grown = false;
    for (const counted of clocks) {
      const end = counted.clock.intervalAt(until)?.end ?? until;
      if (end === until) continue;
      if (end - at > HORIZON_MS) return { last: counted, until: null };
      [last, until, grown] = [counted, end, true];
    }
  }
  return { last, until };
}

function mergedStart(clocks: readonly CountedClock[], at: Instant): Instant | null {
  let since = at;
  for (let grown = true; grown; ) {
    grown = false;
    for (const { clock } of clocks) {
      const before = clock.intervalAt(since - 1);
      if (before === null) continue;
      if (at - before.start > LOOK_BACK_MS) return null;
      [since, grown] = [before.start, true];
    }
  }
  return since;
}

/** Returns the next instant at which a version or a suspension begins or ends; null: none is planned. */
function policyChangesAt({ versions, suspensions }: Timeline, at: Instant): Instant | null {
  let next = Number.POSITIVE_INFINITY;
  for (const { start, end } of versions) next = later(at, start, later(at, end, next));
  for (const { start, end } of suspensions) next = later(at, start, later(at, end, next));
  return next - at <= HORIZON_MS ? next : null;
}

function later(at: Instant, boundary: Instant, found: Instant): Instant {
  return boundary > at && boundary < found ? boundary : found;
}

/** How far the clocks of a decision cover the past (`quietClocks`). */
export const LOOK_BACK_MS = 100 * DAY_MS;

const NEVER: Silence = {
  inForce: null,
  clocks: { counted: [], blind: null, until: null },
  known: false,
  uncertain: false,
  changesAt: null,
};
