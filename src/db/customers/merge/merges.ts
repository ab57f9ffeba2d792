/** Reads and writes the merges of customers, and the rows of the customers that a merge joins. */
import { sql } from 'kysely';
import { selectNumberHashes, selectRowIds } from '#db/contact/merged-rows.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { FilledField } from '#rules/customers/merge.ts';

/** Lists the rows that are merged into a customer, with their numbers, the oldest first. */
export const listMergedRows = preparedRead<{ brandId: string; customerId: string }>()('list_merged_rows', (q, p) =>
  q
    .selectFrom('customers')
    .where('brandId', '=', p.brandId)
    .where('mergedInto', '=', p.customerId)
    .orderBy('id')
    .select(['id', 'name', 'phone']),
);

/** Lists the ids of customers whom a person merged into another one. */
export const listHandMerges = preparedRead<{ brandId: string }>()('list_hand_merges', (q, p) =>
  q.selectFrom('customerMerges').where('brandId', '=', p.brandId).where('undoneAt', 'is', null).select('fromId'),
);

/** Reads what binds a customer: the running stop and the first listing's date of the numbers, and the brand's portfolios. */
export const readBindings = preparedWrite<{ brandId: string; customerId: string }>()('read_bindings', (q, p) =>
  q
    .selectFrom('customers as c')
    .innerJoin('brands as b', 'b.brandId', 'c.brandId')
    .where('c.brandId', '=', p.brandId)
    .where('c.id', '=', p.customerId)
    .select([
      'b.portfolioOnly',
      sql<number | null>`(select max(o.stopped_at) from opt_outs o where o.brand_id = c.brand_id
        and o.number_hash = any(${selectNumberHashes()}) and o.lifted_at is null)`.as('stoppedAt'),
      sql<string | null>`(select max(l.first_listed_on) from do_not_call_numbers l where l.brand_id = c.brand_id
        and l.number_hash = any(${selectNumberHashes()}) and l.removed_at is null)`.as('listedOn'),
    ]),
);

export interface NewMerge {
  readonly brandId: string;
  readonly id: string;
  readonly fromId: string;
  readonly intoId: string;
  readonly at: number;
  readonly by: string;
  readonly filled: readonly FilledField[];
  readonly tagsAdded: readonly string[];
  readonly permissionWas: 'granted' | 'refused' | 'unknown';
  readonly permissionWasOn: string | null;
  readonly permissionBecame: 'granted' | 'refused' | 'unknown';
  readonly permissionBecameOn: string | null;
  readonly optedOutWas: number | null;
  readonly fromStoppedAt: number | null;
  readonly contactFromWas: number | null;
  readonly customerSinceWas: string | null;
  readonly stateWas: string | null;
  readonly duplicateIds: readonly string[];
  readonly attemptIds: readonly string[];
  readonly suggestionIds: readonly string[];
  readonly suggestionSellerIds: readonly string[];
}

export const insertMerge = preparedWrite<NewMerge>()('insert_merge', (q, p) =>
  q.insertInto('customerMerges').values({
    ...{ brandId: p.brandId, id: p.id, fromId: p.fromId, intoId: p.intoId, mergedBy: p.by },
    ...{ mergedAt: instant(p.at), filled: sql`${p.filled}::text[]`, tagsAdded: sql`${p.tagsAdded}::text[]` },
    ...{ permissionWas: p.permissionWas, permissionWasOn: p.permissionWasOn },
    ...{ permissionBecame: p.permissionBecame, permissionBecameOn: p.permissionBecameOn },
    ...{ optedOutWas: instant(p.optedOutWas), fromStoppedAt: instant(p.fromStoppedAt) },
    ...{ contactFromWas: p.contactFromWas, customerSinceWas: p.customerSinceWas, stateWas: p.stateWas },
    ...{ duplicateIds: sql`${p.duplicateIds}::uuid[]`, attemptIds: sql`${p.attemptIds}::uuid[]` },
    suggestionIds: sql`${p.suggestionIds}::uuid[]`,
    suggestionSellerIds: sql`${p.suggestionSellerIds}::uuid[]`,
  }),
);

