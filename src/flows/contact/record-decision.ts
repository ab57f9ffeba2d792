/** Decision, receipt and effect in one commit (law 3): the last two round trips of an attempt. */
import { handsetLink } from '#channels/whatsapp/handset.ts';
import { suggestionsCompleted } from '#db/campaigns/suggestion-closing.ts';
import { attemptDecided, attemptInserted, sellerStretchesKept } from '#db/contact/attempts.ts';
import { customerContacted, handoverInserted, handoverWithdrawn } from '#db/contact/handovers.ts';
import { keyAnswered } from '#db/contact/idempotency.ts';
import type { Tx } from '#db/core/db.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import type { holdOfAttemptTaken } from '#db/holds/holds.ts';
import { eventsLogged, ledgerHeld, ledgerMoved, listenersWoken } from '#db/record/ledgers.ts';
import { linkOf, sendReceipts } from '#db/record/receipts.ts';
import { extendTurnForHandoff } from '#db/sign-in/turns.ts';
import type { AttemptState } from '#rules/contact/attempt.ts';
import type { Judgement, Permit } from '#rules/contact/decide.ts';
import type { Decision, Reason } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { paceAt } from '#rules/contact/pace.ts';
import { keptStretches, type NamedText } from '#rules/holds/seller-name.ts';
import { policyAt } from '#rules/policy/timeline.ts';
import { receiptOf } from '#rules/record/receipt.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type Bound, issueAcknowledgement } from './acknowledge.ts';
import type { Answer, Spoken, StoredAnswer, Told } from './attempt-answer.ts';
import type { AttemptDeps, AttemptWish, Seller } from './attempt-contact.ts';
import { countHold, type HoldAnswer, type Kept, movedByPerson, restored, writeHold } from './hold-contact.ts';
import type { ContextRow } from './load-context.ts';
import { takeBack, undone } from './undo-handover.ts';

/** The hold that waits for this seller and customer. */
export interface LiveHold {
  readonly id: string;
  readonly attemptId: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly origin: string;
  readonly state: string;
  readonly dueAt: Instant;
  readonly promisedAt: Instant;
  readonly heldAt: Instant;
}

/** A hand-over that its seller gives up: nothing was sent (D14). `hold`: what had ended with it; null: nothing had. */
export interface HandoverOver {
  readonly hold: NonNullable<(typeof holdOfAttemptTaken)['row']> | null;
}

export interface Decided {
  readonly seller: Seller;
  readonly wish: AttemptWish;
  readonly fingerprint: Buffer;
  readonly row: ContextRow;
  readonly bound: Bound;
  readonly context: DecisionContext;
  readonly judgement: Judgement;
  /** The attempt's first decision. */
  readonly isNew: boolean;
  readonly suggestionId: string | null;
  readonly state: AttemptState;
  readonly live: LiveHold | null;
  /** What can be kept for later; null where it may go now. */
  readonly later: HoldAnswer | null;
  /** It was handed over, and its seller leaves it for later after all; null where there is nothing to give up. */
  readonly over: HandoverOver | null;
  /** The suggestion's text as it was filled in; null: none, or not to be kept. */
  readonly filled: NamedText | null;
}

/** R1, R3, R4. Writes the attempt, takes the ledger, then sends everything that hangs on the receipt with the commit. */
export async function recordDecision(deps: AttemptDeps, tx: Tx, decided: Decided): Promise<Answer> {
  const { seller, row, bound, judgement, context } = decided;
  const { brandId } = seller;
  const { decision, permit } = judgement;
  const now = context.now;

  writeAttempt(tx, decided);
  const [ledger] = await tx.run(ledgerHeld, { brandId });
  if (!ledger) throw new Error('the brand has no ledger');

  const receiptId = deps.newId();
  const receiptNumber = ledger.receiptNumber + 1;
  const receipt = receiptOf(
    {
      brandId,
      id: receiptId,
      attemptId: bound.attemptId,
      actorId: seller.personId,
      turnId: seller.turnId,
      storeId: row.storeId,
      customerId: decided.wish.customerId,
      suggestionId: decided.suggestionId,
    },
    context,
    decision,
  );
  const link = linkOf(deps.receiptKey, ledger.link, receiptNumber, receipt);
  sendReceipts(tx, [{ ...receipt, number: receiptNumber, link }]);

  const told: Told = {
    attempt: {
      id: bound.attemptId,
      state: decided.state,
      origin: decision.origin,
      channel: bound.channel,
      customerId: decided.wish.customerId,
      sellerId: seller.personId,
      heldUntil: heldUntilOf(decided),
    },
    decision,
    spoken: {
      customerFirstName: firstName(row.customerName),
      brandName: row.brandName,
      brandArticle: row.brandArticle,
      storeZone: row.storeZone,
      askedAt: now,
      pace: paceOf(context, decision),
    },
  };
  const answer = carryOut(deps, tx, decided, told, permit, receiptId);
  keepAnswer(deps, tx, decided, answer);

  const eventNumber = ledger.eventNumber + 1;
  const event = {
    number: eventNumber,
    kind: 'attempt',
    personId: seller.personId,
    storeId: row.storeId,
    body: { id: bound.attemptId, state: decided.state, customerId: decided.wish.customerId },
  } as const;
  tx.send(eventsLogged, { brandId, events: [event], at: deps.hostNow() });
  if (answer.kind === 'held' && !isRetimed(decided) && !decided.over?.hold) countHold(tx, brandId);
  tx.send(ledgerMoved, { brandId, receiptNumber, link, eventNumber });
  tx.send(listenersWoken, { brandId });
  return answer;
}

