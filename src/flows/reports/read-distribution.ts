/** How days are spread (P5): the contacts of some stores by their clocks' hours, against the hours that were open. */
import type { Db, Reads } from '#db/core/db.ts';
import { listStores, type StoreRecord } from '#db/people/stores.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { countContactsBySpan, countPutOff, countWaiting, listSellers } from '#db/reports/distribution.ts';
import type { BrandClocks, Timelines } from '#flows/policy/timelines.ts';
import { quietStretches } from '#rules/contact/quiet/quiet-stretches.ts';
import { workingTimes } from '#rules/holds/working-time.ts';
import type { Plan } from '#rules/policy/plan.ts';
import { evenSpread, HOURS, hourSpans, lengthsByHour, mayRank, spansByHour } from '#rules/reports/day-spread.ts';
import { DAY_MS, dayOf as dayOfDate, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import { dateText, localDay, startOfDay } from '#rules/time/local-day.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { add, Counts, type Figures, noFigures, totalOf } from './spread-figures.ts';

/** Whole dates (`YYYY-MM-DD`) on each store's clock, both counted (null: its today), or instants, the second not counted. */
export type Stretch =
  | { readonly kind: 'days'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'instants'; readonly from: Instant; readonly to: Instant };

export interface DistributionWish {
  /** Null: all of the brand. */
  readonly storeId: string | null;
  /** Null: everybody. */
  readonly sellerId: string | null;
  readonly stretch: Stretch;
}

/** A store's day as its clock has it: parts of each hour, from 0 to 1. */
export interface StoreDay {
  readonly quiet: readonly number[];
  readonly open: readonly number[];
}

export type SpreadOfStore = Figures & StoreDay & Pick<StoreRecord, 'id' | 'name' | 'zone'>;
export type SpreadOfSeller = Figures & { readonly id: string; readonly name: string; readonly storeId: string };

export interface DistributionRead extends Figures, StoreDay {
  readonly from: Instant;
  readonly to: Instant;
  readonly days: { readonly from: string; readonly to: string } | null;
  readonly zone: string | null;
  readonly even: readonly number[];
  readonly quietStretches: readonly Interval[];
  readonly stores: readonly SpreadOfStore[];
  readonly sellers: readonly SpreadOfSeller[];
  readonly ranked: boolean;
}

interface Deps {
  readonly db: Reads;
  readonly timelines: Timelines;
}

/** The longest stretch that is counted at once. */
export const MOST_DAYS = 92;

/** Null: no such brand or store. `unusable`: more than `MOST_DAYS`, or nothing at all. */
export async function readDistribution(
  { db, timelines }: Deps,
  brandId: string,
  { storeId, sellerId, stretch }: DistributionWish,
  now: Instant,
): Promise<DistributionRead | null | 'unusable'> {
  return db.read(brandId, async (reads) => {
    const [[place], all] = await Promise.all([
      reads.run(readPlace, { brandId, storeId: null }),
      reads.run(listStores, { brandId }),
    ]);
    const stores = all.filter(({ id }) => storeId === null || id === storeId);
    if (!place || (storeId !== null && stores.length === 0)) return null;

    const clocks = await timelines.at(reads, brandId, place.revision);
    const { brandZone, storeZones } = place;
    const placed = stores.map((store) => {
      const zone = zoneFault(store.zone) === null ? store.zone : brandZone;
      return { store, zone, ...stretchIn(zone, stretch, now) };
    });
    // Before anything is laid out: what is longer would never be done with.
    if (placed.some(({ from, to }) => !(from < to && to - from <= (MOST_DAYS + 1) * DAY_MS))) return 'unusable';
    const days = placed.map((each) => dayOf(clocks, { ...each, plan: place.plan, brandZone, storeZones }));

    const counts = await countsOf(reads, { brandId, sellerId, now }, days);
    const shown = storeId === null ? [] : await sellersOf(reads, brandId, storeId, sellerId, counts);
    return { ...wholeOf(days, counts, stretch), ...shownBy(counts, shown) };
  });
}

interface Where {
  readonly store: StoreRecord;
  readonly zone: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly plan: Plan;
  readonly brandZone: string;
  readonly storeZones: readonly string[];
}

type Day = ReturnType<typeof dayOf>;

/** T8: read off the same intervals as every other answer about quiet. */
function dayOf(clocks: BrandClocks, { store, zone, from, to, plan, brandZone, storeZones }: Where) {
  const zones = { store: store.zone, brand: brandZone, customer: [], customerFrom: null, brandStores: storeZones };
  const quiet = quietStretches({ plan, timeline: clocks.timeline, zones, quiet: clocks.around(from, zones) }, from, to);
  const open = workingTimes({ quietBetween: () => quiet, store, notBeforeMinute: null }, from, to);
  const spans = hourSpans(zone, from, to);
  return {
    store,
    zone,
    from,
    to,
    spans,
    stretches: quiet,
    lengths: spansByHour(spans),
    quietMs: lengthsByHour(spans, quiet),
    openMs: lengthsByHour(spans, open),
  };
}

function stretchIn(zone: string, stretch: Stretch, now: Instant): { from: Instant; to: Instant } {
  if (stretch.kind === 'instants') return stretch;
  const today = localDay(zone, now);
  const first = dayNumber(stretch.from ?? stretch.to) ?? today;
  const last = dayNumber(stretch.to ?? stretch.from) ?? today;
  return { from: startOfDay(zone, first), to: startOfDay(zone, last + 1) };
}

function dayNumber(date: string | null): EpochDay | null {
  return date === null ? null : dayOfDate(date);
}

/** One read for each clock: stores that go by the same one have the same spans. What a clock that was moved back has before it is not counted. */
async function countsOf(
  reads: Db,
  { now, ...asked }: { readonly brandId: string; readonly sellerId: string | null; readonly now: Instant },
  days: readonly Day[],
): Promise<Counts> {
  const counts = new Counts();
  const byZone = Map.groupBy(days, ({ zone }) => zone);
  await Promise.all(
    [...byZone.values()].map(async (ofZone) => {
      const { from, to, spans } = ofZone[0] as Day;
      const wish = { ...asked, storeIds: ofZone.map(({ store }) => store.id), from, to: Math.min(to, now + 1) };
      const [contacts, later, waiting] = await Promise.all([
        reads.run(countContactsBySpan, { ...wish, starts: spans.map(({ start }) => start) }),
        reads.run(countPutOff, wish),
        reads.run(countWaiting, wish),
      ]);
      for (const { span, ...row } of contacts) counts.contacts(row, spans[span - 1]?.hour ?? 0);
      for (const row of later) counts.putOff(row);
      for (const row of waiting) counts.waiting(row);
    }),
  );
  return counts;
}

async function sellersOf(
  reads: Db,
  brandId: string,
  storeId: string,
  sellerId: string | null,
  counts: Counts,
): Promise<readonly { readonly id: string; readonly name: string; readonly storeId: string }[]> {
  const ids = sellerId === null ? counts.sellers : [sellerId];
  const people = await reads.run(listSellers, { brandId, storeId, ids });
  return people.filter(({ id }) => sellerId === null || id === sellerId).map((person) => ({ ...person, storeId }));
}

function shownBy(counts: Counts, people: readonly { id: string; name: string; storeId: string }[]) {
  const sellers = people.map((person) => ({ ...person, ...counts.ofSeller(person.id) }));
  const ranked = mayRank(sellers.map(({ contacts }) => contacts));
  return { ranked, sellers: ranked ? sellers.toSorted((a, b) => b.contacts - a.contacts) : sellers };
}

function wholeOf(days: readonly Day[], counts: Counts, stretch: Stretch) {
  const zones = new Set(days.map(({ zone }) => zone));
  const [first] = days;
  const figures = days.reduce((sum, { store }) => add(sum, counts.ofStore(store.id)), noFigures());
  const openMs = totalOf(days.map(({ openMs }) => openMs));
  const lengths = totalOf(days.map(({ lengths }) => lengths));
  const one = zones.size === 1 && first !== undefined;
  return {
    ...figures,
    from: Math.min(...days.map(({ from }) => from)),
    to: Math.max(...days.map(({ to }) => to)),
    days:
      stretch.kind === 'instants' || first === undefined
        ? null
        : { from: dateText(localDay(first.zone, first.from)), to: dateText(localDay(first.zone, first.to - 1)) },
    zone: one ? first.zone : null,
    quiet: parts(totalOf(days.map(({ quietMs }) => quietMs)), lengths),
    open: parts(openMs, lengths),
    even: evenSpread(figures.contacts, openMs).map(rounded),
    quietStretches: one ? first.stretches : [],
    stores: days.map(({ store, quietMs, openMs, lengths }) => ({
      id: store.id,
      name: store.name,
      zone: store.zone,
      ...counts.ofStore(store.id),
      quiet: parts(quietMs, lengths),
      open: parts(openMs, lengths),
    })),
  };
}

function parts(ms: readonly number[], of: readonly number[]): readonly number[] {
  return Array.from({ length: HOURS }, (_, hour) =>
    rounded((of[hour] ?? 0) === 0 ? 0 : (ms[hour] ?? 0) / (of[hour] ?? 1)),
  );
}

/** Enough to draw with. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
