/** Lists the attempts behind a figure of the Panorama, page by page or all of them, newest first. */
import type { Db } from '#db/core/db.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { type AttemptEvent, attemptEventsPage } from '#db/record/attempt-events.ts';
import { type Page, type PageAsked, type Place, pageOf } from '#flows/core/list-page.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { quietWeekHours, type WeekHour, weekHour } from '#rules/reports/compared-weeks.ts';
import { hourSpans } from '#rules/reports/day-spread.ts';
import { hourOf } from '#rules/reports/store-days.ts';
import type { EpochDay } from '#rules/time/calendar.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import { intersect, union } from '#rules/time/interval.ts';
import { zoneClock } from '#rules/time/zone.ts';
import { readPages } from './read-pages.ts';
import { datesOf, isUnusable, type PanoramaDeps, type PeriodWish } from './read-panorama.ts';
import { type FramedStore, readFrame } from './report-frame.ts';

export interface ReportListWish extends PeriodWish {
  readonly event: AttemptEvent;
  /** Only events in this hour of the store's clock; null: any hour. */
  readonly hour: number | null;
  /** Only events in the hours of the week that this version keeps quiet; null: any hour. */
  readonly version: number | null;
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
    const times = await readTimes(reads, timelines, brandId, wish, now);
    if (times === null) return null;
    const rows = await readPage(reads, brandId, { ...wish, ...times }, after, limit + 1);
    return pageOf(rows, limit, ({ eventAt }) => eventAt);
  });
}

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
  const times = await db.read(brandId, (reads) => readTimes(reads, timelines, brandId, wish, now));
  if (times === null) return null;
  const within = { ...wish, ...times };
  return readPages((after, limit) => db.read(brandId, (reads) => readPage(reads, brandId, within, after, limit)));
}

interface Times {
  readonly start: Instant;
  readonly end: Instant;
  readonly stores: readonly string[];
  readonly times: readonly (readonly Interval[])[];
}

/** Computes the times in which events are listed; null where the brand, the store or the version does not exist. */
async function readTimes(
  reads: Db,
  timelines: Timelines,
  brandId: string,
  wish: ReportListWish,
  now: Instant,
): Promise<Times | null> {
  const frame = await readFrame(reads, timelines, { brandId, storeId: wish.storeId }, datesOf(wish, now));
  if (frame === null) return null;
  if (wish.version === null) return timesOf(frame.stores, wish, now);
  const [place] = await reads.run(readPlace, { brandId, storeId: null });
  const { timeline } = await timelines.at(reads, brandId, place?.revision ?? 0);
  const span = timeline.versions.find(({ version }) => version === wish.version);
  return span === undefined ? null : timesOf(frame.stores, wish, now, quietWeekHours(span.policy));
}

/** Computes the times in which events of each store are listed, and the stretch around them all. */
export function timesOf(
  stores: readonly FramedStore[],
  { event, hour }: Pick<ReportListWish, 'event' | 'hour'>,
  now: Instant,
  weekHours: ReadonlySet<WeekHour> | null = null,
): Times {
  const cut = { start: Number.NEGATIVE_INFINITY, end: now + 1 };
  const shared = new Map<FramedStore['days'], readonly Interval[]>();
  const all = stores.map(({ days, zone }) => {
    const dates = union(days.map(({ date }) => date));
    const ofEvent = event === 'outside_hours' ? union(days.flatMap(({ closed }) => closed)) : dates;
    const isMeant = (day: EpochDay, ofHour: number) =>
      (hour === null || hour === ofHour) && (weekHours === null || weekHours.has(weekHour(day, ofHour)));
    const ofHours = hour === null && weekHours === null ? ofEvent : inHours(zone, ofEvent, isMeant);
    const within = shared.get(days) ?? intersect(ofHours, [cut]);
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

function inHours(
  zone: string,
  times: readonly Interval[],
  isMeant: (day: EpochDay, hour: number) => boolean,
): readonly Interval[] {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return [];
  const clock = zoneClock(zone, first.start, last.end);
  const spans = hourSpans(zone, first.start, last.end);
  return intersect(times, union(spans.filter(({ start, hour }) => isMeant(hourOf(clock, start).day, hour))));
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
