/** A contact handed to WhatsApp: each hangs on the receipt that allowed it, or the database refuses it. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { records, recordset } from '#db/core/recordset.ts';
import { instant } from '#db/core/sql-values.ts';

export interface NewHandover {
  readonly id: string;
  readonly attemptId: string;
  readonly receiptId: string;
  readonly sellerId: string;
  readonly storeId: string | null;
  /** Something was acknowledged for it. */
  readonly afterWarning: boolean;
  readonly at: number;
  readonly validUntil: number;
  /** Null: the hand-over counts as a contact. */
  readonly withdrawnAt: number | null;
}

export const insertHandovers = preparedWrite<{ brandId: string; handovers: readonly NewHandover[] }>()(
  'insert_handovers',
  (q, p) =>
    q
      .insertInto('handovers')
      .columns([
        ...(['brandId', 'channel', 'id', 'attemptId', 'receiptId', 'sellerId', 'storeId'] as const),
        ...(['afterWarning', 'handedAt', 'validUntil', 'withdrawnAt'] as const),
      ])
      .expression(
        sql`select ${p.brandId}::uuid, 'handset', r.* from ${recordset(
          p.handovers,
          `id uuid, attempt_id uuid, receipt_id uuid, seller_id uuid, store_id uuid, after_warning boolean,
           at timestamptz, valid_until timestamptz, withdrawn_at timestamptz`,
        )}`,
      ),
);

/**
 * Before a new link for the same attempt, and where nothing was sent: an attempt has one live hand-over. `attemptIds`: those of
 * `withdrawn`, as `customerIds` of `setLastContacts`.
 */
export const withdrawHandovers = preparedWrite<{
  brandId: string;
  withdrawn: readonly { readonly attemptId: string; readonly at: number }[];
  attemptIds: readonly string[];
}>()('withdraw_handovers', (q, p) =>
  q
    .with('r', records(p.withdrawn, 'attempt_id uuid, at timestamptz'))
    .updateTable('handovers as h')
    .from('r')
    .set(({ ref }) => ({ withdrawnAt: ref('r.at') }))
    .where('h.brandId', '=', p.brandId)
    .where(sql<boolean>`h.attempt_id = any(${p.attemptIds}::uuid[])`)
    .whereRef('h.attemptId', '=', 'r.attemptId')
    .where('h.withdrawnAt', 'is', null),
);

export const findHandover = preparedRead<{ brandId: string; attemptId: string }>()('find_handover', (q, p) =>
  q
    .selectFrom('handovers')
    .where('brandId', '=', p.brandId)
    .where('attemptId', '=', p.attemptId)
    .where('withdrawnAt', 'is', null)
    .select(['handedAt as at', 'validUntil']),
);

/** Whether this seller contacted this customer at that instant or later. */
export const findContactSince = preparedRead<{
  brandId: string;
  customerId: string;
  sellerId: string;
  since: number;
}>()('find_contact_since', (q, p) =>
  q
    .selectFrom('handovers as d')
    .innerJoin('attempts as a', (on) => on.onRef('a.brandId', '=', 'd.brandId').onRef('a.id', '=', 'd.attemptId'))
    .where('d.brandId', '=', p.brandId)
    .where('d.sellerId', '=', p.sellerId)
    .where('a.customerId', '=', p.customerId)
    .where('d.withdrawnAt', 'is', null)
    .where('d.handedAt', '>=', sql<never>`${instant(p.since)}`)
    .limit(1)
    .select('d.id'),
);

/**
 * A contact counts from its hand-over on, for everybody of the brand. Each customer is named once. `customerIds`: those of
 * `contacts`. The planner takes a document for a hundred rows, and reads a table of some ten thousand customers whole rather
 * than look a hundred up: 0.7 ms at 1,500 customers, and more with each one. An array it takes for ten.
 */
export const setLastContacts = preparedWrite<{
  brandId: string;
  contacts: readonly { readonly customerId: string; readonly at: number }[];
  customerIds: readonly string[];
}>()('set_last_contacts', (q, p) =>
  q
    .with('r', records(p.contacts, 'customer_id uuid, at timestamptz'))
    .updateTable('customers as c')
    .from('r')
    .set(({ ref }) => ({ lastContactAt: ref('r.at') }))
    .where('c.brandId', '=', p.brandId)
    .where(sql<boolean>`c.id = any(${p.customerIds}::uuid[])`)
    .whereRef('c.id', '=', 'r.customerId'),
);

/** D14: what was not sent is no contact; the one before it counts again. */
export const resetLastContact = preparedWrite<{ brandId: string; customerId: string }>()('reset_last_contact', (q, p) =>
  q
    .updateTable('customers as c')
    .set({
      lastContactAt: sql`(select max(h.handed_at) from handovers h
          join attempts a on a.brand_id = h.brand_id and a.id = h.attempt_id
          where a.brand_id = c.brand_id and a.customer_id = c.id and h.withdrawn_at is null)`,
    })
    .where('c.brandId', '=', p.brandId)
    .where('c.id', '=', p.customerId),
);
