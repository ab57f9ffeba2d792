/**
 * Rehearses a campaign in one store: plans each day with the planner of suggestions (`startDayPlan`) and lives through the
 * contacts of the day. One assumption stands in for people: each suggestion is used on its day, at the seller's usual hours
 * where they are known, and a contact that becomes ready is sent in its minute.
 */
import { type PlannedDay, type PlannedSuggestion, startDayPlan } from '#rules/campaigns/plan-day.ts';
import { latestDueDay } from '#rules/campaigns/run-time.ts';
import { DAY_MS, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText } from '#rules/time/local-day.ts';
import { alwaysAway, CampaignTally, REHEARSED_WATCH } from './campaign-tally.ts';
import { ContactDays } from './contact-days.ts';
import { type CampaignToRehearse, isAwayOn, type RehearsedCampaign, type StoreToRehearse } from './rehearsal.ts';
import { RehearsedPerson } from './rehearsed-person.ts';
import { StoreCalendar } from './store-calendar.ts';
import { usesOfDay } from './uses-of-day.ts';
import { WaitingCustomers } from './waiting-customers.ts';

/** Called with each contact of the rehearsed campaign; tests compare them with what really happens. */
export type OnContact = (kind: 'held' | 'ready' | 'sent', customerId: string, at: Instant) => void;

export function rehearseStore(
  store: StoreToRehearse,
  campaign: CampaignToRehearse,
  onContact: OnContact = () => undefined,
): RehearsedCampaign {
  const first = latestDueDay(store.store, campaign.now);
  const last = Math.max(first, campaign.lastDay);
  const run = new StoreRehearsal(store, campaign, first, onContact);
  for (let day = first; day <= last; day++) run.rehearseDay(day);
  return run.finish(last);
}

class StoreRehearsal {
  readonly #store: StoreToRehearse;
  readonly #campaign: CampaignToRehearse;
  readonly #first: EpochDay;
  readonly #calendar: StoreCalendar;
  readonly #tally: CampaignTally;
  readonly #contacts: ContactDays;
  readonly #people = new Map<string, RehearsedPerson>();
  readonly #withOpen = new Set<RehearsedPerson>();
  /** The people who were contacted since the last plan. */
  readonly #contacted: RehearsedPerson[] = [];
  readonly #waiting: readonly WaitingCustomers[];
  #suggestions = 1;

