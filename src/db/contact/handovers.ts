/** A contact handed to WhatsApp: each hangs on the receipt that allowed it, or the database refuses it. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/values.ts';

export const handoverInserted = preparedWrite<{
  brandId: string;
  id: string;
  attemptId: string;
  receiptId: string;
  sellerId: string;
  storeId: string | null;
  /** Something was acknowledged for it. */
  afterWarning: boolean;
  at: number;
  validUntil: number;
}>()('handover_inserted', (q, p) =>
  q.insertInto('handovers').values({
    brand_id: p.brandId,
    id: p.id,
    attempt_id: p.attemptId,
    receipt_id: p.receiptId,
    seller_id: p.sellerId,
    store_id: p.storeId,
    after_warning: p.afterWarning,
    channel: 'handset',
    handed_at: instant(p.at),
    valid_until: instant(p.validUntil),
  }),
);

/** Before a new link for the same attempt, and where nothing was sent: an attempt has one live hand-over. */
export const handoverWithdrawn = preparedWrite<{ brandId: string; attemptId: string; at: number }>()(
  'handover_withdrawn',
  (q, p) =>
    q
      .updateTable('handovers')
      .set({ withdrawn_at: instant(p.at) })
      .where('brand_id', '=', p.brandId)
      .where('attempt_id', '=', p.attemptId)
      .where('withdrawn_at', 'is', null),
);

export const handoverOfAttempt = preparedRead<{ brandId: string; attemptId: string }>()('handover_of_attempt', (q, p) =>
  q
    .selectFrom('handovers')
    .where('brand_id', '=', p.brandId)
    .where('attempt_id', '=', p.attemptId)
    .where('withdrawn_at', 'is', null)
    .select(['handed_at as at', 'valid_until as validUntil']),
);

/** Whether this seller contacted this customer at that instant or later. */
export const contactSince = preparedRead<{ brandId: string; customerId: string; sellerId: string; since: number }>()(
  'contact_since',
  (q, p) =>
    q
      .selectFrom('handovers as d')
      .innerJoin('attempts as a', (on) => on.onRef('a.brand_id', '=', 'd.brand_id').onRef('a.id', '=', 'd.attempt_id'))
      .where('d.brand_id', '=', p.brandId)
      .where('d.seller_id', '=', p.sellerId)
      .where('a.customer_id', '=', p.customerId)
      .where('d.withdrawn_at', 'is', null)
      .where('d.handed_at', '>=', sql<never>`${instant(p.since)}`)
      .limit(1)
      .select('d.id'),
);

/** A contact counts from its hand-over on, for everybody of the brand. */
export const customerContacted = preparedWrite<{ brandId: string; customerId: string; at: number }>()(
  'customer_contacted',
  (q, p) =>
    q
      .updateTable('customers')
      .set({ last_contact_at: instant(p.at) })
      .where('brand_id', '=', p.brandId)
      .where('id', '=', p.customerId),
);

/** D14: what was not sent is no contact; the one before it counts again. */
export const customerNotContacted = preparedWrite<{ brandId: string; customerId: string }>()(
  'customer_not_contacted',
  (q, p) =>
    q
      .updateTable('customers as c')
      .set({
        last_contact_at: sql`(select max(h.handed_at) from handovers h
          join attempts a on a.brand_id = h.brand_id and a.id = h.attempt_id
          where a.brand_id = c.brand_id and a.customer_id = c.id and h.withdrawn_at is null)`,
      })
      .where('c.brand_id', '=', p.brandId)
      .where('c.id', '=', p.customerId),
);
