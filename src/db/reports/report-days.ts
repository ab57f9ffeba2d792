/** Stores the figures of ended days: which dates of a store are counted, and the figures of their hours (decision 0057). */
import { sql } from 'kysely';
import { sqlName } from '#db/core/column-names.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { recordset, recordsQuery } from '#db/core/recordset.ts';
import { instant } from '#db/core/sql-values.ts';
import { FIGURES, type Figures } from '#rules/reports/figures.ts';

/** Stands for all sellers of a store. */
export const ALL_SELLERS = '00000000-0000-0000-0000-000000000000';

export interface EnteredDay {
  readonly storeId: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly layout: string;
}

/** Lists the entered dates of a time. `isCounted`: the figures are up to date. `wasCounted`: there are figures. */
export const listReportDays = preparedRead<{
  brandId: string;
  storeIds: readonly string[];
  first: string;
  last: string;
}>()('list_report_days', (q, p) =>
  q
    .selectFrom('reportDays')
    .where('brandId', '=', p.brandId)
    .where(sql<boolean>`store_id = any(${p.storeIds}::uuid[])`)
    .where(sql<boolean>`counted_on between ${p.first}::date and ${p.last}::date`)
    .select([
      'storeId',
      'countedOn as on',
      'layout',
      'startsAt',
      sql<boolean>`counted_changes is not distinct from changes`.as('isCounted'),
      sql<boolean>`counted_changes is not null`.as('wasCounted'),
    ]),
);

/**
 * Enters ended dates, or enters them again with another layout. The caller leaves out dates that are entered with the
 * same layout.
 */
export const insertReportDays = preparedWrite<{ brandId: string; days: readonly EnteredDay[]; at: number }>()(
  'insert_report_days',
  (q, p) =>
    q
      .insertInto('reportDays')
      .columns(['brandId', 'storeId', 'countedOn', 'startsAt', 'endsAt', 'layout', 'enteredAt'])
      .expression(
        sql`select ${p.brandId}::uuid, r.*, ${instant(p.at)} from ${recordset(
          p.days,
          'store_id uuid, "on" date, starts_at timestamptz, ends_at timestamptz, layout text',
        )}`,
      )
      .onConflict((known) =>
        known.columns(['brandId', 'storeId', 'countedOn']).doUpdateSet(({ ref }) => ({
          startsAt: ref('excluded.startsAt'),
          endsAt: ref('excluded.endsAt'),
          layout: ref('excluded.layout'),
          enteredAt: ref('excluded.enteredAt'),
          changes: sql`report_days.changes + 1`,
        })),
      ),
);

/**
 * Finds the dates to count, oldest first: entered before `enteredBefore`, begun at `keptFrom` or later, over at `now`, and
 * not counted since the last change. A date that is over no more, because the demo's clock was moved back, waits.
 */
export const findUncountedDays = preparedRead<{
  brandId: string;
  enteredBefore: number;
  keptFrom: number;
  now: number;
  limit: number;
}>()('find_uncounted_days', (q, p) =>
  q
    .selectFrom('reportDays')
    .where('brandId', '=', p.brandId)
    .where(sql<boolean>`counted_changes is distinct from changes`)
    .where(sql<boolean>`entered_at <= ${instant(p.enteredBefore)} and starts_at >= ${instant(p.keptFrom)}
      and ends_at <= ${instant(p.now)}`)
    .orderBy('countedOn')
    .limit(sql<number>`${p.limit}::int`)
    .select(['storeId', 'countedOn as on', 'layout', 'changes']),
);

/** Locks the counting of a brand's days for this transaction; false: another server is counting. */
export const lockDayCount = preparedWrite<{ brandId: string }>()('lock_day_count', (q, p) =>
  q.selectNoFrom(
    sql<boolean>`pg_try_advisory_xact_lock(hashtextextended('report_days ' || ${p.brandId}::text, 0))`.as('isMine'),
  ),
);

interface DateOfStore {
  readonly storeId: string;
  readonly on: string;
}

export const deleteReportHours = preparedWrite<{
  brandId: string;
  sellerIds: readonly string[];
  days: readonly DateOfStore[];
}>()('delete_report_hours', (q, p) =>
  q
    .with('r', recordsQuery(p.days, 'store_id uuid, "on" date'))
    .deleteFrom('reportHours as h')
    .using('r')
    .where('h.brandId', '=', p.brandId)
    .where(sql<boolean>`h.seller_id = any(${p.sellerIds}::uuid[])`)
    .whereRef('h.countedOn', '=', 'r.on')
    .whereRef('h.storeId', '=', 'r.storeId'),
);

export type ReportHour = DateOfStore & Figures & { readonly sellerId: string; readonly hour: number };

