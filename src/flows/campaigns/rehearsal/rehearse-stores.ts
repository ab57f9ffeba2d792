/** Rehearses a campaign in some stores one after the other; a process beside the server does it, so that no contact waits. */
import { countUsedSuggestions, listPeopleOfDay, listStartedCampaigns } from '#db/campaigns/day-terms.ts';
import { countSentByHour, listDaysOff, listHoldsAhead, listSlotsOfStore } from '#db/campaigns/rehearsal-terms.ts';
import type { Db, Reads } from '#db/core/db.ts';
import { listStores } from '#db/people/stores.ts';
import { type BrandTerms, readBrandTerms } from '#flows/campaigns/read-facts.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import type { Campaign } from '#rules/campaigns/campaign.ts';
import { runsOn } from '#rules/campaigns/plan-day.ts';
import { addStoreFixes, emptyFixes, type FixesOfStores, findFixes } from '#rules/campaigns/rehearsal/find-fixes.ts';
import {
  addRehearsal,
  type CampaignToRehearse,
  emptyRehearsal,
  type RehearsedCampaign,
  type RehearsedSeller,
  type StoreToRehearse,
} from '#rules/campaigns/rehearsal/rehearsal.ts';
import { type OnContact, rehearseStore } from '#rules/campaigns/rehearsal/rehearse-store.ts';
import { latestDueDay, usableTimes } from '#rules/campaigns/run-time.ts';
import { NOTHING_ASKED } from '#rules/contact/quiet/asked-now.ts';
import { type ContactSilence, isSilent } from '#rules/contact/quiet/contact-silence.ts';
import { DAY_MS, dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, startOfDay } from '#rules/time/local-day.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { type AssumedPolicy, assumedClocks, assumedPlan } from './assumed-policy.ts';
import { readRehearsedCustomers } from './read-customers.ts';

/** What a process is asked: some stores of a brand, and the campaign as it would be saved. */
export interface StoresQuestion {
  readonly brandId: string;
  /** Null: the campaigns that run are rehearsed together as they are saved. */
  readonly campaign: Campaign | null;
  /** A policy that is assumed to take effect at an instant, on a plan that includes it; null: what is published. */
  readonly policy: AssumedPolicy | null;
  readonly now: Instant;
  readonly lastDay: EpochDay;
  readonly storeIds: readonly string[];
  /** Whether to find what would make the campaign fit. */
  readonly fixes: boolean;
}

export interface StoresAnswer {
  readonly rehearsed: RehearsedCampaign;
  readonly fixes: FixesOfStores;
  /** The stores in which suggestions lead to no contact, because the store is never open when they can be used. */
  readonly unusedIn: readonly string[];
  /** The contacts that wait when the rehearsal begins, and those of them whose minute would be silent. */
  readonly waiting: number;
  readonly moved: number;
  /** The days off of sellers in the time of the rehearsal. */
  readonly daysOff: number;
}

export interface RehearseDeps {
  readonly db: Reads;
  readonly timelines: Timelines;
}

/** Usual hours are those of so many days, where at least so many contacts are known. */
const USUAL_DAYS = 56;
const USUAL_FROM = 20;
const ALL_SELLERS = '00000000-0000-0000-0000-000000000000';

export async function rehearseStores(
  deps: RehearseDeps,
  question: StoresQuestion,
  onContact?: OnContact,
): Promise<StoresAnswer> {
  const answer = {
    rehearsed: emptyRehearsal(),
    fixes: emptyFixes(),
    unusedIn: [] as string[],
    ...{ waiting: 0, moved: 0, daysOff: 0 },
  };
  const { brandId } = question;
  const published = await readBrandTerms(deps, brandId);
  if (published === null) return answer;
  const terms = question.policy === null ? published : await withPolicy(deps, published, question.policy, question.now);
  const [stores, started] = await deps.db.read(brandId, async (reads) => {
    return [await reads.run(listStores, { brandId }), await reads.run(listStartedCampaigns, { brandId })] as const;
  });
  const campaign = campaignOf(question, started, terms);
  for (const store of stores) {
    if (!question.storeIds.includes(store.id) || zoneFault(store.zone) !== null) continue;
    const read = await readStore(deps.db, terms, store, campaign);
    const rehearsed = rehearseStore(read, campaign, onContact);
    addRehearsal(answer.rehearsed, rehearsed);
    if (rehearsed.unused > 0) answer.unusedIn.push(store.id);
    answer.waiting += read.holds.length;
    answer.moved += countSilent(read);
    answer.daysOff += countDaysOff(read, campaign);
    if (question.fixes) addStoreFixes(answer.fixes, findFixes(read, campaign, rehearsed));
  }
  return answer;
}

/** Counts the held contacts whose minute is silent: the hours would move them (H6). */
function countSilent({ holds, customers, silence }: StoreToRehearse): number {
  if (holds.length === 0) return 0;
  const own = new Map(customers.map((customer) => [customer.facts.id, customer.silence]));
  return holds.filter(({ customerId, dueAt }) => isSilent(own.get(customerId) ?? silence, dueAt)).length;
}

