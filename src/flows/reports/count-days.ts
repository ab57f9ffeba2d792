/**
 * Stores the figures of ended days, so that reports read them. Each round enters the days that ended, and counts the days
 * that were entered before or changed since their count (decision 0057).
 */
import type { Database, Db, Tx } from '#db/core/db.ts';
import {
  ALL_SELLERS,
  deleteReportHours,
  type EnteredDay,
  findFirstAttempt,
  findFirstKept,
  findUncountedDays,
  insertReportDays,
  insertReportHours,
  listReportDays,
  lockDayCount,
  markDaysCounted,
  type ReportHour,
} from '#db/reports/report-days.ts';
import { listReportPeople } from '#db/reports/report-stores.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { addFigures, type FiguresSum, figuresSum } from '#rules/reports/figures.ts';
import type { StoreDay } from '#rules/reports/store-days.ts';
import { dayOf } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay } from '#rules/time/local-day.ts';
import { countLive, type HourFigures } from './live-figures.ts';
import { type FramedStore, readFrame } from './report-frame.ts';

export interface CountDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  /** The app's clock, which says which days are over. */
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
}

/** A transaction that did not see a day's entry may change an attempt of the day; each one ends within this time. */
const SETTLED_MS = 60_000;
/** The days of stores that one transaction counts or enters. */
const AT_ONCE = 200;
/** The transactions of one round, so that a new brand's years do not hold up the other chores. */
const MOST_BATCHES = 50;

/** Runs one round. Returns how many days of stores it counted. */
export async function countEndedDays(deps: CountDeps, brandId: string): Promise<number> {
  await enterDays(deps, brandId);
  let counted = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const now = await countBatch(deps, brandId);
    counted += now;
    if (now < AT_ONCE) break;
  }
  return counted;
}

async function enterDays({ db, timelines, now, hostNow }: CountDeps, brandId: string): Promise<void> {
  const at = now();
  const ended = await db.read(brandId, async (reads) => {
    const [first] = await reads.run(findFirstAttempt, { brandId });
    const { at: firstAt } = first ?? { at: null };
    if (firstAt === null) return [];
    const kept = await keptFrom(reads, brandId);
    const frame = await readFrame(reads, timelines, { brandId, storeId: null }, (zone) => ({
      first: localDay(zone, firstAt) - 1,
      last: localDay(zone, Math.max(at, firstAt)),
    }));
    if (frame === null) return [];
    const known = await readKnown(reads, brandId, frame.stores);
    return frame.stores.flatMap(({ store, days }) =>
      days
        .filter(({ noons, date }) => noons.end <= at && date.start >= kept)
        .filter(({ on, layout }) => known.get(`${store.id} ${on}`)?.layout !== layout)
        .map((day) => enteredDay(store.id, day)),
    );
  });
  for (let from = 0; from < ended.length; from += AT_ONCE) {
    const days = ended.slice(from, from + AT_ONCE);
    await db.inBrand(brandId, async (tx) => tx.send(insertReportDays, { brandId, days, at: hostNow() }));
  }
}

function enteredDay(storeId: string, { on, date, noons, layout }: StoreDay): EnteredDay {
  return { storeId, on, startsAt: date.start, endsAt: noons.end, layout };
}

/** Returns the instant before which retention has deleted receipts: earlier days keep the figures that they have. */
export async function keptFrom(reads: Db | Tx, brandId: string): Promise<Instant> {
  const [kept] = await reads.run(findFirstKept, { brandId });
  return kept?.at ?? Number.NEGATIVE_INFINITY;
}

/** Reads which dates are entered, by store and date. */
export async function readKnown(reads: Db | Tx, brandId: string, stores: readonly FramedStore[]) {
  const dates = stores.flatMap(({ days }) => [days[0]?.on ?? '', days.at(-1)?.on ?? '']).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return new Map<string, never>();
  const rows = await reads.run(listReportDays, { brandId, storeIds: stores.map(({ store }) => store.id), first, last });
  return new Map(rows.map((row) => [`${row.storeId} ${row.on}`, row]));
}

/** Counts a batch of days. Returns how many; 0 also where another server is counting. */
function countBatch({ db, timelines, now, hostNow }: CountDeps, brandId: string): Promise<number> {
  return db.inBrand(brandId, async (tx) => {
    const [reserved] = await tx.run(lockDayCount, { brandId });
    if (!reserved?.isMine) return 0;
    const wish = {
      brandId,
      enteredBefore: hostNow() - SETTLED_MS,
      keptFrom: await keptFrom(tx, brandId),
      now: now(),
      limit: AT_ONCE,
    };
    const days = await tx.run(findUncountedDays, wish);
    if (days.length === 0) return 0;
    const stores = await storesOf(tx, timelines, brandId, days);
    const found = await countLive(tx, { brandId, sellerId: null, bySeller: true, before: now() + 1 }, stores);
    const people = await tx.run(listReportPeople, { brandId });
    const sellerIds = [ALL_SELLERS, ...people.map(({ id }) => id)];
    tx.send(deleteReportHours, { brandId, sellerIds, days });
    tx.send(insertReportHours, { brandId, hours: [...storedHours(found)] });
    tx.send(markDaysCounted, { brandId, days });
    return days.length;
  });
}

/** Lays out the days of a batch, each store with its own. A day whose layout has changed is left for its new entry. */
async function storesOf(
  tx: Tx,
  timelines: Timelines,
  brandId: string,
  days: readonly { readonly storeId: string; readonly on: string; readonly layout: string }[],
): Promise<readonly FramedStore[]> {
  const numbers = days.map(({ on }) => dayOf(on) as number);
  const dates = { first: Math.min(...numbers), last: Math.max(...numbers) };
  const frame = await readFrame(tx, timelines, { brandId, storeId: null }, () => dates);
  const wanted = new Set(days.map(({ storeId, on, layout }) => `${storeId} ${on} ${layout}`));
  return (frame?.stores ?? [])
    .map((each) => ({
      ...each,
      days: each.days.filter(({ on, layout }) => wanted.has(`${each.store.id} ${on} ${layout}`)),
    }))
    .filter(({ days: own }) => own.length > 0);
}

/** Yields the rows to store: those of each seller, and their sums for each store. */
function* storedHours(found: readonly HourFigures[]): Iterable<ReportHour> {
  const ofStores = new Map<string, Omit<HourFigures, 'figures'> & { figures: FiguresSum }>();
  for (const { storeId, sellerId, on, hour, figures } of found) {
    yield { storeId, sellerId: sellerId as string, on, hour, ...complete(figures) };
    const key = `${storeId} ${on} ${hour}`;
    const sum = ofStores.get(key) ?? { storeId, sellerId: null, on, hour, figures: figuresSum() };
    addFigures(sum.figures, figures);
    ofStores.set(key, sum);
  }
  for (const { storeId, on, hour, figures } of ofStores.values())
    yield { storeId, sellerId: ALL_SELLERS, on, hour, ...figures };
}

function complete(figures: HourFigures['figures']): FiguresSum {
  const sum = figuresSum();
  addFigures(sum, figures);
  return sum;
}
