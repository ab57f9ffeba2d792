/**
 * Makes the suggestions of a store's day: reads the customers outside a transaction, plans the day, and writes the plan
 * in one short transaction, which checks again what may have changed. A run that is killed has written nothing, and the
 * next server does it again.
 */
import { countUsedSuggestions, listPeopleOfDay, listStartedCampaigns } from '#db/campaigns/day-terms.ts';
import {
  endPlannedSuggestions,
  insertPlannedSuggestions,
  saveCampaignDays,
} from '#db/campaigns/planned-suggestions.ts';
import {
  claimSuggestionRun,
  lockSuggestionRun,
  markSuggestionRunFinished,
  releaseSuggestionRun,
} from '#db/campaigns/suggestion-runs.ts';
import type { Database, Tx } from '#db/core/db.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { type DayPlan, type PlannedDay, runsOn, startDayPlan } from '#rules/campaigns/plan-day.ts';
import { usableTimes } from '#rules/campaigns/run-time.ts';
import { DAY_MS, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, startOfDay } from '#rules/time/local-day.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';
import { type BrandTerms, readBrandTerms, readFacts } from './read-facts.ts';

export interface SuggestDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  /** The app's clock. */
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  readonly newId: () => string;
  /** Whether the server ends: then the run is given back. */
  readonly isClosing?: () => boolean;
}

export type SuggestingStore = Pick<OpenStore, 'id' | 'zone' | 'hours' | 'dates'>;

export interface SuggestedDay {
  readonly suggested: number;
  readonly ended: number;
}

/** Another server may begin the run again after this time, where this one died. */
const LEASE_MS = 5 * 60_000;

/** Returns null where nothing was written: the run is finished, another server has it, or this one lost it. */
export async function suggestStoreDay(
  deps: SuggestDeps,
  brandId: string,
  store: SuggestingStore,
  day: EpochDay,
): Promise<SuggestedDay | null> {
  const run = { brandId, storeId: store.id, on: dateText(day) };
  const byHost = deps.hostNow();
  const [claim] = await deps.db.inBrand(brandId, (tx) =>
    tx.run(claimSuggestionRun, { ...run, byHost, until: byHost + LEASE_MS }),
  );
  if (claim === undefined) return null;
  const claimed = { ...run, fence: claim.fence };
  try {
    const plan = await planStoreDay(deps, brandId, store, day);
    if (plan !== null) return await writeDay(deps, claimed, plan);
  } catch (error) {
    await deps.db.inBrand(brandId, async (tx) => tx.send(releaseSuggestionRun, claimed));
    throw error;
  }
  await deps.db.inBrand(brandId, async (tx) => tx.send(releaseSuggestionRun, claimed));
  return null;
}

/** Plans a store's day without writing anything; null: the server ends, or there is no such brand. */
export async function planStoreDay(
  deps: Pick<SuggestDeps, 'db' | 'timelines' | 'now' | 'isClosing'>,
  brandId: string,
  store: SuggestingStore,
  day: EpochDay,
): Promise<PlannedDay | null> {
  const { db, isClosing = () => false } = deps;
  const terms = await readBrandTerms(deps, brandId);
  if (terms === null) return null;
  const now = deps.now();
  const usable = usableTimes(store, day);
  const at = Math.max(now, usable[0]?.start ?? now);
  const { plan, campaigns } = await startPlan(db, terms, store, day, at);
  const reading = { id: store.id, zone: store.zone, day, usable };
  for await (const page of readFacts(
    db,
    terms,
    reading,
    campaigns.filter((each) => runsOn(each, day)),
    { at, suggestions: true },
  )) {
    if (isClosing()) return null;
    for (const facts of page) plan.offer(facts);
  }
  return plan.finish();
}

async function startPlan(
  db: Database,
  { brandId, settings }: BrandTerms,
  store: SuggestingStore,
  day: EpochDay,
  at: Instant,
): Promise<{ plan: DayPlan; campaigns: Parameters<typeof startDayPlan>[0]['campaigns'] }> {
  const on = dateText(day);
  return db.read(brandId, async (reads) => {
    const campaigns = await reads.run(listStartedCampaigns, { brandId });
    const people = await reads.run(listPeopleOfDay, { brandId, storeId: store.id, on });
    const usedToday = await reads.run(countUsedSuggestions, {
      ...{ brandId, on, campaignIds: campaigns.map(({ id }) => id), sellerIds: people.map(({ id }) => id) },
      since: startOfDay(store.zone, day) - DAY_MS,
    });
    const hasSellers = people.some(({ isSeller }) => isSeller);
    const sellers = people.map(({ id, isSeller, isAway }) => ({
      id,
      isAway,
      takesShared: isSeller || !hasSellers,
    }));
    const perSellerDay = settings.suggestionsPerSellerDay;
    return { campaigns, plan: startDayPlan({ day, at, campaigns, sellers, perSellerDay, usedToday }) };
  });
}

interface ClaimedRun {
  readonly brandId: string;
  readonly storeId: string;
  readonly on: string;
  readonly fence: number;
}

function writeDay(deps: SuggestDeps, run: ClaimedRun, plan: PlannedDay): Promise<SuggestedDay | null> {
  const { brandId, storeId, on } = run;
  const made = plan.suggestions.map((suggestion) => ({ ...suggestion, id: deps.newId() }));
  return deps.db.inBrand(brandId, async (tx) => {
    const [mine] = await tx.run(lockSuggestionRun, run);
    if (mine === undefined) return null;
    const at = deps.now();
    const ended =
      plan.endings.length > 0 ? await tx.run(endPlannedSuggestions, { brandId, endings: plan.endings, at }) : [];
    const inserted = made.length > 0 ? await tx.run(insertPlannedSuggestions, { brandId, storeId, on, at, made }) : [];
    const counts = Map.groupBy(inserted, ({ campaignId }) => campaignId);
    const days = plan.campaigns.map((each) => ({ ...each, suggested: counts.get(each.campaignId)?.length ?? 0 }));
    if (days.length > 0) tx.send(saveCampaignDays, { brandId, storeId, on, days });
    tx.send(markSuggestionRunFinished, { ...run, at });
    await tellSellers(tx, deps, run, [...ended, ...inserted]);
    return { suggested: inserted.length, ended: ended.length };
  });
}

/** Tells the open screens of each seller whose suggestions changed. */
async function tellSellers(
  tx: Tx,
  { hostNow }: Pick<SuggestDeps, 'hostNow'>,
  { brandId, storeId }: ClaimedRun,
  changed: readonly { readonly id: string; readonly sellerId: string }[],
): Promise<void> {
  const bySeller = new Map(changed.map(({ id, sellerId }) => [sellerId, id]));
  const [first, ...others] = [...bySeller].map(
    ([personId, id]) => ({ kind: 'suggestion', personId, storeId, body: { id } }) as const,
  );
  if (first !== undefined) await publishLiveEvent(tx, brandId, hostNow(), first, ...others);
}
