/** Writes the news for sellers of held contacts, and marks news as read. News is not part of the log of holds. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** Marks the news of a hold as read by its seller. */
export const markHoldNewsSeen = preparedWrite<{ brandId: string; attemptId: string; sellerId: string; at: number }>()(
  'mark_hold_news_seen',
  (q, p) =>
    q
      .updateTable('holds')
      .set({ seenAt: instant(p.at) })
      .where('brandId', '=', p.brandId)
      .where('attemptId', '=', p.attemptId)
      .where('sellerId', '=', p.sellerId)
      .where('seenAt', 'is', null),
);

/**
 * Gives news to the seller of a hold that an attempt replaced and that was then not sent, since the seller may want the
 * hold back (D14).
 */
export const addReplacedNews = preparedWrite<{ brandId: string; attemptId: string; at: number }>()(
  'add_replaced_news',
  (q, p) =>
    q
      .updateTable('holds as h')
      .set({ news: 'ended', newsAt: instant(p.at), seenAt: null })
      .where('h.brandId', '=', p.brandId)
      .where('h.endReason', '=', sql.lit('replaced'))
      .where(sql<boolean>`(h.customer_id, h.seller_id, h.ended_at) in (select a.customer_id, d.seller_id, d.handed_at
        from handovers d join attempts a on a.brand_id = d.brand_id and a.id = d.attempt_id
        where d.brand_id = ${p.brandId}::uuid and d.attempt_id = ${p.attemptId}::uuid)`),
);
