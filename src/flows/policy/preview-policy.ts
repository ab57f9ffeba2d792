/** Computes what support reads before it publishes: recommended hours, and what a policy would do in the coming week (A2–A4). */
import type { Db, Reads, Tx } from '#db/core/db.ts';
import { listStores } from '#db/people/stores.ts';
import { readPolicyHead } from '#db/policy/policies.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { type Policy, type PolicyFault, parsePolicy } from '#rules/policy/policy.ts';
import { type Holiday, suggestedHolidays } from '#rules/time/holidays/holidays.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, localDay } from '#rules/time/local-day.ts';
import type { PolicyBrand, PolicyEngine, PreviewOutput, RecommendedHours } from './policy-tasks.ts';
import type { Timelines } from './timelines.ts';

export interface PreviewDeps {
  readonly db: Reads;
  readonly timelines: Timelines;
  readonly policyEngine: PolicyEngine;
  readonly now: () => Instant;
}

export interface PolicyPreview extends PreviewOutput {
  readonly kind: 'previewed';
  readonly policy: Policy;
}

export type PreviewAnswer =
  | PolicyPreview
  | { readonly kind: 'malformed'; readonly faults: readonly PolicyFault[] }
  | { readonly kind: 'not_found' };

/**
 * Previews a policy. `wanted` is the policy as it was sent. The week begins on the day of `effective` where that is in
 * the future, else today.
 */
export async function previewPolicy(
  { db, timelines, policyEngine, now }: PreviewDeps,
  brandId: string,
  wanted: unknown,
  effective: 'now' | 'next-quiet-start' | Instant,
): Promise<PreviewAnswer> {
  const parsed = parsePolicy(wanted);
  if (!parsed.ok) return { kind: 'malformed', faults: parsed.faults };
  const { policy } = parsed;
  const at = now();
  const read = await db.read(brandId, async (reads) => {
    const brand = await readPolicyBrand(reads, brandId);
    if (!brand || effective !== 'next-quiet-start') return { brand, timeline: null };
    const [head] = await reads.run(readPolicyHead, { brandId });
    const { timeline } = await timelines.at(reads, brandId, head?.revision ?? 0);
    return { brand, timeline };
  });
  if (!read.brand) return { kind: 'not_found' };
  const from = typeof effective === 'number' ? effective : (read.timeline ?? at);
  const output = await policyEngine.compute('preview', { ...read.brand, policy, at, from });
  return { kind: 'previewed', policy, ...output };
}

/** Returns the recommended hours (A3); null where the brand does not exist. */
export async function recommendedHours(
  { db, policyEngine, now }: Pick<PreviewDeps, 'db' | 'policyEngine' | 'now'>,
  brandId: string,
): Promise<RecommendedHours | null> {
  const brand = await db.read(brandId, (reads) => readPolicyBrand(reads, brandId));
  return brand && policyEngine.compute('recommendation', { ...brand, at: now() });
}

/**
 * Returns the holidays of the next 13 months in the states of the brand's stores, in order of date; null where the
 * brand does not exist.
 */
export async function comingHolidays(
  { db, now }: Pick<PreviewDeps, 'db' | 'now'>,
  brandId: string,
): Promise<readonly Holiday[] | null> {
  const brand = await db.read(brandId, (reads) => readPolicyBrand(reads, brandId));
  if (!brand) return null;
  const today = localDay(brand.zone, now());
  const states = [...new Set(brand.stores.map(({ state }) => state))];
  return suggestedHolidays(dateText(today), dateText(today + DAYS_AHEAD), states);
}

const DAYS_AHEAD = 396;

/** Reads the brand's zone and stores; null where the brand does not exist. */
export async function readPolicyBrand(reads: Db | Tx, brandId: string): Promise<PolicyBrand | null> {
  const placing = reads.run(readPlace, { brandId, storeId: null });
  const listing = reads.run(listStores, { brandId });
  const [[place], stores] = await Promise.all([placing, listing]);
  return place ? { zone: place.brandZone, stores } : null;
}
