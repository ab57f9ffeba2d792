/** Reads the waiting holds whose minute a change of a store may move (H6). */
import { sql } from 'kysely';
import { selectAskedSilences } from '#db/contact/asked-silences.ts';
import { preparedRead } from '#db/core/prepared.ts';

/**
 * Lists the waiting holds with the facts of `findStaleHolds`, those of one seller together. `storeId` null: of all
 * stores of the brand.
 */
export const listWaitingHolds = preparedRead<{ brandId: string; storeId: string | null }>()(
  'list_waiting_holds',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'h.brandId').onRef('c.id', '=', 'h.customerId'))
      .where('h.brandId', '=', p.brandId)
      .where(sql<boolean>`(${p.storeId}::uuid is null or h.store_id = ${p.storeId}::uuid)`)
      .where('h.endedAt', 'is', null)
      .where('h.state', '=', 'waiting')
      .orderBy('h.sellerId')
      .orderBy('h.dueAt')
      .orderBy('h.id')
      .select(['h.id', 'h.sellerId', 'h.storeId', 'h.dueAt', 'h.openingAt', 'h.heldAt', 'h.expiresAt'])
      .select(['h.state', 'h.fence', 'c.phone', 'c.city', 'c.state as customerState', 'c.toldZone'])
      .select(['c.contactFromMinute', selectAskedSilences()]),
);
