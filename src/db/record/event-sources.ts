/**
 * Defines what happened to attempts, in SQL: the rows that record each event, with the attempt, the instant, the store and
 * the seller. Lists, counts and the stored figures of reports read these definitions, so that a figure equals its list
 * (decision 0057). Each attempt has each event at most once, at its first instant, so that counts can be added up.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { instantSets } from '#db/core/sql-values.ts';
import type { Interval } from '#rules/time/interval.ts';

/** Limits `at`, a column with an instant, to the time that a statement asks for. */
export type AtRange = (at: string) => RawBuilder<unknown>;

/** The rows of an event: `attempt_id`, `at`, `store_id` and `seller_id`, and columns for the conditions on them. */
type Source = (brandId: string, range: AtRange) => RawBuilder<unknown>;

/** Conditions in the words of the partial indexes, so that the planner recognises them. */
const REFUSED = (x: string) =>
  sql.raw<SqlBool>(
    `${x}.verdict = 'block' and ${x}.reason in ('quiet_hours', 'zone_uncertain') and ${x}.actor_kind = 'person'`,
  );
const WARNED = (x: string) => sql.raw<SqlBool>(`${x}.verdict = 'warn' and ${x}.actor_kind = 'person'`);
const ALLOWED = (x: string) => sql.raw<SqlBool>(`${x}.verdict = 'allow' and ${x}.actor_kind = 'person'`);

/**
 * The condition that the attempt of `x` has no row `l` that fulfils the condition. An aggregate, because the planner may
 * turn `not exists` into a join that reads every attempt of the brand.
 */
function noRow(from: RawBuilder<unknown>, condition: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`not (select coalesce(bool_or(${condition}), false) from ${from}
    where l.brand_id = x.brand_id and l.attempt_id = x.attempt_id)`;
}

const attempted: Source = (brandId, range) => sql`
  select x.id as attempt_id, x.created_at as at, x.store_id, x.seller_id from attempts x
  where x.brand_id = ${brandId} and ${range('x.createdAt')}`;

const RECEIPT = sql.raw('x.attempt_id, x.decided_at as at, x.store_id, x.actor_id as seller_id');

/** Selects the first receipt of each attempt that fulfils the condition. */
function firstReceipt(is: (x: string) => RawBuilder<SqlBool>): Source {
  return (brandId, range) => sql`
    select ${RECEIPT} from receipts x
    where x.brand_id = ${brandId} and ${is('x')} and ${range('x.decidedAt')}
      and ${noRow(sql`receipts l`, sql`${is('l')} and (l.decided_at, l.id) < (x.decided_at, x.id)`)}`;
}

const refused: Source = (brandId, range) => sql`${firstReceipt(REFUSED)(brandId, range)}
  and ${noRow(sql`holds l`, sql`l.held_at < x.decided_at`)}`;

const held: Source = (brandId, range) => sql`
  select x.attempt_id, x.held_at as at, x.store_id, x.seller_id from holds x
  where x.brand_id = ${brandId} and ${range('x.heldAt')}
    and ${noRow(sql`holds l`, sql`(l.held_at, l.id) < (x.held_at, x.id)`)}`;

/** A hold after a refusal of the same instant is left out; the refusal counts for both. */
const heldWithoutRefusal: Source = (brandId, range) => sql`${held(brandId, range)}
  and ${noRow(sql`receipts l`, sql`${REFUSED('l')} and l.decided_at <= x.held_at`)}`;

/** An attempt has at most one hand-over that is not undone. */
const sent: Source = (brandId, range) => sql`
  select x.attempt_id, x.handed_at as at, x.store_id, x.seller_id, x.after_warning, x.receipt_id, x.number_hash, o.outcome
  from handovers x join attempts o on o.brand_id = x.brand_id and o.id = x.attempt_id
  where x.brand_id = ${brandId} and x.withdrawn_at is null and ${range('x.handedAt')}`;

/** `sent` in the words of the partial index on what went on after a warning. */
const sentAfterWarning: Source = (brandId, range) => sql`${sent(brandId, range)} and x.after_warning`;

