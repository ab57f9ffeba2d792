/**
 * Defines a receipt: the stored record of a decision with its whole context in columns, so that it can be judged again
 * (R1, R2).
 */

import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import type {
  Because,
  Channel,
  ClockName,
  Decision,
  Finding,
  Origin,
  Reason,
  Verdict,
} from '#rules/contact/decision.ts';
import type { CustomerFacts, DecisionContext, MessageKind, Wish, ZoneSource } from '#rules/contact/decision-context.ts';
import type { Plan } from '#rules/policy/plan.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The ids of a decision. There is no name, number or text, so erasing a customer changes no receipt (R1). */
export interface ReceiptIds {
  readonly brandId: string;
  readonly id: string;
  readonly attemptId: string;
  readonly actorId: string;
  /** The turn on the device; null: no person was present. */
  readonly turnId: string | null;
  readonly storeId: string | null;
  readonly customerId: string;
  readonly suggestionId: string | null;
}

/** The columns of the table `receipts`, without the number and link that the chain adds (R3). */
export interface Receipt extends ReceiptIds {
  readonly rules: number;
  readonly decidedAt: Instant;
  readonly tzVersion: string;
  readonly actorKind: Wish['actor'];
  readonly suggestionOpen: boolean;
  readonly originAsked: Origin | null;
  readonly channel: Channel;
  readonly messageKind: MessageKind;
  readonly plan: Plan;
  readonly policyRevision: number;
  readonly zoneStore: string | null;
  readonly zoneBrand: string;
  readonly zonesCustomer: readonly string[];
  readonly zonesCustomerFrom: ZoneSource | null;
  readonly zonesBrandStores: readonly string[];
  readonly availability: CustomerFacts['availability'];
  readonly reachable: boolean;
  readonly permission: CustomerFacts['permission'];
  readonly optedOutAt: Instant | null;
  readonly lastInboundAt: Instant | null;
  readonly lastOutboundAt: Instant | null;
  readonly refusedAt: Instant | null;
  /** `pacedAt` and `clockUnsafe`: since rules 2. */
  readonly pacedAt: readonly Instant[];
  readonly clockUnsafe: boolean;
  /** The earlier contacts with the number: since rules 4 (D6, D6b). */
  readonly coolDownDays: number;
  readonly contactedAt: Instant | null;
  readonly unansweredAfter: number;
  readonly unansweredAt: readonly Instant[];
  /** The silences that the customer asked for, as windows and dates without a word of text: since rules 5 (D4b). */
  readonly askedSilences: readonly AskedSilence[];
  /** The number's place on the do-not-call list: since rules 6 (D2c). Both are `YYYY-MM-DD`. */
  readonly doNotCallOn: string | null;
  readonly consentedOn: string | null;
  readonly acknowledged: readonly Reason[];
  readonly acknowledgedBecause: Because | null;
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  readonly reasons: readonly Finding[];
  readonly origin: Origin;
  readonly originClaimed: Origin | null;
  readonly afterRefusal: boolean;
  readonly becauseNeeded: boolean;
  readonly policyVersion: number | null;
  readonly quietSince: Instant | null;
  readonly quietUntil: Instant | null;
  readonly quietClock: ClockName | null;
  readonly quietZone: string | null;
  readonly opensAt: Instant | null;
  readonly changesAt: Instant | null;
}

/** Returns the receipt of a decision and its context. */
export function receiptOf(ids: ReceiptIds, context: DecisionContext, decision: Decision): Receipt {
  const { zones, customer, conversation, wish, earlierContacts } = context;
  return {
    brandId: ids.brandId,
    id: ids.id,
    attemptId: ids.attemptId,
    actorId: ids.actorId,
    turnId: ids.turnId,
    storeId: ids.storeId,
    customerId: ids.customerId,
    suggestionId: ids.suggestionId,
    rules: context.rules,
    decidedAt: context.now,
    tzVersion: context.tzVersion,
    actorKind: wish.actor,
    suggestionOpen: wish.suggestionOpen,
    originAsked: wish.claimed,
    channel: wish.channel,
    messageKind: wish.message,
    plan: context.plan,
    policyRevision: context.policyRevision,
    zoneStore: zones.store,
    zoneBrand: zones.brand,
    zonesCustomer: zones.customer,
    zonesCustomerFrom: zones.customerFrom,
    zonesBrandStores: zones.brandStores,
    availability: customer.availability,
    reachable: customer.reachable,
    permission: customer.permission,
    optedOutAt: customer.optedOutAt,
    lastInboundAt: conversation.lastInboundAt,
    lastOutboundAt: conversation.lastOutboundAt,
    refusedAt: context.lastRefusedAt,
    pacedAt: context.pacedAt,
    clockUnsafe: context.clockUnsafe,
    coolDownDays: earlierContacts.coolDownDays,
    contactedAt: earlierContacts.contactedAt,
    unansweredAfter: earlierContacts.unansweredAfter,
    unansweredAt: earlierContacts.unansweredAt,
    askedSilences: context.asked.silences,
    doNotCallOn: customer.doNotCall?.listedOn ?? null,
    consentedOn: customer.doNotCall?.consentOn ?? null,
    acknowledged: context.acknowledged,
    acknowledgedBecause: context.because,
    verdict: decision.verdict,
    reason: decision.reason,
    reasons: decision.reasons,
    origin: decision.origin,
    originClaimed: decision.originClaimed,
    afterRefusal: decision.afterRefusal,
    becauseNeeded: decision.becauseNeeded,
    policyVersion: decision.policyVersion,
    quietSince: decision.quiet?.since ?? null,
    quietUntil: decision.quiet?.until ?? null,
    quietClock: decision.quiet?.clock ?? null,
    quietZone: decision.quiet?.zone ?? null,
    opensAt: decision.opensAt,
    changesAt: decision.changesAt,
  };
}
