/** Recorded decisions for whoever asks what another policy would have made of them: contexts once, instants in columns (A6). */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

const context = [
  'r.rules',
  'r.tzVersion',
  'r.actorKind',
  'r.suggestionOpen',
  'r.originAsked',
  'r.channel',
  'r.messageKind',
  'r.plan',
  'r.policyRevision',
  'r.zoneStore',
  'r.zoneBrand',
  'r.zonesCustomer',
  'r.zonesCustomerFrom',
  'r.zonesBrandStores',
  'r.availability',
  'r.reachable',
  'r.permission',
  'r.optedOutAt',
  'r.lastInboundAt',
  'r.lastOutboundAt',
  'r.clockUnsafe',
  'r.acknowledged',
  'r.acknowledgedBecause',
  'r.verdict',
  'r.reasons',
  'r.origin',
  'r.storeId',
] as const;

/**
 * The first decision on each attempt in `[from, until)`, grouped by all of its context but the instant. `instants`:
 * eight bytes each, epoch milliseconds as big-endian floats; `attemptIds`: sixteen bytes each, in the same order.
 * When a seller was refused before is left out: it changes no verdict. `leastMax`: the least limit of contacts that any
 * policy in question has (P1).
 *
 * An attempt with a single decision needs no search for an earlier one, and most attempts have one. `several` finds the
 * others along the index of attempts, between the least and the greatest id of the slice: ids grow with time, so that
 * this range is little longer than the slice. One search for each attempt took a third of an impact's time.
 */
export const groupRecordedContexts = preparedRead<{ brandId: string; from: number; until: number; leastMax: number }>()(
  'group_recorded_contexts',
  (q, p) =>
    q
      .with(
        (name) => name('ids').materialized(),
        (w) =>
          w
            .selectFrom('receipts')
            .where('brandId', '=', p.brandId)
            .where('decidedAt', '>=', instant(p.from))
            .where('decidedAt', '<', instant(p.until))
            .select('attemptId'),
      )
      // Over the rows of `ids`: the least id of the table itself would be searched along all of the brand's record.
      .with(
        (name) => name('range').materialized(),
        (w) =>
          w.selectNoFrom([
            sql<string>`(select attempt_id from ids order by attempt_id limit 1)`.as('least'),
            sql<string>`(select attempt_id from ids order by attempt_id desc limit 1)`.as('greatest'),
          ]),
      )
      .selectFrom('receipts as r')
      .where('r.brandId', '=', p.brandId)
      .where('r.decidedAt', '>=', instant(p.from))
      .where('r.decidedAt', '<', instant(p.until))
      .where(
        sql<boolean>`(r.attempt_id not in ${several(p.brandId)} or not exists (select from receipts e
          where e.brand_id = r.brand_id and e.attempt_id = r.attempt_id and e.number < r.number))`,
      )
      .select(context)
      .select([
        stopped().as('stopped'),
        paced(p.leastMax).as('contactsAt'),
        sql<Buffer>`string_agg(float8send(date_part('epoch', r.decided_at) * 1000), ''::bytea)`.as('instants'),
        sql<Buffer>`string_agg(uuid_send(r.attempt_id), ''::bytea)`.as('attemptIds'),
      ])
      .groupBy(context)
      .groupBy(stopped())
      // By its name: the same expression with another parameter is another one.
      .groupBy(sql`contacts_at`),
);

/** The attempts of `range` that have more than one decision, whenever those were made. */
function several(brandId: string) {
  return sql`(select v.attempt_id from receipts v where v.brand_id = ${brandId}::uuid
    and v.attempt_id between (select least from range) and (select greatest from range)
    group by v.attempt_id having count(*) > 1)`;
}

const IN_MEMORY = {
  work_mem: '64MB',
  enable_sort: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
};

/**
 * To be run before `groupRecordedContexts` in its transaction. Its many narrow groups are hashed in memory, where the planner,
 * which takes every column for independent of the others, would sort them on disk; and each earlier decision is looked up
 * by its index, where it would hash the brand's whole record for every slice.
 */
export const groupInMemory = preparedRead()('group_in_memory', (q) =>
  q.selectNoFrom(Object.entries(IN_MEMORY).map(([name, value]) => sql`set_config(${name}, ${value}, true)`.as(name))),
);

/** Fewer contacts than the least limit in question reach none of them: then which they were makes no difference. */
function paced(leastMax: number) {
  return sql<number[]>`(case when cardinality(r.paced_at) >= ${leastMax}::int then r.paced_at else '{}' end)`;
}

/** The few attempts that ended so have an index of their own. */
function stopped() {
  return sql<boolean>`(r.attempt_id in (select a.id from attempts a
    where a.brand_id = nullif(current_setting('oto.brand', true), '')::uuid and a.outcome = 'stop'
      and a.id between (select least from range) and (select greatest from range)))`;
}

/** The oldest decision of a brand; null where there is none. */
export const findOldestDecision = preparedRead<{ brandId: string }>()('find_oldest_decision', (q, p) =>
  q
    .selectFrom('receipts')
    .where('brandId', '=', p.brandId)
    .select(({ fn }) => fn.min('decidedAt').as('beganAt')),
);
