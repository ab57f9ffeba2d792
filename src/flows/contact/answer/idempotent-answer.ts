/** Answers a repeated request with the stored answer of its idempotency key, so that a repeated request contacts the customer once. */
import { createHash } from 'node:crypto';
import { insertAcknowledgements } from '#db/contact/acknowledgements.ts';
import type { Tx } from '#db/core/db.ts';
import { acknowledgementOf } from '#flows/contact/acknowledge.ts';
import type { AttemptWish, Seller } from '#flows/contact/attempt-wish.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Answer, StoredAnswer } from './attempt-answer.ts';
import { unpackAnswer } from './packed-answer.ts';

/** `in_progress` means that another request with the key is running; `key_reused` means that the key was used with another body. */
export type Again = { readonly kind: 'in_progress' | 'key_reused' };

interface StoredAnswerRow {
  readonly fingerprint: Buffer;
  readonly packed: Buffer | null;
  /** The answer of a version that did not pack answers. Null where `packed` is set. */
  readonly answer: unknown;
  readonly validUntil: Instant | null;
}

export type Claim = 'mine' | 'in_progress' | StoredAnswerRow;

/** Returns the answer that the key already has; else whether this request claimed the key. */
export function claimOf(isMine: boolean, kept: StoredAnswerRow | undefined): Claim {
  return kept ?? (isMine ? 'mine' : 'in_progress');
}

/** A wish with its fingerprint, which the key's answer is bound to, and the digest of its text, which the receipt contains. */
export interface Asked {
  readonly seller: Seller;
  readonly wish: AttemptWish;
  readonly fingerprint: Buffer;
  readonly textDigest: Buffer;
}

/**
 * Returns the stored answer again. An answer whose permit has expired loses its link (`lapsed`). A warning gets a new
 * token, because the value of the first one was never stored.
 */
export function answerAgain(
  deps: { readonly now: () => Instant; readonly newToken: () => string },
  tx: Tx,
  claim: Exclude<Claim, 'mine'>,
  { seller, wish, fingerprint, textDigest }: Asked,
): Again | Answer {
  if (claim === 'in_progress') return { kind: 'in_progress' };
  if (!claim.fingerprint.equals(fingerprint)) return { kind: 'key_reused' };
  const now = deps.now();
  const { brandId, personId, turnId } = seller;
  const stored = claim.packed ? unpackAnswer(claim.packed, personId, wish) : (claim.answer as StoredAnswer);
  if (stored.kind === 'allowed') {
    const lapsed = claim.validUntil === null || now >= claim.validUntil;
    return { ...stored, url: lapsed ? null : stored.url, lapsed };
  }
  if (stored.kind === 'refused' || stored.kind === 'held') return stored;
  const { attempt, decision } = stored;
  const bound = {
    attemptId: attempt.id,
    personId,
    turnId,
    origin: decision.origin,
    channel: attempt.channel,
    textDigest,
    policyVersion: decision.policyVersion,
  };
  const token = deps.newToken();
  const acknowledgement = acknowledgementOf(token, bound, decision, now);
  tx.send(insertAcknowledgements, { brandId, acknowledgements: [acknowledgement] });
  return { ...stored, acknowledgement: { token, before: acknowledgement.expiresAt } };
}

/** Returns the digest of all fields of a wish in a fixed order. The idempotency key is not part of the fingerprint. */
export function fingerprintOf(wish: AttemptWish): Buffer {
  const { customerId, origin, suggestionId, text, attemptId, acknowledgement, because, hold } = wish;
  return digestOf(JSON.stringify([customerId, origin, suggestionId, text, attemptId, acknowledgement, because, hold]));
}

/** Returns the SHA-256 digest of a text, 32 bytes. */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
