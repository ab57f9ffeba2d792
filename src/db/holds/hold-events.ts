/** Reads the log of holds (`hold_events`). `hold-changes.ts` alone writes it. */
import { preparedRead } from '#db/core/prepared.ts';
import { openHours } from '#db/people/stores.ts';

/** An attempt's holds, oldest first, each with its store as the steps of the hold are told by it. */
export const findHoldsOfAttempt = preparedRead<{ brandId: string; attemptId: string }>()(
  'find_holds_of_attempt',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .innerJoin('stores as s', (on) => on.onRef('s.brand_id', '=', 'h.brand_id').onRef('s.id', '=', 'h.store_id'))
      .where('h.brand_id', '=', p.brandId)
      .where('h.attempt_id', '=', p.attemptId)
      .orderBy('h.held_at')
      .orderBy('h.id')
      .select([
        'h.id',
        'h.origin',
        'h.seller_id as sellerId',
        'h.store_id as storeId',
        'h.ended_at as endedAt',
        'h.parked_at as parkedAt',
      ])
      .select(['s.name as storeName', 's.zone as storeZone', 's.state as storeState', openHours.as('storeHours')]),
);

/** The events of an attempt's holds, in order for each hold. */
export const findHoldEvents = preparedRead<{ brandId: string; attemptId: string }>()('find_hold_events', (q, p) =>
  q
    .selectFrom('holds as h')
    .innerJoin('hold_events as e', (on) => on.onRef('e.brand_id', '=', 'h.brand_id').onRef('e.hold_id', '=', 'h.id'))
    .where('h.brand_id', '=', p.brandId)
    .where('h.attempt_id', '=', p.attemptId)
    .orderBy('e.hold_id')
    .orderBy('e.number')
    .select(['e.hold_id as holdId', 'e.kind', 'e.at', 'e.by_id as by', 'e.cause', 'e.reason', 'e.to_at as until'])
    .select(['e.opening_at as openingAt', 'e.from_seller_id as from', 'e.to_seller_id as to', 'e.known']),
);
