/**
 * Records a judged attempt with its answer in one commit (invariant 3). This is the last round trip of an attempt; it
 * takes two where the head of the chain is unknown.
 */
import { handsetLink } from '#channels/whatsapp/handset.ts';
import type { Tx } from '#db/core/db.ts';
import type { Answer, DecidedAttempt } from '#flows/contact/answer/attempt-answer.ts';
import { decidedAttemptOf } from '#flows/contact/answer/decided-attempt.ts';
import { keyedAnswerOf } from '#flows/contact/answer/keyed-answer.ts';
import { commitDecisions } from '#flows/core/commit-decisions.ts';
import type { Decided } from '#flows/core/decided.ts';
import type { Permit } from '#rules/contact/decide.ts';
import { isRefusedForQuiet, type Reason } from '#rules/contact/decision.ts';
import { keepRanges } from '#rules/holds/seller-name.ts';
import { type Receipt, receiptOf } from '#rules/record/receipt.ts';
import { TURN_AWAY_MS } from '#rules/sign-in/turn.ts';
import type { Instant } from '#rules/time/interval.ts';
import { acknowledgementOf } from './acknowledge.ts';
import type { AttemptDeps } from './attempt-wish.ts';
import { keepForLater, ownsLiveHold } from './hold-contact.ts';
import type { JudgedAttempt } from './judged-attempt.ts';

/** Commits the decision with its effect and returns the answer, which is also stored under the idempotency key (R1, R3, R4). */
export async function recordDecision(deps: AttemptDeps, tx: Tx, judged: JudgedAttempt): Promise<Answer> {
  const at = deps.hostNow();
  const { answer, decided } = decidedOf(deps, judged, at);
  const { brandId } = judged.seller;
  await commitDecisions(tx, { brandId, at, receiptKey: deps.receiptKey, heads: deps.chainHeads }, [decided]);
  return answer;
}

type Ids = Pick<AttemptDeps, 'newId' | 'newToken'>;

/** Builds all that is written for the decision, and its answer. `at` is an instant of the host's clock. */
export function decidedOf(
  deps: Ids,
  judged: JudgedAttempt,
  at: Instant,
): { readonly answer: Answer; readonly decided: Decided } {
  const { seller, row, bound, wish } = judged;
  const { personId, turnId } = seller;
  const receipt = receiptOfAttempt(deps.newId(), judged);
  const { answer, ...effect } = effectOf(deps, judged, receipt);
  const body = { id: bound.attemptId, state: judged.state, customerId: wish.customerId };
  const isAway = effect.handover != null && turnId !== null;
  return {
    answer,
    decided: {
      ...effect,
      attempt: attemptOf(judged),
      receipt,
      answer: keyedAnswerOf(judged, answer),
      // The turn stays open for ten minutes, until its person returns from WhatsApp.
      awayTurn: isAway ? { turnId, endsAt: at + TURN_AWAY_MS } : null,
      event: { kind: 'attempt', personId, storeId: row.storeId, body },
    },
  };
}

function receiptOfAttempt(id: string, { seller, row, bound, wish, suggestionId, context, judgement }: JudgedAttempt) {
  const { brandId, personId: actorId, turnId } = seller;
  const about = { attemptId: bound.attemptId, customerId: wish.customerId, storeId: row.storeId, suggestionId };
  return receiptOf({ brandId, id, actorId, turnId, ...about }, context, judgement.decision);
}

