/**
 * Reads and writes suggestions: customers whom a campaign proposes to a seller. A suggestion is open until contacted or
 * dismissed, and may be hidden until an instant.
 */
import { type SqlBool, sql } from 'kysely';
import { isListedCustomer } from '#db/contact/listed-customers.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import { lastItem, lastPurchaseOn } from '#db/customers/last-purchase.ts';

/** Name and text of the version from which suggestion `g` was made; of the campaign `m` where no version was kept. */
const versionName = sql<string>`coalesce(v.body ->> 'name', m.name)`;
const versionText = sql<string>`coalesce(v.body ->> 'text', m.template)`;

/**
 * Lists a seller's open suggestions in campaign order, of customers who still belong to `storeId` (null: to any store) and
 * whom the do-not-call list does not protect: their suggestions could only be refused (D2c).
 * `afterPriority` and `afterId` are those of the previous page's last row.
 */
export const listSuggestions = preparedRead<{
  brandId: string;
  sellerId: string;
  storeId: string | null;
  now: number;
  afterPriority: number | null;
  afterId: string | null;
  limit: number;
}>()('list_suggestions', (q, p) =>
  q
    .selectFrom('suggestions as g')
    .innerJoin('campaigns as m', (on) => on.onRef('m.brandId', '=', 'g.brandId').onRef('m.id', '=', 'g.campaignId'))
    .leftJoin('campaignVersions as v', (on) =>
      on
        .onRef('v.brandId', '=', 'g.brandId')
        .onRef('v.campaignId', '=', 'g.campaignId')
        .onRef('v.version', '=', 'g.campaignVersion'),
    )
    .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'g.brandId').onRef('c.id', '=', 'g.customerId'))
    .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'c.brandId').onRef('s.id', '=', 'c.storeId'))
    .innerJoin('brands as b', 'b.brandId', 'g.brandId')
    .leftJoin('people as w', (on) => on.onRef('w.brandId', '=', 'c.brandId').onRef('w.id', '=', 'c.sellerId'))
    .where('g.brandId', '=', p.brandId)
    .where('g.sellerId', '=', p.sellerId)
    .where('g.state', '=', 'open')
    .where('m.active', '=', true)
    .where('c.availability', '=', 'present')
    .where(sql<SqlBool>`not ${isListedCustomer}`)
    .where(sql<SqlBool>`(${p.storeId}::uuid is null or c.store_id = ${p.storeId}::uuid)`)
    .where(sql<SqlBool>`(g.not_before is null or g.not_before <= ${instant(p.now)})`)
    .where(
      sql<SqlBool>`(${p.afterId}::uuid is null
        or (g.priority, g.id) > (${p.afterPriority}::smallint, ${p.afterId}::uuid))`,
    )
    .orderBy('g.priority')
    .orderBy('g.id')
    .limit(sql<number>`${p.limit}::int`)
    .select([
      'g.id',
      'g.priority',
      'g.reason',
      versionName.as('campaign'),
      versionText.as('template'),
      'b.name as brandName',
      's.name as storeName',
      's.zone as storeZone',
      'c.id as customerId',
      'c.name',
      'c.permission',
      sql<boolean>`c.opted_out_at is not null`.as('optedOut'),
      sql<boolean>`c.phone_kind = 'mobile' and c.wrong_number_at is null`.as('reachable'),
      'c.sellerId',
      'w.name as sellerName',
      'c.lastContactAt',
      lastPurchaseOn.as('lastPurchaseOn'),
      lastItem.as('lastItem'),
    ]),
);