  constructor(store: StoreToRehearse, campaign: CampaignToRehearse, first: EpochDay, onContact: OnContact) {
    const { now, lastDay, campaignId, campaigns, perSellerDay } = campaign;
    this.#store = store;
    this.#campaign = campaign;
    this.#first = first;
    const span = { from: now, to: Math.max(now, (lastDay + HELD_DAYS) * DAY_MS) };
    this.#calendar = new StoreCalendar(store.store, store.silence, span);
    this.#tally = new CampaignTally(this.#calendar);
    this.#contacts = new ContactDays(store, campaign, {
      onContact: (kind, ofCampaign, at, person) => {
        if (kind === 'sent' && person !== null) this.#contacted.push(person);
        if (ofCampaign === null || ofCampaign !== (campaignId ?? ofCampaign)) return;
        this.#tally.contact(kind, at, person);
        if (person !== null) onContact(kind, person.facts.id, at);
      },
    });
    const sellerIds = new Set(store.sellers.map(({ id }) => id));
    this.#waiting = campaigns
      .filter(({ state }) => state === 'running')
      .map((each) => {
        const places = { most: each.perSellerDay + 2 * perSellerDay, sellerIds, lastDay };
        return new WaitingCustomers(each, places, each.id === campaignId ? REHEARSED_WATCH : null);
      });
    this.#enterPeople();
  }

  rehearseDay(day: EpochDay): void {
    const planAt = day === this.#first ? this.#campaign.now : this.#calendar.runTime(day);
    this.#contacts.liveUntil(planAt);
    for (const person of this.#contacted.splice(0)) this.#askAbout(person, day);
    this.#write(this.#plan(day, planAt), day, planAt);
    const uses = usesOfDay(this.#store.sellers, this.#withOpen, this.#calendar, { day, from: planAt });
    for (const { person, sellerId, at, spans } of uses) this.#contacts.addUse(person, sellerId, at, spans);
  }

  /** Lives through the contacts that are held at the end, and counts the customers. */
  finish(lastDay: EpochDay): RehearsedCampaign {
    this.#contacts.liveUntil((lastDay + HELD_DAYS) * DAY_MS);
    return this.#tally.finish(this.#people.values(), alwaysAway(this.#store.sellers, this.#first, lastDay));
  }

  #enterPeople(): void {
    const ofStore = { silence: this.#store.silence, usableOn: (day: EpochDay) => this.#calendar.usableOn(day) };
    for (const customer of this.#store.customers) {
      const person = new RehearsedPerson(customer, ofStore);
      this.#people.set(customer.facts.id, person);
      if (person.open !== null) this.#withOpen.add(person);
      if (person.open?.campaignId === this.#campaign.campaignId) person.isSuggested = true;
      this.#askAbout(person, this.#first);
    }
    for (const { customerId, sellerId, dueAt, ...held } of this.#store.holds) {
      this.#contacts.addHeld(this.#people.get(customerId) ?? null, sellerId, dueAt, held);
    }
  }

  #askAbout(person: RehearsedPerson, day: EpochDay): void {
    for (const each of this.#waiting) each.askOn(person, day);
  }

  #plan(day: EpochDay, planAt: Instant): PlannedDay {
    const { campaigns, perSellerDay } = this.#campaign;
    const sellers = this.#store.sellers.map((seller) => ({ ...seller, isAway: isAwayOn(seller, day) }));
    const at = Math.max(planAt, this.#calendar.usableOn(day)[0]?.start ?? planAt);
    const usedToday = day === this.#first ? this.#store.usedToday : [];
    const plan = startDayPlan({ day, at, campaigns, sellers, perSellerDay, usedToday });
    const away = new Set(sellers.filter(({ isAway }) => isAway).map(({ id }) => id));
    const offered = new Set<RehearsedPerson>();
    const offer = (person: RehearsedPerson) => {
      if (offered.has(person)) return;
      offered.add(person);
      plan.offer(person.factsOn(day));
    };
    for (const person of this.#withOpen) if (person.open !== null) offer(person);
    for (const each of this.#waiting) {
      each.begin(day, at);
      each.offerBest(day, at, (id) => away.has(id), offer);
    }
    return plan.finish();
  }

  #write({ endings, suggestions }: PlannedDay, day: EpochDay, planAt: Instant): void {
    const ended = new Set(endings.map(({ id }) => id));
    for (const person of this.#withOpen) {
      if (person.open !== null && ended.has(person.open.id)) {
        person.setOpen(null);
        person.changes += 1;
        this.#askAbout(person, day + 1);
      }
      if (person.open === null) this.#withOpen.delete(person);
    }
    for (const suggestion of suggestions) this.#suggest(suggestion, day, planAt);
  }

  #suggest(made: PlannedSuggestion, day: EpochDay, createdAt: Instant): void {
    const person = this.#people.get(made.customerId);
    if (person === undefined) return;
    const { campaignId, priority, sellerId, endsOn, reason } = made;
    const number = this.#suggestions++;
    const open = { id: `${number}`, campaignId, priority, sellerId, createdAt, suggestedOn: dateText(day), endsOn };
    person.setOpen({ ...open, isTouched: false, isHeld: false, number, reason });
    this.#withOpen.add(person);
    if (campaignId === (this.#campaign.campaignId ?? campaignId)) this.#tally.suggest(person, sellerId, createdAt);
  }
}

/** The contacts that are held on the last day are sent by then: a held contact ends after 72 hours, or 12 after its minute. */
const HELD_DAYS = 5;
