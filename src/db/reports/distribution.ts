/**
 * Counts how contacts were distributed: hand-overs by the spans of time that the caller gives, and attempts that were
 * put off (P5).
 */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { instant, instants } from '#db/core/sql-values.ts';
import { type AtRange, eventRows, rowsOf } from '#db/record/event-sources.ts';

interface DistributionArgs {
  readonly brandId: string;
  readonly storeIds: readonly string[];
  /** Null: all sellers. */
  readonly sellerId: string | null;
  readonly from: number;
  readonly to: number;
}

/**
 * Counts contacts (hand-overs that are not withdrawn) in `[from, to)` by store, seller and span. `starts`: the instants
 * at which spans begin, in order; `span` counts from 1 in `starts`. `afterWarning`: contacts after an acknowledged
 * warning.
 */
export const countContactsBySpan = preparedRead<DistributionArgs & { readonly starts: readonly number[] }>()(
  'count_contacts_by_span',
  (q, p) =>
    q
      .selectFrom('handovers as h')
      .where('h.brandId', '=', p.brandId)
      .where('h.withdrawnAt', 'is', null)
      .where('h.handedAt', '>=', instant(p.from))
      .where('h.handedAt', '<', instant(p.to))
      .where(sql<boolean>`h.store_id = any(${p.storeIds}::uuid[])`)
      .where(sql<boolean>`(${p.sellerId}::uuid is null or h.seller_id = ${p.sellerId}::uuid)`)
      .groupBy(['h.storeId', 'h.sellerId', sql`span`])
      .select([
        sql<string>`h.store_id`.as('storeId'),
        'h.sellerId',
        sql<number>`width_bucket(h.handed_at, ${instants(p.starts as number[])})`.as('span'),
        sql<number>`count(*)::int`.as('contacts'),
        sql<number>`(count(*) filter (where h.after_warning))::int`.as('afterWarning'),
      ]),
);

/** Counts attempts that were put off in `[from, to)`, by store and seller. */
export const countPutOff = preparedRead<DistributionArgs>()('count_put_off', (q, p) => {
  const range: AtRange = (at) => sql`${sql.ref(at)} >= ${instant(p.from)} and ${sql.ref(at)} < ${instant(p.to)}`;
  const rows = eventRows('put_off').sources.map(
    (source) => sql`select e.store_id, e.seller_id
    from ${rowsOf(source, p.brandId, range)} e
    where e.store_id = any(${p.storeIds}::uuid[]) and (${p.sellerId}::uuid is null or e.seller_id = ${p.sellerId}::uuid)`,
  );
  return q
    .selectFrom(sql<{ storeId: string; sellerId: string }>`(${sql.join(rows, sql` union all `)})`.as('later'))
    .groupBy(['storeId', 'sellerId'])
    .select(['storeId', 'sellerId', sql<number>`count(*)::int`.as('attempts')]);
});

/** Counts the open holds by store and seller. */
export const countWaiting = preparedRead<Omit<DistributionArgs, 'from' | 'to'>>()('count_waiting', (q, p) =>
  q
    .selectFrom('holds')
    .where('brandId', '=', p.brandId)
    .where('endedAt', 'is', null)
    .where(sql<boolean>`store_id = any(${p.storeIds}::uuid[])`)
    .where(sql<boolean>`(${p.sellerId}::uuid is null or seller_id = ${p.sellerId}::uuid)`)
    .groupBy(['storeId', 'sellerId'])
    .select(['storeId', 'sellerId', sql<number>`count(*)::int`.as('attempts')]),
);

/** Lists the sellers of a store, and the people in `ids`, by name. */
export const listSellers = preparedRead<{ brandId: string; storeId: string; ids: readonly string[] }>()(
  'list_sellers',
  (q, p) =>
    q
      .selectFrom('people')
      .where('brandId', '=', p.brandId)
      .where(
        sql<boolean>`((store_id = ${p.storeId}::uuid and role = 'seller' and active) or id = any(${p.ids}::uuid[]))`,
      )
      .orderBy('name')
      .orderBy('id')
      .select(['id', 'name']),
);
