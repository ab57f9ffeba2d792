/** Rehearses a campaign before it is saved, or on any day after: asks the processes beside the server and names the sellers. */
import { countCustomersOfStores } from '#db/campaigns/rehearsal-customers.ts';
import { readNamesOfPeople } from '#db/campaigns/rehearsal-terms.ts';
import type { Reads } from '#db/core/db.ts';
import { listStores } from '#db/people/stores.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import type { CampaignFields } from '#flows/campaigns/campaign-deps.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { addStoreFixes, emptyFixes, FIX_FIELDS, MOST_DAYS } from '#rules/campaigns/rehearsal/find-fixes.ts';
import {
  addRehearsal,
  emptyDay,
  emptyRehearsal,
  type RehearsedCampaign,
  type RehearsedDay,
} from '#rules/campaigns/rehearsal/rehearsal.ts';
import { scaleRehearsal } from '#rules/campaigns/rehearsal/scale-rehearsal.ts';
import { quietStretches } from '#rules/contact/quiet/quiet-stretches.ts';
import { hourSpans, sharesByHour } from '#rules/reports/day-spread.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, localDay, startOfDay } from '#rules/time/local-day.ts';
import { zoneFault } from '#rules/time/zone.ts';
import type { StoresAnswer, StoresQuestion } from './rehearse-stores.ts';

/** Answers questions about stores in processes beside the server. Throws where it is aborted or cannot answer. */
export interface RehearsalEngine {
  ask(questions: readonly StoresQuestion[], signal: AbortSignal): Promise<readonly StoresAnswer[]>;
  /** Prepares the processes for a question that will come soon. */
  warm(): void;
}

export interface RehearsalWish {
  /** The saved campaign that the fields replace; null: a new one. */
  readonly id: string | null;
  readonly fields: CampaignFields;
  /** `first`: figures of some stores, scaled. `whole`: all stores. `fixes`: also what would make the campaign fit. */
  readonly answer: 'first' | 'whole' | 'fixes';
}

/** One change of the campaign or the brand's setting after which everybody fits. */
export type CampaignFix =
  | { readonly field: 'to'; readonly to: string }
  | { readonly field: 'perSellerDay'; readonly perSellerDay: number }
  | { readonly field: 'suggestionsPerSellerDay'; readonly suggestionsPerSellerDay: number };

/** `quietByHour`: for each hour of the first store's clock, the part of it (0 to 1) that is quiet. */
export interface ShownDay extends Readonly<RehearsedDay> {
  readonly date: string;
  readonly quietByHour: readonly number[];
}

export interface CampaignRehearsal {
  readonly isEstimate: boolean;
  readonly rehearsed: RehearsedCampaign;
  readonly lastServedOn: string | null;
  /** The dates from the first to the last on which anything happens. */
  readonly days: readonly ShownDay[];
  /** The first and the last day on which suggestions are made. */
  readonly from: string;
  readonly to: string;
  readonly sellers: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  readonly fixes: readonly CampaignFix[];
  readonly unusedIn: readonly { readonly id: string; readonly name: string }[];
}

export interface RehearseCampaignDeps {
  readonly db: Reads;
  readonly timelines: Timelines;
  readonly now: () => Instant;
  readonly rehearsals: RehearsalEngine;
}

/** A new campaign comes after all others of its priority, as its id will. */
const NEW_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** A campaign without a last day is rehearsed for so many days. */
const USUAL_DAYS = 31;
/** First figures are those of stores with about so many customers together. */
const FIRST_CUSTOMERS = 8_000;
/** The customers of one task: small tasks keep both processes busy, and leave memory for others. */
const TASK_CUSTOMERS = 20_000;

/** Returns null if there is no such brand. */
export async function rehearseCampaign(
  { db, timelines, now: clock, rehearsals }: RehearseCampaignDeps,
  brandId: string,
  { id, fields, answer }: RehearsalWish,
  signal: AbortSignal,
): Promise<CampaignRehearsal | null> {
  const now = clock();
  const [[place], all, counts] = await db.read(brandId, async (reads) => {
    return Promise.all([
      reads.run(readPlace, { brandId, storeId: null }),
      reads.run(listStores, { brandId }),
      reads.run(countCustomersOfStores, { brandId }),
    ]);
  });
  if (!place) return null;
  const sizes = new Map(counts.map(({ storeId, count }) => [storeId, count]));
  const meant = all.filter(
    (store) => zoneFault(store.zone) === null && (fields.audience.storeIds?.includes(store.id) ?? true),
  );
  const asked = answer === 'first' ? firstStores(meant, sizes) : meant;
  const { from, to } = periodOf(fields, localDay(place.brandZone, now));
  const campaign = { ...fields, id: id ?? NEW_ID, version: 0 };
  const question = { brandId, campaign, now, lastDay: to, fixes: answer === 'fixes' };
  const answers = await rehearsals.ask(
    tasksOf(asked, sizes).map((storeIds) => ({ ...question, storeIds })),
    signal,
  );
  const { rehearsed, fixes, unusedIn } = addAnswers(answers);
  const isEstimate = asked.length < meant.length;
  const factor = isEstimate ? sizeOf(meant, sizes) / Math.max(1, sizeOf(asked, sizes)) : 1;
  const shown = isEstimate ? scaleRehearsal(rehearsed, factor) : rehearsed;
  const quietOf = await quietReader(
    { db, timelines },
    { brandId, place, zone: meant[0]?.zone ?? place.brandZone, now },
  );
  return {
    ...{ isEstimate, from: dateText(from), to: dateText(to), rehearsed: shown },
    lastServedOn: shown.lastServedOn === null ? null : dateText(shown.lastServedOn),
    days: shownDays(shown, { from, to }, quietOf),
    sellers: isEstimate ? [] : await nameSellers(db, brandId, rehearsed.sellers),
    fixes: fixesOf(fixes),
    unusedIn: meant.filter((store) => unusedIn.has(store.id)).map((store) => ({ id: store.id, name: store.name })),
  };
}

