/** Counts what each seller of a store has on a day, and finds the seller who gets a customer. */
import { compare } from '#rules/core/compare.ts';
import type { Campaign } from './campaign.ts';
import type { Candidate } from './candidates.ts';

export interface PlannedSeller {
  readonly id: string;
  /** A day off: the seller gets no new suggestion. */
  readonly isAway: boolean;
  /** Whether customers without a portfolio are shared out to this person: to sellers, and not to managers. */
  readonly takesShared: boolean;
}

export interface UsedToday {
  readonly sellerId: string;
  readonly campaignId: string;
  readonly count: number;
}

interface Places {
  readonly seller: PlannedSeller;
  used: number;
  shared: number;
  readonly byCampaign: Map<string, number>;
}

export class DayQuotas {
  readonly #perDay: number;
  readonly #places: ReadonlyMap<string, Places>;

  constructor(sellers: readonly PlannedSeller[], perDay: number, usedToday: readonly UsedToday[]) {
    this.#perDay = perDay;
    const inOrder = sellers.toSorted((a, b) => compare(a.id, b.id));
    this.#places = new Map(
      inOrder.map((seller) => [seller.id, { seller, used: 0, shared: 0, byCampaign: new Map<string, number>() }]),
    );
    for (const { sellerId, campaignId, count } of usedToday) this.use(sellerId, campaignId, count);
  }

  has(sellerId: string): boolean {
    return this.#places.has(sellerId);
  }

  /** `shared`: the customer has no portfolio. `gone`: the seller of the portfolio no longer works in the store. */
  statusOf(sellerId: string | null): 'here' | 'away' | 'gone' | 'shared' {
    if (sellerId === null) return 'shared';
    const places = this.#places.get(sellerId);
    if (places === undefined) return 'gone';
    return places.seller.isAway ? 'away' : 'here';
  }

  use(sellerId: string, campaignId: string, count = 1): void {
    const places = this.#places.get(sellerId);
    if (places === undefined) return;
    places.used += count;
    places.byCampaign.set(campaignId, (places.byCampaign.get(campaignId) ?? 0) + count);
  }

  /** Gives a place to the candidate and returns its seller; null: no seller has one left. */
  place(candidate: Candidate, campaign: Campaign): string | null {
    const { replaces } = candidate;
    if (replaces !== null) this.use(replaces.sellerId, replaces.campaignId, -1);
    const chosen =
      candidate.sellerId === null ? this.#leastShared(campaign) : this.#withPlace(candidate.sellerId, campaign);
    if (chosen === null) {
      if (replaces !== null) this.use(replaces.sellerId, replaces.campaignId);
      return null;
    }
    if (candidate.sellerId === null) chosen.shared += 1;
    this.use(chosen.seller.id, campaign.id);
    return chosen.seller.id;
  }

  #withPlace(sellerId: string, campaign: Campaign): Places | null {
    const places = this.#places.get(sellerId);
    return places !== undefined && this.#hasPlace(places, campaign) ? places : null;
  }

  /** Returns the seller with the fewest shared customers of the day, then with the fewest suggestions, then by id. */
  #leastShared(campaign: Campaign): Places | null {
    let least: Places | null = null;
    for (const places of this.#places.values()) {
      if (!places.seller.takesShared || places.seller.isAway || !this.#hasPlace(places, campaign)) continue;
      if (
        least === null ||
        places.shared < least.shared ||
        (places.shared === least.shared && places.used < least.used)
      )
        least = places;
    }
    return least;
  }

  #hasPlace({ used, byCampaign }: Places, { id, perSellerDay }: Campaign): boolean {
    return used < this.#perDay && (byCampaign.get(id) ?? 0) < perSellerDay;
  }
}
