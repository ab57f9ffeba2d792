/**
 * Plans the suggestions of a store's day from a stream of customers: who gets whom, what ends, who is left out and why.
 * Only the best candidates of each seller and campaign are kept, so the memory does not grow with the customers.
 */
import { compare } from '#rules/core/compare.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText } from '#rules/time/local-day.ts';
import type { AudienceFacts } from './audience-facts.ts';
import { prepareAudience } from './audience-match.ts';
import type { Campaign, CampaignState } from './campaign.ts';
import { BestCandidates, type Candidate, urgencyOf } from './candidates.ts';
import { DayQuotas, type PlannedSeller, type UsedToday } from './day-quotas.ts';
import { type LeftOutReason, leftOutOf, prepareText } from './left-out.ts';
import { type EndReason, endOfSuggestion } from './suggestion-end.ts';
import type { SuggestionReason } from './suggestion-reason.ts';

export interface PlannedCampaign extends Campaign {
  readonly state: CampaignState;
  /** The instant of the start, or of the last resumption. */
  readonly runningSince: Instant | null;
}

export interface DayPlanInput {
  readonly day: EpochDay;
  /** The first instant of the day at which a seller can begin a contact, and not before the plan is made. */
  readonly at: Instant;
  /** All campaigns of which a suggestion may be open; those that run today suggest. */
  readonly campaigns: readonly PlannedCampaign[];
  readonly sellers: readonly PlannedSeller[];
  readonly perSellerDay: number;
  /** What sellers contacted and dismissed of this day's suggestions already. */
  readonly usedToday: readonly UsedToday[];
}

export interface PlannedSuggestion {
  readonly customerId: string;
  readonly sellerId: string;
  readonly campaignId: string;
  readonly campaignVersion: number;
  readonly priority: number;
  readonly reason: SuggestionReason;
  readonly endsOn: string | null;
}

export interface CampaignDay {
  readonly campaignId: string;
  readonly matched: number;
  readonly withoutSeller: number;
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

export interface PlannedDay {
  readonly suggestions: readonly PlannedSuggestion[];
  readonly endings: readonly { readonly id: string; readonly reason: EndReason }[];
  readonly campaigns: readonly CampaignDay[];
}

export interface DayPlan {
  /** Takes one customer into account. Each customer of the store is offered once, in any order. */
  offer(facts: AudienceFacts): void;
  finish(): PlannedDay;
}

export function startDayPlan(input: DayPlanInput): DayPlan {
  const { day, at, sellers, perSellerDay } = input;
  const quotas = new DayQuotas(sellers, perSellerDay, input.usedToday);
  const plans = prepareCampaigns(input);
  const { endings, endOpen } = startEndings(input, quotas);

  const offer = (offered: AudienceFacts) => {
    const facts = endOpen(offered);
    for (const { campaign, match, hasWords, best, tally } of plans) {
      const met = match(facts, day);
      if (met === null) continue;
      tally.matched += 1;
      if (facts.open?.campaignId === campaign.id) continue;
      const status = quotas.statusOf(facts.sellerId);
      const why = leftOutOf(facts, campaign, { at, met, hasWords: hasWords(facts, day), isAway: status === 'away' });
      if (why !== null) tally.leftOut[why] = (tally.leftOut[why] ?? 0) + 1;
      else if (status === 'gone') tally.withoutSeller += 1;
      else {
        const { id, lastContactAt, sellerId } = facts;
        best.add({ id, sellerId, lastContactAt, urgency: urgencyOf(met, day), met, replaces: facts.open });
      }
    }
  };

  const finish = (): PlannedDay => {
    const taken = new Set<string>();
    const suggestions: PlannedSuggestion[] = [];
    for (const { campaign, best } of plans) {
      for (const candidate of best.inOrder()) {
        if (taken.has(candidate.id)) continue;
        const sellerId = quotas.place(candidate, campaign);
        if (sellerId === null) continue;
        taken.add(candidate.id);
        if (candidate.replaces !== null) endings.push({ id: candidate.replaces.id, reason: 'taken_over' });
        suggestions.push(suggestionOf(candidate, campaign, sellerId));
      }
    }
    const campaigns = plans.map(({ campaign, tally }) => ({ campaignId: campaign.id, ...tally }));
    return { suggestions, endings, campaigns };
  };
  return { offer, finish };
}

function prepareCampaigns({ day, campaigns, sellers, perSellerDay }: DayPlanInput) {
  const running = campaigns
    .filter((campaign) => runsOn(campaign, day))
    .toSorted((a, b) => compare(a.priority, b.priority) || compare(a.id, b.id));
  return running.map((campaign) => ({
    campaign,
    match: prepareAudience(campaign.audience),
    hasWords: prepareText(campaign.text),
    best: new BestCandidates(campaign.perSellerDay + 2 * perSellerDay, sellers.length),
    tally: { matched: 0, withoutSeller: 0, leftOut: {} as Partial<Record<LeftOutReason, number>> },
  }));
}

/** Ends open suggestions that are over; an open one that stays uses a place of its seller. */
function startEndings({ day, at, campaigns }: DayPlanInput, quotas: DayQuotas) {
  const states = new Map(campaigns.map(({ id, state, to }) => [id, { state, to: to === null ? null : dayOf(to) }]));
  const endings: { id: string; reason: EndReason }[] = [];
  const endOpen = (facts: AudienceFacts): AudienceFacts => {
    const { open } = facts;
    if (open === null) return facts;
    const isOrphan = !open.isHeld && !quotas.has(open.sellerId);
    const over = endOfSuggestion(facts, states.get(open.campaignId), day, at) ?? (isOrphan ? 'not_used' : null);
    if (over === null) {
      quotas.use(open.sellerId, open.campaignId);
      return facts;
    }
    endings.push({ id: open.id, reason: over });
    return { ...facts, open: null };
  };
  return { endings, endOpen };
}

export function runsOn({ state, from, to }: Pick<PlannedCampaign, 'state' | 'from' | 'to'>, day: EpochDay): boolean {
  const on = dateText(day);
  return state === 'running' && (from === null || from <= on) && (to === null || on <= to);
}

function suggestionOf(
  { id, met }: Candidate,
  { id: campaignId, version, priority }: Campaign,
  sellerId: string,
): PlannedSuggestion {
  const endsOn = met.endsOn === null ? null : dateText(met.endsOn);
  return { customerId: id, sellerId, campaignId, campaignVersion: version, priority, reason: met.reason, endsOn };
}
