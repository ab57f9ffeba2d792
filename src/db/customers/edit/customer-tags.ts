/** Reads and writes the tags of customers. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';

/** Deletes the customer's tags that are not in the list. */
export const deleteOtherTags = preparedWrite<{ brandId: string; customerId: string; tags: readonly string[] }>()(
  'delete_other_tags',
  (q, p) =>
    q
      .deleteFrom('customerTags')
      .where('brandId', '=', p.brandId)
      .where('customerId', '=', p.customerId)
      .where(sql<boolean>`tag <> all(${p.tags}::text[])`),
);

/** Adds tags; a tag that the customer has already stays. */
export const insertTags = preparedWrite<{ brandId: string; customerId: string; tags: readonly string[] }>()(
  'insert_tags',
  (q, p) =>
    q
      .insertInto('customerTags')
      .columns(['brandId', 'tag', 'customerId'])
      .expression(sql`select ${p.brandId}::uuid, tag, ${p.customerId}::uuid from unnest(${p.tags}::text[]) as tag`)
      .onConflict((clash) => clash.doNothing()),
);

export const listTagsOfCustomer = preparedRead<{ brandId: string; customerId: string }>()(
  'list_tags_of_customer',
  (q, p) =>
    q
      .selectFrom('customerTags')
      .where('brandId', '=', p.brandId)
      .where('customerId', '=', p.customerId)
      .orderBy('tag')
      .select('tag'),
);

/**
 * Lists the brand's tags from `from` (inclusive) to `end` (exclusive), in order. Each step of the recursion finds the
 * next tag by the index, so that a tag of many customers costs no more than a tag of one.
 */
export const listTagsOfBrand = preparedRead<{ brandId: string; from: string; end: string; limit: number }>()(
  'list_tags_of_brand',
  (q, p) =>
    q
      .selectFrom(
        sql<{ tag: string }>`(with recursive t(tag) as (
            (select c.tag from customer_tags c where c.brand_id = ${p.brandId}::uuid
              and c.tag >= ${p.from}::text and c.tag < ${p.end}::text order by c.tag limit 1)
            union all
            select (select c.tag from customer_tags c where c.brand_id = ${p.brandId}::uuid
              and c.tag > t.tag and c.tag < ${p.end}::text order by c.tag limit 1)
            from t where t.tag is not null)
          select tag from t where tag is not null limit ${p.limit}::int)`.as('t'),
      )
      .select('t.tag'),
);
