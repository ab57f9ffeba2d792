/** Contacts left for later: the row is the queue (H1), and none is ever removed (H3). */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { records } from '#db/core/records.ts';
import { type InstantValue, instant } from '#db/core/values.ts';

export type HoldNews = 'moved' | 'did_not_fit' | 'returned' | 'passed_on' | 'ended';

const heldColumns = [
  'h.id',
  'h.attempt_id as attemptId',
  'h.customer_id as customerId',
  'h.seller_id as sellerId',
  'h.store_id as storeId',
  'h.origin',
  'h.state',
  'h.due_at as dueAt',
  'h.promised_at as promisedAt',
  'h.opening_at as openingAt',
  'h.held_at as heldAt',
  'h.expires_at as expiresAt',
  'h.held_again as heldAgain',
  'h.returned',
  'h.passed_by as passedBy',
  'h.ended_at as endedAt',
  'h.ended_as as endedAs',
  'h.end_reason as endReason',
  'h.fence',
] as const;

/** The live hold of this customer and seller, taken until the transaction's end. */
export const holdOfPairTaken = preparedWrite<{ brandId: string; customerId: string; sellerId: string }>()(
  'hold_of_pair_taken',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .where('h.brand_id', '=', p.brandId)
      .where('h.customer_id', '=', p.customerId)
      .where('h.seller_id', '=', p.sellerId)
      .where('h.ended_at', 'is', null)
      .select(heldColumns)
      .forUpdate(),
);

/** The attempt's newest hold, live or over, taken until the transaction's end. */
export const holdOfAttemptTaken = preparedWrite<{ brandId: string; attemptId: string }>()(
  'hold_of_attempt_taken',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .where('h.brand_id', '=', p.brandId)
      .where('h.attempt_id', '=', p.attemptId)
      .orderBy('h.held_at', 'desc')
      .orderBy('h.id', 'desc')
      .limit(1)
      .select(heldColumns)
      .forUpdate(),
);

export const holdInserted = preparedWrite<{
  brandId: string;
  id: string;
  attemptId: string;
  customerId: string;
  sellerId: string;
  storeId: string;
  origin: 'suggestion' | 'profile';
  dueAt: number;
  openingAt: number | null;
  heldAt: number;
  expiresAt: number;
  calendar: number;
  didNotFit: boolean;
}>()('hold_inserted', (q, p) =>
  q.insertInto('holds').values({
    brand_id: p.brandId,
    id: p.id,
    attempt_id: p.attemptId,
    customer_id: p.customerId,
    seller_id: p.sellerId,
    store_id: p.storeId,
    origin: p.origin,
    state: 'waiting',
    due_at: instant(p.dueAt),
    promised_at: instant(p.dueAt),
    opening_at: instant(p.openingAt),
    held_at: instant(p.heldAt),
    expires_at: instant(p.expiresAt),
    calendar: p.calendar,
    // Told in the same answer: its seller has seen it, and whoever looks at it later still reads it (P3).
    news: sql`case when ${p.didNotFit}::boolean then 'did_not_fit' end`,
    seen_at: sql`case when ${p.didNotFit}::boolean then ${instant(p.heldAt)}::timestamptz end`,
  }),
);

/** As nobody's: whoever had claimed it holds an old fence from here on, and what stood in its way is forgotten. */
export const unclaimed = {
  lease_until: null,
  failures: 0,
  parked_at: null,
  parked_why: null,
  fence: sql<number>`fence + 1`,
};

/**
 * A new minute for a live one; whoever had claimed it holds an old fence from here on. `seenAt`: when its seller was told
 * already, as by the answer to their own wish; null: not yet.
 */
export const holdTimed = preparedWrite<{
  brandId: string;
  id: string;
  dueAt: number;
  openingAt: number | null;
  expiresAt: number;
  calendar: number;
  heldAgain: number;
  returned: boolean;
  news: HoldNews | null;
  seenAt: number | null;
  at: number;
}>()('hold_timed', (q, p) =>
  q
    .updateTable('holds')
    .set({
      state: 'waiting',
      due_at: instant(p.dueAt),
      promised_at: instant(p.dueAt),
      opening_at: instant(p.openingAt),
      expires_at: instant(p.expiresAt),
      calendar: p.calendar,
      held_again: p.heldAgain,
      returned: p.returned,
      ready_at: null,
      news: p.news,
      news_at: instant(p.at),
      seen_at: instant(p.seenAt),
      ...unclaimed,
    })
    .where('brand_id', '=', p.brandId)
    .where('id', '=', p.id)
    .where('ended_at', 'is', null),
);

