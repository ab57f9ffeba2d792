/** The statement that writes changes of held contacts: events, holds, slots and attempts at once. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { records } from '#db/core/records.ts';
import type { InstantValue } from '#db/core/values.ts';

/** A change as the statement takes it. A field that is left out is null there, and changes nothing. */
export interface ChangeRecord {
  id: string;
  kind: string;
  at: string;
  by?: string | null;
  cause?: string;
  reason?: string;
  endedAs?: string;
  until?: string;
  openingAt?: string | null;
  expiresAt?: string | null;
  dueAt?: string;
  fromAt?: string;
  fromSellerId?: string;
  calendar?: number;
  counts?: number;
  /** The news for the seller is written anew, to `news`; `seenAt`: the seller was told in the same answer. */
  writesNews: boolean;
  news?: string | null;
  seenAt?: string | null;
  sellerId?: string;
  /** What the attempt's state becomes; without it the attempt is left alone, or is written by its own decision. */
  attemptState?: string;
  isEnded: boolean;
  freesSlot: boolean;
  /** Passed on while it waits: it keeps its minute, in the queue of its new seller. With `until` a slot is taken anyway. */
  takesSlot?: boolean;
  lapses: boolean;
  attemptId?: string;
  customerId?: string;
  storeId?: string;
  origin?: string;
}

const COLUMNS = `id uuid, kind text, at timestamptz, "by" uuid, cause text, reason text, "endedAs" text, until timestamptz,
  "openingAt" timestamptz, "expiresAt" timestamptz, "dueAt" timestamptz, "fromAt" timestamptz,
  "fromSellerId" uuid, "takesSlot" boolean, calendar integer, counts smallint, "writesNews" boolean,
  news text, "seenAt" timestamptz, "sellerId" uuid, "attemptState" text, "isEnded" boolean, "freesSlot" boolean, lapses boolean,
  "attemptId" uuid, "customerId" uuid, "storeId" uuid, origin text`;

/** A record as the database reads it. */
type ChangeRow = {
  [K in keyof Required<ChangeRecord>]: K extends
    | 'at'
    | 'until'
    | 'openingAt'
    | 'expiresAt'
    | 'dueAt'
    | 'fromAt'
    | 'seenAt'
    ? InstantValue
    : NonNullable<ChangeRecord[K]>;
};

const MADE_COLUMNS = [
  'brand_id',
  'id',
  'attempt_id',
  'customer_id',
  'seller_id',
  'store_id',
  'origin',
  'state',
  'due_at',
  'promised_at',
  'opening_at',
  'held_at',
  'expires_at',
  'calendar',
  'news',
  'news_at',
  'seen_at',
  'event_count',
] as const;

const EVENT_COLUMNS = [
  'brand_id',
  'hold_id',
  'number',
  'kind',
  'at',
  'by_id',
  'cause',
  'reason',
  'from_at',
  'to_at',
  'opening_at',
  'expires_at',
  'held_again',
  'returned',
  'from_seller_id',
  'to_seller_id',
] as const;

/** The columns of a hold (`h`) after its change (`w`). */
const CHANGED = {
  state: sql<never>`case w.kind when 'ready' then 'ready' when 'ended' then 'ended' when 'passed' then h.state else 'waiting' end`,
  seller_id: sql<never>`coalesce(w."sellerId", h.seller_id)`,
  passed_by: sql<never>`case when w.kind = 'passed' then w.by else h.passed_by end`,
  due_at: sql<never>`coalesce(w."dueAt", h.due_at)`,
  promised_at: sql<never>`coalesce(w.until, h.promised_at)`,
  opening_at: sql<never>`case when w.until is null then h.opening_at else w."openingAt" end`,
  expires_at: sql<never>`coalesce(w."expiresAt", h.expires_at)`,
  ready_at: sql<never>`case when w.kind = 'ready' then w.at when w.until is null then h.ready_at end`,
  held_again: sql<never>`case when w.cause = 'person' then 0 else h.held_again + coalesce(w.counts, 0) end`,
  returned: sql<never>`case when w.cause = 'person' then false else h.returned or w.kind = 'returned' end`,
  calendar: sql<never>`coalesce(w.calendar, h.calendar)`,
  ended_at: sql<never>`case when w.kind = 'ended' then coalesce(h.ended_at, w.at) end`,
  ended_as: sql<never>`w."endedAs"`,
  end_reason: sql<never>`w.reason`,
  ended_by: sql<never>`case when w.kind <> 'ended' then null when h.ended_at is null then w.by else h.ended_by end`,
  news: sql<never>`case when w."writesNews" then w.news else h.news end`,
  news_at: sql<never>`case when w."writesNews" then w.at else h.news_at end`,
  seen_at: sql<never>`case when w."writesNews" then w."seenAt" else h.seen_at end`,
  // A server that had claimed the hold has an outdated fence from here on, and changes it no more.
  fence: sql<never>`h.fence + 1`,
  lease_until: null,
  // H6 gives a parked hold another minute, and leaves it parked.
  failures: sql<never>`case when w.kind = 'ended' or w.lapses then h.failures else 0 end`,
  parked_at: sql<never>`case when w.kind = 'ended' or w.lapses then h.parked_at end`,
  parked_why: sql<never>`case when w.kind = 'ended' or w.lapses then h.parked_why end`,
  event_count: sql<never>`h.event_count + 1`,
};

