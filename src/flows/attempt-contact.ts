/** One attempt to contact a customer, from the wish to the answer: load, decide, record, in one commit. */
import { acknowledgementSpent } from '#db/acknowledgements.ts';
import { attemptHeld } from '#db/attempts.ts';
import { contextForAttempt } from '#db/context.ts';
import type { Database } from '#db/db.ts';
import { type AttemptState, next } from '#rules/attempt.ts';
import { decide } from '#rules/decide.ts';
import type { Because, Channel, Decision, Origin } from '#rules/decision.ts';
import { originOf } from '#rules/origin.ts';
import type { Instant } from '#rules/time/interval.ts';
import { policyAt } from '#rules/time/timeline.ts';
import { acknowledgedReasons, tokenHashOf } from './acknowledge.ts';
import { type Again, answerAgain, claimKey, digestOf, fingerprintOf } from './answer-again.ts';
import { contextOf, isOpen, type Unfit, unfitness } from './load-context.ts';
import { type Answer, recordDecision } from './record-decision.ts';
import type { Timelines } from './timelines.ts';

/** Who is at it: the person of the turn on the device. */
export interface Seller {
  readonly brandId: string;
  readonly personId: string;
  readonly role: 'seller' | 'store_manager' | 'brand_manager';
  readonly storeId: string | null;
  readonly turnId: string | null;
}

/** What was asked. `key` is the caller's own, so that asking twice contacts once. */
export interface AttemptWish {
  readonly key: string;
  readonly customerId: string;
  readonly origin: Origin | null;
  readonly suggestionId: string | null;
  readonly text: string | null;
  readonly attemptId: string | null;
  readonly acknowledgement: string | null;
  readonly because: Because | null;
}

export interface AttemptDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  /** The app's clock, which decides. */
  readonly now: () => Instant;
  /** The host's clock, by which keys and turns are kept. */
  readonly hostNow: () => Instant;
  readonly newId: () => string;
  /** 128 random bits, base64url. */
  readonly newToken: () => string;
  readonly tzVersion: string;
  readonly receiptKey: Uint8Array;
}

/** `attempt_closed`: the attempt that should go on is not this person's, or has an outcome already. */
/** A decision, for those who tell it. */
export type Decided = Decision;

export type AttemptAnswer = Answer | Again | Unfit | { readonly kind: 'attempt_closed' };

const CHANNEL: Channel = 'handset';

/**
 * D13, D15, R4; laws 2 and 3. Three round trips: all is read and held, the wish is written and the ledger taken, the
 * rest is written and committed. The answer is given after the commit: no link is out before its receipt is durable.
 */
export function attemptContact(deps: AttemptDeps, seller: Seller, wish: AttemptWish): Promise<AttemptAnswer> {
  const { brandId, personId, storeId, turnId } = seller;
  const { customerId, suggestionId } = wish;
  const fingerprint = fingerprintOf(wish);
  const textDigest = digestOf(wish.text ?? '');
  const tokenHash = wish.acknowledgement === null ? null : tokenHashOf(wish.acknowledgement);
  const goesOn = wish.attemptId !== null || tokenHash !== null;

  return deps.db.inBrand<AttemptAnswer>(brandId, async (tx) => {
    const now = deps.now();
    const claim = claimKey(tx, seller, wish.key);
    const token = tokenHash && tx.run(acknowledgementSpent, { brandId, tokenHash, at: now });
    const held = goesOn && tx.run(attemptHeld, { brandId, id: wish.attemptId, tokenHash });
    const facts = tx.run(contextForAttempt, {
      brandId,
      customerId,
      personId,
      storeId,
      suggestionId,
      attemptId: wish.attemptId,
      tokenHash,
    });

    const earlier = await claim;
    if (earlier !== 'mine') return answerAgain(deps, tx, earlier, fingerprint, seller, textDigest);
    const [row] = await facts;
    const [attempt = null] = (await held) || [];
    const unfit = unfitness(row, seller, { customerId, suggestionId, attemptId: attempt?.id ?? null });
    if (unfit || !row) return unfit ?? { kind: 'not_found' };
    if (wish.attemptId !== null && attempt === null) return { kind: 'not_found' };
    const own = attempt === null || (attempt.sellerId === personId && attempt.customerId === customerId);
    if (!own) return { kind: 'attempt_closed' };

    const attemptId = attempt?.id ?? deps.newId();
    const clocks = await deps.timelines.at(tx, brandId, row.revision);
    const context = contextOf(
      row,
      clocks,
      { now, tzVersion: deps.tzVersion },
      {
        claimed: wish.origin,
        suggestionOpen: isOpen(row.suggestion, attempt?.id ?? null),
        channel: CHANNEL,
        attempt: { attemptId, customerId, textDigest: textDigest.toString('hex') },
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
    const acknowledged = acknowledgedReasons((await token)?.[0], bound, now);
    const asked = { ...context, acknowledged, because: wish.because };
    const judgement = decide(asked);

    const standing = attempt && { state: attempt.state as AttemptState, outcome: attempt.outcome as never };
    const step = next(standing, { kind: 'decided', verdict: judgement.decision.verdict });
    if (!step.ok) return { kind: 'attempt_closed' };

    return recordDecision(deps, tx, {
      seller,
      wish,
      fingerprint,
      row,
      bound,
      context: asked,
      judgement,
      isNew: attempt === null,
      suggestionId: row.suggestion?.id ?? null,
      state: step.attempt.state,
    });
  });
}