/** The decision's effect: a link, a token, a minute that is kept, or nothing. */
function carryOut(
  deps: AttemptDeps,
  tx: Tx,
  decided: Decided,
  told: Told,
  permit: Permit | null,
  receiptId: string,
): Answer {
  const { seller, bound, context, later } = decided;
  const { decision } = told;
  if (permit !== null) {
    return { kind: 'allowed', ...told, ...handOver(deps, tx, decided, permit, receiptId), lapsed: false };
  }
  if (later?.kind === 'kept') {
    keepForLater(deps, tx, decided, later.kept);
    return { kind: 'held', ...told, heldUntil: later.kept.at, didNotFit: later.kept.didNotFit };
  }
  const suggestedReleaseAt = later?.offered?.at ?? null;
  // What should have been kept and cannot be is refused also where the contact itself would only be warned.
  const unkept = decided.wish.hold !== null && (suggestedReleaseAt === null || later?.timeQuiet === true);
  if (decision.verdict === 'block' || unkept) {
    const reason = decision.reason as Reason;
    return { kind: 'refused', ...told, reason, suggestedReleaseAt, timeQuiet: later?.timeQuiet ?? false };
  }
  const { brandId } = seller;
  const acknowledgement = issueAcknowledgement(tx, brandId, deps.newToken(), bound, decision, context.now);
  return { kind: 'warned', ...told, suggestedReleaseAt, acknowledgement };
}

/** H1: one row, or a new minute for the one that waits already, or had gone with the hand-over that is given up. */
function keepForLater(deps: AttemptDeps, tx: Tx, decided: Decided, kept: Kept): void {
  const { seller, row, bound, context, judgement, live, wish, over } = decided;
  const { brandId, personId } = seller;
  const at = context.now;
  const stretches = keptStretches(decided.filled ?? { text: '', stretches: [] }, wish.text ?? '');
  tx.send(sellerStretchesKept, { brandId, id: bound.attemptId, stretches });
  const done = { calendar: row.calendar, by: personId, at };
  if (over !== null) takeBack(tx, brandId, bound.attemptId, wish.customerId, at);
  if (over?.hold) {
    applyHoldChanges(tx, brandId, [undone(over.hold, done), restored(over.hold, kept, done)]);
    return;
  }
  if (live !== null && isRetimed(decided)) {
    applyHoldChanges(tx, brandId, [movedByPerson(live, kept, done)]);
    return;
  }
  const origin: HeldOrigin = judgement.decision.origin === 'suggestion' ? 'suggestion' : 'profile';
  const parties = { customerId: wish.customerId, sellerId: personId, storeId: row.storeId };
  const held = {
    brandId,
    id: deps.newId(),
    attemptId: bound.attemptId,
    ...parties,
    origin,
    calendar: row.calendar,
    at,
  };
  writeHold(tx, held, kept);
}

/** A held contact is a person's: never a machine's, and no reply (H1). */
type HeldOrigin = 'suggestion' | 'profile';

function isRetimed({ live, bound }: Decided): boolean {
  return live?.attemptId === bound.attemptId;
}

