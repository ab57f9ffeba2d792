/** Refuses an attempt for reasons that need no decision. No receipt is written for these refusals. */

import type { AttemptSummary } from '#flows/contact/answer/attempt-answer.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { AttemptWish, Seller } from './attempt-wish.ts';
import type { ContextRow } from './build-context.ts';
import { type HoldWish, type LiveHold, MOST_AHEAD_MS } from './hold-contact.ts';
import { type Unfit, unfitness } from './who-may-contact.ts';

/** The refusal because the seller already has another held message for the customer. */
export interface AlreadyHeld {
  readonly kind: 'already_held';
  readonly attempt: AttemptSummary;
  readonly customerFirstName: string;
  readonly zone: string;
}

/**
 * `attempt_closed` means that the attempt to continue belongs to another person, has ended, or cannot be held because
 * its link is still valid. `time_past` and `time_too_far` are about the instant until which the contact should be held.
 */
export type UndecidedRefusal = Unfit | AlreadyHeld | { readonly kind: 'attempt_closed' | 'time_past' | 'time_too_far' };

/** The attempt to continue, as the database has it. */
interface FoundAttempt {
  readonly id: string;
  readonly sellerId: string;
  readonly customerId: string;
  readonly suggestionId: string | null;
  readonly passedOn: boolean;
}

/** Returns why the person may not ask for this contact or not continue this attempt; null where the person may. */
export function refusalOf(
  seller: Seller,
  wish: AttemptWish,
  row: ContextRow | undefined,
  attempt: FoundAttempt | null,
): UndecidedRefusal | null {
  const { customerId, suggestionId } = wish;
  const isOwn = attempt === null || (attempt.sellerId === seller.personId && attempt.customerId === customerId);
  // H4: a passed-on attempt continues with its own suggestion, or without naming one.
  const isItsOwn = suggestionId === null || suggestionId === attempt?.suggestionId;
  const isPassedOn = isOwn && attempt?.passedOn === true && isItsOwn;
  const unfit = unfitness(row, seller, { customerId, suggestionId, attemptId: attempt?.id ?? null }, isPassedOn);
  if (unfit) return unfit;
  if (wish.attemptId !== null && attempt === null) return { kind: 'not_found' };
  return isOwn ? null : { kind: 'attempt_closed' };
}

/** Returns a refusal where the wished instant is past or more than 30 days ahead (H1); else null. */
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