export const insertReportHours = preparedWrite<{ brandId: string; hours: readonly ReportHour[] }>()(
  'insert_report_hours',
  (q, p) =>
    q
      .insertInto('reportHours')
      .columns(['brandId', 'sellerId', 'countedOn', 'storeId', 'hour', ...FIGURES])
      .expression(
        sql`select ${p.brandId}::uuid, r.* from ${recordset(
          p.hours,
          `seller_id uuid, "on" date, store_id uuid, hour smallint, ${FIGURES.map((figure) => `${sqlName(figure)} integer`).join(', ')}`,
        )}`,
      ),
);

/** Marks dates as counted that did not change since they were read. */
export const markDaysCounted = preparedWrite<{
  brandId: string;
  days: readonly (DateOfStore & { readonly layout: string; readonly changes: number })[];
}>()('mark_days_counted', (q, p) =>
  q
    .with(
      'r',
      recordsQuery<{ storeId: string; on: string; layout: string; changes: never }>(
        p.days,
        'store_id uuid, "on" date, layout text, changes integer',
      ),
    )
    .updateTable('reportDays as d')
    .from('r')
    .set({ countedChanges: sql<number>`d.changes` })
    .where('d.brandId', '=', p.brandId)
    .whereRef('d.storeId', '=', 'r.storeId')
    .whereRef('d.countedOn', '=', 'r.on')
    .whereRef('d.layout', '=', 'r.layout')
    .whereRef('d.changes', '=', 'r.changes'),
);

/** Marks all dates that end after an instant: the demo's clock was moved back before it. */
export const markDaysAfter = preparedWrite<{ brandId: string; at: number }>()('mark_days_after', (q, p) =>
  q
    .updateTable('reportDays')
    .set({ changes: sql`changes + 1` })
    .where('brandId', '=', p.brandId)
    .where(sql<boolean>`ends_at > ${instant(p.at)}`),
);

/** Finds the first receipt that retention has kept; no row where nothing was deleted. */
export const findFirstKept = preparedRead<{ brandId: string }>()('find_first_kept', (q, p) =>
  q
    .selectFrom('recordMarks as m')
    .where('m.brandId', '=', p.brandId)
    .select(
      sql<number | null>`(select r.decided_at from receipts r where r.brand_id = m.brand_id and r.number > m.number
        order by r.number limit 1)`.as('at'),
    ),
);

/** Finds when the brand's first attempt began; null: it has none. */
export const findFirstAttempt = preparedRead<{ brandId: string }>()('find_first_attempt', (q, p) =>
  q.selectNoFrom(
    sql<number | null>`(select a.created_at from attempts a where a.brand_id = ${p.brandId}::uuid
        order by a.created_at limit 1)`.as('at'),
  ),
);

/** Finds the brand's first date with stored figures; null: there is none. */
export const findFirstFigures = preparedRead<{ brandId: string }>()('find_first_figures', (q, p) =>
  q.selectNoFrom(
    sql<string | null>`(select h.counted_on from report_hours h
        where h.brand_id = ${p.brandId}::uuid and h.seller_id = ${ALL_SELLERS}::uuid
        order by h.counted_on limit 1)`.as('on'),
  ),
);

const SUMS = sql<Figures>`jsonb_build_object(${sql.join(
  FIGURES.flatMap((figure) => [sql.lit(figure), sql.raw(`sum(h.${sqlName(figure)})`)]),
)})`;

export interface SumArgs {
  readonly brandId: string;
  readonly storeIds: readonly string[];
  /** `ALL_SELLERS`, or sellers. */
  readonly sellerIds: readonly string[];
  readonly first: string;
  readonly last: string;
  /** Dates of stores that are left out, because their figures are not up to date. */
  readonly liveStores: readonly string[];
  readonly liveDates: readonly string[];
}

/**
 * Adds up stored figures by date and hour, and by store: rows with `on` and `hour`, and rows with `storeId`.
 */
export const readReportHours = preparedRead<SumArgs>()('read_report_hours', (q, p) =>
  q
    .selectFrom(hoursOf(p).as('h'))
    .groupBy(sql`grouping sets ((h.counted_on, h.hour), (h.store_id))`)
    .select([
      sql<string | null>`h.counted_on`.as('on'),
      sql<number | null>`h.hour`.as('hour'),
      sql<string | null>`h.store_id`.as('storeId'),
      SUMS.as('figures'),
    ]),
);

/** Adds up stored figures by seller. */
export const readReportSellers = preparedRead<SumArgs>()('read_report_sellers', (q, p) =>
  q
    .selectFrom(hoursOf(p).as('h'))
    .groupBy('h.sellerId')
    .select([sql<string>`h.seller_id`.as('sellerId'), SUMS.as('figures')]),
);

function hoursOf(p: SumArgs) {
  return sql<{ sellerId: string }>`(select x.* from report_hours x
    where x.brand_id = ${p.brandId}::uuid and x.seller_id = any(${p.sellerIds}::uuid[])
      and x.counted_on between ${p.first}::date and ${p.last}::date and x.store_id = any(${p.storeIds}::uuid[])
      and (x.store_id, x.counted_on) not in (select * from unnest(${p.liveStores}::uuid[], ${p.liveDates}::date[])))`;
}
