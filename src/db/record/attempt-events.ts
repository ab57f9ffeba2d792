/**
 * Reads attempts by an event: put off, warned, sent after a warning. An index on the time of the event finds each one,
 * so that a rare event is found without reading all attempts, and a count agrees with its list.
 */
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import { attemptColumns, heldUntil } from '#db/contact/attempts.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { Prepared } from '#db/core/statement.ts';
import type { Attempts } from '#db/schema.ts';
import type { AttemptsPageArgs } from './attempt-pages.ts';

/**
 * `put_off`: refused because of quiet hours, or held for later. `warned`: a person was warned. `sent_after_warning`:
 * handed over after an acknowledgement, and not undone.
 */
export type AttemptEvent = 'put_off' | 'warned' | 'sent_after_warning';

/** The arguments that filter the attempts of an event. */
export interface AttemptEventShape {
  readonly event: AttemptEvent;
  readonly customers: boolean;
  readonly sellers: boolean;
  readonly store: boolean;
  readonly state: boolean;
  readonly words: boolean;
}

type Page = Prepared<AttemptsPageArgs, EventRow, 'read'>;
type EventRow = NonNullable<ReturnType<typeof build>['row']>;

const pages = new Map<string, Page>();

/**
 * Returns the statement of a page of attempts with one event, by the last time of the event in `[from, to)`, newest
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

/** Conditions in the words of the partial indexes, so that the planner recognises them. */
const REFUSED = (x: string) =>
  sql.raw<SqlBool>(
    `${x}.verdict = 'block' and ${x}.reason in ('quiet_hours', 'zone_uncertain') and ${x}.actor_kind = 'person'`,
  );
const WARNED = (x: string) => sql.raw<SqlBool>(`${x}.verdict = 'warn' and ${x}.actor_kind = 'person'`);
const SENT = (x: string) => sql.raw<SqlBool>(`${x}.after_warning and ${x}.withdrawn_at is null`);

/** Counts the attempts with each event in `[from, to)`, and reads whether the brand has any attempt. */
export const countAttemptEvents = preparedRead<{ brandId: string; from: number; to: number }>()(
  'count_attempt_events',
  (q, p) => {
    const within = (at: string) => sql`${sql.ref(at)} >= ${instant(p.from)} and ${sql.ref(at)} < ${instant(p.to)}`;
    return q.selectNoFrom([
      sql<number>`(select count(*)::int from (
        select x.attempt_id from receipts x where x.brand_id = ${p.brandId} and ${REFUSED('x')} and ${within('x.decidedAt')}
        union
        select x.attempt_id from holds x where x.brand_id = ${p.brandId} and ${within('x.heldAt')}) as e)`.as('putOff'),
      sql<number>`(select count(distinct x.attempt_id)::int from receipts x
        where x.brand_id = ${p.brandId} and ${WARNED('x')} and ${within('x.decidedAt')})`.as('warned'),
      sql<number>`(select count(distinct x.attempt_id)::int from handovers x
        where x.brand_id = ${p.brandId} and ${SENT('x')} and ${within('x.handedAt')})`.as('sentAfterWarning'),
      sql<boolean>`exists (select from attempts a where a.brand_id = ${p.brandId})`.as('hasAttempts'),
    ]);
  },
);