type Place = NonNullable<(typeof readPlace)['row']>;
type Sizes = ReadonlyMap<string, number>;
type Stores = readonly { readonly id: string }[];

/** Returns the first and the last day of the rehearsal. */
function periodOf({ from, to }: CampaignFields, today: EpochDay): { from: EpochDay; to: EpochDay } {
  const last = today + MOST_DAYS - 1;
  const first = Math.min(last, Math.max(today, (from === null ? null : dayOf(from)) ?? today));
  const end = (to === null ? null : dayOf(to)) ?? first + USUAL_DAYS - 1;
  return { from: first, to: Math.max(first, Math.min(end, last)) };
}

/** Chooses stores whose ids end with the smallest digits, which are random. */
function firstStores<S extends Stores[number]>(stores: readonly S[], sizes: Sizes): readonly S[] {
  const inOrder = stores.toSorted((a, b) => (a.id.slice(-12) < b.id.slice(-12) ? -1 : 1));
  const chosen: S[] = [];
  let customers = 0;
  for (const store of inOrder) {
    if (customers >= FIRST_CUSTOMERS) break;
    chosen.push(store);
    customers += sizes.get(store.id) ?? 0;
  }
  return chosen;
}

/** Shares stores out to tasks of about equal size, the largest stores first. */
function tasksOf(stores: Stores, sizes: Sizes): readonly (readonly string[])[] {
  const tasks: { storeIds: string[]; customers: number }[] = [];
  const size = ({ id }: { readonly id: string }) => sizes.get(id) ?? 0;
  for (const store of stores.toSorted((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1))) {
    const task = tasks.find(({ customers }) => customers + size(store) <= TASK_CUSTOMERS);
    if (task === undefined) tasks.push({ storeIds: [store.id], customers: size(store) });
    else {
      task.storeIds.push(store.id);
      task.customers += size(store);
    }
  }
  return tasks.map(({ storeIds }) => storeIds);
}

function sizeOf(stores: Stores, sizes: Sizes): number {
  return stores.reduce((sum, { id }) => sum + (sizes.get(id) ?? 0), 0);
}

function addAnswers(answers: readonly StoresAnswer[]) {
  const [rehearsed, fixes] = [emptyRehearsal(), emptyFixes()];
  for (const each of answers) {
    addRehearsal(rehearsed, each.rehearsed);
    addStoreFixes(fixes, each.fixes);
  }
  return { rehearsed, fixes, unusedIn: new Set(answers.flatMap(({ unusedIn }) => unusedIn)) };
}

function fixesOf(found: StoresAnswer['fixes']): readonly CampaignFix[] {
  return FIX_FIELDS.flatMap((field): CampaignFix[] => {
    const value = found[field];
    if (value === undefined || value === null) return [];
    if (field === 'to') return [{ field, to: dateText(value) }];
    return field === 'perSellerDay' ? [{ field, perSellerDay: value }] : [{ field, suggestionsPerSellerDay: value }];
  });
}

async function nameSellers(db: Reads, brandId: string, counts: ReadonlyMap<string, number>) {
  const people = await db.read(brandId, (reads) => reads.run(readNamesOfPeople, { brandId, ids: [...counts.keys()] }));
  return people
    .map(({ id, name }) => ({ id, name, count: counts.get(id) ?? 0 }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** Returns a function that reads the quiet part of each hour of a date on a store's clock. */
async function quietReader(
  { db, timelines }: Pick<RehearseCampaignDeps, 'db' | 'timelines'>,
  { brandId, place, zone, now }: { brandId: string; place: Place; zone: string; now: Instant },
): Promise<(day: EpochDay) => readonly number[]> {
  const clocks = await db.read(brandId, (reads) => timelines.at(reads, brandId, place.revision));
  const { brandZone: brand, storeZones: brandStores, plan } = place;
  const zones = { store: zone, brand, customer: [], customerFrom: null, brandStores };
  const context = { plan, timeline: clocks.timeline, zones, quiet: clocks.around(now, zones) };
  return (day) => {
    const [start, end] = [startOfDay(zone, day), startOfDay(zone, day + 1)];
    return sharesByHour(hourSpans(zone, start, end), quietStretches(context, start, end));
  };
}

/** Lists the dates of the period up to the last contact, those on which nothing happens included. */
function shownDays(
  { days, lastServedOn }: RehearsedCampaign,
  { from, to }: { readonly from: EpochDay; readonly to: EpochDay },
  quietOf: (day: EpochDay) => readonly number[],
): readonly ShownDay[] {
  const first = Math.min(from, ...days.keys());
  const last = Math.max(lastServedOn ?? from, Math.min(to, from + LEAST_DAYS - 1), ...days.keys());
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const day = first + i;
    return { ...(days.get(day) ?? emptyDay()), date: dateText(day), quietByHour: quietOf(day) };
  });
}

/** A period without contacts is shown by a week of empty dates. */
const LEAST_DAYS = 7;
