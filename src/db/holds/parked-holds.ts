/** Held contacts that failed too often: tried no more by themselves, and over all the same when their time is (H1, H3). */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/values.ts';

/** Those that have expired, their slots and their attempts, in one statement; answers the stores whose they were. */
export const parkedExpired = preparedWrite<{ brandId: string; at: number }>()('parked_expired', (q, p) =>
  q
    .with('gone', (inner) =>
      inner
        .updateTable('holds')
        .set({
          state: 'ended',
          ended_at: instant(p.at),
          ended_as: 'expired',
          end_reason: 'too_late',
          news: 'ended',
          news_at: instant(p.at),
          seen_at: null,
          lease_until: null,
          fence: sql`fence + 1`,
        })
        .where('brand_id', '=', p.brandId)
        .where('ended_at', 'is', null)
        .where('parked_at', 'is not', null)
        .where('expires_at', '<=', instant(p.at))
        .returning(['id', 'attempt_id as attemptId', 'store_id as storeId']),
    )
    .with('freed', (inner) =>
      inner
        .updateTable('slots')
        .set({ freed_at: instant(p.at) })
        .where('brand_id', '=', p.brandId)
        .where(sql<boolean>`hold_id in (select id from gone)`)
        .where('freed_at', 'is', null)
        .returning('hold_id'),
    )
    .with('told', (inner) =>
      inner
        .updateTable('attempts')
        .set({ state: 'expired', updated_at: instant(p.at) })
        .where('brand_id', '=', p.brandId)
        .where(sql<boolean>`id in (select "attemptId" from gone)`)
        .returning('id'),
    )
    .selectFrom('gone')
    .select('storeId')
    .distinct(),
);
