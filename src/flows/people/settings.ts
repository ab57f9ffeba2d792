/** Reads and changes the settings of a brand. */
import type { Database, Reads } from '#db/core/db.ts';
import { readSettings, updateSettings } from '#db/people/settings.ts';

export interface BrandSettings {
  readonly secondFactorRequired: boolean;
  /** The days of the cool-down; 0: none (D6). */
  readonly coolDownDays: number;
  /** The unanswered contacts after which a number rests; 0: they are not counted (D6b). */
  readonly unansweredAfter: number;
}

type Change = { readonly [K in keyof BrandSettings]?: BrandSettings[K] | undefined };

/** Returns null if there is no such brand. */
export async function readBrandSettings(db: Reads, brandId: string): Promise<BrandSettings | null> {
  const [settings] = await db.read(brandId, (reads) => reads.run(readSettings, { brandId }));
  return settings ?? null;
}

/** Changes the settings that are given, and returns all of them; null if there is no such brand. */
export async function changeBrandSettings(
  db: Database,
  brandId: string,
  change: Change,
): Promise<BrandSettings | null> {
  const { secondFactorRequired = null, coolDownDays = null, unansweredAfter = null } = change;
  if (secondFactorRequired === null && coolDownDays === null && unansweredAfter === null) {
    return readBrandSettings(db, brandId);
  }
  const [changed] = await db.inBrand(brandId, (tx) =>
    tx.run(updateSettings, { brandId, secondFactorRequired, coolDownDays, unansweredAfter }),
  );
  return changed ?? null;
}
