/**
 * Reads attempts by an event: put off, warned, sent after a warning. An index on the time of the event finds each one,
 * so that a rare event is found without reading all attempts, and a count agrees with its list.
 */
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { attemptColumns, heldUntil } from '#db/contact/attempts.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { Prepared } from '#db/core/statement.ts';
import type { Attempts } from '#db/schema.ts';
import type { AttemptsPageArgs } from './attempt-pages.ts';
import { type AtRange, type AttemptEvent, eventRows, rowsOf, type StoreTimes, withinTimes } from './event-sources.ts';

export type { AttemptEvent } from './event-sources.ts';

export interface AttemptEventsArgs extends AttemptsPageArgs {
  /** Only events of this person, also where the attempt was passed on to a colleague later. */
  readonly ofSeller: string | null;
  /** Only events in the times of their stores: see `withinTimes`. */
  readonly stores: readonly string[];
  readonly times: readonly StoreTimes[];
}

/** The arguments that filter the attempts of an event. */
export interface AttemptEventShape {
  readonly event: AttemptEvent;
  readonly customers: boolean;
  readonly sellers: boolean;
  readonly store: boolean;
  readonly state: boolean;
  readonly words: boolean;
  readonly ofSeller: boolean;
  readonly times: boolean;
}

type Page = Prepared<AttemptEventsArgs, EventRow, 'read'>;
type EventRow = NonNullable<ReturnType<typeof build>['row']>;

const pages = new Map<string, Page>();

/**
 * Returns the statement of a page of attempts with one event, by the first time of the event, in `[from, to)`, newest
 * first. `ids` are customers; `beforeAt` and `beforeId` are the `eventAt` and `id` of the previous page's last row.
 */
export function attemptEventsPage(shape: AttemptEventShape): Page {
  const { event, ...may } = shape;
  const filters = Object.entries(may).filter(([, isThere]) => isThere);
  const name = ['read_event', event, ...filters.map(([filter]) => filter)].join('_');
  const known = pages.get(name) ?? build(name, shape);
  pages.set(name, known);
  return known;
}

/** Counts the attempts with each event in `[from, to)`, and reads whether the brand has any attempt. */
export const countAttemptEvents = preparedRead<{ brandId: string; from: number; to: number }>()(
  'count_attempt_events',
  (q, p) => {
    const within: AtRange = (at) => sql`${sql.ref(at)} >= ${instant(p.from)} and ${sql.ref(at)} < ${instant(p.to)}`;
    const count = (event: AttemptEvent) => {
      const ofEach = eventRows(event).sources.map(
        (source) => sql`select 1 from ${rowsOf(source, p.brandId, within)} e`,
      );
      return sql<number>`(select count(*)::int from (${sql.join(ofEach, sql` union all `)}) as counted)`;
    };
    return q.selectNoFrom([
      count('put_off').as('putOff'),
      count('warned').as('warned'),
      count('sent_after_warning').as('sentAfterWarning'),
      sql<boolean>`exists (select from attempts a where a.brand_id = ${p.brandId})`.as('hasAttempts'),
    ]);
  },
);

function build(name: string, shape: AttemptEventShape) {
  return preparedRead<AttemptEventsArgs>()(name, (q, p) =>
    q
      .selectFrom(pageOf(p, shape).as('a'))
      .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'a.brandId').onRef('c.id', '=', 'a.customerId'))
      .innerJoin('people as s', (on) => on.onRef('s.brandId', '=', 'a.brandId').onRef('s.id', '=', 'a.sellerId'))
      .leftJoin('stores as t', (on) => on.onRef('t.brandId', '=', 'a.brandId').onRef('t.id', '=', 'a.storeId'))
      .orderBy('a.eventAt', 'desc')
      .orderBy('a.id', 'desc')
      .select(attemptColumns)
      .select(['a.eventAt', heldUntil]),
  );
}

type Stored = Selectable<Attempts>;

interface AttemptOfEvent {
  brandId: string;
  id: string;
  state: Stored['state'];
  outcome: Stored['outcome'];
  origin: Stored['origin'];
  channel: string;
  customerId: string;
  sellerId: string;
  storeId: string | null;
  suggestionId: string | null;
  createdAt: number;
  updatedAt: number;
  eventAt: number;
}

/** Selects at most a page from each source, in the order of its index, and then the newest of these rows. */
function pageOf(p: AttemptEventsArgs, shape: AttemptEventShape): RawBuilder<AttemptOfEvent> {
  const range: AtRange = (at) => {
    const column = sql.ref(at);
    return sql`${column} >= coalesce(${instant(p.from)}, '-infinity') and ${column} < coalesce(${instant(p.to)}, 'infinity')
      and ${column} <= coalesce(${instant(p.beforeAt)}, 'infinity')`;
  };
  const { sources, condition } = eventRows(shape.event);
  const ofEach = sources.map(
    (source) => sql`(select ${COLUMNS}, e.at as event_at from ${rowsOf(source, p.brandId, range)} e
      join attempts a on a.brand_id = ${p.brandId} and a.id = e.attempt_id
      where (e.at, e.attempt_id) < (coalesce(${instant(p.beforeAt)}, 'infinity'),
        coalesce(${p.beforeId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
        ${condition === null ? sql`` : sql`and ${condition}`} ${filtersOf(p, shape)}
      order by e.at desc, e.attempt_id desc limit ${p.limit}::int)`,
  );
  return sql<AttemptOfEvent>`(select * from (${sql.join(ofEach, sql` union all `)}) u
    order by u.event_at desc, u.id desc limit ${p.limit}::int)`;
}

const COLUMNS = sql.raw(
  `a.brand_id, a.id, a.state, a.outcome, a.origin, a.channel, a.customer_id, a.seller_id, a.store_id, a.suggestion_id,
   a.created_at, a.updated_at`,
);

function filtersOf(p: AttemptEventsArgs, shape: AttemptEventShape): RawBuilder<unknown> {
  const filters = [
    shape.customers && sql`and a.customer_id = any(${p.ids}::uuid[])`,
    shape.sellers && sql`and a.seller_id = any(${p.sellerIds}::uuid[])`,
    shape.ofSeller && sql`and e.seller_id = ${p.ofSeller}::uuid`,
    shape.store && sql`and a.store_id = ${p.storeId}`,
    shape.times && sql`and ${withinTimes(p)}`,
    shape.state && sql`and a.state = ${p.state}`,
    shape.words &&
      sql`and not exists (select from unnest(${p.words}::text[], ${p.wordEnds}::text[]) as f(word, word_end)
        where not exists (select from customer_words w where w.brand_id = ${p.brandId}::uuid
          and w.customer_id = a.customer_id
          and w.word >= f.word collate "C" and w.word < f.word_end collate "C"))`,
  ].filter((each) => each !== false);
  return sql.join(filters, sql` `);
}
