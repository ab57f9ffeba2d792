/** Keeps the best candidates of one campaign in the order in which sellers get them. */
import { compare } from '#rules/core/compare.ts';
import type { EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { OpenSuggestion } from './audience-facts.ts';
import type { AudienceMatch } from './audience-match.ts';

export interface Candidate {
  readonly id: string;
  /** The seller of the customer's portfolio; null: the customer is shared out. */
  readonly sellerId: string | null;
  readonly lastContactAt: Instant | null;
  /** The days for which the reason stays true. */
  readonly urgency: number;
  readonly met: AudienceMatch;
  readonly replaces: OpenSuggestion | null;
}

export function urgencyOf({ endsOn }: AudienceMatch, day: EpochDay): number {
  return endsOn === null ? Number.POSITIVE_INFINITY : endsOn - day;
}

type Ranked = Pick<Candidate, 'id' | 'lastContactAt' | 'urgency'>;

/** The more urgent reason first, then the longest time without a contact, then the id. */
export function compareCandidates(a: Ranked, b: Ranked): number {
  return (
    compare(a.urgency, b.urgency) ||
    compare(a.lastContactAt ?? Number.NEGATIVE_INFINITY, b.lastContactAt ?? Number.NEGATIVE_INFINITY) ||
    compare(a.id, b.id)
  );
}

/**
 * Keeps the best `most` candidates of each portfolio, and `most` for each seller of those without a portfolio. Fewer
 * can be skipped or taken, so the others never get a place.
 */
export class BestCandidates {
  readonly #most: number;
  readonly #sellers: number;
  readonly #byPortfolio = new Map<string | null, Candidate[]>();

  constructor(most: number, sellers: number) {
    this.#most = most;
    this.#sellers = Math.max(1, sellers);
  }

  add(candidate: Candidate): void {
    const kept = this.#byPortfolio.get(candidate.sellerId);
    if (kept === undefined) this.#byPortfolio.set(candidate.sellerId, [candidate]);
    else {
      kept.push(candidate);
      const most = candidate.sellerId === null ? this.#most * this.#sellers : this.#most;
      if (kept.length >= 2 * most) kept.sort(compareCandidates).length = most;
    }
  }

  inOrder(): readonly Candidate[] {
    return [...this.#byPortfolio.values()].flat().toSorted(compareCandidates);
  }
}
