/** Counts what people built on an imported row, so that the undo of an import destroys nobody's work. */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';

type OfImport = { brandId: string; id: string };

/** Counts the obstacles to the undo of any import: the staged rows are gone, or a newer import was applied. Ids grow with time. */
export const countCommonObstacles = preparedRead<OfImport>()('count_common_obstacles', (q, p) =>
  q.selectNoFrom([
    sql<number>`(select count(*) from import_rows r where r.brand_id = ${p.brandId}::uuid
      and r.import_id = ${p.id}::uuid)::int`.as('rows'),
    sql<number>`(select count(*) from imports i, imports own where own.brand_id = ${p.brandId}::uuid
      and own.id = ${p.id}::uuid and i.brand_id = own.brand_id and i.id <> own.id and i.state = 'applied'
      and i.id > own.id
      and coalesce((i.counts->>'created')::int, 0) + coalesce((i.counts->>'changed')::int, 0) > 0)::int`.as('newer'),
  ]),
);

/**
 * Counts what was done with customers since their import ended; for a customer whom the import created, everything
 * counts.
 */
export const countCustomerObstacles = preparedRead<OfImport>()('count_customer_obstacles', (q, p) => {
  const rows = sql`from import_rows r join imports i on i.brand_id = r.brand_id and i.id = r.import_id
    join customers c on c.brand_id = r.brand_id and c.id = r.record_id`;
  const those = sql`where r.brand_id = ${p.brandId}::uuid and r.import_id = ${p.id}::uuid`;
  return q.selectNoFrom([
    sql<number>`(select count(*) ${rows} join attempts a on a.brand_id = c.brand_id and a.customer_id = c.id ${those}
      and (r.before is null or a.created_at > i.ended_at))::int`.as('contacts'),
    sql<number>`(select count(*) ${rows} join holds h on h.brand_id = c.brand_id and h.customer_id = c.id ${those}
      and h.ended_at is null and (r.before is null or h.held_at > i.ended_at))::int`.as('holds'),
    sql<number>`(select count(*) ${rows} join suggestions s on s.brand_id = c.brand_id and s.customer_id = c.id ${those}
      and r.before is null)::int`.as('suggestions'),
    sql<number>`(select count(*) ${rows} join purchases u on u.brand_id = c.brand_id and u.customer_id = c.id ${those}
      and r.before is null)::int`.as('purchases'),
    sql<number>`(select count(*) ${rows} ${those} and ((c.name, c.store_id, c.seller_id, c.phone, c.email, c.note, c.city)
      is distinct from (r.after->>'name', (r.after->>'storeId')::uuid, (r.after->>'sellerId')::uuid, r.after->>'phone',
        r.after->>'email', r.after->>'note', r.after->>'city')
      or exists (select from customer_merges g where g.brand_id = c.brand_id and c.id in (g.from_id, g.into_id)
        and g.undone_at is null)))::int`.as('edits'),
  ]);
});

/** Lists the records that an import created. */
export const listCreatedIds = preparedRead<OfImport>()('list_created_ids', (q, p) =>
  q
    .selectFrom('importRows')
    .where('brandId', '=', p.brandId)
    .where('importId', '=', p.id)
    .where('before', 'is', null)
    .select('recordId as id'),
);

/**
 * Counts what was done with stores since their import: people, customers and purchases in new ones, changes of any. A
 * manager who gave a store its sign-in changed the store. The ids of changes and imports grow with time.
 */
export const countStoreObstacles = preparedRead<OfImport>()('count_store_obstacles', (q, p) => {
  const rows = sql`from import_rows r join stores s on s.brand_id = r.brand_id and s.id = r.record_id`;
  const those = sql`where r.brand_id = ${p.brandId}::uuid and r.import_id = ${p.id}::uuid`;
  return q.selectNoFrom([
    sql<number>`(select count(*) ${rows} join people o on o.brand_id = s.brand_id and o.store_id = s.id ${those}
      and r.before is null)::int`.as('people'),
    sql<number>`(select count(*) ${rows} join customers c on c.brand_id = s.brand_id and c.store_id = s.id ${those}
      and r.before is null)::int`.as('customers'),
    sql<number>`(select count(*) ${rows} join purchases u on u.brand_id = s.brand_id and u.store_id = s.id ${those}
      and r.before is null)::int`.as('purchases'),
    sql<number>`(select count(*) ${rows} ${those} and (
      (s.name, s.city, s.state, s.zone)
        is distinct from (r.after->>'name', r.after->>'city', r.after->>'state', r.after->>'zone')
      or s.closed_at is not null
      or exists (select from store_changes g where g.brand_id = s.brand_id and g.store_id = s.id
        and g.id > r.import_id)
      or r.before is null
        and exists (select from store_dates d where d.brand_id = s.brand_id and d.store_id = s.id)))::int`.as('edits'),
  ]);
});

/**
 * Counts what was done with people since their import: sign-ins, customers and purchases of new ones, changes of any. The
 * closing of the store to which a person would return counts as a change.
 */
export const countPeopleObstacles = preparedRead<OfImport>()('count_people_obstacles', (q, p) => {
  const rows = sql`from import_rows r join people o on o.brand_id = r.brand_id and o.id = r.record_id`;
  const those = sql`where r.brand_id = ${p.brandId}::uuid and r.import_id = ${p.id}::uuid`;
  return q.selectNoFrom([
    sql<number>`(select count(*) ${rows} ${those} and r.before is null and (
      exists (select from turns t where t.brand_id = o.brand_id and t.person_id = o.id)
      or exists (select from pins n where n.brand_id = o.brand_id and n.person_id = o.id and not n.one_time)))::int`.as(
      'signIns',
    ),
    sql<number>`(select count(*) ${rows} join customers c on c.brand_id = o.brand_id and c.seller_id = o.id ${those}
      and r.before is null)::int`.as('customers'),
    sql<number>`(select count(*) ${rows} join purchases u on u.brand_id = o.brand_id and u.seller_id = o.id ${those}
      and r.before is null)::int`.as('purchases'),
    sql<number>`(select count(*) ${rows} ${those} and ((o.name, o.role, o.store_id, o.active)
      is distinct from (r.after->>'name', r.after->>'role', (r.after->>'storeId')::uuid, (r.after->>'active')::boolean)
      or (r.before->>'active')::boolean and exists (select from stores s where s.brand_id = o.brand_id
        and s.id = (r.before->>'storeId')::uuid and s.closed_at is not null)))::int`.as('edits'),
  ]);
});
