/** Reads and writes the log of erasures and exports. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** Writes an entry. `reason`: why the customer was erased; null for an export. */
export const insertPrivacyEntry = preparedWrite<{
  brandId: string;
  id: string;
  at: number;
  what: 'erasure' | 'export';
  customerId: string;
  byId: string;
  reason: string | null;
}>()('insert_privacy_entry', (q, p) =>
  q.insertInto('privacyLog').values({
    ...{ brandId: p.brandId, id: p.id, what: p.what, customerId: p.customerId, byId: p.byId, reason: p.reason },
    at: instant(p.at),
  }),
);

/** Lists entries before the last row of the previous page, newest first. The name of an erased customer is empty. */
export const listPrivacyEntries = preparedRead<{ brandId: string; beforeId: string | null; limit: number }>()(
  'list_privacy_entries',
  (q, p) =>
    q
      .selectFrom('privacyLog as l')
      .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'l.brandId').onRef('w.id', '=', 'l.byId'))
      .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'l.brandId').onRef('c.id', '=', 'l.customerId'))
      .where('l.brandId', '=', p.brandId)
      .where(sql<boolean>`(${p.beforeId}::uuid is null or l.id < ${p.beforeId}::uuid)`)
      .orderBy('l.id', 'desc')
      .limit(sql<number>`${p.limit}::int`)
      .select(['l.id', 'l.at', 'l.what', 'l.customerId', 'l.reason', 'w.name as byName', 'c.name as customerName']),
);
