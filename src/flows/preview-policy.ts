/** What support looks at before it publishes: recommended hours, and what a policy would do in the coming week (A2–A4). */
import type { Db, Reads } from '#db/db.ts';
import { policyHead } from '#db/policies.ts';
import { placeOf } from '#db/quiet-hours.ts';
import { storesOf } from '#db/stores.ts';
import { type Holiday, suggestedHolidays } from '#rules/holidays.ts';
import { type Lint, lintPolicy } from '#rules/lint.ts';
import { dateText, localDay } from '#rules/local-day.ts';
import { DEFAULT_POLICY, type Policy, type PolicyFault, parsePolicy } from '#rules/policy.ts';
import { type Recommendation, recommendHours } from '#rules/recommend.ts';
import { type StoreConflict, storesOpenInQuiet } from '#rules/store-conflicts.ts';
import type { OpenStore } from '#rules/store-hours.ts';
import { WEEKDAYS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { type DayInZone, weekOf } from '#rules/week.ts';
import { nextQuietStart } from './next-quiet-start.ts';
import type { Timelines } from './timelines.ts';

export interface PreviewDeps {
  readonly db: Reads;
  readonly timelines: Timelines;
  readonly now: () => Instant;
}

export interface PolicyPreview {
  readonly kind: 'previewed';
  readonly policy: Policy;
  /** A week on each clock that counts, the one with most stores first; on the brand's where it has no store. */
  readonly week: readonly { readonly zone: string; readonly stores: number; readonly days: readonly DayInZone[] }[];
  readonly lints: readonly Lint[];
  readonly conflicts: readonly StoreConflict[];
}

export type PreviewAnswer =
  | PolicyPreview
  | { readonly kind: 'malformed'; readonly faults: readonly PolicyFault[] }
  | { readonly kind: 'not_found' };

/** `wanted` is what somebody sent. The week begins on the day of `effective` where that lies ahead, else today. */
export async function previewPolicy(
  { db, timelines, now }: PreviewDeps,
  brandId: string,
  wanted: unknown,
  effective: 'now' | 'next-quiet-start' | Instant,
): Promise<PreviewAnswer> {
  const parsed = parsePolicy(wanted);
  if (!parsed.ok) return { kind: 'malformed', faults: parsed.faults };
  const { policy } = parsed;
  return db.read<PreviewAnswer>(brandId, async (reads) => {
    const brand = await brandRead(reads, brandId);
    if (!brand) return { kind: 'not_found' };
    const { stores, zone } = brand;
    const at = now();
    const from =
      effective === 'now' ? at : typeof effective === 'number' ? effective : await start(reads, brand, policy);
    const zones = zonesOf(policy, stores, zone);
    return {
      kind: 'previewed',
      policy,
      week: zones.map((each) => ({ ...each, days: weekOf(policy, each.zone, Math.max(from, at)) })),
      lints: lintPolicy(policy, stores, zone, at),
      conflicts: storesOpenInQuiet(stores, policy, zone, at),
    };
  });

  async function start(reads: Db, { stores, zone }: BrandRead, next: Policy): Promise<Instant> {
    const [head] = await reads.run(policyHead, { brandId });
    const clocks = await timelines.at(reads, brandId, head?.revision ?? 0);
    return nextQuietStart(clocks, next, [...stores.map((store) => store.zone), zone], now());
  }
}

export interface RecommendedHours extends Recommendation {
  /** The stores that are open in the hours recommended. */
  readonly conflicts: readonly StoreConflict[];
}

/** A3. Null: no such brand. */
export async function recommendedHours(
  { db, now }: Pick<PreviewDeps, 'db' | 'now'>,
  brandId: string,
): Promise<RecommendedHours | null> {
  const brand = await db.read(brandId, (reads) => brandRead(reads, brandId));
  if (!brand) return null;
  const recommended = recommendHours(brand.stores);
  const { start, end } = recommended;
  const policy = { ...DEFAULT_POLICY, windows: [{ days: WEEKDAYS, start, end }] };
  return { ...recommended, conflicts: storesOpenInQuiet(brand.stores, policy, brand.zone, now()) };
}

/** Of the coming 13 months, for the states of the brand's stores, in order. Null: no such brand. */
export async function comingHolidays(
  { db, now }: Pick<PreviewDeps, 'db' | 'now'>,
  brandId: string,
): Promise<readonly Holiday[] | null> {
  const brand = await db.read(brandId, (reads) => brandRead(reads, brandId));
  if (!brand) return null;
  const today = localDay(brand.zone, now());
  const states = [...new Set(brand.stores.map(({ state }) => state))];
  return suggestedHolidays(dateText(today), dateText(today + DAYS_AHEAD), states);
}

const DAYS_AHEAD = 396;

interface BrandRead {
  readonly zone: string;
  readonly stores: readonly OpenStore[];
}

async function brandRead(reads: Db, brandId: string): Promise<BrandRead | null> {
  const placing = reads.run(placeOf, { brandId, storeId: null });
  const listing = reads.run(storesOf, { brandId });
  const [[place], stores] = await Promise.all([placing, listing]);
  return place ? { zone: place.brandZone, stores } : null;
}

/** C3: by the brand's clock there is one week for all. C4: a zone that the runtime does not know has none to show. */
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
