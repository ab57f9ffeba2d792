/** Computes the lints and the start of a publication, before the transaction that publishes (A2, A4, decision 0024). */
import type { Reads } from '#db/core/db.ts';
import { readPolicyHead } from '#db/policy/policies.ts';
import type { Lint } from '#rules/policy/lints/lint.ts';
import type { Policy } from '#rules/policy/policy.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { PolicyBrand, PolicyEngine } from './policy-tasks.ts';
import { readPolicyBrand } from './preview-policy.ts';
import type { Timelines } from './timelines.ts';

export interface PublicationChecksDeps {
  readonly db: Reads;
  readonly timelines: Timelines;
  readonly policyEngine: PolicyEngine;
  readonly now: () => Instant;
}

export interface PublicationChecks {
  readonly brand: PolicyBrand;
  readonly revision: number;
  readonly at: Instant;
  readonly lints: readonly Lint[];
  /** The next quiet start after `at`; null where no quiet time ever starts, or where `effective` is not `next-quiet-start`. */
  readonly nextQuietStart: Instant | null;
}

/** Reads the brand and computes its checks outside any transaction; null where the brand does not exist. */
export async function checkPublication(
  { db, timelines, policyEngine, now }: PublicationChecksDeps,
  brandId: string,
  policy: Policy,
  effective: 'now' | 'next-quiet-start' | Instant,
): Promise<PublicationChecks | null> {
  const at = now();
  const read = await db.read(brandId, async (reads) => {
    const brand = await readPolicyBrand(reads, brandId);
    if (!brand) return null;
    const [head] = await reads.run(readPolicyHead, { brandId });
    const revision = head?.revision ?? 0;
    const { timeline } = await timelines.at(reads, brandId, revision);
    return { brand, revision, timeline: effective === 'next-quiet-start' ? timeline : null };
  });
  if (!read) return null;
  const { brand, revision, timeline } = read;
  return { brand, revision, at, ...(await policyEngine.compute('publication', { ...brand, policy, at, timeline })) };
}

/** Tells whether the checks would still give the same result for the brand as a transaction has locked it. */
export function areCurrent(
  { brand, revision, at, nextQuietStart }: PublicationChecks,
  locked: PolicyBrand & { readonly revision: number },
  now: Instant,
): boolean {
  if (now < at || now - at > MAX_AGE_MS) return false;
  if (nextQuietStart !== null && nextQuietStart <= now) return false;
  const { zone, stores } = locked;
  return revision === locked.revision && JSON.stringify(brand) === JSON.stringify({ zone, stores });
}

/** The longest time for which checks count, because lints depend on the days around the instant. Older checks are made again. */
const MAX_AGE_MS = 60_000;
