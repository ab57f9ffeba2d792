/** Refusals of an attempt that need no decision, and record none. */
import type { Instant } from '#rules/time/interval.ts';
import type { AttemptSummary } from './attempt-answer.ts';
import type { AttemptWish, Seller } from './attempt-wish.ts';
import { type HoldWish, type LiveHold, MOST_AHEAD_MS } from './hold-contact.ts';
import type { ContextRow } from './load-context.ts';
import { type Unfit, unfitness } from './who-may-contact.ts';

/** This seller left another message for this customer already. */
export interface AlreadyHeld {
  readonly kind: 'already_held';
  readonly attempt: AttemptSummary;
  readonly customerFirstName: string;
  readonly zone: string;
}

/**
 * `attempt_closed`: the attempt that should go on is not this person's, is over, or is to be held while its link can still
 * be opened. `time_past`, `time_too_far`: the instant until which it should be held.
 */
export type Refusal = Unfit | AlreadyHeld | { readonly kind: 'attempt_closed' | 'time_past' | 'time_too_far' };

/** The attempt that should go on, as it was found. */
interface FoundAttempt {
  readonly id: string;
  readonly sellerId: string;
  readonly customerId: string;
  readonly suggestionId: string | null;
  readonly passedOn: boolean;
}

/** Why this person may not ask for this contact, or not go on with this attempt; null: the person may. */
export function refusalOf(
  seller: Seller,
  wish: AttemptWish,
  row: ContextRow | undefined,
  attempt: FoundAttempt | null,
): Refusal | null {
  const { customerId, suggestionId } = wish;
  const isOwn = attempt === null || (attempt.sellerId === seller.personId && attempt.customerId === customerId);
  // H4: with the attempt's own suggestion, or none named.
  const isItsOwn = suggestionId === null || suggestionId === attempt?.suggestionId;
  const isPassedOn = isOwn && attempt?.passedOn === true && isItsOwn;
  const unfit = unfitness(row, seller, { customerId, suggestionId, attemptId: attempt?.id ?? null }, isPassedOn);
  if (unfit) return unfit;
  if (wish.attemptId !== null && attempt === null) return { kind: 'not_found' };
  return isOwn ? null : { kind: 'attempt_closed' };
}

/** An instant until which nothing can be held: past, or beyond 30 days (H1). */
export function untimeliness(hold: HoldWish, now: Instant): { kind: 'time_past' | 'time_too_far' } | null {
  if (typeof hold !== 'number') return null;
  if (hold <= now) return { kind: 'time_past' };
  return hold > now + MOST_AHEAD_MS ? { kind: 'time_too_far' } : null;
}

export function alreadyHeld(live: LiveHold, customerFirstName: string, zone: string): AlreadyHeld {
  const { attemptId, origin, customerId, sellerId, dueAt, state } = live;
  return {
    kind: 'already_held',
    attempt: {
      id: attemptId,
      state: state === 'ready' ? 'ready' : 'held',
      origin,
      channel: 'handset',
      customerId,
      sellerId,
      heldUntil: dueAt,
    },
    customerFirstName,
    zone,
  };
}
