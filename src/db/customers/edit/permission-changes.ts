/** Reads and writes the history of customers' permissions (D2). */
import { sql } from 'kysely';
import { selectNumberHashes, selectRowIds } from '#db/contact/merged-rows.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { recordsQuery } from '#db/core/recordset.ts';
import { instant } from '#db/core/sql-values.ts';

/** A customer's permission before a change. `permissionOn`: `YYYY-MM-DD`. */
export interface PermissionBefore {
  readonly id: string;
  readonly permission: 'granted' | 'refused' | 'unknown';
  readonly permissionOn: string | null;
}

/**
 * Records the change of each of these customers whose stored permission differs from `before`. The caller has locked
 * and written the customers in the same transaction, so that no two changes get one number.
 */
export const recordPermissionChanges = preparedWrite<{
  brandId: string;
  before: readonly PermissionBefore[];
  origin: 'person' | 'import' | 'merge';
  byId: string | null;
  at: number;
}>()('record_permission_changes', (q, p) =>
  q
    .with('r', recordsQuery<PermissionBefore>(p.before, 'id uuid, permission text, permission_on date'))
    .insertInto('permissionChanges')
    .columns(['brandId', 'customerId', 'nr', 'at', 'was', 'wasOn', 'permission', 'saidOn', 'origin', 'byId'])
    .expression(
      sql`select c.brand_id, c.id,
          1 + coalesce((select max(h.nr) from permission_changes h
            where h.brand_id = c.brand_id and h.customer_id = c.id), 0), ${instant(p.at)}, r.permission, r.permission_on, c.permission, c.permission_on,
          ${p.origin}::text, ${p.byId}::uuid
        from r join customers c on c.brand_id = ${p.brandId}::uuid and c.id = r.id
        where (c.permission, c.permission_on) is distinct from (r.permission, r.permission_on)`,
    ),
);

/**
 * Lists a customer's changes of permission, the newest first, with the name of the person who wrote each down. Those of
 * merged rows count as the customer's.
 */
export const listPermissionChanges = preparedRead<{ brandId: string; customerId: string; limit: number }>()(
  'list_permission_changes',
  (q, p) =>
    q
      .selectFrom('customers as c')
      .innerJoin('permissionChanges as h', (on) =>
        on.onRef('h.brandId', '=', 'c.brandId').on(sql<boolean>`h.customer_id = any(${selectRowIds()})`),
      )
      .leftJoin('people as w', (on) => on.onRef('w.brandId', '=', 'h.brandId').onRef('w.id', '=', 'h.byId'))
      .where('c.brandId', '=', p.brandId)
      .where('c.id', '=', p.customerId)
      .orderBy('h.at', 'desc')
      .orderBy('h.nr', 'desc')
      .limit(sql<number>`${p.limit}::int`)
      .select(['h.at', 'h.was', 'h.wasOn', 'h.permission', 'h.saidOn', 'h.origin', 'w.name as byName'])
      .select(sql<boolean>`(h.customer_id = c.id)`.as('isOwn')),
);

/** Lists the stops of a customer's numbers, the newest first. */
export const listStopsOfCustomer = preparedRead<{ brandId: string; customerId: string; limit: number }>()(
  'list_stops_of_customer',
  (q, p) =>
    q
      .selectFrom('customers as c')
      .innerJoin('optOuts as o', (on) =>
        on.onRef('o.brandId', '=', 'c.brandId').on(sql<boolean>`o.number_hash = any(${selectNumberHashes()})`),
      )
      .leftJoin('people as w', (on) => on.onRef('w.brandId', '=', 'o.brandId').onRef('w.id', '=', 'o.recordedBy'))
      .where('c.brandId', '=', p.brandId)
      .where('c.id', '=', p.customerId)
      .orderBy('o.stoppedAt', 'desc')
      .limit(sql<number>`${p.limit}::int`)
      .select(['o.stoppedAt', 'o.liftedAt', 'o.source', 'w.name as byName']),
);
