/** An attempt's holds with every minute that each had, for the story of the attempt. */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { openHours } from '#db/people/stores.ts';

/** Its minutes, the one given up first before the others; those of more than 60 days ago are forgotten. */
const minutesOf = sql`from slots t where t.brand_id = h.brand_id and t.hold_id = h.id
  order by t.freed_at nulls last, t.queue_id = h.seller_id, t.at`;

/** Oldest first. */
export const holdsOfAttempt = preparedRead<{ brandId: string; attemptId: string }>()('holds_of_attempt_told', (q, p) =>
  q
    .selectFrom('holds as h')
    .innerJoin('stores as s', (on) => on.onRef('s.brand_id', '=', 'h.brand_id').onRef('s.id', '=', 'h.store_id'))
    .where('h.brand_id', '=', p.brandId)
    .where('h.attempt_id', '=', p.attemptId)
    .orderBy('h.held_at')
    .orderBy('h.id')
    .select([
      'h.seller_id as sellerId',
      'h.store_id as storeId',
      'h.origin',
      'h.held_at as heldAt',
      'h.promised_at as promisedAt',
      'h.opening_at as openingAt',
      'h.news_at as newsAt',
      'h.ended_at as endedAt',
      'h.ended_as as endedAs',
      'h.end_reason as endReason',
      'h.ended_by as endedBy',
      'h.passed_by as passedBy',
      'h.parked_at as parkedAt',
      's.name as storeName',
      's.zone as storeZone',
      's.state as storeState',
      openHours.as('storeHours'),
      sql<number[]>`array(select t.at ${minutesOf})`.as('minutesAt'),
      sql<(number | null)[]>`array(select t.opening_at ${minutesOf})`.as('minutesOpeningAt'),
      sql<string[]>`array(select t.queue_id::text ${minutesOf})`.as('minutesSellerId'),
      sql<(number | null)[]>`array(select t.freed_at ${minutesOf})`.as('minutesFreedAt'),
    ]),
);
