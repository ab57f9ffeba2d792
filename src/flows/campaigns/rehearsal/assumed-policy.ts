/** Builds the quiet hours of a brand as they would be with a policy that nobody has published. */
import type { Db } from '#db/core/db.ts';
import { policyEventOf, readPolicyLog } from '#db/policy/policies.ts';
import { BrandClocks } from '#flows/policy/timelines.ts';
import { includesQuietHours, type Plan } from '#rules/policy/plan.ts';
import type { Policy } from '#rules/policy/policy.ts';
import { timelineOf } from '#rules/policy/timeline.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A policy that is assumed to take effect at an instant. */
export interface AssumedPolicy {
  readonly policy: Policy;
  readonly effectiveAt: Instant;
}

/** Adds the policy to the published ones, as if it were published at `at`. */
export async function assumedClocks(
  reads: Db,
  brandId: string,
  upTo: number,
  { policy, effectiveAt }: AssumedPolicy,
  at: Instant,
): Promise<BrandClocks> {
  const log = await reads.run(readPolicyLog, { brandId, upTo });
  const revision = upTo + 1;
  const publication = { revision, at, kind: 'publish', version: revision, policy, effectiveAt } as const;
  return new BrandClocks(timelineOf([...log.map(policyEventOf), publication]));
}

/** Returns a plan that includes quiet hours. */
export function assumedPlan(plan: Plan): Plan {
  return includesQuietHours(plan) ? plan : 'growth';
}
