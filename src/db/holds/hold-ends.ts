/** How held contacts end: each once, as one of five (H3). */
import { type RawBuilder, sql } from 'kysely';
import type { Writes } from '#db/core/db.ts';
import { preparedWrite } from '#db/core/prepared.ts';
import { records } from '#db/core/records.ts';
import { instant } from '#db/core/values.ts';
import type { HoldEnd, HoldEndReason } from '#rules/holds/hold.ts';
import type { HoldNews } from './holds.ts';

/** H3. Its one end. */
export const holdEnded = preparedWrite<{
  brandId: string;
  id: string;
  as: HoldEnd;
  reason: HoldEndReason;
  by: string | null;
  news: HoldNews | null;
  at: number;
}>()('hold_ended', (q, p) =>
  q
    .updateTable('holds')
    .set({
      state: 'ended',
      ended_at: instant(p.at),
      ended_as: p.as,
      end_reason: p.reason,
      ended_by: p.by,
      news: p.news,
      news_at: instant(p.at),
      seen_at: null,
      lease_until: null,
      fence: sql`fence + 1`,
    })
    .where('brand_id', '=', p.brandId)
    .where('id', '=', p.id)
    .where('ended_at', 'is', null),
);

/** H3. Many at once, each as its own; nobody ended them, and their sellers are told. */
export const holdsOver = preparedWrite<{
  brandId: string;
  over: readonly { readonly id: string; readonly as: HoldEnd; readonly reason: HoldEndReason }[];
  at: number;
}>()('holds_over', (q, p) =>
  q
    .with('r', records<{ id: string; as: string; reason: string }>(p.over, 'id uuid, "as" text, reason text'))
    .updateTable('holds as h')
    .from('r')
    .set(({ ref }) => ({
      state: 'ended',
      ended_at: instant(p.at),
      ended_as: ref('r.as'),
      end_reason: ref('r.reason'),
      ended_by: null,
      news: 'ended',
      news_at: instant(p.at),
      seen_at: null,
      lease_until: null,
      fence: sql`h.fence + 1`,
    }))
    .where('h.brand_id', '=', p.brandId)
    .whereRef('h.id', '=', 'r.id')
    .where('h.ended_at', 'is', null),
);

/** D14: it was handed over and then not sent, so its seller gave it up. */
export const holdTakenBack = preparedWrite<{ brandId: string; attemptId: string }>()('hold_taken_back', (q, p) =>
  q
    .updateTable('holds')
    .set({ ended_as: 'cancelled', end_reason: 'seller' })
    .where('brand_id', '=', p.brandId)
    .where('attempt_id', '=', p.attemptId)
    .where('ended_as', '=', 'sent'),
);

/** D14: what made room for this attempt, which was not sent, is told to its seller, who may want it back. */
export const replacedTold = preparedWrite<{ brandId: string; attemptId: string; at: number }>()(
  'replaced_told',
  (q, p) =>
    q
      .updateTable('holds as h')
      .set({ news: 'ended', news_at: instant(p.at), seen_at: null })
      .where('h.brand_id', '=', p.brandId)
      .where('h.end_reason', '=', sql.lit('replaced'))
      .where(sql<boolean>`(h.customer_id, h.seller_id, h.ended_at) in (select a.customer_id, d.seller_id, d.handed_at
        from handovers d join attempts a on a.brand_id = d.brand_id and a.id = d.attempt_id
        where d.brand_id = ${p.brandId}::uuid and d.attempt_id = ${p.attemptId}::uuid)`),
);

/**
 * H3. Ends at once the live holds of these customers (all sellers'), of these sellers, or of whoever has this number;
 * null does not narrow, and whoever names nobody ends nothing. Those that a manager passed on survive where `sparePassedOn`.
 */
export const holdsEnded = preparedWrite<{
  brandId: string;
  customerIds: readonly string[] | null;
  sellerIds: readonly string[] | null;
  numberHash: Buffer | null;
  sparePassedOn: boolean;
  reason: HoldEndReason;
  by: string | null;
  at: number;
}>()('holds_ended', (q, p) =>
  cancelled(
    q,
    p,
    sql<boolean>`coalesce(${p.customerIds}::uuid[], ${p.sellerIds}::uuid[]) is not null is distinct from (${p.numberHash}::bytea is not null)
      and (${p.customerIds}::uuid[] is null or h.customer_id = any(${p.customerIds}::uuid[]))
      and (${p.sellerIds}::uuid[] is null or h.seller_id = any(${p.sellerIds}::uuid[]))
      and (${p.numberHash}::bytea is null or h.customer_id in (select c.id from customers c
        where c.brand_id = ${p.brandId}::uuid and c.number_hash = ${p.numberHash}::bytea))
      and (not ${p.sparePassedOn}::boolean or h.passed_by is null)`,
  ),
);

/** H3. Of all whose customer has asked to stop, or refuses. */
export const holdsOfStoppedEnded = preparedWrite<{ brandId: string; at: number }>()('holds_of_stopped_ended', (q, p) =>
  cancelled(
    q,
    { ...{ brandId: p.brandId, at: p.at }, reason: 'opted_out', by: null },
    sql<boolean>`h.customer_id in (select c.id from customers c where c.brand_id = ${p.brandId}::uuid
      and c.id = h.customer_id and (c.opted_out_at is not null or c.permission = 'refused'))`,
  ),
);

/** H3. The same for these customers alone. */
export const endHoldsOfStoppedAmong = preparedWrite<{ brandId: string; customerIds: readonly string[]; at: number }>()(
  'end_holds_of_stopped_among',
  (q, p) =>
    cancelled(
      q,
      { ...{ brandId: p.brandId, at: p.at }, reason: 'opted_out', by: null },
      sql<boolean>`h.customer_id = any(array(select c.id from customers c where c.brand_id = ${p.brandId}::uuid
        and c.id = any(${p.customerIds}::uuid[]) and (c.opted_out_at is not null or c.permission = 'refused')))`,
    ),
);

/** The holds, their slots and their attempts, in one statement. */
function cancelled(
  q: Writes,
  p: { readonly brandId: string; readonly reason: HoldEndReason; readonly by: string | null; readonly at: number },
  which: RawBuilder<boolean>,
) {
  return q
    .with('gone', (inner) =>
      inner
        .updateTable('holds as h')
        .set({
          state: 'ended',
          ended_at: instant(p.at),
          ended_as: 'cancelled',
          end_reason: p.reason,
          ended_by: p.by,
          news: 'ended',
          news_at: instant(p.at),
          seen_at: null,
          lease_until: null,
          fence: sql`h.fence + 1`,
        })
        .where('h.brand_id', '=', p.brandId)
        .where('h.ended_at', 'is', null)
        .where(which)
        .returning(['h.id', 'h.attempt_id as attemptId']),
    )
    .with('freed', (inner) =>
      inner
        .updateTable('slots as t')
        .set({ freed_at: instant(p.at) })
        .where('t.brand_id', '=', p.brandId)
        .where(sql<boolean>`t.hold_id in (select id from gone)`)
        .where('t.freed_at', 'is', null)
        .returning('t.hold_id'),
    )
    .updateTable('attempts as a')
    .set({ state: 'cancelled', updated_at: instant(p.at) })
    .where('a.brand_id', '=', p.brandId)
    .where(sql<boolean>`a.id in (select "attemptId" from gone)`);
}
