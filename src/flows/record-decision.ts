/** Decision, receipt and effect in one commit (law 3): the last two round trips of an attempt. */
import { handsetLink } from '#channels/handset.ts';
import { attemptDecided, attemptInserted } from '#db/attempts.ts';
import type { Tx } from '#db/db.ts';
import { customerContacted, handoverInserted, handoverWithdrawn } from '#db/handovers.ts';
import { keyAnswered } from '#db/idempotency.ts';
import { eventLogged, ledgerHeld, ledgerMoved, listenersWoken } from '#db/ledgers.ts';
import { linkOf, sendReceipt } from '#db/receipts.ts';
import { suggestionsCompleted } from '#db/suggestion-closing.ts';
import { extendTurnForHandoff } from '#db/turns.ts';
import type { AttemptState } from '#rules/attempt.ts';
import type { Judgement, Permit } from '#rules/decide.ts';
import type { Decision, Reason } from '#rules/decision.ts';
import type { DecisionContext } from '#rules/decision-context.ts';
import { firstName } from '#rules/message-text.ts';
import { receiptOf } from '#rules/receipt.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type Bound, issueAcknowledgement } from './acknowledge.ts';
import type { AttemptDeps, AttemptWish, Seller } from './attempt-contact.ts';
import type { ContextRow } from './load-context.ts';

/** An attempt as every answer names it. */
export interface AttemptSummary {
  readonly id: string;
  readonly state: AttemptState;
  readonly origin: string;
  readonly channel: string;
  readonly customerId: string;
  readonly sellerId: string;
}

/** What an answer's sentences speak of. */
export interface Spoken {
  readonly customerFirstName: string;
  readonly brandName: string;
  readonly brandArticle: string;
  readonly storeZone: string | null;
  readonly askedAt: Instant;
}

interface Told {
  readonly attempt: AttemptSummary;
  readonly decision: Decision;
  readonly spoken: Spoken;
}

/** What is kept under the key. */
export type StoredAnswer =
  | (Told & { readonly kind: 'allowed'; readonly url: string; readonly validUntil: Instant })
  | (Told & { readonly kind: 'warned' })
  | (Told & { readonly kind: 'refused'; readonly reason: Reason });

export type Answer =
  | (Told & {
      readonly kind: 'allowed';
      readonly url: string | null;
      readonly validUntil: Instant;
      readonly lapsed: boolean;
    })
  | (Told & { readonly kind: 'warned'; readonly acknowledgement: { token: string; before: Instant } })
  | (Told & { readonly kind: 'refused'; readonly reason: Reason });

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
  sendReceipt(tx, receipt, { number: receiptNumber, link });

  const told: Told = {
    attempt: {
      id: bound.attemptId,
      state: decided.state,
      origin: decision.origin,
      channel: bound.channel,
      customerId: decided.wish.customerId,
      sellerId: seller.personId,
    },
    decision,
    spoken: {
      customerFirstName: firstName(row.customerName),
      brandName: row.brandName,
      brandArticle: row.brandArticle,
      storeZone: row.storeZone,
      askedAt: now,
    },
  };
  const answer = carryOut(deps, tx, decided, told, permit, receiptId);
  keepAnswer(deps, tx, decided, answer);

  const eventNumber = ledger.eventNumber + 1;
  tx.send(eventLogged, {
    brandId,
    number: eventNumber,
    at: deps.hostNow(),
    kind: 'attempt',
    personId: seller.personId,
    storeId: row.storeId,
    body: { id: bound.attemptId, state: decided.state, customerId: decided.wish.customerId },
  });
  tx.send(ledgerMoved, { brandId, receiptNumber, link, eventNumber });
  tx.send(listenersWoken, { brandId });
  return answer;
}

/** The decision's effect: a link, a token, or nothing. */
function carryOut(
  deps: AttemptDeps,
  tx: Tx,
  decided: Decided,
  told: Told,
  permit: Permit | null,
  receiptId: string,
): Answer {
  const { seller, bound, context } = decided;
  const { brandId } = seller;
  const { decision } = told;
  if (decision.verdict === 'block') return { kind: 'refused', ...told, reason: decision.reason as Reason };
  if (decision.verdict === 'warn' || permit === null) {
    const acknowledgement = issueAcknowledgement(tx, brandId, deps.newToken(), bound, decision, context.now);
    return { kind: 'warned', ...told, acknowledgement };
  }
  return { kind: 'allowed', ...told, ...handOver(deps, tx, decided, permit, receiptId), lapsed: false };
}

/** The link, and all that a contact changes. Law 2: the row hangs on this very receipt. */
function handOver(
  deps: AttemptDeps,
  tx: Tx,
  { seller, wish, row, bound, context, judgement, isNew, suggestionId }: Decided,
  permit: Permit,
  receiptId: string,
): { url: string; validUntil: Instant } {
  const { brandId, personId, turnId } = seller;
  const { attemptId } = bound;
  const at = context.now;
  const url = handsetLink(permit, { to: row.phone as string, text: wish.text }, at);
  const { validUntil } = permit;
  if (!isNew) tx.send(handoverWithdrawn, { brandId, attemptId, at });
  tx.send(handoverInserted, { brandId, id: deps.newId(), attemptId, receiptId, at, validUntil });
  tx.send(customerContacted, { brandId, customerId: wish.customerId, at });
  const all = judgement.decision.afterRefusal;
  if (suggestionId !== null || all) {
    const completed = { attemptId, customerId: wish.customerId, sellerId: personId, suggestionId, all, at };
    tx.send(suggestionsCompleted, { brandId, ...completed });
  }
  if (turnId !== null) extendTurnForHandoff(tx, brandId, turnId, deps.hostNow());
  return { url, validUntil };
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
    tx.send(attemptInserted, { ...common, ...parties, state: state as 'refused' | 'warned' | 'handed_over' });
  } else {
    tx.send(attemptDecided, { ...common, state });
  }
}

const OF_SILENCE: ReadonlySet<Reason> = new Set(['quiet_hours', 'zone_uncertain']);

/** Kept without a token's value; a link's value is kept only as long as the key. */
function keepAnswer(deps: AttemptDeps, tx: Tx, { seller, wish, fingerprint }: Decided, answer: Answer): void {
  const { attempt, decision, spoken } = answer;
  const stored: StoredAnswer =
    answer.kind === 'allowed'
      ? { kind: 'allowed', attempt, decision, spoken, url: answer.url ?? '', validUntil: answer.validUntil }
      : answer.kind === 'warned'
        ? { kind: 'warned', attempt, decision, spoken }
        : answer;
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

const STATUS = { allowed: 201, warned: 428, refused: 409 } as const;