/** Conditions on `e`, a row of a source. */
export const EVENT_CONDITIONS = {
  TURNED_BACK: sql.raw<SqlBool>(`not (select coalesce(bool_or(h.after_warning and h.withdrawn_at is null), false)
    from handovers h where h.brand_id = e.brand_id and h.attempt_id = e.attempt_id)`),
  AFTER_WARNING: sql.raw<SqlBool>('e.after_warning'),
  AFTER_REFUSAL: sql.raw<SqlBool>(`(e.after_warning and (select r.after_refusal from receipts r
    where r.brand_id = e.brand_id and r.attempt_id = e.attempt_id and r.id = e.receipt_id))`),
  ANSWERED: sql.raw<SqlBool>(`e.outcome in ('talked', 'sold')`),
  SOLD: sql.raw<SqlBool>(`e.outcome = 'sold'`),
  NO_ANSWER: sql.raw<SqlBool>(`e.outcome = 'no_answer'`),
  STOPPED: sql.raw<SqlBool>(`e.outcome = 'stop'`),
  WRONG_NUMBER: sql.raw<SqlBool>(`e.outcome = 'wrong_number'`),
} as const;

/** Where the rows of an event are found, and which of them have the event. */
interface EventRows {
  readonly sources: readonly Source[];
  readonly condition: RawBuilder<SqlBool> | null;
}

const SENT: readonly Source[] = [sent];

/**
 * The events. `attempted`: the attempt began. `put_off`: refused because of quiet hours, or held for later. `sent`: handed
 * over and not undone. `turned_back`: warned and not sent after the warning. The events from `answered` on are what
 * the seller says of the hand-over. `outside_hours` are the hand-overs of `sent` in the times that the caller gives.
 */
export const ATTEMPT_EVENTS = {
  attempted: { sources: [attempted], condition: null },
  allowed: { sources: [firstReceipt(ALLOWED)], condition: null },
  put_off: { sources: [refused, heldWithoutRefusal], condition: null },
  warned: { sources: [firstReceipt(WARNED)], condition: null },
  turned_back: { sources: [firstReceipt(WARNED)], condition: EVENT_CONDITIONS.TURNED_BACK },
  held: { sources: [held], condition: null },
  sent: { sources: SENT, condition: null },
  sent_after_warning: { sources: [sentAfterWarning], condition: null },
  sent_after_refusal: { sources: [sentAfterWarning], condition: EVENT_CONDITIONS.AFTER_REFUSAL },
  outside_hours: { sources: SENT, condition: null },
  answered: { sources: SENT, condition: EVENT_CONDITIONS.ANSWERED },
  sold: { sources: SENT, condition: EVENT_CONDITIONS.SOLD },
  no_answer: { sources: SENT, condition: EVENT_CONDITIONS.NO_ANSWER },
  stopped: { sources: SENT, condition: EVENT_CONDITIONS.STOPPED },
  wrong_number: { sources: SENT, condition: EVENT_CONDITIONS.WRONG_NUMBER },
} as const satisfies Readonly<Record<string, EventRows>>;

export type AttemptEvent = keyof typeof ATTEMPT_EVENTS;

export function eventRows(event: AttemptEvent): EventRows {
  return ATTEMPT_EVENTS[event];
}

/** Selects the rows of a source with the brand, so that conditions can find other rows of the attempt. */
export function rowsOf(source: Source, brandId: string, range: AtRange): RawBuilder<unknown> {
  return sql`(select ${brandId}::uuid as brand_id, y.* from (${source(brandId, range)}) y)`;
}

/** The intervals of one store, in order and apart. */
export type StoreTimes = readonly Interval[];

/** The condition that `e` happened within the times of its store. `times` has one entry for each store of `stores`. */
export function withinTimes(p: { readonly stores: readonly string[]; readonly times: readonly StoreTimes[] }) {
  return sql<SqlBool>`exists (select from unnest(${p.stores}::uuid[], ${instantSets(p.times)}) t(store_id, times)
    where t.store_id = e.store_id and t.times @> e.at)`;
}
