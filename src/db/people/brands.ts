/** Creates brands, finds them by slug, and keeps the list of their stores' zones. */
import { sql } from 'kysely';
import type { Tx } from '#db/core/db.ts';
import { FIRST_LINK } from '#db/core/first-chain-link.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { Plan } from '#rules/policy/plan.ts';

export interface NewBrand {
  readonly brandId: string;
  readonly slug: string;
  readonly name: string;
  readonly article: 'a' | 'o' | '';
  readonly plan: Plan;
  readonly zone: string;
  readonly portfolioOnly: boolean;
}

/**
 * Creates a brand with an empty policy log, an empty chain of receipts and no store. Runs in a transaction of that
 * brand.
 */
export function createBrand(tx: Tx, brand: NewBrand, at: number): void {
  tx.send(insertBrand, { ...brand, at });
  tx.send(insertPolicyHead, brand);
  tx.send(insertLedger, { ...brand, link: FIRST_LINK });
}

/** Finds a brand's id by its slug; null or no row: no brand has the slug. Runs outside any brand. */
export const findBrandIdBySlug = preparedRead<{ slug: string }>()('find_brand_id_by_slug', (q, p) =>
  q.selectNoFrom(sql<string | null>`brand_id_of_slug(${p.slug})`.as('brandId')),
);

export const readBrandCard = preparedRead<{ brandId: string }>()('read_brand_card', (q, p) =>
  q
    .selectFrom('brands')
    .where('brandId', '=', p.brandId)
    .select(['brandId', 'slug', 'name', 'article', 'plan', 'zone', 'portfolioOnly']),
);

/** Updates `brands.store_zones` after stores were written: the candidates of C4. */
export const updateStoreZones = preparedWrite<{ brandId: string }>()('update_store_zones', (q, p) =>
  q
    .updateTable('brands')
    .set({
      storeZones: sql<
        string[]
      >`array(select distinct s.zone from stores s where s.brand_id = brands.brand_id and s.closed_at is null order by 1)`,
    })
    .where('brandId', '=', p.brandId),
);

const insertBrand = preparedWrite<NewBrand & { at: number }>()('insert_brand', (q, p) =>
  q.insertInto('brands').values({
    brandId: p.brandId,
    slug: p.slug,
    name: p.name,
    article: p.article,
    plan: p.plan,
    zone: p.zone,
    portfolioOnly: p.portfolioOnly,
    createdAt: instant(p.at),
  }),
);

const insertPolicyHead = preparedWrite<{ brandId: string }>()('insert_policy_head', (q, p) =>
  q.insertInto('policyHeads').values({ brandId: p.brandId }),
);

const insertLedger = preparedWrite<{ brandId: string; link: Buffer }>()('insert_ledger', (q, p) =>
  q.insertInto('ledgers').values({ brandId: p.brandId, link: p.link }),
);
