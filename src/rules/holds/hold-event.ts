/** What happens to a held contact, as the log of holds records it (H1–H6). */

import type { Instant } from '#rules/time/interval.ts';
import type { HoldEndReason } from './hold.ts';

/**
 * Why a held contact got another minute. `person`: somebody chose it. `refused`: the release decided that the contact may not
 * go yet (H2). `shut`: the release came late and the store was closed (H7). `hours`: the policy or the store's hours changed (H6).
 */
export type MoveCause = 'person' | 'refused' | 'shut' | 'hours';

/** Fields of every event. `by`: the person who did it, null where nobody did or it is not known. */
interface Recorded {
  readonly at: Instant;
  readonly by: string | null;
  /** False: worked out from what was kept before the log existed. It may be wrong, and something of it may be missing. */
  readonly known: boolean;
}

/** `until`: the minute from this event on, null where it is not known; `openingAt` null: a person chose the minute. */
interface Timed {
  readonly until: Instant | null;
  readonly openingAt: Instant | null;
}

/**
 * One event. `held` after `ended`: the contact waits again. `ended` after `ended`: the hand-over was not sent (D14).
 * `returned`: it was ready and not sent, and waits once more (H4). `cause` and `from` are null only
 * where they are not known.
 */
export type HoldEvent = Recorded &
  (
    | (Timed & { readonly kind: 'held'; readonly sellerId: string })
    | (Timed & { readonly kind: 'moved'; readonly cause: MoveCause | null })
    | (Timed & { readonly kind: 'returned' })
    | { readonly kind: 'ready' }
    | { readonly kind: 'passed'; readonly from: string | null; readonly to: string }
    | { readonly kind: 'ended'; readonly reason: HoldEndReason }
  );
