/** Defines the rehearsal of a campaign in one store: what goes in, and what comes out. */
import type { AudienceFacts } from '#rules/campaigns/audience-facts.ts';
import type { PlannedSeller, UsedToday } from '#rules/campaigns/day-quotas.ts';
import type { LeftOutReason } from '#rules/campaigns/left-out.ts';
import type { PlannedCampaign } from '#rules/campaigns/plan-day.ts';
import type { ContactSilence } from '#rules/contact/quiet/contact-silence.ts';
import type { Slot } from '#rules/holds/release-time.ts';
import type { EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';

export interface RehearsedCustomer {
  /** The facts of now; whether a day is silent is found day by day. */
  readonly facts: AudienceFacts;
  /** When nobody contacts this customer; null: as for all customers of the store. */
  readonly silence: ContactSilence | null;
  /** The customer's preferred earliest minute of the day (H7). */
  readonly contactFromMinute: number | null;
}

/** A seller of the store; `daysOff`: first and last date, both included. */
export interface RehearsedSeller extends Omit<PlannedSeller, 'isAway'> {
  readonly daysOff: readonly { readonly from: EpochDay; readonly until: EpochDay }[];
  /** The contacts of the last weeks by the hour of the store's clock, from 0 to 23; null: too few are known. */
  readonly usualHours: readonly number[] | null;
}

export function isAwayOn({ daysOff }: Pick<RehearsedSeller, 'daysOff'>, day: EpochDay): boolean {
  return daysOff.some(({ from, until }) => from <= day && day <= until);
}

/** A contact that is held when the rehearsal begins. `campaignId` null: no suggestion of a campaign led to the contact. */
export interface HeldContact {
  readonly customerId: string;
  readonly sellerId: string;
  readonly dueAt: Instant;
  readonly expiresAt: Instant;
  readonly campaignId: string | null;
}

export interface StoreToRehearse {
  readonly store: OpenStore;
  readonly sellers: readonly RehearsedSeller[];
  readonly customers: readonly RehearsedCustomer[];
  /** When nobody contacts a customer of the store whose own clock does not count. */
  readonly silence: ContactSilence;
  readonly holds: readonly HeldContact[];
  /** The slots of each seller's queue, by the seller's id. */
  readonly slots: ReadonlyMap<string, readonly Slot[]>;
  /** The suggestions of the first day that sellers used before the rehearsal. */
  readonly usedToday: readonly UsedToday[];
}

export interface CampaignToRehearse {
  /** The campaigns that run, the rehearsed one among them. */
  readonly campaigns: readonly PlannedCampaign[];
  /** The rehearsed campaign; null: the suggestions and contacts of all campaigns count, and no customer is counted. */
  readonly campaignId: string | null;
  /** The most suggestions of one seller on one day, over all campaigns. */
  readonly perSellerDay: number;
  readonly now: Instant;
  /** The last day on which suggestions are made. */
  readonly lastDay: EpochDay;
}

/** One date of a store. `hours`: what is sent, by the hour of the store's clock. */
export interface RehearsedDay {
  suggested: number;
  held: number;
  ready: number;
  sent: number;
  readonly hours: number[];
}

/** Why a customer whom the campaign means gets no suggestion: a reason of the plan, or a seller who has left. */
export type RehearsalReason = LeftOutReason | 'without_seller';

/**
 * The campaign in one store, or in several. Each customer who is meant on any day is counted once: suggested, left out,
 * or one who does not fit.
 */
export interface RehearsedCampaign {
  total: number;
  readonly leftOut: Map<RehearsalReason, number>;
  readonly days: Map<EpochDay, RehearsedDay>;
  /** The customers who are suggested to each seller. */
  readonly sellers: Map<string, number>;
  /** The last date on which a contact is sent; null: none is sent. */
  lastServedOn: EpochDay | null;
  /** The customers who could be suggested, and for whom no seller has a place in the period. */
  doesNotFit: number;
  /** The suggestions that lead to no contact in the time of the rehearsal. */
  unused: number;
}

export function emptyRehearsal(): RehearsedCampaign {
  return {
    ...{ total: 0, leftOut: new Map(), days: new Map(), sellers: new Map() },
    ...{ lastServedOn: null, doesNotFit: 0, unused: 0 },
  };
}

/** Adds the rehearsal of another store. */
export function addRehearsal(whole: RehearsedCampaign, part: RehearsedCampaign): void {
  whole.total += part.total;
  whole.doesNotFit += part.doesNotFit;
  whole.unused += part.unused;
  for (const [reason, count] of part.leftOut) addTo(whole.leftOut, reason, count);
  for (const [id, count] of part.sellers) addTo(whole.sellers, id, count);
  for (const [day, counts] of part.days) {
    const sum = dayIn(whole, day);
    sum.suggested += counts.suggested;
    sum.held += counts.held;
    sum.ready += counts.ready;
    sum.sent += counts.sent;
    counts.hours.forEach((count, hour) => {
      sum.hours[hour] = (sum.hours[hour] ?? 0) + count;
    });
  }
  if (part.lastServedOn !== null)
    whole.lastServedOn = Math.max(whole.lastServedOn ?? part.lastServedOn, part.lastServedOn);
}

export function dayIn({ days }: RehearsedCampaign, day: EpochDay): RehearsedDay {
  const known = days.get(day);
  if (known !== undefined) return known;
  const fresh = emptyDay();
  days.set(day, fresh);
  return fresh;
}

export function emptyDay(): RehearsedDay {
  return { suggested: 0, held: 0, ready: 0, sent: 0, hours: Array.from({ length: 24 }, () => 0) };
}

export function addTo<K>(counts: Map<K, number>, key: K, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
