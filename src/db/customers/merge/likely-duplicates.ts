/** Finds customers who may be the same person as a customer: by words of the name, or by a number like the customer's. */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';

/** Lists customers with all words of the name, or with one of the words of a number. `storeId` null: of all stores. */
export const listLikelyDuplicates = preparedRead<{
  brandId: string;
  customerId: string;
  storeId: string | null;
  sellerId: string | null;
  nameWords: readonly string[];
  numberWords: readonly string[];
  limit: number;
}>()('list_likely_duplicates', (q, p) =>
  q
    .selectFrom('customers as c')
    .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'c.brandId').onRef('s.id', '=', 'c.storeId'))
    .leftJoin('people as w', (on) => on.onRef('w.brandId', '=', 'c.brandId').onRef('w.id', '=', 'c.sellerId'))
    .where('c.brandId', '=', p.brandId)
    .where(
      sql<boolean>`c.id = any(array(
        (select w.customer_id from customer_words w where w.brand_id = ${p.brandId}::uuid
          and w.word = any(${p.numberWords}::text[]) limit ${p.limit}::int)
        union
        (select w.customer_id from customer_words w where w.brand_id = ${p.brandId}::uuid
          and w.word = (${p.nameWords}::text[])[1] and (cardinality(${p.nameWords}::text[]) = 1 or exists (
            select from customer_words o where o.brand_id = ${p.brandId}::uuid and o.customer_id = w.customer_id
              and o.word = (${p.nameWords}::text[])[2])) limit ${p.limit}::int)))`,
    )
    .where('c.availability', '=', 'present')
    .where('c.id', '<>', p.customerId)
    .where(sql<boolean>`(${p.storeId}::uuid is null or c.store_id = ${p.storeId}::uuid)`)
    .where(sql<boolean>`(${p.sellerId}::uuid is null or c.seller_id = ${p.sellerId}::uuid)`)
    .orderBy('c.sortName')
    .orderBy('c.id')
    .limit(sql<number>`${p.limit}::int`)
    .select(['c.id', 'c.name', 'c.phone', 'c.email', 'c.bornOn', 's.name as storeName', 'w.name as sellerName']),
);
