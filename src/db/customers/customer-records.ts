/** Reads and writes whole rows of customers, for imports. */
import { sql } from 'kysely';
import { selectNumberHashes } from '#db/contact/merged-rows.ts';
import type { Tx } from '#db/core/db.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { recordsQuery } from '#db/core/recordset.ts';
import { type InstantValue, instant, json } from '#db/core/sql-values.ts';
import type { Instant } from '#rules/time/interval.ts';
import { numberHash } from './number-hash.ts';

/**
 * A customer's row. `…On`: `YYYY-MM-DD`; `…At`: epoch milliseconds. `mergedInto`: the customer of whom this row is a
 * duplicate.
 */
export interface CustomerRecord {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly storeId: string;
  readonly sellerId: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly phoneKind: 'mobile' | 'landline' | 'none';
  readonly permission: 'granted' | 'refused' | 'unknown';
  readonly permissionOn: string | null;
  readonly email: string | null;
  readonly bornOn: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly note: string | null;
  readonly customerSince: string | null;
  readonly availability: 'present' | 'merged' | 'erased';
  readonly mergedInto: string | null;
  readonly optedOutAt: number | null;
  readonly wrongNumberAt: number | null;
}

const recordColumns = [
  'id',
  'code',
  'name',
  'storeId',
  'sellerId',
  'phone',
  'phoneKind',
  'permission',
  'permissionOn',
  'email',
  'bornOn',
  'city',
  'state',
  'note',
  'customerSince',
  'availability',
  'mergedInto',
  'optedOutAt',
  'wrongNumberAt',
] as const;

/** Lists all customers of a brand, for the planning of an import. */
export const listCustomers = preparedRead<{ brandId: string }>()('list_customers', (q, p) =>
  q.selectFrom('customers').where('brandId', '=', p.brandId).select(recordColumns).orderBy('id'),
);

/** Locks these customers until the end of the transaction, in the order of their ids, and reads them after any wait. */
export const lockCustomers = preparedWrite<{ brandId: string; customerIds: readonly string[] }>()(
  'lock_customers',
  (q, p) =>
    q
      .selectFrom('customers')
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`id = any(${p.customerIds}::uuid[])`)
      .select(recordColumns)
      .orderBy('id')
      .forNoKeyUpdate(),
);

/**
 * Locks the customers that a refusal affects: these customers, all customers with one of these number hashes (hex), and
 * the customers into whom any of them was merged.
 */
export const lockCustomersAndHolders = preparedWrite<{
  brandId: string;
  customerIds: readonly string[];
  numberHashes: readonly string[];
}>()('lock_customers_and_holders', (q, p) =>
  q
    .selectFrom('customers')
    .where('brandId', '=', p.brandId)
    .where(
      sql<boolean>`id = any(array(select unnest(array[c.id, c.merged_into]) from customers c where c.brand_id = ${p.brandId}::uuid
        and (c.id = any(${p.customerIds}::uuid[])
          or c.number_hash = any(array(select decode(h, 'hex') from unnest(${p.numberHashes}::text[]) as h)))))`,
    )
    .select(['id', 'permission', 'permissionOn'])
    .orderBy('id')
    .forNoKeyUpdate(),
);

/**
 * Sets these customers' permission to refused, and that of the customers into whom they were merged; `on` is the day on
 * which the customer said so.
 */
export const refusePermissions = preparedWrite<{
  brandId: string;
  refusals: readonly { readonly id: string; readonly on: string | null }[];
}>()('refuse_permissions', (q, p) =>
  q
    .with('r', recordsQuery<{ id: string; on: string | null }>(p.refusals, 'id uuid, "on" date'))
    .updateTable('customers as c')
    .from('r')
    .set(({ ref }) => ({ permission: 'refused', permissionOn: ref('r.on') }))
    .where('c.brandId', '=', p.brandId)
    .where(
      sql<boolean>`c.id in (r.id, (select m.merged_into from customers m where m.brand_id = ${p.brandId}::uuid and m.id = r.id))`,
    )
    .where('c.availability', '<>', 'erased')
    .where('c.permission', '<>', 'refused'),
);

/**
 * The running stop of the numbers of customer `c`. The subquery uses the index; a join might read the whole stop list
 * for each customer.
 */
const runningStop = sql<InstantValue>`(select max(o.stopped_at) from opt_outs o
  where o.brand_id = c.brand_id and o.number_hash = any(${selectNumberHashes()}) and o.lifted_at is null)`;

/** Copies the running stop of each customer's numbers to the customer. Never removes a copy. */
export const copyRunningStops = preparedWrite<{ brandId: string; customerIds: readonly string[] }>()(
  'copy_running_stops',
  (q, p) =>
    q
      .updateTable('customers as c')
      .set({ optedOutAt: runningStop })
      .where('c.brandId', '=', p.brandId)
      .where(sql<boolean>`c.id = any(${p.customerIds}::uuid[])`)
      .where(sql<boolean>`${runningStop} <> coalesce(c.opted_out_at, '-infinity')`),
);

/**
 * Withdraws the permission that an undone import gave to these customers, who stay because they were used meanwhile.
 */
