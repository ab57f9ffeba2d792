/** Reads what a brand may see of its do-not-call list: counts and changes, and never a number (D2c). */
import type { Reads } from '#db/core/db.ts';
import { listNumberListChanges } from '#db/customers/do-not-call.ts';
import { readBrandCard } from '#db/people/brands.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, localDay } from '#rules/time/local-day.ts';

/** The newest changes that are shown. */
const SHOWN = 20;

export async function readNumberList(db: Reads, brandId: string) {
  const changes = await db.read(brandId, (reads) => reads.run(listNumberListChanges, { brandId, limit: SHOWN }));
  return { listed: changes[0]?.listed ?? 0, changes };
}

/** Whether the date of a list is after today on the brand's clock. */
export async function isAfterToday(
  { db, now }: { readonly db: Reads; readonly now: () => Instant },
  brandId: string,
  listedOn: string | null,
): Promise<boolean> {
  if (listedOn === null) return false;
  const [brand] = await db.read(brandId, (reads) => reads.run(readBrandCard, { brandId }));
  return brand !== undefined && listedOn > dateText(localDay(brand.zone, now()));
}
