/**
 * Reads held contacts for lists, each with its seller, customer and store. `dueAt`, which answers call `heldUntil`, has
 * two meanings: in a waiting hold the minute at which it is released, in a ready hold the instant at which it ends being
 * ready.
 */
import { type Selectable, sql } from 'kysely';
import { selectNumberHashes } from '#db/contact/merged-rows.ts';
import type { Queries } from '#db/core/db.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { Prepared } from '#db/core/statement.ts';
import { openDates, openHours } from '#db/people/stores.ts';
import type { Holds } from '#db/schema.ts';

/**
 * Selects whether a check can no longer allow the hold's contact because the number of customer `c` stands on the brand's
 * do-not-call list now (D2c). The end reason `unavailable` alone does not say so.
 */
export const isEndedByList = sql<boolean>`case when h.end_reason = 'unavailable' then exists (select from do_not_call_numbers l
        where l.brand_id = h.brand_id and l.number_hash = any(${selectNumberHashes()}) and l.removed_at is null) else false end`;

/** Finds an attempt's seller, store and customer, before the transaction locks any row of the attempt. */
export const findAttemptParties = preparedRead<{ brandId: string; id: string }>()('find_attempt_parties', (q, p) =>
  q
    .selectFrom('attempts')
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .select(['sellerId', 'storeId', 'customerId']),
);

export interface HoldsPageArgs {
  readonly brandId: string;
  readonly state: 'waiting' | 'ready' | 'ended';
  readonly sellerId: string | null;
  readonly storeId: string | null;
  /** Ended holds from this instant on are listed. */
  readonly endedSince: number;
  /** The last row of the previous page; null: the first page. */
  readonly cursorAt: number | null;
  readonly cursorId: string | null;
  readonly limit: number;
}

/**
 * The arguments that filter. Each combination is a separate statement, which finds its rows by an index in the page's
 * order.
 */
export interface HoldsShape {
  readonly ended: boolean;
  readonly seller: boolean;
  readonly store: boolean;
  readonly newsOnly: boolean;
}

type HoldsPage = Prepared<HoldsPageArgs, HoldRow, 'read'>;
type HoldRow = NonNullable<(typeof findNewestHold)['row']>;

const pages = new Map<string, HoldsPage>();

/** Returns the statement of a page of holds: live holds by their time, ended holds newest first. */
export function holdsPage(shape: HoldsShape): HoldsPage {
  const filters = Object.entries(shape).filter(([, isThere]) => isThere);
  const name = ['read_holds', ...filters.map(([filter]) => filter)].join('_').toLowerCase();
  const known = pages.get(name) ?? buildPage(name, shape);
  pages.set(name, known);
  return known;
}

function buildPage(name: string, { ended, seller, store, newsOnly }: HoldsShape): HoldsPage {
  return preparedRead<HoldsPageArgs>()(name, (q, p) =>
    selectHolds(q)
      .where('h.brandId', '=', p.brandId)
      .where('h.state', '=', p.state)
      .$if(seller, (page) => page.where('h.sellerId', '=', p.sellerId as string))
      .$if(store, (page) => page.where('h.storeId', '=', p.storeId as string))
      .$if(newsOnly, (page) => page.where(sql<boolean>`h.news is not null and h.seen_at is null`))
      .$if(!ended, (page) =>
        page
          .where('h.endedAt', 'is', null)
          .where(
            sql<boolean>`(h.due_at, h.id) > (coalesce(${instant(p.cursorAt)}, '-infinity'),
              coalesce(${p.cursorId}::uuid, '00000000-0000-0000-0000-000000000000'))`,
          )
          .orderBy('h.dueAt')
          .orderBy('h.id'),
      )
      .$if(ended, (page) =>
        page
          .where('h.endedAt', '>=', instant(p.endedSince))
          .where(
            sql<boolean>`(h.ended_at, h.id) < (coalesce(${instant(p.cursorAt)}, 'infinity'),
              coalesce(${p.cursorId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))`,
          )
          .orderBy('h.endedAt', 'desc')
          .orderBy('h.id', 'desc'),
      )
      .limit(sql<number>`${p.limit}::int`),
  );
}

