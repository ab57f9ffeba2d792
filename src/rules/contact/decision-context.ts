/** Everything a judgement may look at, the instant included, so that the same context gives the same answer (rules, section 4). */

import type { Plan } from '#rules/policy/plan.ts';
import type { Timeline } from '#rules/policy/timeline.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { QuietClock } from '#rules/time/quiet.ts';
import type { Because, Channel, Origin, Reason } from './decision.ts';

/** All instants are epoch milliseconds; null means that it never happened or is not known. */
export interface DecisionContext {
  /** Number of the rules to judge by (`RULES`; a replay brings the recorded one, R2). */
  readonly rules: number;
  readonly now: Instant;
  readonly tzVersion: string;
  readonly plan: Plan;
  /** How many policy events the timeline holds: with it a replay finds the same timeline. */
  readonly policyRevision: number;
  readonly timeline: Timeline;
  /** The timeline compiled, by zone. A zone that is missing here is one the runtime does not know (C4). */
  readonly quiet: ReadonlyMap<string, QuietClock>;
  readonly zones: Zones;
  readonly customer: CustomerFacts;
  readonly conversation: Conversation;
  readonly wish: Wish;
  /** P1: the seller's new contacts that may count, newest first, the one in question not among them. */
  readonly pacedAt: readonly Instant[];
  /** D8: the host's clock has jumped, and nobody knows yet which time it is. */
  readonly clockUnsafe: boolean;
  /** When this seller was last refused for this customer because of quiet hours. */
  readonly lastRefusedAt: Instant | null;
  /** Exactly the reasons that were acknowledged for this attempt (D13); empty without an acknowledgement. */
  readonly acknowledged: readonly Reason[];
  /** Why the seller goes on, where the brand asks. */
  readonly because: Because | null;
  /** What a permit would be good for; null for a question, which never earns one. */
  readonly attempt: AttemptTerms | null;
}

export interface Zones {
  /** The attempt's store's (C1); null where there is none, and the brand's counts. */
  readonly store: string | null;
  readonly brand: string;
  /** The customer's candidates, the zone of most inhabitants first; empty where nothing is known (C2). */
  readonly customer: readonly string[];
  readonly customerFrom: ZoneSource | null;
  /** Distinct zones of the brand's stores: the candidates for a zone that nobody knows (C4). */
  readonly brandStores: readonly string[];
}

/** What told us where a customer is (C2, C5). */
export type ZoneSource = 'told' | 'address' | 'area_code' | 'country';

export interface CustomerFacts {
  readonly availability: 'present' | 'erased' | 'merged';
  /** Has a number that can have WhatsApp. */
  readonly reachable: boolean;
  readonly permission: 'granted' | 'refused' | 'unknown';
  /** The stop that binds this customer's number, not lifted since. */
  readonly optedOutAt: Instant | null;
}

/** On the channel that will carry the message. Stop requests, reactions and delivery events are not messages. */
export interface Conversation {
  readonly lastInboundAt: Instant | null;
  readonly lastOutboundAt: Instant | null;
}

export interface Wish {
  /** `release`: nobody is there, but somebody asked before; the origin is the one it was held with (H2, D17). */
  readonly actor: 'person' | 'machine' | 'release';
  readonly claimed: Origin | null;
  /** A suggestion was named; it is this customer's, and open. */
  readonly suggestionOpen: boolean;
  readonly channel: Channel;
  readonly message: MessageKind;
}

/** Free text, a template by the category it is stored with, or our confirmation of a stop or resume request. */
export type MessageKind = 'text' | 'marketing' | 'utility' | 'authentication' | 'confirmation';

export interface AttemptTerms {
  readonly attemptId: string;
  readonly customerId: string;
  /** Of the exact text that may leave. */
  readonly textDigest: string;
}