function countDaysOff({ store, sellers }: StoreToRehearse, { now, lastDay }: CampaignToRehearse): number {
  const first = latestDueDay(store, now);
  const lengthOf = ({ from, until }: RehearsedSeller['daysOff'][number]) =>
    Math.max(0, Math.min(until, lastDay) - Math.max(from, first) + 1);
  return sellers.flatMap(({ daysOff }) => daysOff.map(lengthOf)).reduce((sum, days) => sum + days, 0);
}

/** Returns the terms as if the policy had been published now, on a plan that includes quiet hours. */
async function withPolicy(
  { db }: RehearseDeps,
  terms: BrandTerms,
  assumed: AssumedPolicy,
  at: Instant,
): Promise<BrandTerms> {
  const { brandId, settings } = terms;
  const clocks = await db.read(brandId, (reads) => assumedClocks(reads, brandId, settings.revision, assumed, at));
  return { ...terms, settings: { ...settings, plan: assumedPlan(settings.plan) }, clocks };
}

/** Puts the campaign in its place among the campaigns that run, instead of its saved version. */
function campaignOf(
  { campaign, now, lastDay }: Pick<StoresQuestion, 'campaign' | 'now' | 'lastDay'>,
  started: NonNullable<(typeof listStartedCampaigns)['row']>[],
  { settings }: BrandTerms,
): CampaignToRehearse {
  const perSellerDay = settings.suggestionsPerSellerDay;
  if (campaign === null) return { campaigns: started, campaignId: null, perSellerDay, now, lastDay };
  const saved = started.find(({ id }) => id === campaign.id);
  const runningSince = saved?.state === 'running' ? saved.runningSince : now;
  const rehearsed = { ...campaign, state: 'running' as const, runningSince };
  const others = started.filter(({ id }) => id !== campaign.id);
  return { campaigns: [...others, rehearsed], campaignId: campaign.id, perSellerDay, now, lastDay };
}

async function readStore(
  db: Reads,
  terms: BrandTerms,
  store: OpenStore,
  campaign: CampaignToRehearse,
): Promise<StoreToRehearse> {
  const { now, campaigns, lastDay } = campaign;
  const day = latestDueDay(store, now);
  const { brandId } = terms;
  const running = campaigns.filter((each) => {
    return each.state === 'running' && (runsOn(each, day) || (each.from !== null && each.from <= dateText(lastDay)));
  });
  const reading = { id: store.id, zone: store.zone, day, usable: usableTimes(store, day) };
  const customers = await readRehearsedCustomers(db, { terms, store: reading, campaigns: running, at: now });
  return db.read(brandId, async (reads) => {
    const sellers = await readSellers(reads, brandId, store.id, day);
    const [usedToday, holds, slots] = await Promise.all([
      reads.run(countUsedSuggestions, {
        ...{ brandId, on: dateText(day), campaignIds: campaigns.map(({ id }) => id) },
        sellerIds: sellers.map(({ id }) => id),
        since: startOfDay(store.zone, day) - DAY_MS,
      }),
      reads.run(listHoldsAhead, { brandId, storeId: store.id }),
      reads.run(listSlotsOfStore, { brandId, storeId: store.id, from: now }),
    ]);
    const byQueue = Map.groupBy(slots, ({ queueId }) => queueId);
    return { store, sellers, customers, silence: silenceOf(terms, store.zone, now), holds, slots: byQueue, usedToday };
  });
}

async function readSellers(
  reads: Db,
  brandId: string,
  storeId: string,
  day: EpochDay,
): Promise<readonly RehearsedSeller[]> {
  const [people, daysOff, sent] = await Promise.all([
    reads.run(listPeopleOfDay, { brandId, storeId, on: dateText(day) }),
    reads.run(listDaysOff, { brandId, storeId, from: dateText(day) }),
    reads.run(countSentByHour, { brandId, storeId, since: dateText(day - USUAL_DAYS) }),
  ]);
  const hasSellers = people.some(({ isSeller }) => isSeller);
  return people.map(({ id, isSeller }) => ({
    id,
    takesShared: isSeller || !hasSellers,
    daysOff: daysOff
      .filter(({ personId }) => personId === id)
      .map(({ from, until }) => ({ from: dayOf(from) as EpochDay, until: dayOf(until) as EpochDay })),
    usualHours: usualHours(sent, id) ?? usualHours(sent, ALL_SELLERS),
  }));
}

function usualHours(
  sent: readonly { readonly sellerId: string; readonly hour: number; readonly sent: number }[],
  sellerId: string,
): readonly number[] | null {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const each of sent) if (each.sellerId === sellerId) hours[each.hour] = each.sent;
  return hours.reduce((sum, count) => sum + count, 0) < USUAL_FROM ? null : hours;
}

/** Builds when nobody contacts a customer whose own clock does not count. */
function silenceOf({ settings, clocks }: BrandTerms, zone: string, now: Instant): ContactSilence {
  const { plan, zone: brand, storeZones: brandStores } = settings;
  const zones = { store: zone, brand, customer: [], customerFrom: null, brandStores };
  return { plan, timeline: clocks.timeline, zones, quiet: clocks.around(now, zones), asked: NOTHING_ASKED };
}