function heldUntilOf({ judgement, later, live, bound }: Decided): Instant | null {
  if (later?.kind === 'kept') return later.kept.at;
  return judgement.permit === null && live?.attemptId === bound.attemptId ? live.dueAt : null;
}

function paceOf({ timeline, pacedAt, now }: DecisionContext, { reasons }: Decision): Spoken['pace'] {
  const limit = policyAt(timeline, now)?.policy.pace.seller;
  if (limit === undefined || !reasons.some(({ reason }) => reason === 'pace')) return null;
  const { count, freeAt } = paceAt(limit, pacedAt, now);
  return { count, minutes: limit.perMinutes, freeAt };
}

/** The link, and all that a contact changes. Law 2: the row hangs on this very receipt. */
function handOver(
  deps: AttemptDeps,
  tx: Tx,
  { seller, wish, row, bound, context, judgement, isNew, suggestionId, live }: Decided,
  permit: Permit,
  receiptId: string,
): { url: string; validUntil: Instant } {
  const { brandId, personId, turnId } = seller;
  const { attemptId } = bound;
  const at = context.now;
  const url = handsetLink(permit, { to: row.phone as string, text: wish.text }, at);
  const { validUntil } = permit;
  if (!isNew) tx.send(handoverWithdrawn, { brandId, attemptId, at });
  const whose = { sellerId: personId, storeId: row.storeId, afterWarning: context.acknowledged.length > 0 };
  tx.send(handoverInserted, { brandId, id: deps.newId(), attemptId, receiptId, ...whose, at, validUntil });
  tx.send(customerContacted, { brandId, customerId: wish.customerId, at });
  if (live !== null) endLive(tx, brandId, live, attemptId, personId, at);
  const all = judgement.decision.afterRefusal;
  if (suggestionId !== null || all) {
    const completed = { attemptId, customerId: wish.customerId, sellerId: personId, suggestionId, all, at };
    tx.send(suggestionsCompleted, { brandId, ...completed });
  }
  if (turnId !== null) extendTurnForHandoff(tx, brandId, turnId, deps.hostNow());
  return { url, validUntil };
}

/** What waited for this customer is sent with this, or makes room for it. */
function endLive(tx: Tx, brandId: string, live: LiveHold, attemptId: string, by: string, at: Instant): void {
  const reason = live.attemptId === attemptId ? 'handed_over' : 'replaced';
  applyHoldChanges(tx, brandId, [{ kind: 'ended', id: live.id, reason, by, isTold: false, at }]);
}

function writeAttempt(tx: Tx, { seller, wish, row, bound, context, judgement, isNew, suggestionId, state }: Decided) {
  const { decision } = judgement;
  const origin = decision.origin === 'suggestion' ? 'suggestion' : 'profile';
  const silenced = decision.verdict === 'block' && decision.reasons.some(({ reason }) => OF_SILENCE.has(reason));
  const common = {
    brandId: seller.brandId,
    id: bound.attemptId,
    suggestionId,
    origin,
    text: wish.text,
    refusedAt: silenced ? context.now : null,
    at: context.now,
  } as const;
  if (isNew) {
    const parties = { customerId: wish.customerId, sellerId: seller.personId, storeId: row.storeId };
    tx.send(attemptInserted, { ...common, ...parties, state });
  } else {
    tx.send(attemptDecided, { ...common, state });
  }
}

const OF_SILENCE: ReadonlySet<Reason> = new Set(['quiet_hours', 'zone_uncertain']);
/** Kept without a token's value; a link's value is kept only as long as the key. */
function keepAnswer(deps: AttemptDeps, tx: Tx, { seller, wish, fingerprint }: Decided, answer: Answer): void {
  const stored = storedOf(answer);
  tx.send(keyAnswered, {
    brandId: seller.brandId,
    actorId: seller.personId,
    key: wish.key,
    fingerprint,
    status: STATUS[answer.kind],
    answer: stored as never,
    validUntil: answer.kind === 'allowed' ? answer.validUntil : null,
    at: deps.hostNow(),
  });
}

function storedOf(answer: Answer): StoredAnswer {
  if (answer.kind === 'allowed') {
    const { attempt, decision, spoken, url, validUntil } = answer;
    return { kind: 'allowed', attempt, decision, spoken, url: url ?? '', validUntil };
  }
  if (answer.kind !== 'warned') return answer;
  const { acknowledgement: _, ...kept } = answer;
  return kept;
}

const STATUS = { allowed: 201, warned: 428, refused: 409, held: 202 } as const;
