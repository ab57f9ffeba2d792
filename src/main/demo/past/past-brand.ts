/** Who and what the demo's past is made of: a brand with its stores, their people and customers, as they go through it. */
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
  readonly hours: { readonly weekdays: readonly [number, number]; readonly sunday: readonly [number, number] | null };
  readonly people: readonly PastPerson[];
  /** In the order of their codes. */
  readonly customers: readonly PastCustomer[];
}

export interface PastPerson {
  readonly id: string;
  readonly name: string;
  readonly role: 'seller' | 'store_manager';
}

/** A customer as of the instant that the past has come to. */
export interface PastCustomer {
  readonly facts: DemoCustomer;
  /** Suggested today: whatever they say to a contact, they may still be written to. */
  readonly isSuggested: boolean;
  /** Nobody writes to them outside `[from, until)`. */
  readonly from: Instant;
  readonly until: Instant;
  optedOutAt: Instant | null;
  wrongNumberAt: Instant | null;
  /** Last wished for, whatever came of it. */
  triedAt: Instant | null;
  /** Somebody means to come back to them. */
  isAwaited: boolean;
  /** When each hand-over that stands was made, by its attempt. */
  readonly contacts: Map<string, Instant>;
  /** Those told of here, not today's. */
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

/** The attempt's row as of the instant that the past has come to, and whom and what it is about. */
export interface PastAttempt extends AttemptRow {
  /** It is written once, with its first decision. */
  readonly isNew: true;
  readonly customer: PastCustomer;
  readonly person: PastPerson;
  readonly store: PastStore;
  readonly suggestion: PastSuggestion | null;
  readonly turnId: string;
  readonly text: string;
  /** The last one. */
  decision: Decision;
  origin: AttemptRow['origin'];
  state: AttemptState;
  outcome: Outcome | null;
  refusedAt: Instant | null;
  updatedAt: Instant;
}
