/** Defines the one statement that writes changes of held contacts: events, holds, slots and attempts. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { recordsQuery } from '#db/core/recordset.ts';
import type { InstantValue } from '#db/core/sql-values.ts';
import type { HoldEvents, Holds } from '#db/schema.ts';
import type { AttemptState } from '#rules/contact/attempt.ts';
import type { HoldEnd, HoldEndReason } from '#rules/holds/hold.ts';
import type { MoveCause } from '#rules/holds/hold-event.ts';

/** One change, as the statement's argument. A field that is left out is null in the statement, and changes nothing. */
export interface ChangeRecord {
  id: string;
  kind: HoldEvents['kind'];
  at: string;
  by?: string | null;
  cause?: MoveCause;
  reason?: HoldEndReason;
  endedAs?: HoldEnd;
  until?: string;
  openingAt?: string | null;
  expiresAt?: string | null;
  dueAt?: string;
  fromAt?: string;
  fromSellerId?: string;
  timingRevision?: number;
  counts?: number;
  /** Whether the seller's news is replaced, by `news`. `seenAt`: when the seller was told in the same answer. */
  writesNews: boolean;
  news?: Holds['news'];
  seenAt?: string | null;
  sellerId?: string;
  /**
   * The attempt's new state. Without it the statement does not change the attempt, or the attempt's own decision writes
   * it.
   */
  attemptState?: AttemptState;
  /** Whether the change applies only to an ended hold (else only to a live one). */
  wasEnded: boolean;
  freesSlot: boolean;
  /**
   * The hold is passed on while it waits: it keeps its minute and takes a slot in its new seller's queue. A change with
   * `until` always takes a slot.
   */
  takesSlot?: boolean;
  lapses: boolean;
  attemptId?: string;
  customerId?: string;
  storeId?: string;
  origin?: Holds['origin'];
}

const COLUMNS = `id uuid, kind text, at timestamptz, "by" uuid, cause text, reason text, ended_as text, until timestamptz,
  opening_at timestamptz, expires_at timestamptz, due_at timestamptz, from_at timestamptz,
  from_seller_id uuid, takes_slot boolean, calendar integer, counts smallint, writes_news boolean,
  news text, seen_at timestamptz, seller_id uuid, attempt_state text, was_ended boolean, frees_slot boolean, lapses boolean,
  attempt_id uuid, customer_id uuid, store_id uuid, origin text`;

/** One change, as the database reads the record. */
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
  'brandId',
  'id',
  'attemptId',
  'customerId',
  'sellerId',
  'storeId',
  'origin',
  'state',
  'dueAt',
  'promisedAt',
  'openingAt',
  'heldAt',
  'expiresAt',
  'timingRevision',
  'news',
  'newsAt',
  'seenAt',
  'eventCount',
] as const;

const EVENT_COLUMNS = [
  'brandId',
  'holdId',
  'number',
  'kind',
  'at',
  'byId',
  'cause',
  'reason',
  'fromAt',
  'toAt',
  'openingAt',
  'expiresAt',
  'heldAgain',
  'returned',
  'fromSellerId',
  'toSellerId',
] as const;

/** The columns of a hold (`h`) after its change (`w`). */
const CHANGED = {
  state: sql<never>`case w.kind when 'ready' then 'ready' when 'ended' then 'ended' when 'passed' then h.state else 'waiting' end`,
  sellerId: sql<never>`coalesce(w.seller_id, h.seller_id)`,
  passedBy: sql<never>`case when w.kind = 'passed' then w.by else h.passed_by end`,
  dueAt: sql<never>`coalesce(w.due_at, h.due_at)`,
  promisedAt: sql<never>`coalesce(w.until, h.promised_at)`,
  openingAt: sql<never>`case when w.until is null then h.opening_at else w.opening_at end`,
  expiresAt: sql<never>`coalesce(w.expires_at, h.expires_at)`,
  readyAt: sql<never>`case when w.kind = 'ready' then w.at when w.until is null then h.ready_at end`,
  heldAgain: sql<never>`case when w.cause = 'person' then 0 else h.held_again + coalesce(w.counts, 0) end`,
  returned: sql<never>`case when w.cause = 'person' then false else h.returned or w.kind = 'returned' end`,
  timingRevision: sql<never>`coalesce(w.calendar, h.calendar)`,
  endedAt: sql<never>`case when w.kind = 'ended' then coalesce(h.ended_at, w.at) end`,
  endedAs: sql<never>`w.ended_as`,
  endReason: sql<never>`w.reason`,
  endedBy: sql<never>`case when w.kind <> 'ended' then null when h.ended_at is null then w.by else h.ended_by end`,
  news: sql<never>`case when w.writes_news then w.news else h.news end`,
  newsAt: sql<never>`case when w.writes_news then w.at else h.news_at end`,
  seenAt: sql<never>`case when w.writes_news then w.seen_at else h.seen_at end`,
  // The new fence number invalidates every earlier claim: a server that had claimed the hold can change it no more.
  fence: sql<never>`h.fence + 1`,
  leaseUntil: null,
  // H6 may give a parked hold another minute; the hold stays parked.
  failures: sql<never>`case when w.kind = 'ended' or w.lapses then h.failures else 0 end`,
  parkedAt: sql<never>`case when w.kind = 'ended' or w.lapses then h.parked_at end`,
  parkedWhy: sql<never>`case when w.kind = 'ended' or w.lapses then h.parked_why end`,
  eventCount: sql<never>`h.event_count + 1`,
};

