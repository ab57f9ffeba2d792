/**
 * Reads recorded decisions for the impact of another policy (A6): each distinct context once, with all its instants.
 */
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
  'r.coolDownDays',
  'r.contactedAt',
  'r.unansweredAfter',
  'r.unansweredAt',
  'r.askedSilences',
  'r.doNotCallOn',
  'r.consentedOn',
  'r.acknowledged',
  'r.acknowledgedBecause',
  'r.verdict',
  'r.reasons',
  'r.origin',
  'r.storeId',
] as const;

/**
 * Reads the first decision on each attempt in `[from, until)`, grouped by all of its context except the instant.
 * `instants`: eight bytes each, epoch milliseconds as big-endian floats; `attemptIds`: sixteen bytes each, in the same
 * order. The instant of an earlier refusal is left out, since it changes no verdict. `leastMax`: the lowest limit of
 * contacts among the compared policies (P1).
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
      // The least id comes from the rows of `ids`: for the least id of the table PostgreSQL would search the brand's
      // whole record.
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
        endedWithStop().as('stopped'),
        countedContacts(p.leastMax).as('contactsAt'),
        sql<Buffer>`string_agg(float8send(date_part('epoch', r.decided_at) * 1000), ''::bytea)`.as('instants'),
        sql<Buffer>`string_agg(uuid_send(r.attempt_id), ''::bytea)`.as('attemptIds'),
      ])
      .groupBy(context)
      .groupBy(endedWithStop())
      // Grouped by the column's name, because PostgreSQL treats the same expression with another parameter as
      // different.
      .groupBy(sql`contacts_at`),
);

/** Selects the attempts of `range` that have more than one decision, at any time. */
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
 * Sets the planner for `groupRecordedContexts`; the transaction must run this first. The many narrow groups are then
 * hashed in memory. By default the planner, which assumes that all columns are independent, would sort the groups on
 * disk. The index finds each earlier decision; by default the planner would hash the brand's whole record for every
 * slice.
 */
export const groupInMemory = preparedRead()('group_in_memory', (q) =>
  q.selectNoFrom(Object.entries(IN_MEMORY).map(([name, value]) => sql`set_config(${name}, ${value}, true)`.as(name))),
);

/**
 * Selects the instants of earlier contacts, or none if they are fewer than the lowest limit: then they change no
 * verdict.
 */
function countedContacts(leastMax: number) {
  return sql<number[]>`(case when cardinality(r.paced_at) >= ${leastMax}::int then r.paced_at else '{}' end)`;
}

/** Whether the attempt ended with a stop. An index of its own finds these few attempts. */
function endedWithStop() {
  return sql<boolean>`(r.attempt_id in (select a.id from attempts a
    where a.brand_id = nullif(current_setting('oto.brand', true), '')::uuid and a.outcome = 'stop'
      and a.id between (select least from range) and (select greatest from range)))`;
}

/** Finds the instant of a brand's oldest decision; null if there is none. */
export const findOldestDecision = preparedRead<{ brandId: string }>()('find_oldest_decision', (q, p) =>
  q
    .selectFrom('receipts')
    .where('brandId', '=', p.brandId)
    .select(({ fn }) => fn.min('decidedAt').as('beganAt')),
);
