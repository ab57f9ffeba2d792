/** Records the outcome that the seller reports after returning from WhatsApp, and carries out its effects (D2, D14). */
import { lockAttempt, setAttemptState } from '#db/contact/attempts.ts';
import { findHandedNumber } from '#db/contact/handovers.ts';
import { lockCustomerForOutcome, markNumberWrong, stopNumber } from '#db/contact/outcomes.ts';
import type { Database, Tx } from '#db/core/db.ts';
import { findAttemptParties } from '#db/holds/hold-list.ts';
import type { LiveEvent } from '#db/record/ledgers.ts';
import type { AttemptSummary } from '#flows/contact/answer/attempt-answer.ts';
import { endHoldsOf } from '#flows/core/end-holds.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { undoHandover, undoHandoverOfHold } from '#flows/core/undo-handover.ts';
import { type AttemptFault, applyEvent, type Outcome } from '#rules/contact/attempt.ts';
import { mayReach, ownedBy } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Seller } from './attempt-wish.ts';

export type OutcomeAnswer =
  | { readonly kind: 'said'; readonly attempt: AttemptSummary }
  | { readonly kind: 'not_found' }
  | { readonly kind: AttemptFault };

interface OutcomeDeps {
  readonly db: Database;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
}

/**
 * Sets the outcome of an attempt. The operation `say_outcome` says who may do so (decision 0030). Reporting the same
 * outcome again changes nothing.
 */
export function recordOutcome(
  deps: OutcomeDeps,
  seller: Seller,
  attemptId: string,
  outcome: Outcome,
): Promise<OutcomeAnswer> {
  const { brandId } = seller;
  return deps.db.inBrand<OutcomeAnswer>(brandId, async (tx) => {
    const [parties] = await tx.run(findAttemptParties, { brandId, id: attemptId });
    if (!parties || !mayReach('say_outcome', seller, ownedBy(parties))) return { kind: 'not_found' };
    const { customerId } = parties;
    // The customer is locked before the attempt, in the same order as decisions, imports and stops lock them.
    const lockingCustomer = tx.run(lockCustomerForOutcome, { brandId, customerId });
    const [attempt] = await tx.run(lockAttempt, { brandId, id: attemptId, tokenHash: null });
    const [customer] = await lockingCustomer;
    if (!attempt) return { kind: 'not_found' };
    const step = applyEvent(attempt, { kind: 'outcome', outcome });
    if (!step.ok) return { kind: step.fault };
    const { state } = step.attempt;
    const { sellerId, origin } = attempt;
    const summary = { id: attemptId, state, origin, channel: 'handset', customerId, sellerId, heldUntil: null };
    if (!step.changed) return { kind: 'said', attempt: summary };

    const now = deps.now();
    tx.send(setAttemptState, { brandId, id: attemptId, state, outcome, at: now });
    if (outcome === 'not_sent') {
      undoHandover(tx, brandId, attemptId, customerId, now);
      await undoHandoverOfHold(tx, brandId, attemptId, { by: seller.personId, at: now });
    }
    if (outcome === 'wrong_number') tx.send(markNumberWrong, { brandId, customerId, at: now });
    const stopped = outcome === 'stop' ? (customer?.numberHash ?? (await findNumber(tx, brandId, attemptId))) : null;
    if (stopped !== null) {
      tx.send(stopNumber, { brandId, numberHash: stopped, recordedBy: seller.personId, at: now });
      // H3: a stop ends the holds that anybody of the brand has for this number.
      const whose = { numberHash: stopped };
      await endHoldsOf(tx, brandId, whose, { reason: 'opted_out', by: seller.personId, at: now });
    }
    const audience = { kind: 'attempt', personId: sellerId, storeId: attempt.storeId } as const;
    const outcomeEvent: LiveEvent = { ...audience, body: { id: attemptId, state, customerId } };
    // A stop also ends holds of other sellers for this number, in every store.
    const holdsEvent = { kind: 'attempt', personId: null, storeId: null, body: { holds: true } } as const;
    await publishLiveEvent(tx, brandId, deps.hostNow(), outcomeEvent, ...(outcome === 'stop' ? [holdsEvent] : []));
    return { kind: 'said', attempt: summary };
  });
}

/** Returns the hash of the number that got the contact, where the customer's row has none: the customer may be erased since (D2). */
async function findNumber(tx: Tx, brandId: string, attemptId: string): Promise<Buffer | null> {
  const [handover] = await tx.run(findHandedNumber, { brandId, attemptId });
  return handover?.numberHash ?? null;
}
