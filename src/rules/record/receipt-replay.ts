/** A recorded decision, judged again: the same context must give the same bytes (R2). */
import type { Decision } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import type { Timeline } from '#rules/policy/timeline.ts';
import type { QuietClock } from '#rules/time/quiet.ts';
import type { Receipt } from './receipt.ts';

/**
 * The context that the receipt records. `timeline` is that of the brand's first `policyRevision` events, `quiet` its
 * clocks as `quietClocks` gives them. It names no attempt: judging again earns no permit.
 */
export function contextOf(
  receipt: Receipt,
  timeline: Timeline,
  quiet: ReadonlyMap<string, QuietClock>,
): DecisionContext {
  return {
    rules: receipt.rules,
    now: receipt.decidedAt,
    tzVersion: receipt.tzVersion,
    plan: receipt.plan,
    policyRevision: receipt.policyRevision,
    timeline,
    quiet,
    zones: zonesOf(receipt),
    customer: {
      availability: receipt.availability,
      reachable: receipt.reachable,
      permission: receipt.permission,
      optedOutAt: receipt.optedOutAt,
    },
    conversation: { lastInboundAt: receipt.lastInboundAt, lastOutboundAt: receipt.lastOutboundAt },
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

/** The zones that the receipt records, for `quietClocks`. */
export function zonesOf(receipt: Receipt): DecisionContext['zones'] {
  return {
    store: receipt.zoneStore,
    brand: receipt.zoneBrand,
    customer: receipt.zonesCustomer,
    customerFrom: receipt.zonesCustomerFrom,
    brandStores: receipt.zonesBrandStores,
  };
}

/** The decision that the receipt records. */
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

/** The fields in which two decisions differ by a byte; none where they are the same. */
export function differences(recorded: Decision, judged: Decision): readonly (keyof Decision)[] {
  const fields = Object.keys(judged) as (keyof Decision)[];
  return fields.filter((field) => JSON.stringify(recorded[field]) !== JSON.stringify(judged[field]));
}
