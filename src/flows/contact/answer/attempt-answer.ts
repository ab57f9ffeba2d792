/** The answers to an attempt, and the part of an answer that is stored for a repeated request. */

import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import type { AttemptState } from '#rules/contact/attempt.ts';
import type { Decision, Reason } from '#rules/contact/decision.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The attempt as every answer describes it. */
export interface AttemptSummary {
  readonly id: string;
  readonly state: AttemptState;
  readonly origin: string;
  readonly channel: string;
  readonly customerId: string;
  readonly sellerId: string;
  /**
   * Until when the contact is held: the promised minute of a waiting hold, or the end of the time in which a ready hold
   * may be sent. Null where the attempt is not held.
   */
  readonly heldUntil: Instant | null;
}

/** The facts that the sentences of an answer mention. */
export interface Spoken {
  readonly customerFirstName: string;
  readonly brandName: string;
  readonly brandArticle: string;
  readonly storeZone: string | null;
  readonly askedAt: Instant;
  /** The counts of D7; null where the pace limit was not reached. */
  readonly pace: { readonly count: number; readonly minutes: number; readonly freeAt: Instant | null } | null;
  /** The contact after which the cool-down runs (D6); absent where none does. */
  readonly contactedAt?: Instant;
  /** The contacts without an answer that count, newest first (D6b); absent where the check allows. */
  readonly unansweredAt?: readonly Instant[];
  /** The silences that run, as the customer asked for them (D4b); absent where none runs. */
  readonly askedSilences?: readonly AskedSilence[];
}

export interface DecidedAttempt {
  readonly attempt: AttemptSummary;
  readonly decision: Decision;
  readonly spoken: Spoken;
}

interface NotAllowedNow extends DecidedAttempt {
  /** The minute at which the app would have the contact ready (H7, P3). Null means that the contact cannot be held. */
  readonly suggestedReleaseAt: Instant | null;
}

type RefusedAnswer = NotAllowedNow & {
  readonly kind: 'refused';
  readonly reason: Reason;
  /** Whether the seller asked for an instant at which it is quiet. */
  readonly timeQuiet: boolean;
};

/** The answer for a held contact. The promised minute is read on the clock of `spoken.storeZone`. */
type HeldAnswer = DecidedAttempt & { readonly kind: 'held'; readonly heldUntil: Instant; readonly didNotFit: boolean };

/** The answer as it is stored under the idempotency key. */
export type StoredAnswer =
  | (DecidedAttempt & { readonly kind: 'allowed'; readonly url: string; readonly validUntil: Instant })
  | (NotAllowedNow & { readonly kind: 'warned' })
  | RefusedAnswer
  | HeldAnswer;

export type Answer =
  | (DecidedAttempt & {
      readonly kind: 'allowed';
      readonly url: string | null;
      readonly validUntil: Instant;
      readonly lapsed: boolean;
    })
  | (NotAllowedNow & { readonly kind: 'warned'; readonly acknowledgement: { token: string; before: Instant } })
  | RefusedAnswer
  | HeldAnswer;
