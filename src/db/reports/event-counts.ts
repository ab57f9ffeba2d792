/**
 * Counts what happened to attempts, for reports. The counts of quarters of an hour are put into hours and dates of each
 * store's clock by the rules, since every zone's clock and its jumps fit into quarters.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { Prepared } from '#db/core/statement.ts';
import {
  type AtRange,
  type AttemptEvent,
  eventRows,
  EVENT_CONDITIONS as IS,
  rowsOf,
  type StoreTimes,
  withinTimes,
} from '#db/record/event-sources.ts';
import type { Figure, SomeFigures } from '#rules/reports/figures.ts';

export interface EventCountArgs {
  readonly brandId: string;
  readonly from: number;
  readonly to: number;
  readonly storeIds: readonly string[];
  /** Null: all sellers. */
  readonly sellerId: string | null;
  /** See `withinTimes`. */
  readonly stores: readonly string[];
  readonly times: readonly StoreTimes[];
}

export interface EventCountRow {
  readonly storeId: string;
  /** Null where the count is not by seller. */
  readonly sellerId: string | null;
  /** The first instant of the quarter of an hour. */
  readonly quarter: number;
  readonly figures: SomeFigures;
}

/** The events that are counted, each by one read, with the figures that are parts of them. */
const COUNTED = {
  attempted: { attempts: null },
  allowed: { allowed: null },
  put_off: { putOff: null },
  warned: { warned: null, turnedBack: IS.TURNED_BACK },
  held: { held: null },
  sent: {
    sent: null,
    sentAfterWarning: IS.AFTER_WARNING,
    sentAfterRefusal: IS.AFTER_REFUSAL,
    answered: IS.ANSWERED,
    sold: IS.SOLD,
    noAnswer: IS.NO_ANSWER,
    stopped: IS.STOPPED,
    wrongNumber: IS.WRONG_NUMBER,
  },
} as const satisfies Partial<Record<AttemptEvent, Readonly<Partial<Record<Figure, RawBuilder<SqlBool> | null>>>>>;

export type CountedEvent = keyof typeof COUNTED;
export const COUNTED_EVENTS = Object.keys(COUNTED) as readonly CountedEvent[];

export interface EventCountShape {
  readonly event: CountedEvent;
  readonly bySeller: boolean;
  /** Whether only events within `times` count. */
  readonly times: boolean;
}

type Count = Prepared<EventCountArgs, EventCountRow, 'read'>;
const counts = new Map<string, Count>();

/** Returns the statement that counts an event and its parts. */
export function countEvents(shape: EventCountShape): Count {
  const { event, bySeller, times } = shape;
  const name = ['count_event', event, bySeller && 'by_seller', times && 'times'].filter(Boolean).join('_');
  const known = counts.get(name) ?? build(name, shape);
  counts.set(name, known);
  return known;
}

/** Quarters are counted from this instant on. */
const ORIGIN = sql.raw(`timestamptz '2000-01-01 00:00:00+00'`);

function build(name: string, { event, bySeller, times }: EventCountShape): Count {
  const parts = Object.entries<RawBuilder<SqlBool> | null>(COUNTED[event]);
  return preparedRead<EventCountArgs>()(name, (q, p) => {
    const range: AtRange = (at) => sql`${sql.ref(at)} >= ${instant(p.from)} and ${sql.ref(at)} < ${instant(p.to)}`;
    const figures = parts.map(
      ([figure, condition]) =>
        sql`${sql.lit(figure)}, count(*)${condition === null ? sql`` : sql` filter (where ${condition})`}`,
    );
    const seller = bySeller ? sql`e.seller_id` : sql`null::uuid`;
    const ofEach = eventRows(event).sources.map((source) => {
      const rows = rowsOf(source, p.brandId, range);
      return sql`select e.store_id, ${seller} as seller_id, date_bin('15 minutes', e.at, ${ORIGIN}) as quarter,
          jsonb_build_object(${sql.join(figures)}) as figures
        from ${rows} e
        where e.store_id = any(${p.storeIds}::uuid[]) and (${p.sellerId}::uuid is null or e.seller_id = ${p.sellerId}::uuid)
          ${times ? sql`and ${withinTimes(p)}` : sql``}
        group by e.store_id, ${bySeller ? sql`e.seller_id, ` : sql``}quarter`;
    });
    return q
      .selectFrom(sql<EventCountRow>`(${sql.join(ofEach, sql` union all `)})`.as('c'))
      .select(['c.storeId', 'c.sellerId', 'c.quarter', 'c.figures']);
  });
}