/** The columns of a changed hold that other parts of the statement read. */
const AFTER = [
  'h.id',
  'h.eventCount as number',
  'h.attemptId',
  'h.sellerId',
  'h.dueAt',
  'h.openingAt',
  'h.expiresAt',
  'h.heldAgain',
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

/** The columns of an attempt (`a`) after the change of its hold (`d`). */
const CHANGED_ATTEMPT = {
  state: sql<never>`coalesce(d.attempt_state, a.state)`,
  // The outcome of an earlier hand-over no longer describes the attempt.
  outcome: sql<never>`case when d.attempt_state is null then a.outcome end`,
  sellerId: sql<never>`case when d.kind = 'passed' then d.seller_id else a.seller_id end`,
  updatedAt: sql<never>`d.at`,
};

/** The columns of an existing slot after another hold has taken its minute. */
const TAKEN = {
  holdId: sql.ref<string>('excluded.holdId'),
  openingAt: sql.ref<never>('excluded.openingAt'),
  freedAt: null,
  lapsed: false,
};

/** Whether a slot may be taken: it is free, or its hold frees it in the same statement. */
const IS_FREE = sql<boolean>`slots.freed_at is not null
                  or slots.hold_id in (select d.id from changed d where d.frees_slot)`;

/** Selects the rows of new holds: the records that have an attempt's id. */
function newHoldsOf(brandId: string) {
  return sql`select ${brandId}::uuid, id, attempt_id, customer_id, seller_id, store_id, origin, 'waiting', until,
              until, opening_at, at, expires_at, calendar, news, at, seen_at, 1 from c where attempt_id is not null`;
}

/** Selects the rows of the taken slots: one for each minute of a queue. */
function takenSlotsOf(brandId: string) {
  return sql`select distinct on (queue_id, at) ${brandId}::uuid, queue_id, at, opening_at, id from takes`;
}

/** Selects the event of each change, with the values that the change set. */
function eventsOf(brandId: string) {
  return sql`select ${brandId}::uuid, d.id, d.number, d.kind, d.at, d.by, d.cause, d.reason, d.from_at, d.until,
      case when d.until is not null then d.opening_at end, case when d.until is not null then d.expires_at end,
      case when d.until is not null then d.held_again end, case when d.until is not null then d.returned end,
      d.from_seller_id, case when d.kind in ('held', 'passed') then d.seller_id end
    from changed d
    union all
    select ${brandId}::uuid, c.id, 1, 'held', c.at, c.by, null, null, null, c.until, c.opening_at, c.expires_at,
      0, false, null, c.seller_id
    from made m join c on c.id = m.id`;
}

/** The minutes that changed and new holds take in their sellers' queues. */
const TAKES = sql<{ id: string; queueId: string; at: InstantValue; openingAt: InstantValue | null }>`(
    select d.id, d.seller_id, d.due_at, d.opening_at from changed d where d.until is not null or d.takes_slot
    union all
    select c.id, c.seller_id, c.until, c.opening_at from made m join c on c.id = m.id
  )`.as(sql`t(id, queue_id, at, opening_at)`);

/** Writes the changes. `changed` and `made` are the holds after their change. */
export const writeHoldChanges = preparedWrite<{ brandId: string; changes: readonly ChangeRecord[] }>()(
  'write_hold_changes',
  (q, p) =>
    q
      .with('c', recordsQuery<ChangeRow>(p.changes, COLUMNS))
      .with('changed', (inner) =>
        inner
          .updateTable('holds as h')
          .from('c as w')
          .set(CHANGED)
          .where('h.brandId', '=', p.brandId)
          .whereRef('h.id', '=', 'w.id')
          .where('w.attemptId', 'is', null)
          .where(sql<boolean>`(h.ended_at is not null) = w.was_ended`)
          .returning(AFTER),
      )
      .with('made', (inner) =>
        inner.insertInto('holds').columns(MADE_COLUMNS).expression(newHoldsOf(p.brandId)).returning('id'),
      )
      .with('logged', (inner) =>
        inner.insertInto('holdEvents').columns(EVENT_COLUMNS).expression(eventsOf(p.brandId)).returning('holdId'),
      )
      // A minute that a hold gives up stays empty (P3). If another hold of the same statement takes the minute, 'taken'
      // rewrites its slot.
      .with('takes', (inner) => inner.selectFrom(TAKES).selectAll())
      .with('freed', (inner) =>
        inner
          .updateTable('slots as s')
          .from('changed as d')
          .set({ freedAt: sql`d.at`, lapsed: sql`d.lapses` })
          .where('s.brandId', '=', p.brandId)
          .whereRef('s.holdId', '=', 'd.id')
          .where('s.freedAt', 'is', null)
          .where(sql<boolean>`d.frees_slot`)
          .where(sql<boolean>`not exists (select from takes t where t.queue_id = s.queue_id and t.at = s.at)`)
          .returning('s.holdId'),
      )
      .with('taken', (inner) =>
        inner
          .insertInto('slots')
          .columns(['brandId', 'queueId', 'at', 'openingAt', 'holdId'])
          .expression(takenSlotsOf(p.brandId))
          .onConflict((clash) => clash.columns(['brandId', 'queueId', 'at']).doUpdateSet(TAKEN).where(IS_FREE))
          .returning('holdId'),
      )
      .updateTable('attempts as a')
      .from('changed as d')
      .set(CHANGED_ATTEMPT)
      .where('a.brandId', '=', p.brandId)
      .whereRef('a.id', '=', 'd.attemptId')
      .where(sql<boolean>`(d.attempt_state is not null or d.kind = 'passed')`),
);
