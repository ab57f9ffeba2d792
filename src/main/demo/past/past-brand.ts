/** The types of the demo's history: a brand, its stores, people and customers, and their state during the simulation. */
import type { AttemptRow } from '#db/contact/attempts.ts';
import type { DemoCustomer } from '#main/demo/customers.ts';
import type { DemoPolicyEvent } from '#main/demo/policy-log.ts';
import type { SuggestionReason } from '#rules/campaigns/suggestion-reason.ts';
import type { AttemptState, Outcome } from '#rules/contact/attempt.ts';
import type { Decision } from '#rules/contact/decision.ts';
import type { Plan } from '#rules/policy/plan.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface PastBrand {
  readonly brandId: string;
  readonly slug: string;
  readonly name: string;
  readonly article: string;
  readonly plan: Plan;
  readonly zone: string;
  readonly log: readonly DemoPolicyEvent[];
  readonly campaigns: readonly PastCampaign[];
  readonly stores: readonly PastStore[];
}

export interface PastCampaign {
  readonly id: string;
  readonly name: string;
  readonly template: string;
  readonly priority: number;
}

export interface PastStore {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly worksLate: boolean;
  readonly hours: { readonly weekdays: readonly [number, number]; readonly sunday: readonly [number, number] | null };
  readonly people: readonly PastPerson[];
  /** The customers in the order of their codes. */
  readonly customers: readonly PastCustomer[];
}

export interface PastPerson {
  readonly id: string;
  readonly name: string;
  readonly role: 'seller' | 'store_manager';
  readonly burstDaysAgo?: number;
}

/** A customer at the current instant of the simulation. */
export interface PastCustomer {
  readonly facts: DemoCustomer;
  /** True: no outcome of the history may forbid contacts, so that a campaign can suggest the customer at any clock. */
  readonly isReserved: boolean;
  /** Contacts with the customer happen only within `[from, until)`. */
  readonly from: Instant;
  readonly until: Instant;
  optedOutAt: Instant | null;
  wrongNumberAt: Instant | null;
  /** The instant of the last attempt, with any outcome. */
  triedAt: Instant | null;
  /** True: a seller will try the customer's suggestion again. */
  isAwaited: boolean;
  /** The instant of each hand-over that was not withdrawn, by its attempt's id. */
  readonly contacts: Map<string, Instant>;
  /** The suggestions of the history, without today's. */
  readonly suggestions: PastSuggestion[];
  /** When each seller was last refused because of quiet hours. */
  readonly refused: Map<string, Instant>;
}

export interface PastSuggestion {
  readonly id: string;
  readonly campaign: PastCampaign;
  readonly customer: PastCustomer;
  readonly person: PastPerson;
  readonly reason: SuggestionReason;
  readonly createdAt: Instant;
  state: 'open' | 'done' | 'dismissed';
  closedAt: Instant | null;
  closedBy: string | null;
  closedReason: 'contacted' | 'not_relevant' | 'already_talked' | 'other' | null;
}

/** An attempt's row at the current instant of the simulation, with its customer, seller, store and suggestion. */
export interface PastAttempt extends AttemptRow {
  /** The row is written once, with the attempt's first decision. */
  readonly isNew: true;
  readonly customer: PastCustomer;
  readonly person: PastPerson;
  readonly store: PastStore;
  readonly suggestion: PastSuggestion | null;
  readonly turnId: string;
  readonly text: string;
  /** The last decision. */
  decision: Decision;
  origin: AttemptRow['origin'];
  state: AttemptState;
  outcome: Outcome | null;
  refusedAt: Instant | null;
  updatedAt: Instant;
}
