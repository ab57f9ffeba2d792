/** Reads and changes the settings of a brand. */
import type { Database, Reads } from '#db/core/db.ts';
import { readSettings, updateSettings } from '#db/people/settings.ts';
import type { Retention } from '#rules/record/retention.ts';

export interface BrandSettings {
  readonly secondFactorRequired: boolean;
  /** The days of the cool-down; 0: none (D6). */
  readonly coolDownDays: number;
  /** The unanswered contacts after which a number rests; 0: they are not counted (D6b). */
  readonly unansweredAfter: number;
  /** The suggestions that one seller gets on one day, over all campaigns. */
  readonly suggestionsPerSellerDay: number;
  /** The days for which texts, drafts and receipts are kept. */
  readonly retention: Retention;
}

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };
type Change = Optional<Omit<BrandSettings, 'retention'>> & { readonly retention?: Optional<Retention> | undefined };
type Row = NonNullable<(typeof readSettings)['row']>;

/** Returns null if there is no such brand. */
export async function readBrandSettings(db: Reads, brandId: string): Promise<BrandSettings | null> {
  const [settings] = await db.read(brandId, (reads) => reads.run(readSettings, { brandId }));
  return settings ? settingsOf(settings) : null;
}

/** Changes the settings that are given, and returns all of them; null if there is no such brand. */
export async function changeBrandSettings(
  db: Database,
  brandId: string,
  change: Change,
): Promise<BrandSettings | null> {
  const { secondFactorRequired = null, coolDownDays = null, unansweredAfter = null, retention = {} } = change;
  const { suggestionsPerSellerDay = null } = change;
  const { textsDays = null, draftsDays = null, receiptsDays = null } = retention;
  const contacts = { coolDownDays, unansweredAfter, suggestionsPerSellerDay };
  const changes = { secondFactorRequired, ...contacts, textsDays, draftsDays, receiptsDays };
  if (Object.values(changes).every((value) => value === null)) return readBrandSettings(db, brandId);
  const [changed] = await db.inBrand(brandId, (tx) => tx.run(updateSettings, { brandId, ...changes }));
  return changed ? settingsOf(changed) : null;
}

function settingsOf({ textsDays, draftsDays, receiptsDays, ...settings }: Row): BrandSettings {
  return { ...settings, retention: { textsDays, draftsDays, receiptsDays } };
}
