/** The same key gets the same answer: asking twice contacts once. */
import { createHash } from 'node:crypto';
import { insertAcknowledgements } from '#db/contact/acknowledgements.ts';
import type { Tx } from '#db/core/db.ts';
import type { Instant } from '#rules/time/interval.ts';
import { acknowledgementOf } from './acknowledge.ts';
import type { Answer, StoredAnswer } from './attempt-answer.ts';
import type { AttemptWish, Seller } from './attempt-wish.ts';
import { unpackAnswer } from './packed-answer.ts';

/** `in_progress`: another request with the key is under way; `key_reused`: the key was used for another body. */
export type Again = { readonly kind: 'in_progress' | 'key_reused' };

interface Kept {
  readonly fingerprint: Buffer;
  readonly packed: Buffer | null;
  /** Written by a version before the answers were packed, and not null where `packed` is. */
  readonly answer: unknown;
  readonly validUntil: Instant | null;
}

export type Claim = 'mine' | 'in_progress' | Kept;

/** What was answered to the key before; else whether it was claimed. */
export function claimOf(isMine: boolean, kept: Kept | undefined): Claim {
  return kept ?? (isMine ? 'mine' : 'in_progress');
}

/** A wish with what the key's answer and the receipt are bound to. */
export interface Asked {
  readonly seller: Seller;
  readonly wish: AttemptWish;
  readonly fingerprint: Buffer;
  readonly textDigest: Buffer;
}

/**
 * The stored answer once more. A link whose permit has ended is gone (`lapsed`); a warning comes with a token of its
 * own, since the first one's value was never kept.
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

/** Of all that makes the wish this wish, in a fixed order; the key itself is not part of it. */
export function fingerprintOf(wish: AttemptWish): Buffer {
  const { customerId, origin, suggestionId, text, attemptId, acknowledgement, because, hold } = wish;
  return digestOf(JSON.stringify([customerId, origin, suggestionId, text, attemptId, acknowledgement, because, hold]));
}

/** SHA-256, 32 bytes. */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
