/** Held contacts as lists show them, each with whose it is and for whom. */
import { type Selectable, sql } from 'kysely';
import type { Queries } from '#db/core/db.ts';
import { preparedRead } from '#db/core/prepared.ts';
import type { Prepared } from '#db/core/statement.ts';
import { instant } from '#db/core/values.ts';
import { openHours } from '#db/people/stores.ts';
import type { Holds } from '#db/schema.ts';

/** Whose an attempt is, before anything of it is taken. */
export const attemptStanding = preparedRead<{ brandId: string; id: string }>()('attempt_standing', (q, p) =>
  q
    .selectFrom('attempts')
    .where('brand_id', '=', p.brandId)
    .where('id', '=', p.id)
    .select(['seller_id as sellerId', 'store_id as storeId', 'customer_id as customerId']),
);

export interface HoldsPageArgs {
  readonly brandId: string;
  readonly state: 'waiting' | 'ready' | 'ended';
  readonly sellerId: string | null;
  readonly storeId: string | null;
  /** How far back the ended ones go. */
  readonly endedSince: number;
  /** The last row of the page before; null: from the beginning. */
  readonly cursorAt: number | null;
  readonly cursorId: string | null;
  readonly limit: number;
}

/** Which of the arguments filter: each combination is a statement of its own, which finds its rows in the page's order. */
export interface HoldsShape {
  readonly ended: boolean;
  readonly seller: boolean;
  readonly store: boolean;
  readonly newsOnly: boolean;
}

type HoldsPage = Prepared<HoldsPageArgs, HoldRow, 'read'>;
type HoldRow = NonNullable<(typeof holdShown)['row']>;

const pages = new Map<string, HoldsPage>();

/** Live ones by their time, ended ones newest first. */
export function holdsPage(shape: HoldsShape): HoldsPage {
  const filters = Object.entries(shape).filter(([, isThere]) => isThere);
  const name = ['holds_page', ...filters.map(([filter]) => filter)].join('_').toLowerCase();
  const known = pages.get(name) ?? buildPage(name, shape);
  pages.set(name, known);
  return known;
}

function buildPage(name: string, { ended, seller, store, newsOnly }: HoldsShape): HoldsPage {
  return preparedRead<HoldsPageArgs>()(name, (q, p) =>
    shown(q)
      .where('h.brand_id', '=', p.brandId)
      .where('h.state', '=', p.state)
      .$if(seller, (page) => page.where('h.seller_id', '=', p.sellerId as string))
      .$if(store, (page) => page.where('h.store_id', '=', p.storeId as string))
      .$if(newsOnly, (page) => page.where(sql<boolean>`h.news is not null and h.seen_at is null`))
      .$if(!ended, (page) =>
        page
          .where('h.ended_at', 'is', null)
          .where(
            sql<boolean>`(h.due_at, h.id) > (coalesce(${instant(p.cursorAt)}, '-infinity'),
              coalesce(${p.cursorId}::uuid, '00000000-0000-0000-0000-000000000000'))`,
          )
          .orderBy('h.due_at')
          .orderBy('h.id'),
      )
      .$if(ended, (page) =>
        page
          .where('h.ended_at', '>=', instant(p.endedSince))
          .where(
            sql<boolean>`(h.ended_at, h.id) < (coalesce(${instant(p.cursorAt)}, 'infinity'),
              coalesce(${p.cursorId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))`,
          )
          .orderBy('h.ended_at', 'desc')
          .orderBy('h.id', 'desc'),
      )
      .limit(sql<number>`${p.limit}::int`),
  );
}

/** An attempt's newest hold, live or over. */
export const holdShown = preparedRead<{ brandId: string; attemptId: string }>()('hold_shown', (q, p) =>
  shown(q)
    .where('h.brand_id', '=', p.brandId)
    .where('h.attempt_id', '=', p.attemptId)
    .orderBy('h.held_at', 'desc')
    .orderBy('h.id', 'desc')
    .limit(1),
);

function shown(q: Queries) {
  return q
    .selectFrom('holds as h')
    .innerJoin('attempts as a', (on) => on.onRef('a.brand_id', '=', 'h.brand_id').onRef('a.id', '=', 'h.attempt_id'))
    .innerJoin('customers as c', (on) => on.onRef('c.brand_id', '=', 'h.brand_id').onRef('c.id', '=', 'h.customer_id'))
    .innerJoin('people as w', (on) => on.onRef('w.brand_id', '=', 'h.brand_id').onRef('w.id', '=', 'h.seller_id'))
    .innerJoin('stores as s', (on) => on.onRef('s.brand_id', '=', 'h.brand_id').onRef('s.id', '=', 'h.store_id'))
    .select([
      'h.id',
      'h.state',
      'h.due_at as dueAt',
      'h.promised_at as promisedAt',
      'h.opening_at as openingAt',
      'h.held_at as heldAt',
      'h.ready_at as readyAt',
      'h.expires_at as expiresAt',
      'h.held_again as heldAgain',
      'h.returned',
      'h.ended_at as endedAt',
      'h.ended_as as endedAs',
      'h.end_reason as endReason',
      sql<Selectable<Holds>['news']>`case when h.seen_at is null then h.news end`.as('news'),
      sql<boolean>`h.news is not distinct from 'did_not_fit'`.as('didNotFit'),
      sql<boolean>`h.parked_at is not null`.as('parked'),
      'h.origin',
      'h.attempt_id as attemptId',
      'h.customer_id as customerId',
      'h.seller_id as sellerId',
      'h.store_id as storeId',
      'a.state as attemptState',
      'a.suggestion_id as suggestionId',
      'a.text',
      'a.speaks_as as speaksAs',
      'c.name as customerName',
      'w.name as sellerName',
      's.name as storeName',
      's.zone as storeZone',
      's.state as storeState',
      openHours.as('storeHours'),
      sql<string | null>`(select x.name from people x where x.brand_id = h.brand_id and x.id = h.passed_by)`.as(
        'passedByName',
      ),
      sql<string | null>`(select x.name from people x where x.brand_id = h.brand_id and x.id = h.ended_by)`.as(
        'endedByName',
      ),
    ]);
}

/** How many a seller may send now. */
export const readyOfSeller = preparedRead<{ brandId: string; sellerId: string }>()('ready_of_seller', (q, p) =>
  q
    .selectFrom('holds')
    .where('brand_id', '=', p.brandId)
    .where('seller_id', '=', p.sellerId)
    .where('state', '=', 'ready')
    .where('ended_at', 'is', null)
    .select(sql<number>`count(*)::int`.as('count')),
);

/** What waits for these customers; of one seller, or of all (null). */
export const holdsOfCustomers = preparedRead<{
  brandId: string;
  customerIds: readonly string[];
  sellerId: string | null;
}>()('holds_of_customers', (q, p) =>
  q
    .selectFrom('holds as h')
    .innerJoin('people as w', (on) => on.onRef('w.brand_id', '=', 'h.brand_id').onRef('w.id', '=', 'h.seller_id'))
    .where('h.brand_id', '=', p.brandId)
    .where('h.ended_at', 'is', null)
    .where(sql<boolean>`h.customer_id = any(${p.customerIds}::uuid[])`)
    .where(sql<boolean>`(${p.sellerId}::uuid is null or h.seller_id = ${p.sellerId}::uuid)`)
    .orderBy('h.due_at')
    .select([
      'h.attempt_id as attemptId',
      'h.state',
      'h.due_at as dueAt',
      'h.customer_id as customerId',
      'h.seller_id as sellerId',
      'w.name as sellerName',
    ]),
);
