/** Creates a brand: by support in the console, or by the operator's command with the brand's first manager. */
import { type Database, findBrokenConstraint } from '#db/core/db.ts';
import { createBrand as insertBrand, type NewBrand } from '#db/people/brands.ts';
import { upsertPeople } from '#db/people/people.ts';
import { insertSupportAccess } from '#db/support/support-access-log.ts';
import { type SlugFault, slugFault } from '#rules/people/brand-slug.ts';
import type { Instant } from '#rules/time/interval.ts';
import { isGeographicZone } from '#rules/time/zone.ts';

export interface CreateBrandDeps {
  readonly db: Database;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  readonly newId: () => string;
}

export interface BrandCreation {
  readonly brand: Omit<NewBrand, 'brandId'>;
  /** The brand's first manager; null: the brand has none yet. */
  readonly manager: { readonly id: string; readonly name: string } | null;
  /** The support person who creates the brand, for the support access log; null: the operator. */
  readonly author: { readonly supportId: string; readonly name: string } | null;
}

export type CreateBrandAnswer =
  | { readonly kind: 'created'; readonly brandId: string }
  | { readonly kind: 'slug_taken' }
  | { readonly kind: 'faulty'; readonly faults: readonly BrandFault[] };

export interface BrandFault {
  readonly path: 'slug' | 'zone';
  readonly code: SlugFault | 'zone_unknown';
}

/**
 * Creates the brand in one commit, with an empty policy log and an empty chain of receipts, and without a store. The
 * database's unique index decides between two brands that ask for one slug at the same moment.
 */
export async function createBrand(
  { db, now, hostNow, newId }: CreateBrandDeps,
  { brand, manager, author }: BrandCreation,
): Promise<CreateBrandAnswer> {
  const faults = brandFaults(brand);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const [brandId, at] = [newId(), now()];
  const role = { code: null, role: 'brand_manager', storeId: null, active: true } as const;
  try {
    await db.inBrand(brandId, async (tx) => {
      insertBrand(tx, { ...brand, brandId }, at);
      if (manager) tx.send(upsertPeople, { brandId, people: [{ ...manager, ...role }], at });
      if (author) {
        const access = { id: newId(), at: hostNow(), supportId: author.supportId, supportName: author.name };
        tx.send(insertSupportAccess, { ...access, ...CREATED, brandId });
      }
    });
  } catch (error) {
    if (findBrokenConstraint(error) === 'brands_slug_key') return { kind: 'slug_taken' };
    throw error;
  }
  return { kind: 'created', brandId };
}

/** The entry of the support access log with which a brand's log begins. */
const CREATED = { what: 'brand created', reason: null, attemptId: null, searched: null, unlessSince: null } as const;

/** Returns what is wrong with a brand that somebody asks for, in the order of a form. */
function brandFaults({ slug, zone }: Pick<NewBrand, 'slug' | 'zone'>): BrandFault[] {
  const code = slugFault(slug);
  return [
    ...(code === null ? [] : [{ path: 'slug', code } as const]),
    ...(isGeographicZone(zone) ? [] : [{ path: 'zone', code: 'zone_unknown' } as const]),
  ];
}
