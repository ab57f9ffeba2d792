/**
 * Defines the context of a decision: everything that `decide` may know, the instant included, so that the same context
 * gives the same decision (rules, section 4).
 */

import type { Plan } from '#rules/policy/plan.ts';
import type { Timeline } from '#rules/policy/timeline.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { QuietClock } from '#rules/time/quiet.ts';
import type { AskedSilences } from './asked-silence.ts';
import type { Because, Channel, Origin, Reason } from './decision.ts';
import type { Listing } from './do-not-call.ts';
import type { EarlierContacts } from './earlier-contacts.ts';

/** All instants are epoch milliseconds. Null means that the event never happened or is not known. */
export interface DecisionContext {
  /** The number of the rules that judge the context (`RULES`; a replay uses the recorded number, R2). */
  readonly rules: number;
  readonly now: Instant;
  readonly tzVersion: string;
  readonly plan: Plan;
  /** The number of policy events in the timeline, by which a replay finds the same timeline. */
  readonly policyRevision: number;
  readonly timeline: Timeline;
  /** The compiled timeline, by zone. A zone without an entry is unknown to the runtime (C4). */
  readonly quiet: ReadonlyMap<string, QuietClock>;
  readonly zones: Zones;
  readonly customer: CustomerFacts;
  readonly conversation: Conversation;
  /** Earlier contacts with the customer's number (D6, D6b); none in contexts of rules before 4. */
  readonly earlierContacts: EarlierContacts;
  /** The silences that the customer asked for (D4b); none in contexts of rules before 5. */
  readonly asked: AskedSilences;
  readonly wish: Wish;
  /** The seller's new contacts that may count for the limit (P1), newest first, without the contact in question. */
  readonly pacedAt: readonly Instant[];
  /** Whether the host's clock is unsafe: it jumped, and the right time is not known yet (D8). */
  readonly clockUnsafe: boolean;
  /** The instant of this seller's last refusal for this customer because of quiet hours. */
  readonly lastRefusedAt: Instant | null;
  /** The reasons that the seller acknowledged for this attempt (D13); empty without an acknowledgement. */
  readonly acknowledged: readonly Reason[];
  /** The seller's reason to go on, if the brand asks for one. */
  readonly because: Because | null;
  /** The attempt that a permit would be valid for; null for a question, which gets no permit. */
  readonly attempt: AttemptTerms | null;
}

export interface Zones {
  /** The zone of the attempt's store (C1); null: there is no store, and the brand's zone counts. */
  readonly store: string | null;
  readonly brand: string;
  /** The customer's candidate zones, the zone with the most inhabitants first; empty: none is known (C2). */
  readonly customer: readonly string[];
  readonly customerFrom: ZoneSource | null;
  /** The distinct zones of the brand's stores, which replace a zone that is not known (C4). */
  readonly brandStores: readonly string[];
}

/** The source of a customer's zone (C2, C5). */
export type ZoneSource = 'told' | 'address' | 'area_code' | 'country';

export interface CustomerFacts {
  readonly availability: 'present' | 'erased' | 'merged';
  /** Whether the customer has a number that can have WhatsApp. */
  readonly reachable: boolean;
  readonly permission: 'granted' | 'refused' | 'unknown';
  /** When the customer's number was stopped; null if there is no running stop. */
  readonly optedOutAt: Instant | null;
  /** The number's place on the do-not-call list (D2c); null: the number is not listed. */
  readonly doNotCall: Listing | null;
}

/** The last messages on the channel in use. Stop requests, reactions and delivery events do not count as messages. */
export interface Conversation {
  readonly lastInboundAt: Instant | null;
  readonly lastOutboundAt: Instant | null;
}

export interface Wish {
  /** `release`: no person is present, but a person asked before; the origin is that of the hold (H2, D17). */
  readonly actor: 'person' | 'machine' | 'release';
  readonly claimed: Origin | null;
  /** Whether the wish names a suggestion of this customer that is open. */
  readonly suggestionOpen: boolean;
  readonly channel: Channel;
  readonly message: MessageKind;
}

/** Free text, a template by its stored category, or the confirmation of a stop or resume request. */
export type MessageKind = 'text' | 'marketing' | 'utility' | 'authentication' | 'confirmation';

export interface AttemptTerms {
  readonly attemptId: string;
  readonly customerId: string;
  /** The digest of the exact text that may be sent. */
  readonly textDigest: string;
}
