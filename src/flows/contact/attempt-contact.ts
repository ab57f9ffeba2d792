/** Carries out one attempt to contact a customer: locks and reads, decides, and records, in one transaction. */

import { findSuggestionTemplate } from '#db/campaigns/suggestions.ts';
import { spendAcknowledgement } from '#db/contact/acknowledgements.ts';
import { beginAttempt } from '#db/contact/attempt-locks.ts';
import { lockAttempt } from '#db/contact/attempts.ts';
import { readContextFacts } from '#db/contact/context.ts';
import { findHandover } from '#db/contact/handovers.ts';
import { readKeyedAnswer } from '#db/contact/idempotency.ts';
import type { Tx } from '#db/core/db.ts';
import { lockHoldOfAttempt, lockHoldOfPair } from '#db/holds/holds.ts';
import { readReleaseFacts } from '#db/holds/slots.ts';
import type { Answer } from '#flows/contact/answer/attempt-answer.ts';
import {
  type Again,
  type Asked,
  answerAgain,
  claimOf,
  digestOf,
  fingerprintOf,
} from '#flows/contact/answer/idempotent-answer.ts';
import { applyEvent } from '#rules/contact/attempt.ts';
import { decide } from '#rules/contact/decide.ts';
import type { Channel } from '#rules/contact/decision.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { originOf } from '#rules/contact/origin.ts';
import { fillText } from '#rules/holds/seller-name.ts';
import { policyAt } from '#rules/policy/timeline.ts';
import { daysSince } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay } from '#rules/time/local-day.ts';
import { acknowledgedReasons, tokenHashOf } from './acknowledge.ts';
import { alreadyHeld, refusalOf, type UndecidedRefusal, untimeliness } from './attempt-refusals.ts';
import type { AttemptDeps, AttemptWish, Seller } from './attempt-wish.ts';
import { type ContextRow, contextOfRow, PACED_MS } from './build-context.ts';
import { holdFor, type UndoneHandover } from './hold-contact.ts';
import type { JudgedAttempt } from './judged-attempt.ts';
import { recordDecision } from './record-decision.ts';
import { releaseCaseOf, slotsOf } from './release-case.ts';
import { isOpen } from './who-may-contact.ts';

export type AttemptAnswer = Answer | Again | UndecidedRefusal;

const CHANNEL: Channel = 'handset';

type Read = Awaited<ReturnType<typeof lockAndRead>>;

/**
 * Decides and records an attempt (D13, D15, R4; invariants 2 and 3). The attempt takes two round trips, besides the one
 * that identified the caller: the first locks and reads what the decision depends on, the last writes, chains and
 * commits. A contact that is not allowed now needs one more between them, which reads the store and the slots. A
 * process that does not know the head of the chain needs one more before the last (decision 0034). The answer is
 * returned after the commit, so that no link leaves before its receipt is durable.
 */
export async function attemptContact(deps: AttemptDeps, seller: Seller, wish: AttemptWish): Promise<AttemptAnswer> {
  const answer = await deps.db.decideInBrand<AttemptAnswer>(seller.brandId, async (tx) => {
    const asked = { seller, wish, fingerprint: fingerprintOf(wish), textDigest: digestOf(wish.text ?? '') };
    const read = await lockAndRead(deps, tx, asked);
    if (read.claim !== 'mine') {
      return answerAgain(deps, tx, read.claim, asked);
    }
    const judged = await judgeAttempt(deps, tx, asked, read);
    return 'kind' in judged ? judged : recordDecision(deps, tx, judged);
  });
  // A commit that takes longer than the permit is valid returns no link.
  const isLate = answer.kind === 'allowed' && deps.now() >= answer.validUntil;
  return isLate ? { ...answer, url: null, lapsed: true } : answer;
}

/** Claims the key, locks what the decision depends on and reads the rest, in one round trip. */
async function lockAndRead(deps: AttemptDeps, tx: Tx, { seller, wish }: Asked) {
  const { brandId, personId, storeId } = seller;
  const { customerId, suggestionId, attemptId } = wish;
  const tokenHash = wish.acknowledgement === null ? null : tokenHashOf(wish.acknowledgement);
  const goesOn = attemptId !== null || tokenHash !== null;
  const readsTemplate = wish.hold !== null && suggestionId !== null;

  const claiming = tx.run(beginAttempt, { brandId, personId, customerId, key: wish.key });
  const arrivedAt = deps.now();
  const spending = tokenHash && tx.run(spendAcknowledgement, { brandId, tokenHash, at: arrivedAt });
  const named = { customerId, personId, storeId, suggestionId, attemptId, tokenHash };
  const [[begun], [kept], token, [row], [attempt = null], [live = null], [addressed = null]] = await Promise.all([
    claiming,
    tx.run(readKeyedAnswer, { brandId, actorId: personId, key: wish.key }),
    spending,
    tx.run(readContextFacts, { brandId, ...named, pacedSince: arrivedAt - PACED_MS }),
    // The attempt is locked after the customer, in the same order as imports and stops lock them.
    goesOn ? tx.run(lockAttempt, { brandId, id: attemptId, tokenHash }) : [],
    tx.run(lockHoldOfPair, { brandId, customerId, sellerId: personId }),
    readsTemplate ? tx.run(findSuggestionTemplate, { brandId, id: suggestionId, sellerId: personId }) : [],
  ]);
  const claim = claimOf(begun?.mine ?? false, kept);
  return { claim, spentToken: token?.[0], row, attempt, live, addressed };
}