/** Finds the template of a suggestion's text, for the person who writes. */
export const findSuggestionTemplate = preparedRead<{ brandId: string; id: string; sellerId: string }>()(
  'find_suggestion_template',
  (q, p) =>
    q
      .selectFrom('suggestions as g')
      .innerJoin('campaigns as m', (on) => on.onRef('m.brandId', '=', 'g.brandId').onRef('m.id', '=', 'g.campaignId'))
      .leftJoin('campaignVersions as v', (on) =>
        on
          .onRef('v.brandId', '=', 'g.brandId')
          .onRef('v.campaignId', '=', 'g.campaignId')
          .onRef('v.version', '=', 'g.campaignVersion'),
      )
      .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'g.brandId').onRef('c.id', '=', 'g.customerId'))
      .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'c.brandId').onRef('s.id', '=', 'c.storeId'))
      .innerJoin('brands as b', 'b.brandId', 'g.brandId')
      .innerJoin('people as w', 'w.brandId', 'g.brandId')
      .where('g.brandId', '=', p.brandId)
      .where('g.id', '=', p.id)
      .where('w.id', '=', p.sellerId)
      .select([
        ...(['c.name as customer', 'w.name as seller', 's.name as store', 'b.name as brand'] as const),
        versionText.as('template'),
        's.zone as storeZone',
        lastPurchaseOn.as('lastPurchaseOn'),
        lastItem.as('lastItem'),
      ]),
);

/** Lists a customer's open and due suggestions; `sellerId` null: of all sellers. */
export const listDueSuggestions = preparedRead<{
  brandId: string;
  customerId: string;
  sellerId: string | null;
  now: number;
}>()('list_due_suggestions', (q, p) =>
  q
    .selectFrom('suggestions as g')
    .innerJoin('campaigns as m', (on) => on.onRef('m.brandId', '=', 'g.brandId').onRef('m.id', '=', 'g.campaignId'))
    .where('g.brandId', '=', p.brandId)
    .where('g.customerId', '=', p.customerId)
    .where('g.state', '=', 'open')
    .where('m.active', '=', true)
    .where(sql<SqlBool>`(g.not_before is null or g.not_before <= ${instant(p.now)})`)
    .where(sql<SqlBool>`(${p.sellerId}::uuid is null or g.seller_id = ${p.sellerId}::uuid)`)
    .orderBy('g.priority')
    .orderBy('g.id')
    .select(['g.id', 'm.name as campaign', 'g.reason']),
);

/** Locks a seller's suggestion until the end of the transaction, and reads the customer's store with it. */
export const lockSuggestion = preparedWrite<{ brandId: string; id: string; sellerId: string }>()(
  'lock_suggestion',
  (q, p) =>
    q
      .selectFrom('suggestions as g')
      .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'g.brandId').onRef('c.id', '=', 'g.customerId'))
      .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'c.brandId').onRef('s.id', '=', 'c.storeId'))
      .where('g.brandId', '=', p.brandId)
      .where('g.id', '=', p.id)
      .where('g.sellerId', '=', p.sellerId)
      .select(['g.state', 's.zone as storeZone', 's.id as storeId'])
      .forUpdate('g'),
);

export const postponeSuggestion = preparedWrite<{ brandId: string; id: string; notBefore: number }>()(
  'postpone_suggestion',
  (q, p) =>
    q
      .updateTable('suggestions')
      .set({ notBefore: instant(p.notBefore) })
      .where('brandId', '=', p.brandId)
      .where('id', '=', p.id),
);

export const markSuggestionDismissed = preparedWrite<{
  brandId: string;
  id: string;
  why: 'not_relevant' | 'already_talked' | 'other';
  at: number;
}>()('mark_suggestion_dismissed', (q, p) =>
  q
    .updateTable('suggestions')
    .set({ state: 'dismissed', closedAt: instant(p.at), closedReason: p.why })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id),
);

/** Keeps the first instant at which the seller opened the suggestion. */
export const markSuggestionTouched = preparedWrite<{ brandId: string; id: string; sellerId: string; at: number }>()(
  'mark_suggestion_touched',
  (q, p) =>
    q
      .updateTable('suggestions')
      .set({ touchedAt: sql`coalesce(touched_at, ${instant(p.at)})` })
      .where('brandId', '=', p.brandId)
      .where('id', '=', p.id)
      .where('sellerId', '=', p.sellerId)
      .returning('id'),
);
