/**
 * Reads what a brand's quiet hours are shown with: the brand, the zones of its stores, and the notices a person has
 * seen.
 */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** Reads the brand, its policy head and the zone of a store (`storeId` null: no store). */
export const readPlace = preparedRead<{ brandId: string; storeId: string | null }>()('read_place', (q, p) =>
  q
    .selectFrom('brands as b')
    .innerJoin('policyHeads as h', 'h.brandId', 'b.brandId')
    .where('b.brandId', '=', p.brandId)
    .select([
      'b.brandId as id',
      'b.slug',
      'b.name',
      'b.article',
      'b.plan',
      'b.zone as brandZone',
      'b.storeZones',
      'h.revision',
      sql<string | null>`(select s.zone from stores s
        where s.brand_id = b.brand_id and s.id = ${p.storeId}::uuid)`.as('storeZone'),
    ]),
);

/** Counts the stores of each zone. */
export const countStoresByZone = preparedRead<{ brandId: string }>()('count_stores_by_zone', (q, p) =>
  q
    .selectFrom('stores')
    .where('brandId', '=', p.brandId)
    .where('closedAt', 'is', null)
    .groupBy('zone')
    .orderBy('zone')
    .select(['zone', sql<number>`count(*)::int`.as('stores')]),
);

/** Lists the notices that a person has seen (A8). */
export const listSeenNotices = preparedRead<{ brandId: string; personId: string }>()('list_seen_notices', (q, p) =>
  q.selectFrom('noticesSeen').where('brandId', '=', p.brandId).where('personId', '=', p.personId).select('notice'),
);

export const markNoticeSeen = preparedWrite<{ brandId: string; personId: string; notice: string; at: number }>()(
  'mark_notice_seen',
  (q, p) =>
    q
      .insertInto('noticesSeen')
      .values({ brandId: p.brandId, personId: p.personId, notice: p.notice, seenAt: instant(p.at) })
      .onConflict((clash) => clash.doNothing()),
);
