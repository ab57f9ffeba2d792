/** Reads the live holds of a store that are due before an instant, for the rehearsal of a day. */
import { sql } from 'kysely';
import { selectAskedSilences } from '#db/contact/asked-silences.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/**
 * Lists the holds by their minute. `hoursFromAt`: the hold's minute before its last move, if a change of the hours caused that
 * move (H6).
 */
export const listHoldsDueBefore = preparedRead<{ brandId: string; storeId: string; before: number; limit: number }>()(
  'list_holds_due_before',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'h.brandId').onRef('c.id', '=', 'h.customerId'))
      .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'h.brandId').onRef('w.id', '=', 'h.sellerId'))
      .where('h.brandId', '=', p.brandId)
      .where('h.storeId', '=', p.storeId)
      .where('h.endedAt', 'is', null)
      .where('h.dueAt', '<', instant(p.before))
      .orderBy('h.dueAt')
      .orderBy('h.id')
      .limit(sql<number>`${p.limit}::int`)
      .select([
        'h.id',
        'h.fence',
        'h.attemptId',
        'h.customerId',
        'h.sellerId',
        'h.storeId',
        'h.origin',
        'h.state',
        'h.dueAt',
        'h.promisedAt',
        'h.openingAt',
        'h.heldAt',
        'h.expiresAt',
        'h.heldAgain',
        'h.returned',
        'h.passedBy',
        'h.timingRevision',
        'c.name as customerName',
        'w.name as sellerName',
        sql<number | null>`(select case when e.cause = 'hours' then e.from_at end from hold_events e
          where e.brand_id = h.brand_id and e.hold_id = h.id and e.kind in ('held', 'moved', 'returned')
          order by e.number desc limit 1)`.as('hoursFromAt'),
      ])
      // The hold has not ended, so its state is one of two.
      .$narrowType<{ state: 'waiting' | 'ready' }>(),
);

/** Lists the people of a store, and those in `ids`, by name; `isAway`: whether a day off of the person runs in `[from, to)`. */
export const listTeamOfDay = preparedRead<{
  brandId: string;
  storeId: string;
  ids: readonly string[];
  from: number;
  to: number;
}>()('list_team_of_day', (q, p) =>
  q
    .selectFrom('people as w')
    .where('w.brandId', '=', p.brandId)
    .where(sql<boolean>`((w.store_id = ${p.storeId}::uuid and w.active) or w.id = any(${p.ids}::uuid[]))`)
    .orderBy(sql`w.name collate "C"`)
    .orderBy('w.id')
    .select([
      'w.id',
      'w.name',
      'w.role',
      'w.storeId',
      'w.active',
      sql<boolean>`w.role = 'seller'`.as('isSeller'),
      sql<boolean>`exists (select from absences a where a.brand_id = w.brand_id and a.person_id = w.id
        and a.ended_at is null and a.starts_at < ${instant(p.to)} and a.ends_at > ${instant(p.from)})`.as('isAway'),
    ]),
);

/** Lists the absences of a store that begin before `before` and will pass on what the seller has, by their start. */
export const listComingPasses = preparedRead<{ brandId: string; storeId: string; before: number }>()(
  'list_coming_passes',
  (q, p) =>
    q
      .selectFrom('absences')
      .where('brandId', '=', p.brandId)
      .where('storeId', '=', p.storeId)
      .where('endedAt', 'is', null)
      .where('isStarted', '=', false)
      .where('passes', '<>', 'nothing')
      .where('startsAt', '<', instant(p.before))
      .orderBy('startsAt')
      .orderBy('id')
      .select(['personId', 'startsAt', 'passToId', 'createdBy']),
);

/** Reads the live holds of these attempts with the facts on which a minute depends (`TimedHold`), by the hold's minute. */
export const listHoldsOfAttempts = preparedRead<{ brandId: string; attemptIds: readonly string[] }>()(
  'list_holds_of_attempts',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'h.brandId').onRef('c.id', '=', 'h.customerId'))
      .where('h.brandId', '=', p.brandId)
      .where(sql<boolean>`h.attempt_id = any(${p.attemptIds}::uuid[])`)
      .where('h.endedAt', 'is', null)
      .orderBy('h.dueAt')
      .orderBy('h.id')
      .select([
        'h.id',
        'h.attemptId',
        'h.customerId',
        'h.sellerId',
        'h.storeId',
        'h.dueAt',
        'h.promisedAt',
        'h.openingAt',
      ])
      .select(['h.heldAt', 'h.expiresAt', 'h.state', 'h.fence', 'h.origin'])
      .select([
        'c.phone',
        'c.city',
        'c.state as customerState',
        'c.toldZone',
        'c.contactFromMinute',
        selectAskedSilences(),
      ]),
);

/** Lists the sellers and stores of these attempts. */
export const listPartiesOfAttempts = preparedRead<{ brandId: string; attemptIds: readonly string[] }>()(
  'list_parties_of_attempts',
  (q, p) =>
    q
      .selectFrom('attempts')
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`id = any(${p.attemptIds}::uuid[])`)
      .select(['id', 'sellerId', 'storeId']),
);
