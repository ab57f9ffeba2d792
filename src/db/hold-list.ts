/** Held contacts as lists show them, each with whose it is and for whom. */
import { sql } from 'kysely';
import type { Queries } from './db.ts';
import { preparedRead } from './prepared.ts';
import { openHours } from './stores.ts';
import { instant } from './values.ts';

/** Whose an attempt is, before anything of it is taken. */
export const attemptStanding = preparedRead<{ brandId: string; id: string }>()('attempt_standing', (q, p) =>
  q
    .selectFrom('attempts')
    .where('brand_id', '=', p.brandId)
    .where('id', '=', p.id)
    .select(['seller_id as sellerId', 'store_id as storeId', 'customer_id as customerId']),
);

/**
 * Live ones by their time, ended ones newest first. `after…` and `before…` are of the last row before the page.
 * `sellerId`/`storeId` null: any; `endedSince`: how far back the ended ones go.
 */
export const holdsPage = preparedRead<{
  brandId: string;
  state: string;
  sellerId: string | null;
  storeId: string | null;
  newsOnly: boolean;
  endedSince: number;
  cursorAt: number | null;
  cursorId: string | null;
  limit: number;
}>()('holds_page', (q, p) =>
  shown(q)
    .where('h.brand_id', '=', p.brandId)
    .where('h.state', '=', p.state)
    .where(sql<boolean>`(${p.state}::text <> 'ended') = (h.ended_at is null)`)
    .where(sql<boolean>`(${p.state}::text <> 'ended' or h.ended_at >= ${instant(p.endedSince)})`)
    .where(sql<boolean>`(${p.sellerId}::uuid is null or h.seller_id = ${p.sellerId}::uuid)`)
    .where(sql<boolean>`(${p.storeId}::uuid is null or h.store_id = ${p.storeId}::uuid)`)
    .where(sql<boolean>`(not ${p.newsOnly}::boolean or (h.news is not null and h.seen_at is null))`)
    .where(
      sql<boolean>`(${p.cursorId}::uuid is null or case when ${p.state}::text = 'ended'
        then (h.ended_at, h.id) < (${instant(p.cursorAt)}, ${p.cursorId}::uuid)
        else (h.due_at, h.id) > (${instant(p.cursorAt)}, ${p.cursorId}::uuid) end)`,
    )
    .orderBy(sql`case when ${p.state}::text <> 'ended' then h.due_at end`)
    .orderBy(sql`case when ${p.state}::text = 'ended' then h.ended_at end desc`)
    .orderBy(sql`case when ${p.state}::text <> 'ended' then h.id end`)
    .orderBy(sql`case when ${p.state}::text = 'ended' then h.id end desc`)
    .limit(sql<number>`${p.limit}::int`),
);

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
      sql<string | null>`case when h.seen_at is null then h.news end`.as('news'),
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
