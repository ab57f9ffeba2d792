/** Reads and changes the settings of a brand. */
import type { Database, Reads } from '#db/core/db.ts';
import { readSettings, updateSettings } from '#db/people/settings.ts';

export interface BrandSettings {
  readonly secondFactorRequired: boolean;
}

/** Returns null if there is no such brand. */
export async function readBrandSettings(db: Reads, brandId: string): Promise<BrandSettings | null> {
  const [settings] = await db.read(brandId, (reads) => reads.run(readSettings, { brandId }));
  return settings ?? null;
}

/** Changes the settings that are given, and returns all of them; null if there is no such brand. */
export async function changeBrandSettings(
  db: Database,
  brandId: string,
  { secondFactorRequired }: { readonly secondFactorRequired?: boolean | undefined },
): Promise<BrandSettings | null> {
  if (secondFactorRequired === undefined) return readBrandSettings(db, brandId);
  const [changed] = await db.inBrand(brandId, (tx) => tx.run(updateSettings, { brandId, secondFactorRequired }));
  return changed ?? null;
}
