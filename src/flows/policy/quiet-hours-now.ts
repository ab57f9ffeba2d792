/** Computes the quiet hours of one store at an instant, from the same silence that decides contacts (T8). */

import { nextQuietStart } from '#rules/contact/quiet/quiet-stretches.ts';
import { quietNow, silenceAt } from '#rules/contact/quiet/silence.ts';
import { includesQuietHours, type Plan } from '#rules/policy/plan.ts';
import type { Policy } from '#rules/policy/policy.ts';
import { type ComingVersion, comingVersions, policyAt, suspensionAt } from '#rules/policy/timeline.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { BrandClocks } from './timelines.ts';

/** `not_yet` means that a version is published and takes effect later. Quiet hours are active only when `in_force`. */
export type QuietHoursState = 'in_force' | 'no_plan' | 'no_policy' | 'not_yet' | 'suspended';

export interface QuietHoursNow {
  readonly state: QuietHoursState;
  readonly inForce: { readonly version: number; readonly policy: Policy } | null;
  readonly quiet: boolean;
  readonly since: Instant | null;
  /** The end of the present silence. Null while the store is open, and where the end is beyond the horizon (T9). */
  readonly until: Instant | null;
  /** The start of the next silence; null where none starts within 400 days. */
  readonly next: Instant | null;
  /** The end of the silence that starts at `next`. */
  readonly nextUntil: Instant | null;
  readonly suspendedUntil: Instant | null;
  /** The next version that takes effect; null where there is none, or where the plan has no quiet hours. */
  readonly coming: ComingVersion | null;
}

/** The store and its brand. `zone` is the store's zone; `storeZones` replace a zone that the runtime does not know (C4). */
export interface Place {
  readonly plan: Plan;
  readonly zone: string;
  readonly brandZone: string;
  readonly storeZones: readonly string[];
}

export function quietHoursNow(clocks: BrandClocks, place: Place, now: Instant): QuietHoursNow {
  const { timeline } = clocks;
  const zones = {
    store: place.zone,
    brand: place.brandZone,
    customer: [],
    customerFrom: null,
    brandStores: place.storeZones,
  };
  const context = { plan: place.plan, timeline, zones, quiet: clocks.around(now, zones) };
  const silence = silenceAt(context, now);
  const quiet = quietNow(silence, now);
  const suspension = suspensionAt(timeline, now);
  const next = nextQuietStart(context, now);
  return {
    state: quietHoursState(clocks, place.plan, now),
    inForce: silence.inForce,
    quiet: quiet !== null,
    since: quiet?.since ?? null,
    until: quiet?.until ?? null,
    next,
    nextUntil: next === null ? null : (quietNow(silenceAt(context, next), next)?.until ?? null),
    suspendedUntil: suspension?.until ?? null,
    coming: includesQuietHours(place.plan) ? (comingVersions(timeline, now)[0] ?? null) : null,
  };
}

function quietHoursState({ timeline }: BrandClocks, plan: Plan, now: Instant): QuietHoursState {
  if (!includesQuietHours(plan)) return 'no_plan';
  if (policyAt(timeline, now) !== null) return 'in_force';
  const published = timeline.versions.some(({ start }) => start <= now);
  if (published && suspensionAt(timeline, now) !== null) return 'suspended';
  return timeline.versions.length > 0 ? 'not_yet' : 'no_policy';
}
