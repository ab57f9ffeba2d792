/** What people do to a contact that waits: back from its end, to another seller, its news read (H3–H5). */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/values.ts';
import { unclaimed } from './holds.ts';

/** What was over waits again. */
export const holdRestored = preparedWrite<{
  brandId: string;
  id: string;
  dueAt: number;
  openingAt: number | null;
  expiresAt: number;
  calendar: number;
  didNotFit: boolean;
  at: number;
}>()('hold_restored', (q, p) =>
  q
    .updateTable('holds')
    .set({
      state: 'waiting',
      due_at: instant(p.dueAt),
      promised_at: instant(p.dueAt),
      opening_at: instant(p.openingAt),
      expires_at: instant(p.expiresAt),
      calendar: p.calendar,
      ended_at: null,
      ended_as: null,
      end_reason: null,
      ended_by: null,
      ready_at: null,
      // As of a new one: told in the same answer, and still read later (P3).
      news: sql`case when ${p.didNotFit}::boolean then 'did_not_fit' end`,
      news_at: null,
      seen_at: sql`case when ${p.didNotFit}::boolean then ${instant(p.at)}::timestamptz end`,
      ...unclaimed,
    })
    .where('brand_id', '=', p.brandId)
    .where('id', '=', p.id)
    .where('ended_at', 'is not', null),
);

/** H4. To another seller of the store; it keeps its time. */
export const holdPassedOn = preparedWrite<{
  brandId: string;
  id: string;
  attemptId: string;
  sellerId: string;
  by: string;
  at: number;
}>()('hold_passed_on', (q, p) =>
  q
    .with('passed', (inner) =>
      inner
        .updateTable('holds')
        .set({
          seller_id: p.sellerId,
          passed_by: p.by,
          news: 'passed_on',
          news_at: instant(p.at),
          seen_at: null,
          ...unclaimed,
        })
        .where('brand_id', '=', p.brandId)
        .where('id', '=', p.id)
        .where('ended_at', 'is', null)
        .returning('id'),
    )
    .updateTable('attempts')
    .set({ seller_id: p.sellerId, updated_at: instant(p.at) })
    .where('brand_id', '=', p.brandId)
    .where('id', '=', p.attemptId)
    .where(sql<boolean>`exists (select from passed)`),
);

export const holdNewsSeen = preparedWrite<{ brandId: string; attemptId: string; sellerId: string; at: number }>()(
  'hold_news_seen',
  (q, p) =>
    q
      .updateTable('holds')
      .set({ seen_at: instant(p.at) })
      .where('brand_id', '=', p.brandId)
      .where('attempt_id', '=', p.attemptId)
      .where('seller_id', '=', p.sellerId)
      .where('seen_at', 'is', null),
);
