/** Reads the names that the text of a campaign contains, for a few customers. */
import { type SqlBool, sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';

/** Reads the names of the store and the seller; a customer without a seller gets the first one of the store. */
export const readNamesInText = preparedRead<{ brandId: string; customerIds: readonly string[] }>()(
  'read_names_in_text',
  (q, p) =>
    q
      .selectFrom('customers as c')
      .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'c.brandId').onRef('s.id', '=', 'c.storeId'))
      .where('c.brandId', '=', p.brandId)
      .where(sql<SqlBool>`c.id = any(${p.customerIds}::uuid[])`)
      .select([
        ...(['c.id', 's.name as store'] as const),
        sql<string | null>`(select w.name from people w where w.brand_id = c.brand_id and w.active
          and case when c.seller_id is null then w.store_id = c.store_id else w.id = c.seller_id end
          order by w.id limit 1)`.as('seller'),
      ]),
);