function build(name: string, shape: AttemptEventShape) {
  return preparedRead<AttemptsPageArgs>()(name, (q, p) =>
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

/** A source of an event: the rows that record it, with `attempt_id` and `at`, only the last one of each attempt. */
type Source = (p: AttemptsPageArgs, range: (at: string) => RawBuilder<unknown>) => RawBuilder<unknown>;

const before = (p: AttemptsPageArgs, at: string) => sql`${sql.ref(at)} < coalesce(${instant(p.to)}, 'infinity')`;

const refused: Source = (p, range) => sql`
  select x.attempt_id, x.decided_at as at from receipts x
  where x.brand_id = ${p.brandId} and ${REFUSED('x')} and ${range('x.decidedAt')}
    and not exists (select from receipts l where l.brand_id = x.brand_id and l.attempt_id = x.attempt_id
      and ${REFUSED('l')} and ${before(p, 'l.decidedAt')} and (l.decided_at, l.id) > (x.decided_at, x.id))
    and not exists (select from holds l where l.brand_id = x.brand_id and l.attempt_id = x.attempt_id
      and ${before(p, 'l.heldAt')} and l.held_at > x.decided_at)`;

/** A hold after a refusal of the same instant is left out; the refusal counts for both. */
const held: Source = (p, range) => sql`
  select x.attempt_id, x.held_at as at from holds x
  where x.brand_id = ${p.brandId} and ${range('x.heldAt')}
    and not exists (select from holds l where l.brand_id = x.brand_id and l.attempt_id = x.attempt_id
      and ${before(p, 'l.heldAt')} and (l.held_at, l.id) > (x.held_at, x.id))
    and not exists (select from receipts l where l.brand_id = x.brand_id and l.attempt_id = x.attempt_id
      and ${REFUSED('l')} and ${before(p, 'l.decidedAt')} and l.decided_at >= x.held_at)`;

const warned: Source = (p, range) => sql`
  select x.attempt_id, x.decided_at as at from receipts x
  where x.brand_id = ${p.brandId} and ${WARNED('x')} and ${range('x.decidedAt')}
    and not exists (select from receipts l where l.brand_id = x.brand_id and l.attempt_id = x.attempt_id
      and ${WARNED('l')} and ${before(p, 'l.decidedAt')} and (l.decided_at, l.id) > (x.decided_at, x.id))`;

/** An attempt has at most one hand-over that is not withdrawn. */
const sent: Source = (p, range) => sql`
  select x.attempt_id, x.handed_at as at from handovers x
  where x.brand_id = ${p.brandId} and ${SENT('x')} and ${range('x.handedAt')}`;

const SOURCES: Readonly<Record<AttemptEvent, readonly Source[]>> = {
  put_off: [refused, held],
  warned: [warned],
  sent_after_warning: [sent],
};

/** Selects at most a page from each source, in the order of its index, and then the newest of these rows. */
function pageOf(p: AttemptsPageArgs, shape: AttemptEventShape): RawBuilder<AttemptOfEvent> {
  const range = (at: string) => {
    const column = sql.ref(at);
    return sql`${column} >= coalesce(${instant(p.from)}, '-infinity') and ${before(p, at)}
      and ${column} <= coalesce(${instant(p.beforeAt)}, 'infinity')`;
  };
  const ofEach = SOURCES[shape.event].map(
    (source) => sql`(select ${COLUMNS}, e.at as event_at from (${source(p, range)}) e
      join attempts a on a.brand_id = ${p.brandId} and a.id = e.attempt_id
      where (e.at, e.attempt_id) < (coalesce(${instant(p.beforeAt)}, 'infinity'),
        coalesce(${p.beforeId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')) ${filtersOf(p, shape)}
      order by e.at desc, e.attempt_id desc limit ${p.limit}::int)`,
  );
  return sql<AttemptOfEvent>`(select * from (${sql.join(ofEach, sql` union all `)}) u
    order by u.event_at desc, u.id desc limit ${p.limit}::int)`;
}

const COLUMNS = sql.raw(
  `a.brand_id, a.id, a.state, a.outcome, a.origin, a.channel, a.customer_id, a.seller_id, a.store_id, a.suggestion_id,
   a.created_at, a.updated_at`,
);

function filtersOf(p: AttemptsPageArgs, shape: AttemptEventShape): RawBuilder<unknown> {
  const filters = [
    shape.customers && sql`and a.customer_id = any(${p.ids}::uuid[])`,
    shape.sellers && sql`and a.seller_id = any(${p.sellerIds}::uuid[])`,
    shape.store && sql`and a.store_id = ${p.storeId}`,
    shape.state && sql`and a.state = ${p.state}`,
    shape.words &&
      sql`and not exists (select from unnest(${p.words}::text[], ${p.wordEnds}::text[]) as f(word, word_end)
        where not exists (select from customer_words w where w.brand_id = ${p.brandId}::uuid
          and w.customer_id = a.customer_id
          and w.word >= f.word collate "C" and w.word < f.word_end collate "C"))`,
  ].filter((each) => each !== false);
  return sql.join(filters, sql` `);
}