/** What the other parts of the statement are told of a changed hold. */
const AFTER = [
  'h.id',
  'h.event_count as number',
  'h.attempt_id as attemptId',
  'h.seller_id as sellerId',
  'h.due_at as dueAt',
  'h.opening_at as openingAt',
  'h.expires_at as expiresAt',
  'h.held_again as heldAgain',
  'h.returned',
  'w.kind',
  'w.at',
  'w.by',
  'w.cause',
  'w.reason',
  'w.until',
  'w.attemptState',
  'w.freesSlot',
  'w.lapses',
  'w.fromAt',
  'w.fromSellerId',
  'w.takesSlot',
] as const;

/** The event of each change, with the values that it set. */
function eventsOf(brandId: string) {
  return sql`select ${brandId}::uuid, d.id, d.number, d.kind, d.at, d.by, d.cause, d.reason, d."fromAt", d.until,
      case when d.until is not null then d."openingAt" end, case when d.until is not null then d."expiresAt" end,
      case when d.until is not null then d."heldAgain" end, case when d.until is not null then d.returned end,
      d."fromSellerId", case when d.kind in ('held', 'passed') then d."sellerId" end
    from changed d
    union all
    select ${brandId}::uuid, c.id, 1, 'held', c.at, c.by, null, null, null, c.until, c."openingAt", c."expiresAt",
      0, false, null, c."sellerId"
    from made m join c on c.id = m.id`;
}

/** The minutes that holds take in their sellers' queues. */
const TAKES = sql<{ id: string; queueId: string; at: InstantValue; openingAt: InstantValue | null }>`(
    select d.id, d."sellerId", d."dueAt", d."openingAt" from changed d where d.until is not null or d."takesSlot"
    union all
    select c.id, c."sellerId", c.until, c."openingAt" from made m join c on c.id = m.id
  )`.as(sql`t(id, "queueId", at, "openingAt")`);

/** `changed` and `made`: the holds after their change. */
export const writeHoldChanges = preparedWrite<{ brandId: string; changes: readonly ChangeRecord[] }>()(
  'write_hold_changes',
  (q, p) =>
    q
      .with('c', records<ChangeRow>(p.changes, COLUMNS))
      .with('changed', (inner) =>
        inner
          .updateTable('holds as h')
          .from('c as w')
          .set(CHANGED)
          .where('h.brand_id', '=', p.brandId)
          .whereRef('h.id', '=', 'w.id')
          .where('w.attemptId', 'is', null)
          .where(sql<boolean>`(h.ended_at is not null) = w."isEnded"`)
          .returning(AFTER),
      )
      .with('made', (inner) =>
        inner
          .insertInto('holds')
          .columns(MADE_COLUMNS)
          .expression(
            sql`select ${p.brandId}::uuid, id, "attemptId", "customerId", "sellerId", "storeId", origin, 'waiting', until,
              until, "openingAt", at, "expiresAt", calendar, news, at, "seenAt", 1 from c where "attemptId" is not null`,
          )
          .returning('id'),
      )
      .with('logged', (inner) =>
        inner.insertInto('hold_events').columns(EVENT_COLUMNS).expression(eventsOf(p.brandId)).returning('hold_id'),
      )
      // P3: a minute that a hold gives up stays empty. One that another hold of the same statement takes is given by 'taken'.
      .with('takes', (inner) => inner.selectFrom(TAKES).selectAll())
      .with('freed', (inner) =>
        inner
          .updateTable('slots as s')
          .from('changed as d')
          .set({ freed_at: sql`d.at`, lapsed: sql`d.lapses` })
          .where('s.brand_id', '=', p.brandId)
          .whereRef('s.hold_id', '=', 'd.id')
          .where('s.freed_at', 'is', null)
          .where(sql<boolean>`d."freesSlot"`)
          .where(sql<boolean>`not exists (select from takes t where t."queueId" = s.queue_id and t.at = s.at)`)
          .returning('s.hold_id'),
      )
      .with('taken', (inner) =>
        inner
          .insertInto('slots')
          .columns(['brand_id', 'queue_id', 'at', 'opening_at', 'hold_id'])
          .expression(
            sql`select distinct on ("queueId", at) ${p.brandId}::uuid, "queueId", at, "openingAt", id from takes`,
          )
          .onConflict((clash) =>
            clash
              .columns(['brand_id', 'queue_id', 'at'])
              .doUpdateSet(({ ref }) => ({
                hold_id: ref('excluded.hold_id'),
                opening_at: ref('excluded.opening_at'),
                freed_at: null,
                lapsed: false,
              }))
              .where(
                sql<boolean>`slots.freed_at is not null
                  or slots.hold_id in (select d.id from changed d where d."freesSlot")`,
              ),
          )
          .returning('hold_id'),
      )
      .updateTable('attempts as a')
      .from('changed as d')
      .set({
        state: sql`coalesce(d."attemptState", a.state)`,
        // What was said of an earlier hand-over is said of the attempt no more.
        outcome: sql`case when d."attemptState" is null then a.outcome end`,
        seller_id: sql`case when d.kind = 'passed' then d."sellerId" else a.seller_id end`,
        updated_at: sql`d.at`,
      })
      .where('a.brand_id', '=', p.brandId)
      .whereRef('a.id', '=', 'd.attemptId')
      .where(sql<boolean>`(d."attemptState" is not null or d.kind = 'passed')`),
);
