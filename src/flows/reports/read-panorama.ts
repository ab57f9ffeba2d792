/**
 * Reads the Panorama: what happened to attempts in some days, by hour, weekday, store and seller. Ended days are read from
 * the stored figures, and the others are counted (decision 0057).
 */
import type { Reads } from '#db/core/db.ts';
import { listReportPeople } from '#db/reports/report-stores.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { evenSpread, HOURS, mayRank } from '#rules/reports/day-spread.ts';
import { addFigures, type Figures, type FiguresSum, figuresSum, type SomeFigures } from '#rules/reports/figures.ts';
import { dayOf, type EpochDay, weekdayOf } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { hourShares } from './hour-shares.ts';
import { EVENING_HOUR } from './live-figures.ts';
import { type FigureSums, readFigures } from './period-figures.ts';
import { MOST_DAYS } from './read-distribution.ts';
import { lastDays, type ReportFrame, readFrame } from './report-frame.ts';

export interface PeriodWish {
  /** Null for all stores of the brand. */
  readonly storeId: string | null;
  /** Null for all sellers. */
  readonly sellerId: string | null;
  /** `YYYY-MM-DD`, both inclusive; null: the last 30 days. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface PanoramaRead {
  readonly from: string;
  readonly to: string;
  readonly zone: string | null;
  readonly figures: Figures;
  readonly hours: readonly (Pick<Figures, 'sent' | 'putOff' | 'outsideHours' | 'stopped' | 'wrongNumber'> & {
    readonly even: number;
    readonly quiet: number;
    readonly open: number;
  })[];
  readonly week: readonly (readonly number[])[];
  readonly stores: readonly {
    readonly id: string;
    readonly name: string;
    readonly zone: string;
    readonly figures: Figures;
  }[];
  readonly sellers: readonly { readonly id: string; readonly name: string; readonly figures: Figures }[];
  readonly ranked: boolean;
}

export interface PanoramaDeps {
  readonly db: Reads;
  readonly timelines: Timelines;
}

const USUAL_DAYS = 30;

/**
 * Reads the Panorama; null where the brand or the store does not exist. Returns `unusable` where the period is empty or
 * longer than `MOST_DAYS`.
 */
export function readPanorama(
  { db, timelines }: PanoramaDeps,
  brandId: string,
  wish: PeriodWish,
  now: Instant,
): Promise<PanoramaRead | null | 'unusable'> {
  return db.read(brandId, async (reads) => {
    if (isUnusable(wish)) return 'unusable';
    const frame = await readFrame(reads, timelines, { brandId, storeId: wish.storeId }, datesOf(wish, now));
    if (frame === null) return null;
    const sums = new Sums();
    await readFigures(reads, frame, { brandId, sellerId: wish.sellerId, bySeller: wish.storeId !== null, now }, sums);
    const people = wish.storeId === null ? [] : await reads.run(listReportPeople, { brandId });
    const sellers = people
      .map(({ id, name }) => ({ id, name, figures: sums.sellers.get(id) ?? null }))
      .filter((each): each is { id: string; name: string; figures: FiguresSum } => each.figures !== null);
    const ranked = mayRank(sellers.map(({ figures }) => figures.sent));
    const days = frame.stores[0]?.days ?? [];
    return {
      from: days[0]?.on ?? '',
      to: days.at(-1)?.on ?? '',
      zone: new Set(frame.stores.map(({ zone }) => zone)).size === 1 ? (frame.stores[0]?.zone ?? null) : null,
      figures: sums.all,
      ...byHour(frame, sums),
      stores: frame.stores.map(({ store: { id, name }, zone }) => ({
        ...{ id, name, zone },
        figures: sums.stores.get(id) ?? figuresSum(),
      })),
      sellers: ranked ? sellers.toSorted((a, b) => b.figures.sent - a.figures.sent) : sellers,
      ranked,
    };
  });
}

/** Whether the dates are in the wrong order, or further apart than a report counts. One date alone is a day. */
export function isUnusable({ from, to }: PeriodWish): boolean {
  const [first, last] = [dayNumber(from ?? to), dayNumber(to ?? from)];
  return first !== null && last !== null && !(first <= last && last - first < MOST_DAYS);
}

/** Returns the dates that a report counts in a zone. */
export function datesOf({ from, to }: PeriodWish, now: Instant) {
  const [first, last] = [dayNumber(from ?? to), dayNumber(to ?? from)];
  return (zone: string) => (first === null || last === null ? lastDays(zone, now, USUAL_DAYS) : { first, last });
}

function dayNumber(date: string | null): EpochDay | null {
  return date === null ? null : dayOf(date);
}

/** The figures of a period, added up in several ways. */
class Sums implements FigureSums {
  readonly all = figuresSum();
  readonly stores = new Map<string, FiguresSum>();
  readonly sellers = new Map<string, FiguresSum>();
  readonly hours = Array.from({ length: HOURS }, figuresSum);
  readonly week = Array.from({ length: 7 }, () => new Array<number>(HOURS).fill(0));

  hour(on: string, hour: number, figures: SomeFigures): void {
    addFigures(this.all, figures);
    if (hour === EVENING_HOUR) return;
    addFigures(this.hours[hour] as FiguresSum, figures);
    const ofDay = this.week[weekdayOf(dayOf(on) as EpochDay)] as number[];
    ofDay[hour] = (ofDay[hour] ?? 0) + (figures.sent ?? 0);
  }

  store(id: string, figures: SomeFigures): void {
    addTo(this.stores, id, figures);
  }

  seller(id: string, figures: SomeFigures): void {
    addTo(this.sellers, id, figures);
  }
}

function addTo(sums: Map<string, FiguresSum>, id: string, figures: SomeFigures): void {
  const sum = sums.get(id) ?? figuresSum();
  addFigures(sum, figures);
  sums.set(id, sum);
}

function byHour(frame: ReportFrame, sums: Sums): Pick<PanoramaRead, 'hours' | 'week'> {
  const { openMs, quiet, open } = hourShares(frame.stores);
  const even = evenSpread(sums.all.sent, openMs);
  const hours = sums.hours.map(({ sent, putOff, outsideHours, stopped, wrongNumber }, hour) => ({
    ...{ sent, putOff, outsideHours, stopped, wrongNumber },
    even: Math.round((even[hour] ?? 0) * 1000) / 1000,
    quiet: quiet[hour] ?? 0,
    open: open[hour] ?? 0,
  }));
  return { hours, week: sums.week };
}
