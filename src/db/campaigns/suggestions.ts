/** Whom a campaign proposes to a seller: open until contacted or dismissed, sometimes not before an instant. */
import { type SqlBool, sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/values.ts';

/**
 * A seller's open ones in campaign order, of customers who are still of `storeId` (null: of any); `afterPriority` and
 * `afterId` are of the last row before the page.
 */
export const suggestionsPage = preparedRead<{
  brandId: string;
  sellerId: string;
  storeId: string | null;
  now: number;
  afterPriority: number | null;
  afterId: string | null;
  limit: number;
}>()('suggestions_page', (q, p) =>
  q
    .selectFrom('suggestions as g')
    .innerJoin('campaigns as m', (on) => on.onRef('m.brand_id', '=', 'g.brand_id').onRef('m.id', '=', 'g.campaign_id'))
    .innerJoin('customers as c', (on) => on.onRef('c.brand_id', '=', 'g.brand_id').onRef('c.id', '=', 'g.customer_id'))
    .innerJoin('stores as s', (on) => on.onRef('s.brand_id', '=', 'c.brand_id').onRef('s.id', '=', 'c.store_id'))
    .innerJoin('brands as b', 'b.brand_id', 'g.brand_id')
    .leftJoin('people as w', (on) => on.onRef('w.brand_id', '=', 'c.brand_id').onRef('w.id', '=', 'c.seller_id'))
    .where('g.brand_id', '=', p.brandId)
    .where('g.seller_id', '=', p.sellerId)
    .where('g.state', '=', 'open')
    .where('m.active', '=', true)
    .where('c.availability', '=', 'present')
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
      'm.name as campaign',
      'm.template',
      'b.name as brandName',
      's.name as storeName',
      's.zone as storeZone',
      'c.id as customerId',
      'c.name',
      sql<'granted' | 'refused' | 'unknown'>`c.permission`.as('permission'),
      sql<boolean>`c.opted_out_at is not null`.as('optedOut'),
      sql<boolean>`c.phone_kind = 'mobile' and c.wrong_number_at is null`.as('reachable'),
      'c.seller_id as sellerId',
      'w.name as sellerName',
      'c.last_contact_at as lastContactAt',
    ]),
);

/** What a suggestion's text was filled from, for the person who writes. */
export const templateOfSuggestion = preparedRead<{ brandId: string; id: string; sellerId: string }>()(
  'template_of_suggestion',
  (q, p) =>
    q
      .selectFrom('suggestions as g')
      .innerJoin('campaigns as m', (on) =>
        on.onRef('m.brand_id', '=', 'g.brand_id').onRef('m.id', '=', 'g.campaign_id'),
      )
      .innerJoin('customers as c', (on) =>
        on.onRef('c.brand_id', '=', 'g.brand_id').onRef('c.id', '=', 'g.customer_id'),
      )
      .innerJoin('stores as s', (on) => on.onRef('s.brand_id', '=', 'c.brand_id').onRef('s.id', '=', 'c.store_id'))
      .innerJoin('brands as b', 'b.brand_id', 'g.brand_id')
      .innerJoin('people as w', 'w.brand_id', 'g.brand_id')
      .where('g.brand_id', '=', p.brandId)
      .where('g.id', '=', p.id)
      .where('w.id', '=', p.sellerId)
      .select(['m.template', 'c.name as customer', 'w.name as seller', 's.name as store', 'b.name as brand']),
);

/** A customer's open ones that are due; of one seller, or of all (null). */
export const suggestionsOf = preparedRead<{
  brandId: string;
  customerId: string;
  sellerId: string | null;
  now: number;
}>()('suggestions_of', (q, p) =>
  q
    .selectFrom('suggestions as g')
    .innerJoin('campaigns as m', (on) => on.onRef('m.brand_id', '=', 'g.brand_id').onRef('m.id', '=', 'g.campaign_id'))
    .where('g.brand_id', '=', p.brandId)
    .where('g.customer_id', '=', p.customerId)
    .where('g.state', '=', 'open')
    .where('m.active', '=', true)
    .where(sql<SqlBool>`(g.not_before is null or g.not_before <= ${instant(p.now)})`)
    .where(sql<SqlBool>`(${p.sellerId}::uuid is null or g.seller_id = ${p.sellerId}::uuid)`)
    .orderBy('g.priority')
    .orderBy('g.id')
    .select(['g.id', 'm.name as campaign', 'g.reason']),
);

/** A seller's own, held until the transaction's end, with the customer's store. */
export const suggestionHeld = preparedWrite<{ brandId: string; id: string; sellerId: string }>()(
  'suggestion_held',
  (q, p) =>
    q
      .selectFrom('suggestions as g')
      .innerJoin('customers as c', (on) =>
        on.onRef('c.brand_id', '=', 'g.brand_id').onRef('c.id', '=', 'g.customer_id'),
      )
      .innerJoin('stores as s', (on) => on.onRef('s.brand_id', '=', 'c.brand_id').onRef('s.id', '=', 'c.store_id'))
      .where('g.brand_id', '=', p.brandId)
      .where('g.id', '=', p.id)
      .where('g.seller_id', '=', p.sellerId)
      .select(['g.state', 's.zone as storeZone', 's.id as storeId'])
      .forUpdate('g'),
);

export const suggestionPutOff = preparedWrite<{ brandId: string; id: string; notBefore: number }>()(
  'suggestion_put_off',
  (q, p) =>
    q
      .updateTable('suggestions')
      .set({ not_before: instant(p.notBefore) })
      .where('brand_id', '=', p.brandId)
      .where('id', '=', p.id),
);

export const suggestionDismissed = preparedWrite<{
  brandId: string;
  id: string;
  why: 'not_relevant' | 'already_talked' | 'other';
  at: number;
}>()('suggestion_dismissed', (q, p) =>
  q
    .updateTable('suggestions')
    .set({ state: 'dismissed', closed_at: instant(p.at), closed_reason: p.why })
    .where('brand_id', '=', p.brandId)
    .where('id', '=', p.id),
);