/** Finds an attempt's newest hold, live or ended. */
export const findNewestHold = preparedRead<{ brandId: string; attemptId: string }>()('find_newest_hold', (q, p) =>
  selectHolds(q)
    .where('h.brandId', '=', p.brandId)
    .where('h.attemptId', '=', p.attemptId)
    .orderBy('h.heldAt', 'desc')
    .orderBy('h.id', 'desc')
    .limit(1),
);

function selectHolds(q: Queries) {
  return q
    .selectFrom('holds as h')
    .innerJoin('attempts as a', (on) => on.onRef('a.brandId', '=', 'h.brandId').onRef('a.id', '=', 'h.attemptId'))
    .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'h.brandId').onRef('c.id', '=', 'h.customerId'))
    .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'h.brandId').onRef('w.id', '=', 'h.sellerId'))
    .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'h.brandId').onRef('s.id', '=', 'h.storeId'))
    .select([
      'h.id',
      'h.state',
      'h.dueAt',
      'h.promisedAt',
      'h.openingAt',
      'h.heldAt',
      'h.readyAt',
      'h.expiresAt',
      'h.heldAgain',
      'h.returned',
      'h.endedAt',
      'h.endedAs',
      'h.endReason',
      sql<Selectable<Holds>['news']>`case when h.seen_at is null then h.news end`.as('news'),
      sql<boolean>`h.news is not distinct from 'did_not_fit'`.as('didNotFit'),
      sql<boolean>`h.parked_at is not null`.as('parked'),
      // The same condition as in `findContactSince`, by which a restore is allowed or refused (H3).
      sql<boolean>`case when h.end_reason = 'replaced' then exists (select from handovers d
        join attempts x on x.brand_id = d.brand_id and x.id = d.attempt_id
        where d.brand_id = h.brand_id and d.seller_id = h.seller_id and x.customer_id = h.customer_id
        and d.withdrawn_at is null and d.handed_at >= h.ended_at) else false end`.as('contactedSince'),
      isEndedByList.as('isListed'),
      'h.origin',
      'h.attemptId',
      'h.customerId',
      'h.sellerId',
      'h.storeId',
      'a.state as attemptState',
      'a.suggestionId',
      'a.text',
      'a.speaksAs',
      'c.name as customerName',
      'w.name as sellerName',
      's.name as storeName',
      's.zone as storeZone',
      's.state as storeState',
      openHours.as('storeHours'),
      openDates.as('storeDates'),
      sql<string | null>`(select x.name from people x where x.brand_id = h.brand_id and x.id = h.passed_by)`.as(
        'passedByName',
      ),
      sql<string | null>`(select x.name from people x where x.brand_id = h.brand_id and x.id = h.ended_by)`.as(
        'endedByName',
      ),
    ]);
}

/** Counts the ready holds of a seller. */
export const countReadyHolds = preparedRead<{ brandId: string; sellerId: string }>()('count_ready_holds', (q, p) =>
  q
    .selectFrom('holds')
    .where('brandId', '=', p.brandId)
    .where('sellerId', '=', p.sellerId)
    .where('state', '=', 'ready')
    .where('endedAt', 'is', null)
    .select(sql<number>`count(*)::int`.as('count')),
);

/** Finds the live holds of these customers; `sellerId` null: of all sellers. */
export const findHoldsOfCustomers = preparedRead<{
  brandId: string;
  customerIds: readonly string[];
  sellerId: string | null;
}>()('find_holds_of_customers', (q, p) =>
  q
    .selectFrom('holds as h')
    .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'h.brandId').onRef('w.id', '=', 'h.sellerId'))
    .where('h.brandId', '=', p.brandId)
    .where('h.endedAt', 'is', null)
    .where(sql<boolean>`h.customer_id = any(${p.customerIds}::uuid[])`)
    .where(sql<boolean>`(${p.sellerId}::uuid is null or h.seller_id = ${p.sellerId}::uuid)`)
    .orderBy('h.dueAt')
    .select(['h.attemptId', 'h.state', 'h.dueAt', 'h.customerId', 'h.sellerId', 'w.name as sellerName']),
);
