/** Writes hand-overs to WhatsApp. Each refers to the receipt that allowed it; else the database refuses the row. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { recordset, recordsQuery } from '#db/core/recordset.ts';
import { instant } from '#db/core/sql-values.ts';
import { selectRowIds } from './merged-rows.ts';

export interface NewHandover {
  readonly id: string;
  readonly attemptId: string;
  readonly receiptId: string;
  readonly sellerId: string;
  readonly storeId: string | null;
  /** Whether a seller acknowledged a warning for it. */
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
 * Withdraws hand-overs before a new link for the same attempt, or because nothing was sent: an attempt has one live
 * hand-over. `attemptIds` repeats the ids of `withdrawn` for the planner, like `customerIds` of `setLastContacts`.
 */
export const withdrawHandovers = preparedWrite<{
  brandId: string;
  withdrawn: readonly { readonly attemptId: string; readonly at: number }[];
  attemptIds: readonly string[];
}>()('withdraw_handovers', (q, p) =>
  q
    .with('r', recordsQuery(p.withdrawn, 'attempt_id uuid, at timestamptz'))
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

/** Finds the keyed hash of the number that got an attempt's newest contact. */
export const findHandedNumber = preparedRead<{ brandId: string; attemptId: string }>()('find_handed_number', (q, p) =>
  q
    .selectFrom('handovers')
    .where('brandId', '=', p.brandId)
    .where('attemptId', '=', p.attemptId)
    .where('numberHash', 'is not', null)
    .orderBy('handedAt', 'desc')
    .limit(1)
    .select('numberHash'),
);

/** Finds whether this seller contacted this customer at `since` or later: a row if so. */
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
 * Sets the customers' last contact: a contact counts from its hand-over on, for everyone of the brand. Each customer
 * occurs once. `customerIds` repeats the ids of `contacts`, because the planner estimates a JSON document at a hundred
 * rows and then reads a table of some ten thousand customers completely (0.7 ms at 1,500 customers, more with each one)
 * instead of using the index. It estimates an array at ten rows.
 */
export const setLastContacts = preparedWrite<{
  brandId: string;
  contacts: readonly { readonly customerId: string; readonly at: number }[];
  customerIds: readonly string[];
}>()('set_last_contacts', (q, p) =>
  q
    .with('r', recordsQuery(p.contacts, 'customer_id uuid, at timestamptz'))
    .updateTable('customers as c')
    .from('r')
    .set(({ ref }) => ({ lastContactAt: ref('r.at') }))
    .where('c.brandId', '=', p.brandId)
    .where(sql<boolean>`c.id = any(${p.customerIds}::uuid[])`)
    .whereRef('c.id', '=', 'r.customerId'),
);

/**
 * Sets a customer's last contact to the newest hand-over that is not withdrawn: a message that was not sent is no
 * contact (D14).
 */
export const resetLastContact = preparedWrite<{ brandId: string; customerId: string }>()('reset_last_contact', (q, p) =>
  q
    .updateTable('customers as c')
    .set({
      lastContactAt: sql`(select max(h.handed_at) from handovers h
          join attempts a on a.brand_id = h.brand_id and a.id = h.attempt_id
          where a.brand_id = c.brand_id and a.customer_id = any(${selectRowIds()}) and h.withdrawn_at is null)`,
    })
    .where('c.brandId', '=', p.brandId)
    .where('c.id', '=', p.customerId),
);