/** Decides on what was read. Returns the attempt to record, or a refusal. */
async function judgeAttempt(
  deps: AttemptDeps,
  tx: Tx,
  asked: Asked,
  read: Read,
): Promise<JudgedAttempt | UndecidedRefusal> {
  const { seller, wish, fingerprint } = asked;
  const { row, attempt, live, addressed } = read;
  const refusal = refusalOf(seller, asked.wish, row, attempt);
  if (refusal || !row) return refusal ?? { kind: 'not_found' };
  // The app's clock is read after all waiting, so that contacts handed over meanwhile count (D15, P1).
  const now = deps.now();
  const untimely = untimeliness(wish.hold, now);
  if (untimely) return untimely;

  const { bound, context } = await contextOfAttempt(deps, tx, asked, { ...read, row }, now);
  const judgement = decide(context);
  const before = attempt && { state: attempt.state, outcome: attempt.outcome };
  const step = applyEvent(before, { kind: 'decided', verdict: judgement.decision.verdict });
  if (!step.ok) return { kind: 'attempt_closed' };

  const store = judgement.permit === null ? await storeAndSlots(tx, asked, now) : null;
  const queue = { sellerId: seller.personId, contactFromMinute: row.contactFromMinute };
  const later =
    store &&
    holdFor(wish.hold, judgement.decision, context, releaseCaseOf(context, store, { ...queue, slots: slotsOf(store) }));
  const isKept = later?.kind === 'kept';
  if (store && isKept && live !== null && live.attemptId !== attempt?.id) {
    return alreadyHeld(live, firstName(row.customerName), store.zone);
  }
  const givesUpHandover = isKept && before?.state === 'handed_over';
  const undoneHandover = givesUpHandover ? await findUndoneHandover(tx, seller.brandId, bound.attemptId, now) : null;
  if (undoneHandover === 'open') return { kind: 'attempt_closed' };

  return {
    ...{ seller, wish, fingerprint, row, bound, context, judgement, live, later, undoneHandover },
    before: attempt,
    suggestionId: row.suggestion?.id ?? null,
    state: isKept ? 'held' : step.attempt.state,
    filled: addressed && fillSuggestion(addressed, now),
  };
}

/** Fills the text of the suggestion as its seller's list shows it, with the ranges that name the seller. */
function fillSuggestion(addressed: NonNullable<Read['addressed']>, now: Instant) {
  const daysSincePurchase = daysSince(addressed.lastPurchaseOn, localDay(addressed.storeZone, now));
  return fillText(addressed.template, { ...addressed, daysSincePurchase });
}

/** Builds the context that `decide` gets, and the values that the token of a warning is bound to. */
async function contextOfAttempt(
  deps: AttemptDeps,
  tx: Tx,
  { seller: { brandId, personId, turnId }, wish, textDigest }: Asked,
  { row, attempt, spentToken }: Read & { readonly row: ContextRow },
  now: Instant,
) {
  const attemptId = attempt?.id ?? deps.newId();
  const clocks = await deps.timelines.at(tx, brandId, row.revision);
  const context = contextOfRow(
    row,
    clocks,
    { now, tzVersion: deps.tzVersion, clockUnsafe: !deps.clockIsSafe() },
    {
      claimed: wish.origin,
      suggestionOpen: isOpen(row.suggestion, attempt?.id ?? null),
      channel: CHANNEL,
      attempt: { attemptId, customerId: wish.customerId, textDigest: textDigest.toString('hex') },
    },
  );
  const bound = {
    attemptId,
    personId,
    turnId,
    origin: originOf(context).origin,
    channel: CHANNEL,
    textDigest,
    policyVersion: policyAt(clocks.timeline, now)?.version ?? null,
  };
  const acknowledged = acknowledgedReasons(spentToken, bound, now);
  return { bound, context: { ...context, acknowledged, because: wish.because } };
}

/**
 * Reads the store and the slots from which the minute of a held contact is found. Callers read this only where the
 * contact is not allowed now.
 */
async function storeAndSlots(tx: Tx, { seller, wish: { customerId } }: Asked, from: Instant) {
  const { brandId, personId: queueId, storeId } = seller;
  const [store] = await tx.run(readReleaseFacts, { brandId, storeId, customerId, queueId, from });
  if (!store) throw new Error(`Store ${storeId} of the attempt does not exist: check the person's row.`);
  return store;
}

/**
 * Finds the hand-over that the seller gives up in order to hold the contact. Returns `open` while its link is still
 * valid, since the seller may still send the message.
 */
async function findUndoneHandover(
  tx: Tx,
  brandId: string,
  attemptId: string,
  now: Instant,
): Promise<'open' | UndoneHandover> {
  const reading = tx.run(findHandover, { brandId, attemptId });
  const [hold] = await tx.run(lockHoldOfAttempt, { brandId, attemptId });
  const [handover] = await reading;
  if (handover && now < handover.validUntil) return 'open';
  return { hold: hold?.endedAs === 'sent' ? hold : null };
}
