/** Customers as a seller finds them: pages by name, by what is typed, and one with everything that is known. */
import { type SqlBool, sql } from 'kysely';
import type { Queries } from './db.ts';
import { preparedRead, preparedWrite } from './prepared.ts';
import { instant } from './values.ts';

/** A page of customers: null filters do not filter; `afterName`/`afterId` are of the last row before it. */
export interface CustomersWanted {
  readonly brandId: string;
  readonly storeId: string | null;
  readonly sellerId: string | null;
  /** Only those whose last contact was before this instant, or who had none. */
  readonly quietSince: number | null;
  readonly afterName: string | null;
  readonly afterId: string | null;
  readonly limit: number;
}

/** By name, without regard to accents and case. No number is in a row: the profile has it. */
export const customersPage = preparedRead<CustomersWanted>()('customers_page', (q, p) => page(q, p));

/** The same, among those found by every prefix (`searchPrefixes`). */
export const customersFound = preparedRead<CustomersWanted & { prefixes: readonly string[] }>()(
  'customers_found',
  (q, p) =>
    page(q, p).where(
      // '{' follows the letters and digits that words are made of; the ranges are read from the key itself.
      sql<SqlBool>`c.id in (
        select w.customer_id from unnest(${p.prefixes}::text[]) as t(prefix)
        join customer_words w on w.brand_id = ${p.brandId}
          and w.word >= t.prefix collate "C" and w.word < (t.prefix || '{') collate "C"
        group by w.customer_id having count(distinct t.prefix) = cardinality(${p.prefixes}::text[]))`,
    ),
);

function page(q: Queries, p: CustomersWanted) {
  return people(q, p.brandId)
    .where('c.availability', '=', 'present')
    .where(sql<SqlBool>`(${p.storeId}::uuid is null or c.store_id = ${p.storeId}::uuid)`)
    .where(sql<SqlBool>`(${p.sellerId}::uuid is null or c.seller_id = ${p.sellerId}::uuid)`)
    .where(
      sql<SqlBool>`(${instant(p.quietSince)} is null or c.last_contact_at is null
        or c.last_contact_at < ${instant(p.quietSince)})`,
    )
    .where(
      sql<SqlBool>`(${p.afterName}::text is null or (c.sort_name, c.id) > (${p.afterName}::text, ${p.afterId}::uuid))`,
    )
    .orderBy('c.sort_name')
    .orderBy('c.id')
    .limit(sql<number>`${p.limit}::int`)
    .select(['c.sort_name as sortName']);
}

/** One customer whole, or the one that it was found to be a duplicate of; no row where it is not there (any more). */
export const customerProfile = preparedRead<{ brandId: string; customerId: string }>()('customer_profile', (q, p) =>
  people(q, p.brandId)
    .innerJoin('stores as s', (on) => on.onRef('s.brand_id', '=', 'c.brand_id').onRef('s.id', '=', 'c.store_id'))
    .innerJoin('brands as b', 'b.brand_id', 'c.brand_id')
    .where('c.availability', '=', 'present')
    .where(
      sql<SqlBool>`c.id = (select coalesce(d.merged_into, d.id) from customers d
        where d.brand_id = ${p.brandId} and d.id = ${p.customerId}::uuid)`,
    )
    .select([
      'c.store_id as storeId',
      'c.phone',
      sql<'mobile' | 'landline' | 'none'>`c.phone_kind`.as('phoneKind'),
      'c.email',
      'c.born_on as bornOn',
      'c.city',
      'c.state',
      'c.note',
      'c.contact_from_minute as contactFromMinute',
      'c.customer_since as customerSince',
      's.name as storeName',
      's.city as storeCity',
      's.zone as storeZone',
      'b.portfolio_only as portfolioOnly',
    ]),
);

/** What a row of every list says of a customer. */
function people(q: Queries, brandId: string) {
  return q
    .selectFrom('customers as c')
    .leftJoin('people as w', (on) => on.onRef('w.brand_id', '=', 'c.brand_id').onRef('w.id', '=', 'c.seller_id'))
    .where('c.brand_id', '=', brandId)
    .select([
      'c.id',
      'c.name',
      sql<'granted' | 'refused' | 'unknown'>`c.permission`.as('permission'),
      sql<boolean>`c.opted_out_at is not null`.as('optedOut'),
      sql<boolean>`c.phone_kind = 'mobile' and c.wrong_number_at is null`.as('reachable'),
      'c.seller_id as sellerId',
      'w.name as sellerName',
      'c.last_contact_at as lastContactAt',
    ]);
}

export const contactFromSet = preparedWrite<{ brandId: string; customerId: string; minute: number | null }>()(
  'contact_from_set',
  (q, p) =>
    q
      .updateTable('customers')
      .set({ contact_from_minute: p.minute })
      .where('brand_id', '=', p.brandId)
      .where('id', '=', p.customerId),
);
