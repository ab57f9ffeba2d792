/** Brands as the house knows them: made once, found by slug, and with the zones of their stores at hand. */
import { sql } from 'kysely';
import type { Tx } from '#db/core/db.ts';
import { FIRST_LINK } from '#db/core/first-link.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/values.ts';
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

/** A brand with an empty policy log, an empty chain of receipts and no store. In a transaction of that brand. */
export function createBrand(tx: Tx, brand: NewBrand, at: number): void {
  tx.send(brandInserted, { ...brand, at });
  tx.send(policyHeadInserted, brand);
  tx.send(ledgerInserted, { ...brand, link: FIRST_LINK });
}

/** The brand's id; no row, or null, where no brand has that slug. Outside any brand. */
export const brandIdOfSlug = preparedRead<{ slug: string }>()('brand_id_of_slug', (q, p) =>
  q.selectNoFrom(sql<string | null>`brand_id_of_slug(${p.slug})`.as('brandId')),
);

export const brandCard = preparedRead<{ brandId: string }>()('brand_card', (q, p) =>
  q
    .selectFrom('brands')
    .where('brandId', '=', p.brandId)
    .select(['brandId', 'slug', 'name', 'article', 'plan', 'zone', 'portfolioOnly']),
);

/** Keeps `brands.store_zones` true after stores were written: the candidates of C4. */
export const storeZonesKept = preparedWrite<{ brandId: string }>()('store_zones_kept', (q, p) =>
  q
    .updateTable('brands')
    .set({
      storeZones: sql<
        string[]
      >`array(select distinct s.zone from stores s where s.brand_id = brands.brand_id order by 1)`,
    })
    .where('brandId', '=', p.brandId),
);

const brandInserted = preparedWrite<NewBrand & { at: number }>()('brand_inserted', (q, p) =>
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

const policyHeadInserted = preparedWrite<{ brandId: string }>()('policy_head_inserted', (q, p) =>
  q.insertInto('policyHeads').values({ brandId: p.brandId }),
);

const ledgerInserted = preparedWrite<{ brandId: string; link: Buffer }>()('ledger_inserted', (q, p) =>
  q.insertInto('ledgers').values({ brandId: p.brandId, link: p.link }),
);
