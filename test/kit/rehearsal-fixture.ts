/** Makes a store whose campaign is rehearsed, and a slow witness that plans each day from all customers. */
import { SELLERS } from '#kit/audience-facts.ts';
import { aContext, SAO_PAULO } from '#kit/context-fixture.ts';
import { startDayPlan } from '#rules/campaigns/plan-day.ts';
import { ContactDays } from '#rules/campaigns/rehearsal/contact-days.ts';
import { type CampaignToRehearse, isAwayOn, type StoreToRehearse } from '#rules/campaigns/rehearsal/rehearsal.ts';
import { RehearsedPerson } from '#rules/campaigns/rehearsal/rehearsed-person.ts';
import { StoreCalendar } from '#rules/campaigns/rehearsal/store-calendar.ts';
import { usesOfDay } from '#rules/campaigns/rehearsal/uses-of-day.ts';
import { latestDueDay } from '#rules/campaigns/run-time.ts';
import type { Policy } from '#rules/policy/policy.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText } from '#rules/time/local-day.ts';

/** A store in São Paulo that is open from 10:00 to 22:00 every day. */
export const OPEN_STORE = {
  ...{ id: 'paulista', name: 'Paulista', state: 'SP', zone: SAO_PAULO },
  hours: Array.from({ length: 7 }, (_, weekday) => ({ weekday, opensMinute: 600, closesMinute: 1320 })),
  dates: [],
};

export function aStore(policy: Policy | null, now: Instant, given: Partial<StoreToRehearse> = {}): StoreToRehearse {
  const { plan, timeline, zones, quiet, asked } = aContext({ policy, now });
  const sellers = SELLERS.map((id) => ({ id, takesShared: true, daysOff: [], usualHours: null }));
  return {
    ...{ store: OPEN_STORE, sellers, customers: [], silence: { plan, timeline, zones, quiet, asked } },
    ...{ holds: [], slots: new Map(), usedToday: [] },
    ...given,
  };
}

export interface WitnessedContact {
  readonly kind: 'held' | 'ready' | 'sent';
  readonly id: string;
  readonly at: Instant;
}

/** Lives through the days with plans from all customers, and returns the contacts and the suggestions of the campaign. */
export function witness(store: StoreToRehearse, rehearsal: CampaignToRehearse) {
  const { campaigns, campaignId, perSellerDay, now, lastDay } = rehearsal;
  const first = latestDueDay(store.store, now);
  const calendar = new StoreCalendar(store.store, store.silence, { from: now, to: (lastDay + 5) * DAY_MS });
  const contacts: WitnessedContact[] = [];
  const days = new ContactDays(store, rehearsal, {
    onContact: (kind, ofCampaign, at, person) => {
      if (ofCampaign === campaignId && person !== null) contacts.push({ kind, id: person.facts.id, at });
    },
  });
  const ofStore = { silence: store.silence, usableOn: (day: number) => calendar.usableOn(day) };
  const people = new Map(store.customers.map((each) => [each.facts.id, new RehearsedPerson(each, ofStore)]));
  for (const { customerId, sellerId, dueAt, ...held } of store.holds) {
    days.addHeld(people.get(customerId) ?? null, sellerId, dueAt, held);
  }
  const suggested: (readonly [number, string, string])[] = [];
  let number = 1;
  for (let day = first; day <= Math.max(first, lastDay); day++) {
    const planAt = day === first ? now : calendar.runTime(day);
    days.liveUntil(planAt);
    const sellers = store.sellers.map((seller) => ({ ...seller, isAway: isAwayOn(seller, day) }));
    const at = Math.max(planAt, calendar.usableOn(day)[0]?.start ?? planAt);
    const usedToday = day === first ? store.usedToday : [];
    const plan = startDayPlan({ day, at, campaigns, sellers, perSellerDay, usedToday });
    for (const person of people.values()) plan.offer(person.factsOn(day));
    const { endings, suggestions } = plan.finish();
    const ended = new Set(endings.map(({ id }) => id));
    for (const person of people.values()) if (person.open !== null && ended.has(person.open.id)) person.setOpen(null);
    for (const { customerId, sellerId, campaignId: ofCampaign, priority, reason, endsOn } of suggestions) {
      const open = { id: `${number}`, campaignId: ofCampaign, priority, sellerId, createdAt: planAt, endsOn, reason };
      const made = { ...open, suggestedOn: dateText(day), isTouched: false, isHeld: false, number: number++ };
      people.get(customerId)?.setOpen(made);
      if (ofCampaign === campaignId) suggested.push([day, customerId, sellerId]);
    }
    for (const use of usesOfDay(store.sellers, people.values(), calendar, { day, from: planAt })) {
      days.addUse(use.person, use.sellerId, use.at, use.spans);
    }
  }
  days.liveUntil((Math.max(first, lastDay) + 5) * DAY_MS);
  return { contacts, suggested };
}
