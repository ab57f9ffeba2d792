/**
 * Reads the contacts that went on after a warning: the reason given, how long the warning was read, and what followed within
 * a day and a week, as far as the sellers and the list of stops say.
 */
import { type RawBuilder, sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import { type AtRange, eventRows, rowsOf, type StoreTimes, withinTimes } from '#db/record/event-sources.ts';
import type { Because } from '#rules/contact/decision.ts';

export interface SentAfterWarningArgs {
  readonly brandId: string;
  readonly from: number;
  readonly to: number;
  /** Null: all sellers. */
  readonly sellerId: string | null;
  /** See `withinTimes`. */
  readonly stores: readonly string[];
  readonly times: readonly StoreTimes[];
  readonly now: number;
}

/**
 * What followed a contact within a time. `answer`, `sale`, `wrong_number`: what the seller said last, if it was said within
 * the time. `stop`: the seller said so, or the number asked for no more messages. `silence`: the seller said that no answer
 * came, or said nothing within the time. `open`: nothing was said, and the time is not over.
 */
export const FOLLOWED = ['answer', 'sale', 'stop', 'wrong_number', 'silence', 'open'] as const;
export type Followed = (typeof FOLLOWED)[number];

interface Facts {
  readonly because: Because | null;
  readonly afterRefusal: boolean;
  /** Whole seconds from the warning to the decision that acknowledged it; null where the warning's receipt is deleted. */
  readonly readSeconds: number | null;
  readonly followedDay: Followed;
  readonly followedWeek: Followed;
}

export interface SentAfterWarningGroup extends Facts {
  readonly storeId: string;
  readonly sellerId: string;
  readonly contacts: number;
}

export interface SentAfterWarningRow extends Facts {
  readonly id: string;
  readonly eventAt: number;
  readonly customerName: string;
  readonly sellerName: string;
  readonly storeName: string | null;
  readonly storeZone: string | null;
}

/** Counts the contacts by everything that the report adds up. */
export const countSentAfterWarning = preparedRead<SentAfterWarningArgs>()('count_sent_after_warning', (q, p) => {
  const range: AtRange = (at) => sql`${sql.ref(at)} >= ${instant(p.from)} and ${sql.ref(at)} < ${instant(p.to)}`;
  return q
    .selectFrom(sql<SentAfterWarningGroup>`(${factsOf(p, range)})`.as('f'))
    .groupBy([
      'f.storeId',
      'f.sellerId',
      'f.because',
      'f.afterRefusal',
      'f.readSeconds',
      'f.followedDay',
      'f.followedWeek',
    ])
    .select([
      'f.storeId',
      'f.sellerId',
      'f.because',
      'f.afterRefusal',
      'f.readSeconds',
      'f.followedDay',
      'f.followedWeek',
    ])
    .select(sql<number>`count(*)::int`.as('contacts'));
});

/** Lists the contacts, newest first. `beforeAt` and `beforeId` are the `eventAt` and `id` of the previous page's last row. */
export const listSentAfterWarning = preparedRead<
  SentAfterWarningArgs & { beforeAt: number | null; beforeId: string | null; limit: number }
>()('list_sent_after_warning', (q, p) => {
  const range: AtRange = (at) => sql`${sql.ref(at)} >= ${instant(p.from)} and ${sql.ref(at)} < ${instant(p.to)}
    and ${sql.ref(at)} <= coalesce(${instant(p.beforeAt)}, 'infinity')`;
  const page = sql`order by e.at desc, e.attempt_id desc limit ${p.limit}::int`;
  const place = sql`and (e.at, e.attempt_id) < (coalesce(${instant(p.beforeAt)}, 'infinity'),
    coalesce(${p.beforeId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))`;
  return q
    .selectFrom(
      sql<SentAfterWarningRow & { brandId: string }>`(select f.*, f.attempt_id as id, c.name as customer_name,
        s.name as seller_name, t.name as store_name, t.zone as store_zone
      from (${factsOf(p, range, sql`${place} ${page}`)}) f
      join customers c on c.brand_id = ${p.brandId} and c.id = f.customer_id
      join people s on s.brand_id = ${p.brandId} and s.id = f.seller_id
      left join stores t on t.brand_id = ${p.brandId} and t.id = f.store_id)`.as('l'),
    )
    .orderBy('l.eventAt', 'desc')
    .orderBy('l.id', 'desc')
    .select(['l.id', 'l.eventAt', 'l.customerName', 'l.sellerName', 'l.storeName', 'l.storeZone'])
    .select(['l.because', 'l.afterRefusal', 'l.readSeconds', 'l.followedDay', 'l.followedWeek']);
});

/** Selects one row for each contact. `end`: further conditions, order and limit. */
function factsOf(p: SentAfterWarningArgs, range: AtRange, end: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  const [source] = eventRows('sent_after_warning').sources;
  if (source === undefined) throw new Error('The event sent_after_warning has no source.');
  return sql`select e.attempt_id, e.store_id, e.seller_id, e.at as event_at, a.customer_id, r.after_refusal,
      r.acknowledged_because as because,
      (select extract(epoch from r.decided_at - max(w.decided_at))::int from receipts w
        where w.brand_id = e.brand_id and w.attempt_id = e.attempt_id and w.verdict = 'warn'
          and w.decided_at < r.decided_at) as read_seconds,
      ${followed(p.now, sql`interval '24 hours'`)} as followed_day,
      ${followed(p.now, sql`interval '7 days'`)} as followed_week
    from ${rowsOf(source, p.brandId, range)} e
    join attempts a on a.brand_id = e.brand_id and a.id = e.attempt_id
    join receipts r on r.brand_id = e.brand_id and r.attempt_id = e.attempt_id and r.id = e.receipt_id
    cross join lateral (select least(case when e.outcome = 'stop' then a.updated_at end,
      (select min(o.stopped_at) from opt_outs o
        where o.brand_id = e.brand_id and o.number_hash = e.number_hash and o.stopped_at >= e.at)) as at) stop
    where ${withinTimes(p)} and (${p.sellerId}::uuid is null or e.seller_id = ${p.sellerId}::uuid) ${end}`;
}

function followed(now: number, within: RawBuilder<unknown>): RawBuilder<Followed> {
  return sql`case
    when stop.at <= e.at + ${within} then 'stop'
    when a.updated_at <= e.at + ${within} and e.outcome in ('talked', 'sold', 'wrong_number', 'no_answer')
      then case e.outcome when 'talked' then 'answer' when 'sold' then 'sale' when 'no_answer' then 'silence'
        else 'wrong_number' end
    when e.at + ${within} > ${instant(now)} then 'open'
    else 'silence' end`;
}
