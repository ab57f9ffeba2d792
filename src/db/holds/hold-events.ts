/** Reads the log of holds (`hold_events`). Only `hold-changes.ts` writes the log. */
import { preparedRead } from '#db/core/prepared.ts';
import { openDates, openHours } from '#db/people/stores.ts';
import { isEndedByList } from './hold-list.ts';

/** Finds an attempt's holds, oldest first, each with the store whose clock and hours describe its steps. */
export const findHoldsOfAttempt = preparedRead<{ brandId: string; attemptId: string }>()(
  'find_holds_of_attempt',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'h.brandId').onRef('s.id', '=', 'h.storeId'))
      .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'h.brandId').onRef('c.id', '=', 'h.customerId'))
      .where('h.brandId', '=', p.brandId)
      .where('h.attemptId', '=', p.attemptId)
      .orderBy('h.heldAt')
      .orderBy('h.id')
      .select(isEndedByList.as('isListed'))
      .select(['h.id', 'h.origin', 'h.sellerId', 'h.storeId', 'h.endedAt', 'h.parkedAt'])
      .select([
        's.name as storeName',
        's.zone as storeZone',
        's.state as storeState',
        openHours.as('storeHours'),
        openDates.as('storeDates'),
      ]),
);

/** Finds the events of an attempt's holds, each hold's events in order. */
export const findHoldEvents = preparedRead<{ brandId: string; attemptId: string }>()('find_hold_events', (q, p) =>
  q
    .selectFrom('holds as h')
    .innerJoin('holdEvents as e', (on) => on.onRef('e.brandId', '=', 'h.brandId').onRef('e.holdId', '=', 'h.id'))
    .where('h.brandId', '=', p.brandId)
    .where('h.attemptId', '=', p.attemptId)
    .orderBy('e.holdId')
    .orderBy('e.number')
    .select(['e.holdId', 'e.kind', 'e.at', 'e.byId as by', 'e.cause', 'e.reason', 'e.toAt as until'])
    .select(['e.openingAt', 'e.fromSellerId as from', 'e.toSellerId as to', 'e.known']),
);
