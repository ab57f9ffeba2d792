/** Lists the attempts behind a figure of the Panorama, page by page or all of them, newest first. */
import type { Db } from '#db/core/db.ts';
import { type AttemptEvent, attemptEventsPage } from '#db/record/attempt-events.ts';
import { type Page, type PageAsked, type Place, pageOf } from '#flows/core/list-page.ts';
import { hourSpans } from '#rules/reports/day-spread.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import { intersect, union } from '#rules/time/interval.ts';
import { datesOf, isUnusable, type PanoramaDeps, type PeriodWish } from './read-panorama.ts';
import { type FramedStore, readFrame } from './report-frame.ts';

export interface ReportListWish extends PeriodWish {
  readonly event: AttemptEvent;
  /** Only events in this hour of the store's clock; null: any hour. */
  readonly hour: number | null;
}

type Row = Awaited<ReturnType<typeof readPage>>[number];
export type ReportAttempt = Row;

/** Reads one page; null where the store does not exist. */
export function listReportAttempts(
  { db, timelines }: PanoramaDeps,
  brandId: string,
  wish: ReportListWish,
  now: Instant,
  { after, limit }: PageAsked,
): Promise<Page<Row> | null | 'unusable'> {
  return db.read(brandId, async (reads) => {
    if (isUnusable(wish)) return 'unusable';
    const frame = await readFrame(reads, timelines, { brandId, storeId: wish.storeId }, datesOf(wish, now));
    if (frame === null) return null;
    const rows = await readPage(reads, brandId, { ...wish, ...timesOf(frame.stores, wish, now) }, after, limit + 1);
    return pageOf(rows, limit, ({ eventAt }) => eventAt);
  });
}

/** Rows of one read of an export: few round trips, and little memory. */
const EXPORT_ROWS = 2_000;

/**
 * Yields all attempts in pages, each read by itself, so that a slow reader keeps no transaction open. The times are
 * computed once. Null where the store does not exist.
 */
export async function exportReportAttempts(
  { db, timelines }: PanoramaDeps,
  brandId: string,
  wish: ReportListWish,
  now: Instant,
): Promise<AsyncIterable<readonly Row[]> | null | 'unusable'> {
  if (isUnusable(wish)) return 'unusable';
  const place = { brandId, storeId: wish.storeId };
  const frame = await db.read(brandId, (reads) => readFrame(reads, timelines, place, datesOf(wish, now)));
  if (frame === null) return null;
  const within = { ...wish, ...timesOf(frame.stores, wish, now) };
  return (async function* () {
    let after: Place | null = null;
    for (;;) {
      const from: Place | null = after;
      const rows: readonly Row[] = await db.read(brandId, (reads) =>
        readPage(reads, brandId, within, from, EXPORT_ROWS),
      );
      yield rows;
      const last = rows.at(-1);
      if (rows.length < EXPORT_ROWS || last === undefined) return;
      after = { at: last.eventAt, id: last.id };
    }
  })();
}

interface Times {
  readonly start: Instant;
  readonly end: Instant;
  readonly stores: readonly string[];
  readonly times: readonly (readonly Interval[])[];
}

/** Computes the times in which events of each store are listed, and the stretch around them all. */
function timesOf(stores: readonly FramedStore[], { event, hour }: ReportListWish, now: Instant): Times {
  const cut = { start: Number.NEGATIVE_INFINITY, end: now + 1 };
  const shared = new Map<FramedStore['days'], readonly Interval[]>();
  const all = stores.map(({ days, zone }) => {
    const dates = union(days.map(({ date }) => date));
    const ofEvent = event === 'outside_hours' ? union(days.flatMap(({ closed }) => closed)) : dates;
    const within = shared.get(days) ?? intersect(hour === null ? ofEvent : inHour(zone, ofEvent, hour), [cut]);
    shared.set(days, within);
    return { dates, within };
  });
  return {
    start: Math.min(...all.map(({ dates }) => dates[0]?.start ?? 0)),
    end: Math.min(cut.end, Math.max(...all.map(({ dates }) => dates.at(-1)?.end ?? 0))),
    stores: stores.map(({ store }) => store.id),
    times: all.map(({ within }) => within),
  };
}

function inHour(zone: string, times: readonly Interval[], hour: number): readonly Interval[] {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return [];
  const spans = hourSpans(zone, first.start, last.end).filter((span) => span.hour === hour);
  return intersect(times, union(spans));
}

function readPage(
  reads: Db,
  brandId: string,
  { event, sellerId, start, end, stores, times }: ReportListWish & Times,
  after: Place | null,
  limit: number,
) {
  const none = { customers: false, sellers: false, store: false, state: false, words: false };
  const page = attemptEventsPage({ event, ...none, ofSeller: sellerId !== null, times: true });
  return reads.run(page, {
    ...{ brandId, stores, times, limit, from: start, to: end, ofSeller: sellerId },
    ...{ ids: [], sellerIds: [], storeId: null, state: null, words: [], wordEnds: [] },
    beforeAt: after?.at ?? null,
    beforeId: after?.id ?? null,
  });
}