export const withdrawGrants = preparedWrite<{ brandId: string; customerIds: readonly string[] }>()(
  'withdraw_grants',
  (q, p) =>
    q
      .updateTable('customers')
      .set({
        permission: sql`case permission when 'granted' then 'unknown' else permission end`,
        permissionOn: sql`case permission when 'granted' then null else permission_on end`,
        mergedInto: null,
      })
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`id = any(${p.customerIds}::uuid[])`),
);

/** Lists the codes of a brand's customers, merged ones included, by which purchases find their customer. */
export const listCustomerCodes = preparedRead<{ brandId: string }>()('list_customer_codes', (q, p) =>
  q.selectFrom('customers').where('brandId', '=', p.brandId).where('code', 'is not', null).select(['id', 'code']),
);

/** Removes the numbers of customers, so that the next statement may give them to others. */
export const releaseNumbers = preparedWrite<{ brandId: string; customerIds: readonly string[] }>()(
  'release_numbers',
  (q, p) =>
    q
      .updateTable('customers')
      .set({ phone: null, phoneKind: 'none', numberHash: null })
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`id = any(${p.customerIds}::uuid[])`),
);

/**
 * Removes these numbers from customers that an import created and whose rows stay when it is undone, because the
 * numbers return to their earlier customers. Returns the customers that lost a number.
 */
export const releaseNumbersOfRemaining = preparedWrite<{
  brandId: string;
  importId: string;
  phones: readonly string[];
}>()('release_numbers_of_remaining', (q, p) =>
  q
    .updateTable('customers as c')
    .set({ phone: null, phoneKind: 'none', numberHash: null })
    .where('c.brandId', '=', p.brandId)
    .where(
      sql<boolean>`c.phone = any(${p.phones}::text[]) and exists (select from import_rows r
        where r.brand_id = c.brand_id and r.import_id = ${p.importId}::uuid and r.record_id = c.id and r.before is null)`,
    )
    .returning(['c.id', 'c.name']),
);

/**
 * Creates or changes customers; `key` is the key of the stop list's hashes. Violates `customers_by_phone` if two
 * customers would have one number: release the number first.
 */
export function saveCustomers(
  tx: Tx,
  brandId: string,
  list: readonly CustomerRecord[],
  key: Uint8Array,
  at: Instant,
): void {
  const customers = list.map((record) => ({
    ...record,
    numberHash: record.phone === null ? null : numberHash(key, record.phone).toString('hex'),
    optedOutAt: timeText(record.optedOutAt),
    wrongNumberAt: timeText(record.wrongNumberAt),
  }));
  tx.send(upsertCustomers, { brandId, customers, at });
}

function timeText(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

const upsertCustomers = preparedWrite<{ brandId: string; customers: readonly object[]; at: number }>()(
  'upsert_customers',
  (q, p) =>
    q
      .insertInto('customers')
      .columns([
        'brandId',
        'id',
        'code',
        'name',
        'storeId',
        'sellerId',
        'phone',
        'phoneKind',
        'permission',
        'permissionOn',
        'email',
        'bornOn',
        'city',
        'state',
        'note',
        'customerSince',
        'availability',
        'mergedInto',
        'optedOutAt',
        'wrongNumberAt',
        'numberHash',
        'createdAt',
      ])
      .expression(
        sql`select ${p.brandId}::uuid, r.id, r.code, r.name, r."storeId", r."sellerId", r.phone, r."phoneKind",
            r.permission, r."permissionOn", r.email, r."bornOn", r.city, r.state, r.note, r."customerSince",
            r.availability, r."mergedInto", r."optedOutAt", r."wrongNumberAt", decode(r."numberHash", 'hex'),
            ${instant(p.at)}
          from jsonb_to_recordset(${json(p.customers)}) as r(id uuid, code text, name text, "storeId" uuid,
            "sellerId" uuid, phone text, "phoneKind" text, permission text, "permissionOn" date, email text,
            "bornOn" date, city text, state text, note text, "customerSince" date, availability text,
            "mergedInto" uuid, "optedOutAt" timestamptz, "wrongNumberAt" timestamptz, "numberHash" text)`,
      )
      .onConflict((conflict) =>
        conflict.columns(['brandId', 'id']).doUpdateSet(({ ref }) => ({
          code: ref('excluded.code'),
          name: ref('excluded.name'),
          storeId: ref('excluded.storeId'),
          sellerId: ref('excluded.sellerId'),
          phone: ref('excluded.phone'),
          phoneKind: ref('excluded.phoneKind'),
          permission: ref('excluded.permission'),
          permissionOn: ref('excluded.permissionOn'),
          email: ref('excluded.email'),
          bornOn: ref('excluded.bornOn'),
          city: ref('excluded.city'),
          state: ref('excluded.state'),
          note: ref('excluded.note'),
          customerSince: ref('excluded.customerSince'),
          availability: ref('excluded.availability'),
          mergedInto: ref('excluded.mergedInto'),
          optedOutAt: ref('excluded.optedOutAt'),
          wrongNumberAt: ref('excluded.wrongNumberAt'),
          numberHash: ref('excluded.numberHash'),
        })),
      ),
);
