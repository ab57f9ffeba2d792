/** Reads the figures of dates: ended days from the stored figures, and the others by counting them (decision 0057). */
import type { Db } from '#db/core/db.ts';
import { ALL_SELLERS, readReportHours, readReportSellers } from '#db/reports/report-days.ts';
import { listReportPeople } from '#db/reports/report-stores.ts';
import type { SomeFigures } from '#rules/reports/figures.ts';
import type { Instant } from '#rules/time/interval.ts';
import { keptFrom, readKnown } from './count-days.ts';
import { countLive, type DaysOfStore } from './live-figures.ts';
import type { FramedStore, ReportFrame } from './report-frame.ts';

export interface FiguresWish {
  readonly brandId: string;
  /** Null: all sellers. */
  readonly sellerId: string | null;
  /** Whether the figures of each seller are wanted. */
  readonly bySeller: boolean;
  readonly now: Instant;
}

/** Takes the figures in several sums. Each event is in one call of `hour`, in one of `store`, and in one of `seller`. */
export interface FigureSums {
  /** `hour` 24 is the evening. */
  hour(on: string, hour: number, figures: SomeFigures): void;
  store(id: string, figures: SomeFigures): void;
  seller(id: string, figures: SomeFigures): void;
}

/** Reads the figures of the frame's dates into `sums`. */
export async function readFigures(
  reads: Db,
  frame: ReportFrame,
  { brandId, sellerId, bySeller, now }: FiguresWish,
  sums: FigureSums,
): Promise<void> {
  const live = await findLiveDays(reads, brandId, frame.stores, now);
  const dates = frame.stores.flatMap(({ days }) => [days[0]?.on ?? '', days.at(-1)?.on ?? '']).toSorted();
  const pairs = live.flatMap(({ store, days }) => days.map(({ on }) => ({ storeId: store.id, on })));
  const args = {
    brandId,
    storeIds: frame.stores.map(({ store }) => store.id),
    sellerIds: [sellerId ?? ALL_SELLERS],
    first: dates[0] ?? '',
    last: dates.at(-1) ?? '',
    liveStores: pairs.map(({ storeId }) => storeId),
    liveDates: pairs.map(({ on }) => on),
  };
  if (dates.length === 0) return;
  const people = bySeller ? await reads.run(listReportPeople, { brandId }) : [];
  const sellerIds = people.map(({ id }) => id).filter((id) => sellerId === null || id === sellerId);
  const [stored, ofSellers, counted] = await Promise.all([
    reads.run(readReportHours, args),
    bySeller ? reads.run(readReportSellers, { ...args, sellerIds }) : [],
    countLive(reads, { brandId, sellerId, bySeller, before: now + 1 }, live),
  ]);
  for (const { on, hour, storeId, figures } of stored) {
    if (storeId !== null) sums.store(storeId, figures);
    else if (on !== null && hour !== null) sums.hour(on, hour, figures);
  }
  for (const { sellerId: id, figures } of ofSellers) sums.seller(id, figures);
  for (const { storeId, sellerId: id, on, hour, figures } of counted) {
    sums.store(storeId, figures);
    sums.hour(on, hour, figures);
    if (bySeller && id !== null) sums.seller(id, figures);
  }
}

/** Finds the dates without stored figures that are up to date. A date whose receipts are deleted keeps what is stored. */
async function findLiveDays(
  reads: Db,
  brandId: string,
  stores: readonly FramedStore[],
  now: Instant,
): Promise<readonly DaysOfStore[]> {
  const [known, kept] = await Promise.all([readKnown(reads, brandId, stores), keptFrom(reads, brandId)]);
  return stores
    .map((each) => ({
      ...each,
      days: each.days.filter(({ on, layout, noons, date }) => {
        const entry = known.get(`${each.store.id} ${on}`);
        if (entry === undefined || noons.end > now) return date.start <= now;
        if (entry.wasCounted && date.start < kept) return false;
        return !(entry.isCounted && entry.layout === layout);
      }),
    }))
    .filter(({ days }) => days.length > 0);
}
