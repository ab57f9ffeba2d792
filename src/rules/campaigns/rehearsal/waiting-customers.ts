/**
 * Keeps the customers whom each campaign could suggest, in the order in which sellers get them, so that a day is planned
 * from the first ones alone: the others never get a place. A customer whom a campaign cannot suggest now is asked about
 * again on the day on which this may change.
 */
import { prepareAudience } from '#rules/campaigns/audience-match.ts';
import { type LeftOutReason, leftOutOf, prepareText } from '#rules/campaigns/left-out.ts';
import type { PlannedCampaign } from '#rules/campaigns/plan-day.ts';
import { DAY_MS, dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { nextMatchDay } from './next-match-day.ts';
import type { RehearsedPerson } from './rehearsed-person.ts';
import { mergeWaiting, type WaitingEntry } from './waiting-order.ts';

/** What one campaign finds on a day. `not_met`: the filters do not mean the customer. */
type Finding = { readonly kind: 'free'; readonly endsOn: EpochDay | null } | { readonly kind: 'not_met' } | LeftOut;
interface LeftOut {
  readonly kind: 'left_out';
  readonly reason: LeftOutReason;
}

/** `onMeant`: the filters meet the customer on some day. `onFound`: why the customer is left out; null: not any more. */
export interface WaitingWatch {
  onMeant(person: RehearsedPerson): void;
  onFound(person: RehearsedPerson, reason: LeftOutReason | 'without_seller' | null): void;
}

export class WaitingCustomers {
  readonly campaign: PlannedCampaign;
  readonly #most: number;
  readonly #isSeller: (id: string) => boolean;
  readonly #sellers: number;
  readonly #watch: WaitingWatch | null;
  readonly #find: (person: RehearsedPerson, day: EpochDay, at: Instant) => Finding;
  readonly #byDay = new Map<EpochDay, { readonly person: RehearsedPerson; readonly changes: number }[]>();
  readonly #queues = new Map<string | null, WaitingEntry[]>();
  readonly #lastDay: EpochDay;

  /** `most`: the places that can be needed of one portfolio on one day. */
  constructor(
    campaign: PlannedCampaign,
    { most, sellerIds, lastDay }: { most: number; sellerIds: ReadonlySet<string>; lastDay: EpochDay },
    watch: WaitingWatch | null,
  ) {
    this.campaign = campaign;
    this.#most = most;
    this.#isSeller = (id) => sellerIds.has(id);
    this.#sellers = Math.max(1, sellerIds.size);
    this.#lastDay = Math.min(lastDay, (campaign.to === null ? null : dayOf(campaign.to)) ?? lastDay);
    this.#watch = watch;
    this.#find = finder(campaign);
  }

  /** Asks about the person again on a day, or on the campaign's first day if that is later. */
  askOn(person: RehearsedPerson, day: EpochDay | null): void {
    if (day === null) return;
    const first = this.campaign.from === null ? null : dayOf(this.campaign.from);
    const on = first !== null && first > day ? first : day;
    if (on > this.#lastDay) return;
    const [asked, question] = [this.#byDay.get(on), { person, changes: person.changes }];
    if (asked === undefined) this.#byDay.set(on, [question]);
    else asked.push(question);
  }

  /** Begins a day: sorts in the customers who are asked about on it. */
  begin(day: EpochDay, at: Instant): void {
    const asked = this.#byDay.get(day) ?? [];
    this.#byDay.delete(day);
    const fresh = new Map<string | null, WaitingEntry[]>();
    for (const { person, changes } of asked) {
      const found = changes === person.changes ? this.#admit(person, day, at) : null;
      if (found === null) continue;
      const { id, sellerId, lastContactAt } = person.facts;
      const entry = { person, changes, id, lastContactAt, urgency: found.endsOn ?? Number.POSITIVE_INFINITY };
      const queue = fresh.get(sellerId);
      if (queue === undefined) fresh.set(sellerId, [entry]);
      else queue.push(entry);
    }
    for (const [sellerId, entries] of fresh)
      this.#queues.set(sellerId, mergeWaiting(this.#queues.get(sellerId), entries));
  }

  /** Calls `offer` with the first customers of each portfolio whose seller is there. */
  offerBest(
    day: EpochDay,
    at: Instant,
    isAway: (sellerId: string) => boolean,
    offer: (person: RehearsedPerson) => void,
  ): void {
    for (const [sellerId, queue] of this.#queues) {
      if (sellerId !== null && isAway(sellerId)) continue;
      let [left, read] = [sellerId === null ? this.#most * this.#sellers : this.#most, 0];
      const kept: WaitingEntry[] = [];
      for (; read < queue.length && left > 0; read++) {
        const entry = queue[read] as WaitingEntry;
        const { person } = entry;
        if (entry.changes !== person.changes || person.facts.open?.campaignId === this.campaign.id) continue;
        if (person.facts.open === null) {
          if (this.#admit(person, day, at) === null) continue;
          offer(person);
          left -= 1;
        }
        kept.push(entry);
      }
      if (kept.length < read) queue.splice(0, read, ...kept);
    }
  }

  /** Returns what makes the person free for a suggestion on the day; null: nothing, and the person is asked about later. */
  #admit(person: RehearsedPerson, day: EpochDay, at: Instant): { readonly endsOn: EpochDay | null } | null {
    const found = this.#find(person, day, at);
    if (found.kind === 'not_met') {
      this.askOn(person, nextMatchDay(this.campaign.audience, person.facts, day));
      return null;
    }
    this.#watch?.onMeant(person);
    const { sellerId } = person.facts;
    if (found.kind === 'left_out') {
      this.#watch?.onFound(person, found.reason);
      if (!ENDLESS.has(found.reason)) this.askOn(person, Math.max(day + 1, this.#restsUntil(person, found.reason)));
      return null;
    }
    const isGone = sellerId !== null && !this.#isSeller(sellerId);
    this.#watch?.onFound(person, isGone ? 'without_seller' : null);
    return isGone ? null : found;
  }

  /** Returns a day before which the cool-down of the number does not end. */
  #restsUntil({ facts: { contacts, numberContactedAt } }: RehearsedPerson, reason: LeftOutReason): EpochDay {
    if (reason !== 'contacted_recently' || numberContactedAt === null) return 0;
    const days = Math.max(contacts.coolDownDays, this.campaign.coolDownDays);
    return Math.floor(numberContactedAt / DAY_MS) + days - 1;
  }
}

/** Nothing but a person of the brand changes these. */
const ENDLESS: ReadonlySet<LeftOutReason> = new Set([
  ...(['customer_unavailable', 'opted_out', 'no_permission', 'do_not_call_list'] as const),
  ...(['variable_empty', 'already_served'] as const),
]);

function finder(campaign: PlannedCampaign) {
  const [match, hasWords] = [prepareAudience(campaign.audience), prepareText(campaign.text)];
  return (person: RehearsedPerson, day: EpochDay, at: Instant): Finding => {
    const facts = person.factsOn(day);
    const met = match(facts, day);
    if (met === null) return { kind: 'not_met' };
    const reason = leftOutOf(facts, campaign, { at, met, hasWords: hasWords(facts, day), isAway: false });
    return reason === null ? { kind: 'free', endsOn: met.endsOn } : { kind: 'left_out', reason };
  };
}
