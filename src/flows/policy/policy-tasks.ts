/** Computes what a policy would do, from values alone, so that a task can run in a process beside the server (decision 0024). */

import { nextQuietStart } from '#rules/contact/quiet/quiet-stretches.ts';
import { type Lint, lintPolicy } from '#rules/policy/lints/lint.ts';
import { DEFAULT_POLICY, type Policy } from '#rules/policy/policy.ts';
import { type Recommendation, recommendHours } from '#rules/policy/recommend.ts';
import { findStoresOpenInQuiet, type StoreConflict } from '#rules/policy/store-conflicts.ts';
import { type Timeline, timelineOf } from '#rules/policy/timeline.ts';
import { type DayInZone, weekOf } from '#rules/policy/week.ts';
import { WEEKDAYS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { BrandClocks } from './timelines.ts';

/** The facts of a brand against which its policy is checked. Structured clone copies them without loss. */
export interface PolicyBrand {
  readonly zone: string;
  readonly stores: readonly OpenStore[];
}

export interface PreviewInput extends PolicyBrand {
  readonly policy: Policy;
  readonly at: Instant;
  /** When the policy takes effect. A timeline means the next quiet start of that timeline or of the policy. */
  readonly from: Instant | Timeline;
}

export interface PreviewOutput {
  /**
   * The coming week on each clock that counts; the zone with most stores comes first. A brand without stores has a week
   * on the brand's clock.
   */
  readonly week: readonly { readonly zone: string; readonly stores: number; readonly days: readonly DayInZone[] }[];
  readonly lints: readonly Lint[];
  readonly conflicts: readonly StoreConflict[];
}

export interface PublicationInput extends PolicyBrand {
  readonly policy: Policy;
  readonly at: Instant;
  /** The timeline in force, where the caller asks for the next quiet start; else null. */
  readonly timeline: Timeline | null;
}

export interface PublicationOutput {
  readonly lints: readonly Lint[];
  /** The next quiet start after `at`; null where the caller did not ask, or where no quiet time ever starts. */
  readonly nextQuietStart: Instant | null;
}

export interface RecommendationInput extends PolicyBrand {
  readonly at: Instant;
}

export interface RecommendedHours extends Recommendation {
  /** The stores that are open in the recommended quiet hours. */
  readonly conflicts: readonly StoreConflict[];
}

/** The tasks. Each one is a pure function of its input. */
export const POLICY_TASKS = {
  preview: ({ policy, stores, zone, at, from }: PreviewInput): PreviewOutput => {
    const start = typeof from === 'number' ? from : nextStartOf(from, policy, { zone, stores }, at);
    const weekFrom = Math.max(start, at);
    return {
      week: zonesOf(policy, stores, zone).map((each) => ({ ...each, days: weekOf(policy, each.zone, weekFrom) })),
      lints: lintPolicy(policy, stores, zone, at),
      conflicts: findStoresOpenInQuiet(stores, policy, zone, at),
    };
  },

  publication: ({ policy, stores, zone, at, timeline }: PublicationInput): PublicationOutput => {
    const start = timeline && nextStartOf(timeline, policy, { zone, stores }, at);
    return { lints: lintPolicy(policy, stores, zone, at), nextQuietStart: start === at ? null : start };
  },

  recommendation: ({ stores, zone, at }: RecommendationInput): RecommendedHours => {
    const recommended = recommendHours(stores);
    const { start, end } = recommended;
    const policy = { ...DEFAULT_POLICY, windows: [{ days: WEEKDAYS, start, end }] };
    return { ...recommended, conflicts: findStoresOpenInQuiet(stores, policy, zone, at) };
  },
} as const;

export type PolicyTaskName = keyof typeof POLICY_TASKS;
export type PolicyTaskInput<N extends PolicyTaskName> = Parameters<(typeof POLICY_TASKS)[N]>[0];
export type PolicyTaskOutput<N extends PolicyTaskName> = ReturnType<(typeof POLICY_TASKS)[N]>;

/** Runs policy tasks; the server's implementation runs them in processes of their own. */
export interface PolicyEngine {
  /** Computes one task. Throws where the process ended before it answered. */
  compute<N extends PolicyTaskName>(name: N, input: PolicyTaskInput<N>): Promise<PolicyTaskOutput<N>>;
}

/** Runs one task on the calling thread. */
export function runPolicyTask<N extends PolicyTaskName>(name: N, input: PolicyTaskInput<N>): PolicyTaskOutput<N> {
  return (POLICY_TASKS[name] as (input: PolicyTaskInput<N>) => PolicyTaskOutput<N>)(input);
}

/**
 * Returns when a new version can start without dividing an evening (A2): the first quiet start after `at` in any of the
 * brand's zones, under the timeline in force or under the new policy. Every evening from then on belongs to the new
 * version. Returns `at` where neither has a quiet start.
 */
function nextStartOf(timeline: Timeline, policy: Policy, { zone, stores }: PolicyBrand, at: Instant): Instant {
  const event = {
    revision: 1,
    at,
    kind: 'publish',
    version: 1,
    policy,
    effectiveAt: Number.NEGATIVE_INFINITY,
  } as const;
  const zones = [...new Set([zone, ...stores.map((store) => store.zone)])].filter((each) => zoneFault(each) === null);
  const starts = [new BrandClocks(timeline), new BrandClocks(timelineOf([event]))].flatMap((clocks) =>
    zones.map((each) => nextQuietStart(clocks.context(each, at), at)),
  );
  const first = Math.min(...starts.filter((start) => start !== null));
  return Number.isFinite(first) ? first : at;
}

/**
 * Returns the zones for which a week is shown. With the brand's clock there is one week for all (C3). A zone that the
 * runtime does not know has no week (C4).
 */
function zonesOf({ clocks }: Policy, stores: readonly OpenStore[], brandZone: string) {
  const counts = new Map<string, number>();
  for (const store of stores) {
    const zone = clocks === 'brand' ? brandZone : store.zone;
    if (zoneFault(zone) === null) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  if (counts.size === 0 && zoneFault(brandZone) === null) counts.set(brandZone, 0);
  const listed = [...counts].map(([zone, stores]) => ({ zone, stores }));
  return listed.toSorted((a, b) => b.stores - a.stores || (a.zone < b.zone ? -1 : 1));
}
