/** Counts the figures of dates from the attempts themselves: for dates without stored figures, and to store them. */
import type { Db, Tx } from '#db/core/db.ts';
import { COUNTED_EVENTS, type CountedEvent, countEvents, type EventCountRow } from '#db/reports/event-counts.ts';
import { addFigures, type FiguresSum, figuresSum, type SomeFigures } from '#rules/reports/figures.ts';
import { hourOf, type StoreDay } from '#rules/reports/store-days.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import { type Instant, type Interval, union } from '#rules/time/interval.ts';
import { dateText } from '#rules/time/local-day.ts';
import type { FramedStore } from './report-frame.ts';

/** The figures of one hour of a store and a seller; hour 24 is the evening. `sellerId` null: all sellers. */
export interface HourFigures {
  readonly storeId: string;
  readonly sellerId: string | null;
  readonly on: string;
  readonly hour: number;
  readonly figures: SomeFigures;
}

/** The dates of a store that are counted. */
export interface DaysOfStore extends Omit<FramedStore, 'days'> {
  readonly days: readonly StoreDay[];
}

export interface LiveWish {
  readonly brandId: string;
  readonly sellerId: string | null;
  /** Whether the figures of each seller are wanted. */
  readonly bySeller: boolean;
  /** Events at this instant or later do not count: the demo's clock may have been moved back. */
  readonly before: Instant;
}

/** The number of the hour that stands for a date's evening. */
export const EVENING_HOUR = 24;

/** Counts the figures of the dates. Events of other dates between them are read and left out. */
export async function countLive(
  reads: Db | Tx,
  wish: LiveWish,
  stores: readonly DaysOfStore[],
): Promise<readonly HourFigures[]> {
  const counted = new HourSums(stores);
  const ofDates = runsOf(stores.flatMap(({ days }) => days.map(({ date }) => date)));
  const ofEvenings = runsOf(stores.flatMap(({ days }) => days.map(({ noons }) => noons)));
  await Promise.all([
    ...ofDates.flatMap((run) => [
      ...COUNTED_EVENTS.map(async (event) => {
        for (const row of await count(reads, wish, stores, run, event, null)) counted.add(row, row.figures);
      }),
      count(reads, wish, stores, run, 'sent', ({ closed }) => closed).then((rows) => {
        for (const row of rows) counted.add(row, { outsideHours: row.figures.sent ?? 0 });
      }),
    ]),
    ...ofEvenings.flatMap((run) =>
      EVENING_EVENTS.map(async (event) => {
        for (const row of await count(reads, wish, stores, run, event, ({ quiet }) => quiet))
          counted.evening(row, event);
      }),
    ),
  ]);
  return counted.hours(wish.bySeller);
}

const EVENING_EVENTS: readonly CountedEvent[] = ['sent', 'put_off', 'warned'];

async function count(
  reads: Db | Tx,
  { brandId, sellerId, bySeller, before }: LiveWish,
  stores: readonly DaysOfStore[],
  run: Interval,
  event: CountedEvent,
  timesOf: ((day: StoreDay) => readonly Interval[]) | null,
): Promise<readonly EventCountRow[]> {
  const to = Math.min(run.end, before);
  if (run.start >= to) return [];
  const isTouched = ({ days }: DaysOfStore) => days.some(({ date, noons }) => date.start < to && noons.end > run.start);
  const touched = stores.filter(isTouched);
  const times = timesOf === null ? [] : touched.map(({ days }) => union(days.flatMap(timesOf)));
  const storeIds = touched.map(({ store }) => store.id);
  // Only people can be counted by evening, so that evenings are always read by seller.
  const statement = countEvents({ event, bySeller: bySeller || timesOf !== null, times: timesOf !== null });
  return reads.run(statement, { brandId, sellerId, storeIds, stores: storeIds, times, from: run.start, to });
}

/** Returns the times to read: the dates, where those that nearly touch are read together. */
function runsOf(dates: readonly Interval[]): readonly Interval[] {
  const wide = union(dates.map(({ start, end }) => ({ start, end: end + DAY_MS })));
  return wide.map(({ start, end }) => ({ start, end: end - DAY_MS }));
}

/** Puts counted quarters into hours of the stores' clocks. */
class HourSums {
  readonly #stores: ReadonlyMap<string, DaysOfStore & { readonly dates: ReadonlySet<string> }>;
  readonly #sums = new Map<string, FiguresSum>();
  /** The sellers of each evening, with whether they contacted a customer. */
  readonly #evenings = new Map<string, boolean>();

  constructor(stores: readonly DaysOfStore[]) {
    this.#stores = new Map(
      stores.map((each) => [each.store.id, { ...each, dates: new Set(each.days.map(({ on }) => on)) }]),
    );
  }

  add({ storeId, sellerId, quarter }: EventCountRow, figures: SomeFigures): void {
    const store = this.#stores.get(storeId);
    if (store === undefined) return;
    const { day, hour } = hourOf(store.clock, quarter);
    const on = dateText(day);
    if (store.dates.has(on)) addFigures(this.#sumOf(storeId, sellerId, on, hour), figures);
  }

  evening({ storeId, sellerId, quarter, figures }: EventCountRow, event: CountedEvent): void {
    const store = this.#stores.get(storeId);
    if (store === undefined) return;
    const { day, hour } = hourOf(store.clock, quarter);
    const on = dateText(hour < NOON ? day - 1 : day);
    if (!store.dates.has(on)) return;
    const isWork = event === 'sent';
    if (event === 'warned' && (figures.turnedBack ?? 0) === 0) return;
    const key = keyOf(storeId, sellerId, on);
    this.#evenings.set(key, isWork || (this.#evenings.get(key) ?? false));
  }

  hours(bySeller: boolean): readonly HourFigures[] {
    for (const [key, worked] of this.#evenings) {
      const [storeId = '', seller = '', on = ''] = key.split(' ');
      const figures = worked ? { eveningsWorked: 1 } : { eveningsSpared: 1 };
      addFigures(this.#sumOf(storeId, bySeller ? seller : null, on, EVENING_HOUR), figures);
    }
    return [...this.#sums].map(([key, figures]) => {
      const [storeId = '', seller = '', on = '', hour = ''] = key.split(' ');
      return { storeId, sellerId: seller || null, on, hour: Number(hour), figures };
    });
  }

  #sumOf(storeId: string, sellerId: string | null, on: string, hour: number): FiguresSum {
    const key = `${keyOf(storeId, sellerId, on)} ${hour}`;
    const sum = this.#sums.get(key) ?? figuresSum();
    this.#sums.set(key, sum);
    return sum;
  }
}

const NOON = 12;

function keyOf(storeId: string, sellerId: string | null, on: string): string {
  return `${storeId} ${sellerId ?? ''} ${on}`;
}
