/**
 * Reads the slots of queues: the minutes that are taken, so that held contacts become ready one after the other (P3).
 */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import { openDates, openHours } from '#db/people/stores.ts';

interface QueueArgs {
  readonly brandId: string;
  /** The acting person's store; null: the customer's store counts (C1). */
  readonly storeId: string | null;
  readonly customerId: string;
  /** The seller who has the queue. */
  readonly queueId: string;
  /** Minutes before this instant are not read. */
  readonly from: number;
}

/** Reads what determines a minute: the store's zone and hours, and the slots of the queue. */
export const readReleaseFacts = preparedRead<QueueArgs>()('read_release_facts', (q, p) =>
  q
    .selectFrom('stores as s')
    .innerJoinLateral(
      sql<{ slotsAt: number[]; slotsOpeningAt: (number | null)[]; slotsFreed: boolean[] }>`(
        select coalesce(array_agg(t.at order by t.at), '{}') as slots_at,
          coalesce(array_agg(t.opening_at order by t.at), '{}') as slots_opening_at,
          coalesce(array_agg(t.freed_at is not null order by t.at), '{}') as slots_freed
        from slots t where t.brand_id = s.brand_id and t.queue_id = ${p.queueId}::uuid and t.at >= ${instant(p.from)}
          and not t.lapsed)`.as('q'),
      (on) => on.onTrue(),
    )
    .where('s.brandId', '=', p.brandId)
    .where(
      sql<boolean>`s.id = (select coalesce(${p.storeId}::uuid, (select c.store_id from customers c
        where c.brand_id = ${p.brandId}::uuid and c.id = ${p.customerId}::uuid)))`,
    )
    .select([
      's.id',
      's.name',
      's.state',
      's.zone',
      openHours.as('hours'),
      openDates.as('dates'),
      'q.slotsAt',
      'q.slotsOpeningAt',
      'q.slotsFreed',
    ]),
);

/** Lists the slots of many queues. */
export const listSlotsOfQueues = preparedRead<{ brandId: string; queueIds: readonly string[]; from: number }>()(
  'list_slots_of_queues',
  (q, p) =>
    q
      .selectFrom('slots')
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`queue_id = any(${p.queueIds}::uuid[])`)
      .where('at', '>=', instant(p.from))
      .where('lapsed', '=', false)
      .select(['queueId', 'at', 'openingAt', sql<boolean>`freed_at is not null`.as('freed')]),
);

export const deleteOldSlots = preparedWrite<{ brandId: string; before: number }>()('delete_old_slots', (q, p) =>
  q.deleteFrom('slots').where('brandId', '=', p.brandId).where('at', '<', instant(p.before)),
);