/** In their sellers' lists from now on, each until its `dueAt`. */
export const holdsReady = preparedWrite<{
  brandId: string;
  ready: readonly { readonly id: string; readonly dueAt: string }[];
  at: number;
  calendar: number;
}>()('holds_ready', (q, p) =>
  q
    .with('r', records<{ id: string; dueAt: InstantValue }>(p.ready, 'id uuid, "dueAt" timestamptz'))
    .updateTable('holds as h')
    .from('r')
    .set(({ ref }) => ({
      state: 'ready',
      due_at: ref('r.dueAt'),
      ready_at: instant(p.at),
      calendar: p.calendar,
      lease_until: null,
      failures: 0,
      fence: sql`h.fence + 1`,
    }))
    .where('h.brand_id', '=', p.brandId)
    .whereRef('h.id', '=', 'r.id')
    .where('h.ended_at', 'is', null),
);

/** H2. They wait once more, each for its new minute; whoever had claimed one holds an old fence from here on. */
export const holdsHeldAgain = preparedWrite<{
  brandId: string;
  again: readonly {
    readonly id: string;
    readonly dueAt: string;
    readonly openingAt: string | null;
    readonly heldAgain: number;
    readonly returned: boolean;
    readonly news: HoldNews;
  }[];
  calendar: number;
  at: number;
}>()('holds_held_again', (q, p) =>
  q
    .with(
      'r',
      records<{
        id: string;
        dueAt: InstantValue;
        openingAt: InstantValue | null;
        heldAgain: number;
        returned: boolean;
        news: string;
      }>(
        p.again,
        'id uuid, "dueAt" timestamptz, "openingAt" timestamptz, "heldAgain" smallint, returned boolean, news text',
      ),
    )
    .updateTable('holds as h')
    .from('r')
    .set(({ ref }) => ({
      state: 'waiting',
      due_at: ref('r.dueAt'),
      promised_at: ref('r.dueAt'),
      opening_at: ref('r.openingAt'),
      calendar: p.calendar,
      held_again: ref('r.heldAgain'),
      returned: ref('r.returned'),
      ready_at: null,
      news: ref('r.news'),
      news_at: instant(p.at),
      seen_at: null,
      ...unclaimed,
      fence: sql<number>`h.fence + 1`,
    }))
    .where('h.brand_id', '=', p.brandId)
    .whereRef('h.id', '=', 'r.id')
    .where('h.ended_at', 'is', null),
);

/** Many new minutes at once (H6); rows that were claimed or ended meanwhile keep what they have. */
export const holdsMoved = preparedWrite<{
  brandId: string;
  moved: readonly { id: string; dueAt: string; openingAt: string | null; expiresAt: string; news: HoldNews }[];
  calendar: number;
  at: number;
}>()('holds_moved', (q, p) =>
  q
    .with(
      'm',
      records<{
        id: string;
        dueAt: InstantValue;
        openingAt: InstantValue | null;
        expiresAt: InstantValue;
        news: string;
      }>(p.moved, 'id uuid, "dueAt" timestamptz, "openingAt" timestamptz, "expiresAt" timestamptz, news text'),
    )
    .updateTable('holds as h')
    .from('m')
    .set((eb) => ({
      due_at: eb.ref('m.dueAt'),
      promised_at: eb.ref('m.dueAt'),
      opening_at: eb.ref('m.openingAt'),
      expires_at: eb.ref('m.expiresAt'),
      news: eb.ref('m.news'),
      news_at: instant(p.at),
      seen_at: null,
      calendar: p.calendar,
      lease_until: null,
      fence: sql`h.fence + 1`,
    }))
    .where('h.brand_id', '=', p.brandId)
    .whereRef('h.id', '=', 'm.id')
    .where('h.ended_at', 'is', null),
);