/** Builds the attempt's row after this decision. */
function attemptOf(judged: JudgedAttempt): NonNullable<Decided['attempt']> {
  const { seller, wish, row, bound, context, judgement, before, suggestionId, state, later, filled } = judged;
  const { decision } = judgement;
  const { now } = context;
  const isKept = later?.kind === 'kept';
  return {
    isNew: before === null,
    id: bound.attemptId,
    customerId: wish.customerId,
    sellerId: seller.personId,
    storeId: row.storeId,
    suggestionId,
    origin: decision.origin === 'suggestion' ? 'suggestion' : 'profile',
    state,
    outcome: null,
    // An erased customer's attempts keep no text, also where a seller's screen did not know of the erasure.
    text: row.availability === 'erased' ? null : wish.text,
    sellerStretches: isKept
      ? keepRanges(filled ?? { text: '', stretches: [] }, wish.text ?? '')
      : (before?.sellerStretches ?? []),
    speaksAs: isKept ? null : (before?.speaksAs ?? null),
    refusedAt: isRefusedForQuiet(decision) ? now : null,
    createdAt: now,
    updatedAt: now,
  };
}

type Effect = Pick<Decided, 'handover' | 'completed' | 'givenUp' | 'holdChanges' | 'acknowledgement'> & {
  readonly answer: Answer;
};

/** Builds the effect of the decision: a hand-over, a token, a hold, or nothing. */
function effectOf(deps: Ids, judged: JudgedAttempt, receipt: Receipt): Effect {
  const { bound, context, judgement, later, wish } = judged;
  const { decision, permit } = judgement;
  const decidedAttempt = decidedAttemptOf(judged);
  if (permit !== null) return handOver(deps, judged, decidedAttempt, permit, receipt);
  if (later?.kind === 'kept') {
    const { at: heldUntil, didNotFit } = later.kept;
    const givenUp = judged.undoneHandover && {
      attemptId: bound.attemptId,
      customerId: wish.customerId,
      at: context.now,
    };
    const holdChanges = keepForLater(deps.newId, judged, later.kept);
    return { givenUp, holdChanges, answer: { kind: 'held', ...decidedAttempt, heldUntil, didNotFit } };
  }
  const suggestedReleaseAt = later?.offered?.at ?? null;
  // A contact that should be held and cannot be is refused, even where the contact itself would only be warned.
  const cannotBeHeld = wish.hold !== null && (suggestedReleaseAt === null || later?.timeQuiet === true);
  if (decision.verdict === 'block' || cannotBeHeld) {
    const reason = decision.reason as Reason;
    const timeQuiet = later?.timeQuiet ?? false;
    return { answer: { kind: 'refused', ...decidedAttempt, reason, suggestedReleaseAt, timeQuiet } };
  }
  const token = deps.newToken();
  const acknowledgement = acknowledgementOf(token, bound, decision, context.now);
  const shown = { token, before: acknowledgement.expiresAt };
  return { acknowledgement, answer: { kind: 'warned', ...decidedAttempt, suggestedReleaseAt, acknowledgement: shown } };
}

/**
 * Builds the hand-over with its link and all else that a contact changes. The hand-over refers to the receipt of the
 * same decision (invariant 2).
 */
function handOver(
  deps: Ids,
  judged: JudgedAttempt,
  decidedAttempt: DecidedAttempt,
  permit: Permit,
  receipt: Receipt,
): Effect {
  const { wish, row, bound, suggestionId, live } = judged;
  const { customerId, actorId: sellerId, decidedAt: at, afterRefusal: completesAll } = receipt;
  const { attemptId } = bound;
  const { validUntil } = permit;
  const url = handsetLink(permit, { to: row.phone as string, text: wish.text }, at);
  const completed = { attemptId, customerId, sellerId, suggestionId, all: completesAll, at };
  // The contact ends the live hold for this customer: as handed over where it belongs to this attempt, else as replaced.
  const reason = ownsLiveHold(judged) ? 'handed_over' : 'replaced';
  return {
    answer: { kind: 'allowed', ...decidedAttempt, url, validUntil, lapsed: false },
    handover: { id: deps.newId(), permit, withdrawnAt: null },
    completed: suggestionId !== null || completesAll ? completed : null,
    holdChanges: live === null ? [] : [{ kind: 'ended', id: live.id, reason, by: sellerId, isTold: false, at }],
  };
}
