/** Computes how contacts were spread over the hours of some days, compared with the open hours (P5). */
import type { Db, Reads } from '#db/core/db.ts';
import { listStores, type StoreRecord } from '#db/people/stores.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { countContactsBySpan, countPutOff, countWaiting, listSellers } from '#db/reports/distribution.ts';
import type { BrandClocks, Timelines } from '#flows/policy/timelines.ts';
import { quietStretches } from '#rules/contact/quiet/quiet-stretches.ts';
import { workingTimes } from '#rules/holds/working-time.ts';
import type { Plan } from '#rules/policy/plan.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { policyAt } from '#rules/policy/timeline.ts';
import { evenSpread, HOURS, hourSpans, lengthsByHour, mayRank, spansByHour } from '#rules/reports/day-spread.ts';
import { evennessOf } from '#rules/reports/evenness.ts';
import { DAY_MS, dayOf as dayOfDate, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import { dateText, localDay, startOfDay } from '#rules/time/local-day.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { type BurstLimit, type BurstSums, type Bursts, burstLimitOf, readBursts } from './read-bursts.ts';
import { add, Counts, type Figures, noFigures, totalOf } from './spread-figures.ts';

/**
 * The time to count: whole dates (`YYYY-MM-DD`) on each store's clock, both included (null means the store's today), or
 * instants, the second excluded.
 */
export type Stretch =
  | { readonly kind: 'days'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'instants'; readonly from: Instant; readonly to: Instant };

export interface DistributionWish {
  /** Null for all stores of the brand. */
  readonly storeId: string | null;
  /** Null for all sellers. */
  readonly sellerId: string | null;
  readonly stretch: Stretch;
  /** Whether the bursts are counted, which reads every contact. */
  readonly withBursts: boolean;
}

/** A store's day on its clock: the share of each hour that is quiet or open, from 0 to 1. */
export interface StoreDay {
  readonly quiet: readonly number[];
  readonly open: readonly number[];
}

/** How even the contacts are and how they came; null where there is nothing to say or the bursts are not asked for. */
export interface Rhythm {
  readonly evenness: number | null;
  readonly bursts: Bursts | null;
}

export type SpreadOfStore = Figures & Rhythm & StoreDay & Pick<StoreRecord, 'id' | 'name' | 'zone'>;
export type SpreadOfSeller = Figures &
  Rhythm & { readonly id: string; readonly name: string; readonly storeId: string };

export interface DistributionRead extends Figures, Rhythm, StoreDay {
  readonly limit: BurstLimit | null;
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

/** The most days that are counted at once. */
export const MOST_DAYS = 92;

/**
 * Reads the distribution; null where the brand or the store does not exist. Returns `unusable` where the time is empty
 * or longer than `MOST_DAYS`.
 */
export async function readDistribution(
  { db, timelines }: Deps,
  brandId: string,
  { storeId, sellerId, stretch, withBursts }: DistributionWish,
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
    // This is checked before any interval is laid out, because a longer time would take too long to compute.
    if (placed.some(({ from, to }) => !(from < to && to - from <= (MOST_DAYS + 1) * DAY_MS))) return 'unusable';
    const days = placed.map((each) => dayOf(clocks, { ...each, plan: place.plan, brandZone, storeZones }));

    const limit = withBursts ? burstLimitOf(policyAt(clocks.timeline, now)?.policy ?? DEFAULT_POLICY) : null;
    const [counts, bursts] = await Promise.all([
      countsOf(reads, { brandId, sellerId, now }, days),
      readBursts(reads, { brandId, sellerId, now, limit }, days),
    ]);
    const people = storeId === null ? [] : await sellersOf(reads, brandId, storeId, sellerId, counts);
    return { ...totalsOf(days, counts, bursts, stretch), limit, ...sellersWithFigures(counts, bursts, people, days) };
  });
}

interface StoreSpan {
  readonly store: StoreRecord;
  readonly zone: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly plan: Plan;
  readonly brandZone: string;
  readonly storeZones: readonly string[];
}

type Day = ReturnType<typeof dayOf>;

/** Computes the quiet and open lengths of a store's days from the same intervals as all other answers about quiet hours (T8). */
function dayOf(clocks: BrandClocks, { store, zone, from, to, plan, brandZone, storeZones }: StoreSpan) {
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

/**
 * Counts with one read for each clock, because stores with the same clock have the same spans. Contacts after the
 * present instant, which exist where the demo's clock was moved back, do not count.
 */
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

function sellersWithFigures(
  counts: Counts,
  bursts: BurstSums,
  people: readonly { id: string; name: string; storeId: string }[],
  days: readonly Day[],
) {
  const openMs = totalOf(days.map((day) => day.openMs));
  const sellers = people.map((person) => {
    const figures = counts.ofSeller(person.id);
    const rhythm = { evenness: evennessIn(figures.hours, openMs), bursts: bursts.ofSeller(person.id) };
    return { ...person, ...figures, ...rhythm };
  });
  const ranked = mayRank(sellers.map(({ contacts }) => contacts));
  return { ranked, sellers: ranked ? sellers.toSorted((a, b) => b.contacts - a.contacts) : sellers };
}

function totalsOf(days: readonly Day[], counts: Counts, bursts: BurstSums, stretch: Stretch) {
  const zones = new Set(days.map(({ zone }) => zone));
  const [first] = days;
  const figures = days.reduce((sum, { store }) => add(sum, counts.ofStore(store.id)), noFigures());
  const openMs = totalOf(days.map(({ openMs }) => openMs));
  const lengths = totalOf(days.map(({ lengths }) => lengths));
  const hasOneZone = zones.size === 1 && first !== undefined;
  return {
    ...figures,
    evenness: evennessIn(figures.hours, openMs),
    bursts: bursts.all(),
    from: Math.min(...days.map(({ from }) => from)),
    to: Math.max(...days.map(({ to }) => to)),
    days:
      stretch.kind === 'instants' || first === undefined
        ? null
        : { from: dateText(localDay(first.zone, first.from)), to: dateText(localDay(first.zone, first.to - 1)) },
    zone: hasOneZone ? first.zone : null,
    quiet: parts(totalOf(days.map(({ quietMs }) => quietMs)), lengths),
    open: parts(openMs, lengths),
    even: evenSpread(figures.contacts, openMs).map(rounded),
    quietStretches: hasOneZone ? first.stretches : [],
    stores: days.map(({ store, quietMs, openMs, lengths }) => ({
      id: store.id,
      name: store.name,
      zone: store.zone,
      ...counts.ofStore(store.id),
      evenness: evennessIn(counts.ofStore(store.id).hours, openMs),
      bursts: bursts.ofStore(store.id),
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

function evennessIn(hours: readonly number[], openMs: readonly number[]): number | null {
  const found = evennessOf(hours, openMs);
  return found === null ? null : rounded(found);
}

/** Rounds to three decimals, which are enough to draw with. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
