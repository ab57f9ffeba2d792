/** When a new version takes over without cutting an evening in two (A2). */
import type { Policy } from '#rules/policy/policy.ts';
import { timelineOf } from '#rules/policy/timeline.ts';
import type { Instant } from '#rules/time/interval.ts';
import { BrandClocks } from './timelines.ts';

/**
 * The first start of a silence after `now`, in any of the brand's zones, under what is in force or under the new
 * policy: from there on every evening is the new version's. Where neither ever starts one: now.
 */
export function nextQuietStart(current: BrandClocks, policy: Policy, zones: readonly string[], now: Instant): Instant {
  const fresh = new BrandClocks(
    timelineOf([{ revision: 1, at: now, kind: 'publish', version: 1, policy, effectiveAt: Number.NEGATIVE_INFINITY }]),
  );
  let first = Number.POSITIVE_INFINITY;
  for (const zone of new Set(zones)) {
    for (const clocks of [current, fresh]) first = Math.min(first, clocks.in(zone, now)?.nextStart(now) ?? first);
  }
  return Number.isFinite(first) ? first : now;
}
