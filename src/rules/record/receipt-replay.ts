/**
 * Rebuilds the context of a recorded decision, so that it can be judged again with the same result, byte by byte (R2).
 */
import type { Decision } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { askedSilences } from '#rules/contact/quiet/asked-now.ts';
import type { Timeline } from '#rules/policy/timeline.ts';
import type { QuietClock } from '#rules/time/quiet.ts';
import type { Receipt } from './receipt.ts';

/**
 * Returns the context that the receipt records. `timeline`: the timeline of the brand's first `policyRevision` events;
 * `quiet`: its clocks from `quietClocks`. The context has no attempt, so judging it again gives no permit.
 */
export function contextOfReceipt(
  receipt: Receipt,
  timeline: Timeline,
  quiet: ReadonlyMap<string, QuietClock>,
): DecisionContext {
  const zones = zonesOf(receipt);
  return {
    rules: receipt.rules,
    now: receipt.decidedAt,
    tzVersion: receipt.tzVersion,
    plan: receipt.plan,
    policyRevision: receipt.policyRevision,
    timeline,
    quiet,
    zones,
    customer: {
      availability: receipt.availability,
      reachable: receipt.reachable,
      permission: receipt.permission,
      optedOutAt: receipt.optedOutAt,
      doNotCall:
        receipt.doNotCallOn === null ? null : { listedOn: receipt.doNotCallOn, consentOn: receipt.consentedOn },
    },
    conversation: { lastInboundAt: receipt.lastInboundAt, lastOutboundAt: receipt.lastOutboundAt },
    earlierContacts: {
      coolDownDays: receipt.coolDownDays,
      contactedAt: receipt.contactedAt,
      unansweredAfter: receipt.unansweredAfter,
      unansweredAt: receipt.unansweredAt,
    },
    asked: askedSilences(receipt.askedSilences, zones, receipt.decidedAt),
    wish: {
      actor: receipt.actorKind,
      claimed: receipt.originAsked,
      suggestionOpen: receipt.suggestionOpen,
      channel: receipt.channel,
      message: receipt.messageKind,
    },
    lastRefusedAt: receipt.refusedAt,
    pacedAt: receipt.pacedAt,
    clockUnsafe: receipt.clockUnsafe,
    acknowledged: receipt.acknowledged,
    because: receipt.acknowledgedBecause,
    attempt: null,
  };
}

/** Returns the zones that the receipt records, for `quietClocks`. */
export function zonesOf(receipt: Receipt): DecisionContext['zones'] {
  return {
    store: receipt.zoneStore,
    brand: receipt.zoneBrand,
    customer: receipt.zonesCustomer,
    customerFrom: receipt.zonesCustomerFrom,
    brandStores: receipt.zonesBrandStores,
  };
}

/** Returns the decision that the receipt records. */
export function decisionOf(receipt: Receipt): Decision {
  const { quietClock, verdict, reasons } = receipt;
  return {
    verdict,
    reason: receipt.reason,
    reasons: reasons.map(({ reason, verdict }) => ({ reason, verdict })),
    origin: receipt.origin,
    originClaimed: receipt.originClaimed,
    afterRefusal: receipt.afterRefusal,
    becauseNeeded: receipt.becauseNeeded,
    acknowledged: verdict === 'allow' && reasons.length > 0,
    quiet:
      quietClock === null
        ? null
        : { since: receipt.quietSince, until: receipt.quietUntil, clock: quietClock, zone: receipt.quietZone },
    quietHours: receipt.policyVersion === null ? 'inactive' : 'active',
    opensAt: receipt.opensAt,
    changesAt: receipt.changesAt,
    policyVersion: receipt.policyVersion,
    tzVersion: receipt.tzVersion,
  };
}

/** Returns the fields in which two decisions differ; an empty list if they are equal. */
export function differences(recorded: Decision, judged: Decision): readonly (keyof Decision)[] {
  const fields = Object.keys(judged) as (keyof Decision)[];
  return fields.filter((field) => JSON.stringify(recorded[field]) !== JSON.stringify(judged[field]));
}
