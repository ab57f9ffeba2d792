/** Finds whose figures a person may read, for the reports that `read_panorama` reaches. */
import type { PanoramaQuery } from '#contract/reports/panorama.ts';
import type { Reads } from '#db/core/db.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import type { PeriodWish } from '#flows/reports/read-panorama.ts';
import { problem } from '#http/core/problem.ts';
import { scopeOf } from '#rules/people/access.ts';

/** Finds whose figures this person may read: a store manager reads those of the own store. */
export async function findPeriod(
  { db }: { readonly db: Reads },
  actor: PersonActor,
  { storeId, sellerId, from, to }: PanoramaQuery,
): Promise<PeriodWish> {
  const { brandId } = actor;
  const own = scopeOf('read_panorama', actor);
  if (own.storeId !== null && storeId !== undefined && storeId !== own.storeId) throw problem('forbidden');
  if (sellerId !== undefined) {
    const [person] = await db.read(brandId, (reads) => reads.run(findPersonOfBrand, { brandId, personId: sellerId }));
    if (!person) throw problem('not_found');
    if (own.storeId !== null && person.storeId !== own.storeId) throw problem('forbidden');
  }
  return { storeId: storeId ?? own.storeId, sellerId: sellerId ?? null, from: from ?? null, to: to ?? null };
}

/** Returns what was read; a store that does not exist and dates that cannot be read are problems. */
export function found<T>(read: T | null | 'unusable'): T {
  if (read === null) throw problem('not_found');
  if (read === 'unusable')
    throw problem('invalid', { faults: [{ path: 'to', code: 'custom', message: 'at most 92 days, from before to' }] });
  return read;
}
