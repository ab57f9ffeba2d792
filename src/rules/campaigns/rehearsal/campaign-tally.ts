/** Counts what becomes of the rehearsed campaign in one store. */
import type { EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { addTo, dayIn, emptyRehearsal, isAwayOn, type RehearsedCampaign, type RehearsedSeller } from './rehearsal.ts';
import type { RehearsedPerson } from './rehearsed-person.ts';
import type { StoreCalendar } from './store-calendar.ts';
import type { WaitingWatch } from './waiting-customers.ts';

export class CampaignTally {
  readonly #calendar: StoreCalendar;
  readonly #answer = emptyRehearsal();

  constructor(calendar: StoreCalendar) {
    this.#calendar = calendar;
  }

  suggest(person: RehearsedPerson, sellerId: string, at: Instant): void {
    dayIn(this.#answer, this.#calendar.placeOf(at).day).suggested += 1;
    if (!person.isSuggested) addTo(this.#answer.sellers, sellerId);
    person.isSuggested = true;
  }

  contact(kind: 'held' | 'ready' | 'sent', at: Instant, person: RehearsedPerson | null): void {
    const { day, hour } = this.#calendar.placeOf(at);
    const counts = dayIn(this.#answer, day);
    counts[kind] += 1;
    if (kind !== 'sent') return;
    counts.hours[hour] = (counts.hours[hour] ?? 0) + 1;
    this.#answer.lastServedOn = Math.max(this.#answer.lastServedOn ?? day, day);
    if (person !== null) person.isServed = true;
  }

  /** Counts each customer once. `awayIds`: the sellers who are away on all days. */
  finish(people: Iterable<RehearsedPerson>, awayIds: ReadonlySet<string | null>): RehearsedCampaign {
    const answer = this.#answer;
    for (const person of people) {
      if (!person.isMeant) continue;
      answer.total += 1;
      const { open, reason, facts } = person;
      if (person.isSuggested) answer.unused += person.isServed ? 0 : 1;
      else if (reason !== null) addTo(answer.leftOut, reason);
      else if (open !== null) addTo(answer.leftOut, 'other_suggestion');
      else if (awayIds.has(facts.sellerId)) addTo(answer.leftOut, 'seller_away');
      else answer.doesNotFit += 1;
    }
    return answer;
  }
}

/** Returns the sellers who are away on each of the days. */
export function alwaysAway(
  sellers: readonly RehearsedSeller[],
  first: EpochDay,
  last: EpochDay,
): ReadonlySet<string | null> {
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return new Set(sellers.filter((seller) => days.every((day) => isAwayOn(seller, day))).map(({ id }) => id));
}

/** Keeps with each person what the rehearsed campaign finds. */
export const REHEARSED_WATCH: WaitingWatch = {
  onMeant: (person) => {
    person.isMeant = true;
  },
  onFound: (person, reason) => {
    person.reason = reason;
  },
};
