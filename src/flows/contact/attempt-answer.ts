/** What an attempt is answered with, and what of it is kept for whoever asks again. */
import type { AttemptState } from '#rules/contact/attempt.ts';
import type { Decision, Reason } from '#rules/contact/decision.ts';
import type { Instant } from '#rules/time/interval.ts';

/** An attempt as every answer names it. */
export interface AttemptSummary {
  readonly id: string;
  readonly state: AttemptState;
  readonly origin: string;
  readonly channel: string;
  readonly customerId: string;
  readonly sellerId: string;
  /** While it waits or is ready: until when. */
  readonly heldUntil: Instant | null;
}

/** What an answer's sentences speak of. */
export interface Spoken {
  readonly customerFirstName: string;
  readonly brandName: string;
  readonly brandArticle: string;
  readonly storeZone: string | null;
  readonly askedAt: Instant;
  /** D7, where the limit was reached. */
  readonly pace: { readonly count: number; readonly minutes: number; readonly freeAt: Instant | null } | null;
}

export interface Told {
  readonly attempt: AttemptSummary;
  readonly decision: Decision;
  readonly spoken: Spoken;
}

interface NotNow extends Told {
  /** When the app would have it ready (H7, P3); null: it cannot be held. */
  readonly suggestedReleaseAt: Instant | null;
}

type Refused = NotNow & {
  readonly kind: 'refused';
  readonly reason: Reason;
  /** It was to be held until an instant at which it is quiet. */
  readonly timeQuiet: boolean;
};

/** The clock by which it was promised is `spoken.storeZone`. */
type Held = Told & { readonly kind: 'held'; readonly heldUntil: Instant; readonly didNotFit: boolean };

/** What is kept under the key. */
export type StoredAnswer =
  | (Told & { readonly kind: 'allowed'; readonly url: string; readonly validUntil: Instant })
  | (NotNow & { readonly kind: 'warned' })
  | Refused
  | Held;

export type Answer =
  | (Told & {
      readonly kind: 'allowed';
      readonly url: string | null;
      readonly validUntil: Instant;
      readonly lapsed: boolean;
    })
  | (NotNow & { readonly kind: 'warned'; readonly acknowledgement: { token: string; before: Instant } })
  | Refused
  | Held;
