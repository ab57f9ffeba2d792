/** Counts bursts: moments at which a seller made more contacts in the time of the sliding limit than the limit allows (P1). */
import { type RawBuilder, sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

export interface BurstArgs {
  readonly brandId: string;
  readonly storeIds: readonly string[];
  /** Null: all sellers. */
  readonly sellerId: string | null;
  readonly from: number;
  readonly to: number;
  readonly max: number;
  readonly perMinutes: number;
}

export interface BurstRow {
  readonly storeId: string;
  readonly sellerId: string;
  /** How often the seller went over the limit. */
  readonly bursts: number;
  /** The most contacts in the time of the limit. */
  readonly most: number;
  /** The most contacts in a row without a pause of two minutes. */
  readonly longestRun: number;
}

/**
 * Counts by store and seller. A contact at an instant counts those before it whose age is less than `perMinutes`, as the
 * decision does. Consecutive contacts over the limit are one burst.
 */
export const countBursts = preparedRead<BurstArgs>()('count_bursts', (q, p) =>
  q
    .selectFrom(
      sql<BurstRow>`(select c.store_id, c.seller_id, c.run, max(c.within) as most, count(*) as longest_run,
        count(*) filter (where c.within > ${p.max}::int and coalesce(c.before, 0) <= ${p.max}::int) as bursts
      from (select f.*, lag(f.within) over seller as before,
          sum(case when f.at - f.previous < interval '2 minutes' then 0 else 1 end) over seller as run
        from (${contactsOf(p)}) f
        window seller as (partition by f.store_id, f.seller_id order by f.at, f.id)) c
      group by c.store_id, c.seller_id, c.run)`.as('r'),
    )
    .groupBy(['r.storeId', 'r.sellerId'])
    .select([
      'r.storeId',
      'r.sellerId',
      sql<number>`sum(r.bursts)::int`.as('bursts'),
      sql<number>`max(r.most)::int`.as('most'),
      sql<number>`max(r.longest_run)::int`.as('longestRun'),
    ]),
);

/** Selects each contact with the contacts in the time of the limit, itself included, and the contact before. */
function contactsOf(p: BurstArgs): RawBuilder<unknown> {
  return sql`select h.store_id, h.seller_id, h.handed_at as at, h.id,
      count(*) over (partition by h.store_id, h.seller_id order by h.handed_at
        range between make_interval(mins => ${p.perMinutes}::int) - interval '1 millisecond' preceding
          and current row) as within,
      lag(h.handed_at) over (partition by h.store_id, h.seller_id order by h.handed_at, h.id) as previous
    from handovers h
    where h.brand_id = ${p.brandId} and h.withdrawn_at is null
      and h.handed_at >= ${instant(p.from)} and h.handed_at < ${instant(p.to)}
      and h.store_id = any(${p.storeIds}::uuid[])
      and (${p.sellerId}::uuid is null or h.seller_id = ${p.sellerId}::uuid)`;
}
