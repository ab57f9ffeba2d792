/** Defines the events of a held contact in the log of holds (H1–H6). */

import type { Instant } from '#rules/time/interval.ts';
import type { HoldEndReason } from './hold.ts';

/**
 * Why a held contact got another minute. `person`: a person chose it. `refused`: the decision at the release did not
 * allow the contact yet (H2). `shut`: the release came late and the store was closed (H7). `hours`: the policy or the
 * store's hours changed (H6).
 */
export type MoveCause = 'person' | 'refused' | 'shut' | 'hours';

/** Fields of every event. `by`: the person who acted; null: no person did, or the person is not known. */
interface Recorded {
  readonly at: Instant;
  readonly by: string | null;
  /** False: the event was derived from rows that are older than the log. It may be wrong or incomplete. */
  readonly known: boolean;
}

/** `until`: the minute from this event on; null: not known. `openingAt` null: a person chose the minute. */
interface Timed {
  readonly until: Instant | null;
  readonly openingAt: Instant | null;
}

/**
 * One event. `held` after `ended`: the contact waits again. `ended` after `ended`: the hand-over was not sent (D14).
 * `returned`: the hold was ready, was not sent, and waits again (H4). `cause` and `from` are null only if they are not
 * known.
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
