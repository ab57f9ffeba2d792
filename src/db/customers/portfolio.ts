/** Reads portfolios: whose customers they are, who can take them over, and what is held or suggested for them. */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

interface PortfolioArgs {
  readonly brandId: string;
  readonly sellerId: string;
  readonly storeId: string;
}

/** Lists the customers of a seller's portfolio in one store, by name and id. */
export const listPortfolio = preparedRead<PortfolioArgs>()('list_portfolio', (q, p) =>
  q
    .selectFrom('customers')
    .where('brandId', '=', p.brandId)
    .where('sellerId', '=', p.sellerId)
    .where('storeId', '=', p.storeId)
    .where('availability', '=', 'present')
    .orderBy('sortName')
    .orderBy('id')
    .select('id'),
);

/** Lists the customers for whom a seller has an open suggestion or a held contact, by name and id. */
export const listOccupiedCustomers = preparedRead<{ brandId: string; sellerId: string }>()(
  'list_occupied_customers',
  (q, p) =>
    q
      .selectFrom('customers as c')
      .where('c.brandId', '=', p.brandId)
      .where(
        sql<boolean>`c.id = any(array(
          select h.customer_id from holds h
          where h.brand_id = ${p.brandId}::uuid and h.seller_id = ${p.sellerId}::uuid and h.ended_at is null
          union
          select g.customer_id from suggestions g
          where g.brand_id = ${p.brandId}::uuid and g.seller_id = ${p.sellerId}::uuid and g.state = 'open'))`,
      )
      .where('c.availability', '=', 'present')
      .orderBy('c.sortName')
      .orderBy('c.id')
      .select('c.id'),
);

/** Lists the active people of a store, by name and id; `isAway`: whether a day off of the person runs at `at`. */
export const listColleagues = preparedRead<{ brandId: string; storeId: string; at: number }>()(
  'list_colleagues',
  (q, p) =>
    q
      .selectFrom('people as p')
      .where('p.brandId', '=', p.brandId)
      .where('p.storeId', '=', p.storeId)
      .where('p.active', '=', true)
      .orderBy(sql`p.name collate "C"`)
      .orderBy('p.id')
      .select([
        'p.id',
        'p.name',
        sql<boolean>`p.role = 'seller'`.as('isSeller'),
        sql<boolean>`exists (select from absences a where a.brand_id = p.brand_id and a.person_id = p.id
          and a.ended_at is null and a.starts_at <= ${instant(p.at)} and a.ends_at > ${instant(p.at)})`.as('isAway'),
      ]),
);

/** Lists a seller's live holds, and which of `recipientIds` hold another contact for the same customer. */
export const listHoldsOfSeller = preparedRead<{
  brandId: string;
  sellerId: string;
  recipientIds: readonly string[];
}>()('list_holds_of_seller', (q, p) =>
  q
    .selectFrom('holds as h')
    .where('h.brandId', '=', p.brandId)
    .where('h.sellerId', '=', p.sellerId)
    .where('h.endedAt', 'is', null)
    .orderBy('h.id')
    .select([
      'h.customerId',
      sql<boolean>`h.passed_by is not null`.as('isPassedOn'),
      sql<
        string[]
      >`array(select o.seller_id from holds o where o.brand_id = h.brand_id and o.customer_id = h.customer_id
        and o.ended_at is null and o.seller_id = any(${p.recipientIds}::uuid[]))`.as('otherHolders'),
    ]),
);

/** Lists the customers of a seller's open suggestions, one row for each suggestion. */
export const listSuggestedCustomers = preparedRead<{ brandId: string; sellerId: string }>()(
  'list_suggested_customers',
  (q, p) =>
    q
      .selectFrom('suggestions')
      .where('brandId', '=', p.brandId)
      .where('sellerId', '=', p.sellerId)
      .where('state', '=', 'open')
      .orderBy('id')
      .select('customerId'),
);

/** Counts what a person has: customers of the portfolio in the store, live holds, and open suggestions. */
export const countPortfolio = preparedRead<PortfolioArgs>()('count_portfolio', (q, p) =>
  q.selectNoFrom([
    sql<number>`(select count(*)::int from customers c where c.brand_id = ${p.brandId}::uuid
      and c.seller_id = ${p.sellerId}::uuid and c.store_id = ${p.storeId}::uuid and c.availability = 'present')`.as(
      'customers',
    ),
    sql<number>`(select count(*)::int from holds h where h.brand_id = ${p.brandId}::uuid
      and h.seller_id = ${p.sellerId}::uuid and h.ended_at is null)`.as('held'),
    sql<number>`(select count(*)::int from suggestions g where g.brand_id = ${p.brandId}::uuid
      and g.seller_id = ${p.sellerId}::uuid and g.state = 'open')`.as('suggestions'),
  ]),
);
