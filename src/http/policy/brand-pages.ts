/** Reads what support sees of brands: the list, one brand, the history of its policy. */
import type { z } from 'zod';
import type { Language } from '#contract/core/common.ts';
import type { BrandRow } from '#contract/people/brand.ts';
import type { BrandDetail, PolicyHistory } from '#contract/policy/quiet-hours.ts';
import type { Reads } from '#db/core/db.ts';
import { listBrandIds } from '#db/people/brand-list.ts';
import { listStores, type StoreRecord } from '#db/people/stores.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { readPolicyHistory } from '#flows/policy/read-policy-history.ts';
import { readQuietHours } from '#flows/policy/read-quiet-hours.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { instantText, instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { hoursBody } from '#http/people/present-hours.ts';
import { policySentence } from '#words/policy/sentence.ts';
import { quietHoursBody } from './present-quiet-hours.ts';

interface Deps {
  readonly db: Reads;
  readonly timelines: Timelines;
  readonly now: () => number;
  readonly isTicking: () => boolean;
}

type Row = z.infer<typeof BrandRow>;

/** All brands, ordered by slug. */
export async function allBrands(db: Reads): Promise<Row[]> {
  const [all] = await db.readOutside((reads) => reads.run(listBrandIds, {}));
  const rows: Row[] = [];
  for (const brandId of all?.ids ?? []) {
    const [row] = await db.read(brandId, (reads) => reads.run(readPlace, { brandId, storeId: null }));
    if (row) rows.push({ id: row.id, slug: row.slug, name: row.name, plan: row.plan });
  }
  return rows;
}

/** Throws `not_found` if the brand does not exist. */
export async function requireBrand(db: Reads, brandId: string): Promise<void> {
  const [brand] = await db.read(brandId, (reads) => reads.run(readPlace, { brandId, storeId: null }));
  if (!brand) throw problem('not_found');
}

export async function brandDetail(
  deps: Deps,
  brandId: string,
  language: Language,
): Promise<z.infer<typeof BrandDetail>> {
  const now = deps.now();
  const noPerson = { storeId: null, personId: null };
  const [read, stores] = await Promise.all([
    readQuietHours(deps, brandId, noPerson, now),
    deps.db.read(brandId, (reads) => reads.run(listStores, { brandId })),
  ]);
  if (!read) throw problem('not_found');
  const { id, slug, name, article, plan, zone } = read.brand;
  const quietHours = quietHoursBody(read, { language, now, ticking: deps.isTicking(), allZones: true });
  return { id, slug, name, article, plan, zone, stores: stores.map(storeBody), quietHours };
}

function storeBody({ id, name, city, state, zone, hours }: StoreRecord): z.infer<typeof BrandDetail>['stores'][number] {
  return { id, name, city, state, zone, hours: hours.map(hoursBody) };
}

/** The policy events of a brand, newest first. Throws `not_found`. */
export async function policyHistory(
  deps: Deps,
  brandId: string,
  language: Language,
): Promise<z.infer<typeof PolicyHistory>> {
  const history = await readPolicyHistory(deps, brandId, deps.now());
  if (!history) throw problem('not_found');
  const items = history.map((event) => ({
    revision: event.revision,
    kind: event.kind,
    version: event.version,
    at: instantText(event.at),
    effectiveAt: instantTextOrNull(event.effectiveAt ?? event.suspendedFrom),
    until: instantTextOrNull(event.suspendedUntil),
    author: event.authorName,
    cause: event.cause,
    reason: event.reason,
    sentence: event.policy && policySentence(language, event.policy),
    policy: event.policy,
    inForce: event.inForce,
    coming: event.coming,
  }));
  return { items, next: null };
}
