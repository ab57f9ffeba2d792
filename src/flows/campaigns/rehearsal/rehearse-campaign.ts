/** Rehearses a campaign before it is saved, or on any day after: asks the processes beside the server and names the sellers. */
import { readCampaign } from '#db/campaigns/campaigns.ts';
import { countCustomersOfStores } from '#db/campaigns/rehearsal-customers.ts';
import { readNamesOfPeople } from '#db/campaigns/rehearsal-terms.ts';
import type { Reads } from '#db/core/db.ts';
import { listStores } from '#db/people/stores.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import type { CampaignFields } from '#flows/campaigns/campaign-deps.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { FIX_FIELDS, MOST_DAYS } from '#rules/campaigns/rehearsal/find-fixes.ts';
import type { RehearsedCampaign } from '#rules/campaigns/rehearsal/rehearsal.ts';
import { scaleRehearsal } from '#rules/campaigns/rehearsal/scale-rehearsal.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, localDay } from '#rules/time/local-day.ts';
import { zoneFault } from '#rules/time/zone.ts';
import type { StoresAnswer, StoresQuestion } from './rehearse-stores.ts';
import { quietReader, type ShownDay, shownDays } from './shown-days.ts';
import { addAnswers, type StoreSizes, tasksOf } from './store-tasks.ts';

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

export interface CampaignRehearsal {
  readonly isEstimate: boolean;
  readonly rehearsed: RehearsedCampaign;
  /** What the figures depend on besides the campaign and the customers. */
  readonly basis: { readonly policyRevision: number; readonly daysOff: number };
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

/** Returns null if there is no such brand, or if the brand has no such campaign. */
export async function rehearseCampaign(
  { db, timelines, now: clock, rehearsals }: RehearseCampaignDeps,
  brandId: string,
  { id, fields, answer }: RehearsalWish,
  signal: AbortSignal,
): Promise<CampaignRehearsal | null> {
  const now = clock();
  const [[place], all, counts, saved] = await db.read(brandId, async (reads) => {
    return Promise.all([
      reads.run(readPlace, { brandId, storeId: null }),
      reads.run(listStores, { brandId }),
      reads.run(countCustomersOfStores, { brandId }),
      id === null ? [] : reads.run(readCampaign, { brandId, id }),
    ]);
  });
  if (!place || (id !== null && saved.length === 0)) return null;
  const sizes = new Map(counts.map(({ storeId, count }) => [storeId, count]));
  const meant = all.filter(
    (store) => zoneFault(store.zone) === null && (fields.audience.storeIds?.includes(store.id) ?? true),
  );
  const asked = answer === 'first' ? firstStores(meant, sizes) : meant;
  const { from, to } = periodOf(fields, localDay(place.brandZone, now));
  const campaign = { ...fields, id: id ?? NEW_ID, version: 0 };
  const question = { brandId, campaign, policy: null, now, lastDay: to, fixes: answer === 'fixes' };
  const answers = await rehearsals.ask(
    tasksOf(asked, sizes).map((storeIds) => ({ ...question, storeIds })),
    signal,
  );
  const { rehearsed, fixes, unusedIn, daysOff } = addAnswers(answers);
  const isEstimate = asked.length < meant.length;
  const factor = isEstimate ? sizeOf(meant, sizes) / Math.max(1, sizeOf(asked, sizes)) : 1;
  const shown = isEstimate ? scaleRehearsal(rehearsed, factor) : rehearsed;
  const clocks = await db.read(brandId, (reads) => timelines.at(reads, brandId, place.revision));
  const quietOf = quietReader(clocks, place, meant[0]?.zone ?? place.brandZone, now);
  return {
    ...{ isEstimate, from: dateText(from), to: dateText(to), rehearsed: shown },
    basis: { policyRevision: place.revision, daysOff },
    lastServedOn: shown.lastServedOn === null ? null : dateText(shown.lastServedOn),
    days: shownDays(shown, { from, to }, quietOf),
    sellers: isEstimate ? [] : await nameSellers(db, brandId, rehearsed.sellers),
    fixes: fixesOf(fixes),
    unusedIn: meant.filter((store) => unusedIn.has(store.id)).map((store) => ({ id: store.id, name: store.name })),
  };
}

type Stores = readonly { readonly id: string }[];

/** Returns the first and the last day of the rehearsal. */
function periodOf({ from, to }: CampaignFields, today: EpochDay): { from: EpochDay; to: EpochDay } {
  const last = today + MOST_DAYS - 1;
  const first = Math.min(last, Math.max(today, (from === null ? null : dayOf(from)) ?? today));
  const end = (to === null ? null : dayOf(to)) ?? first + USUAL_DAYS - 1;
  return { from: first, to: Math.max(first, Math.min(end, last)) };
}

/** Chooses stores whose ids end with the smallest digits, which are random. */
function firstStores<S extends Stores[number]>(stores: readonly S[], sizes: StoreSizes): readonly S[] {
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

function sizeOf(stores: Stores, sizes: StoreSizes): number {
  return stores.reduce((sum, { id }) => sum + (sizes.get(id) ?? 0), 0);
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