/** Points the merged customer, and the earlier duplicates of that customer, to the surviving one. */
export const setMergedInto = preparedWrite<{ brandId: string; fromId: string; intoId: string }>()(
  'set_merged_into',
  (q, p) =>
    q
      .updateTable('customers')
      .set({ availability: 'merged', mergedInto: p.intoId })
      .where('brandId', '=', p.brandId)
      .where((eb) => eb.or([eb('id', '=', p.fromId), eb('mergedInto', '=', p.fromId)])),
);

/** Separates the merged customer again. The earlier duplicates point to that customer as before. */
export const setMergedApart = preparedWrite<{
  brandId: string;
  fromId: string;
  duplicateIds: readonly string[];
}>()('set_merged_apart', (q, p) =>
  q
    .updateTable('customers')
    .set({
      availability: sql`case when id = ${p.fromId}::uuid then 'present' else availability end`,
      mergedInto: sql`case when id = ${p.fromId}::uuid then null else ${p.fromId}::uuid end`,
    })
    .where('brandId', '=', p.brandId)
    .where(sql<boolean>`(id = ${p.fromId}::uuid or id = any(${p.duplicateIds}::uuid[]))`)
    .where('availability', '=', 'merged'),
);

/** Sets the marks of a stop: the mark that is given, or a later running stop of the customer's numbers. */
export const setStopMark = preparedWrite<{ brandId: string; customerId: string; at: number | null }>()(
  'set_stop_mark',
  (q, p) =>
    q
      .updateTable('customers as c')
      .set({
        optedOutAt: sql`greatest(${instant(p.at)}, (select max(o.stopped_at) from opt_outs o
          where o.brand_id = c.brand_id and o.number_hash = any(${selectNumberHashes()}) and o.lifted_at is null))`,
      })
      .where('c.brandId', '=', p.brandId)
      .where('c.id', '=', p.customerId),
);

/** Sets the last contact of a customer to the later one of the customer's and of another customer's. */
export const takeLastContact = preparedWrite<{ brandId: string; customerId: string; otherId: string }>()(
  'take_last_contact',
  (q, p) =>
    q
      .updateTable('customers as c')
      .from('customers as o')
      .set({ lastContactAt: sql`greatest(c.last_contact_at, o.last_contact_at)` })
      .where('c.brandId', '=', p.brandId)
      .where('c.id', '=', p.customerId)
      .whereRef('o.brandId', '=', 'c.brandId')
      .where('o.id', '=', p.otherId),
);

/** Sets the permission of a customer. */
export const setPermission = preparedWrite<{
  brandId: string;
  customerId: string;
  permission: 'granted' | 'refused' | 'unknown';
  on: string | null;
}>()('set_permission', (q, p) =>
  q
    .updateTable('customers')
    .set({ permission: p.permission, permissionOn: p.on })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.customerId),
);

const mergeColumns = [
  'g.id',
  'g.fromId',
  'g.intoId',
  'g.mergedAt',
  'g.filled',
  'g.tagsAdded',
  'g.permissionWas',
  'g.permissionWasOn',
  'g.permissionBecame',
  'g.permissionBecameOn',
  'g.optedOutWas',
  'g.fromStoppedAt',
  'g.contactFromWas',
  'g.customerSinceWas',
  'g.stateWas',
  'g.duplicateIds',
  'g.attemptIds',
  'g.suggestionIds',
  'g.suggestionSellerIds',
] as const;

/** Finds the merge of this customer that an undo concerns: that of a merged customer, else the newest one into the customer. */
export const findMerge = preparedRead<{ brandId: string; customerId: string }>()('find_merge', (q, p) =>
  q
    .selectFrom('customerMerges as g')
    .where('g.brandId', '=', p.brandId)
    .where('g.undoneAt', 'is', null)
    .where((eb) => eb.or([eb('g.fromId', '=', p.customerId), eb('g.intoId', '=', p.customerId)]))
    .orderBy(sql`(g.from_id = ${p.customerId}::uuid)`, 'desc')
    .orderBy('g.mergedAt', 'desc')
    .orderBy('g.id', 'desc')
    .limit(1)
    .select(mergeColumns),
);

/** Lists the merges into a customer since an instant, newest first, with the merged customer's name and who merged. */
export const listMergesInto = preparedRead<{ brandId: string; customerId: string; since: number }>()(
  'list_merges_into',
  (q, p) =>
    q
      .selectFrom('customerMerges as g')
      .innerJoin('customers as f', (on) => on.onRef('f.brandId', '=', 'g.brandId').onRef('f.id', '=', 'g.fromId'))
      .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'g.brandId').onRef('w.id', '=', 'g.mergedBy'))
      .where('g.brandId', '=', p.brandId)
      .where('g.intoId', '=', p.customerId)
      .where('g.undoneAt', 'is', null)
      .where('g.mergedAt', '>', sql<never>`${instant(p.since)}`)
      .orderBy('g.mergedAt', 'desc')
      .orderBy('g.id', 'desc')
      .select(['g.fromId', 'f.name as fromName', 'f.sellerId as fromSellerId', 'f.storeId as fromStoreId'])
      .select(['g.mergedAt', 'w.name as byName']),
);

export const endMerge = preparedWrite<{ brandId: string; id: string; by: string; at: number }>()('end_merge', (q, p) =>
  q
    .updateTable('customerMerges')
    .set({ undoneAt: instant(p.at), undoneBy: p.by })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .where('undoneAt', 'is', null)
    .returning('id'),
);

/** Empties what the merges of erased customers say about them: tags, days and places. */
export const clearMergesOf = preparedWrite<{ brandId: string; customerIds: readonly string[] }>()(
  'clear_merges_of',
  (q, p) =>
    q
      .updateTable('customerMerges')
      .set({ filled: sql`'{}'`, tagsAdded: sql`'{}'`, customerSinceWas: null, stateWas: null })
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`(from_id = any(${p.customerIds}::uuid[]) or into_id = any(${p.customerIds}::uuid[]))`),
);

/** Restores the stops of a customer's numbers that ran at an instant and were lifted later (D2). */
export const markStopsRunning = preparedWrite<{ brandId: string; customerId: string; stoppedAt: number }>()(
  'mark_stops_running',
  (q, p) =>
    q
      .updateTable('optOuts as o')
      .from('customers as c')
      .set({ liftedAt: null })
      .where('c.brandId', '=', p.brandId)
      .where('c.id', '=', p.customerId)
      .whereRef('o.brandId', '=', 'c.brandId')
      .where('o.stoppedAt', '=', sql<never>`${instant(p.stoppedAt)}`)
      .where(sql<boolean>`o.number_hash = any(${selectNumberHashes()})`),
);

/**
 * Gives the merged customer the silences that were written down for the surviving one since the merge, and restores
 * those of the merged customer that ended since: an undo loses none (D4b).
 */
export const copySilences = preparedWrite<{ brandId: string; fromId: string; intoId: string; since: number }>()(
  'copy_silences',
  (q, p) =>
    q
      .with('restored', (w) =>
        w
          .updateTable('askedSilences as z')
          .from('customers as c')
          .set({ endedAt: null, endedBy: null, unreadBy: null })
          .where('c.brandId', '=', p.brandId)
          .where('c.id', '=', p.fromId)
          .whereRef('z.brandId', '=', 'c.brandId')
          .where(sql<boolean>`z.customer_id = any(${selectRowIds()})`)
          .where('z.endedAt', '>=', sql<never>`${instant(p.since)}`),
      )
      .insertInto('askedSilences')
      .columns(['brandId', 'id', 'customerId', 'numberHash', 'days', 'starts', 'ends', 'untilOn', 'madeAt', 'madeBy'])
      .expression(
        sql`select z.brand_id, gen_random_uuid(), c.id, c.number_hash, z.days, z.starts, z.ends, z.until_on, z.made_at, z.made_by
          from asked_silences z, customers c
          where z.brand_id = ${p.brandId}::uuid and z.customer_id = ${p.intoId}::uuid and z.ended_at is null
            and z.made_at >= ${instant(p.since)} and c.brand_id = z.brand_id and c.id = ${p.fromId}::uuid`,
      ),
);
