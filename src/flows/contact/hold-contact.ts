/** Keeps a contact that may not be made now for later: finds the minute to offer and builds the changes of the hold (H1, H7, P3). */
import type { HoldChange } from '#db/holds/hold-changes.ts';
import type { lockHoldOfAttempt } from '#db/holds/holds.ts';
import { undone } from '#flows/core/undo-handover.ts';
import type { Decision } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { isSilent } from '#rules/contact/quiet/contact-silence.ts';
import { expiryOf, opensTooLate } from '#rules/holds/hold.ts';
import { type ReleaseCase, type ReleaseTime, releaseTime } from '#rules/holds/release-time.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';

/** What the seller asks for: null to hold nothing, `offered` for the minute that the app finds, or an instant of the seller's choice. */
export type HoldWish = null | 'offered' | Instant;

/** The minute of a held contact. `openingAt` is null where the seller chose the minute. */
export interface KeptMinute {
  readonly at: Instant;
  readonly openingAt: Instant | null;
  readonly didNotFit: boolean;
}

export type HoldAnswer =
  | { readonly kind: 'kept'; readonly kept: KeptMinute }
  /** The contact is not held. `offered` is the minute at which it can be held; null where there is none. */
  | { readonly kind: 'not_kept'; readonly offered: ReleaseTime | null; readonly timeQuiet: boolean };

/** The longest time for which a contact can be held (H1). */
export const MOST_AHEAD_MS = 30 * DAY_MS;

/**
 * Returns the minute that a refused contact gets, or the minute that is offered instead. A decision whose `opensAt` is
 * null or more than 72 h away cannot be held (H2).
 */
export function holdFor(
  wish: HoldWish,
  decision: Pick<Decision, 'opensAt'>,
  context: DecisionContext,
  asked: ReleaseCase,
): HoldAnswer {
  const { opensAt } = decision;
  if (opensAt === null || opensTooLate(context.now, opensAt))
    return { kind: 'not_kept', offered: null, timeQuiet: false };
  if (typeof wish === 'number') return chosen(wish, opensAt, context, asked);
  const offered = releaseTime(asked, opensAt, expiryOf(context.now, context.now));
  if (wish === null || offered === null) return { kind: 'not_kept', offered, timeQuiet: false };
  return { kind: 'kept', kept: offered };
}

/** Answers for an instant that the seller chose. The instant must not be quiet and not be before the policy opens. */
function chosen(wish: Instant, opensAt: Instant, context: DecisionContext, asked: ReleaseCase): HoldAnswer {
  if (wish >= opensAt && !isSilent(context, wish)) {
    return { kind: 'kept', kept: { at: wish, openingAt: null, didNotFit: false } };
  }
  return { kind: 'not_kept', offered: releaseTime(asked, Math.max(wish, opensAt)), timeQuiet: true };
}

/** The live hold of this seller for this customer. */
export interface LiveHold {
  readonly id: string;
  readonly attemptId: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly origin: 'suggestion' | 'profile';
  readonly state: 'waiting' | 'ready' | 'ended';
  readonly dueAt: Instant;
  readonly promisedAt: Instant;
  readonly heldAt: Instant;
}

/**
 * A hand-over that its seller gives up because nothing was sent (D14). `hold` is the hold that ended with the
 * hand-over; null where none did.
 */
export interface UndoneHandover {
  readonly hold: NonNullable<(typeof lockHoldOfAttempt)['row']> | null;
}

/** An attempt whose contact is held. */
interface AttemptToKeep {
  readonly seller: { readonly personId: string };
  readonly wish: { readonly customerId: string };
  readonly row: { readonly timingRevision: number; readonly storeId: string };
  readonly bound: { readonly attemptId: string };
  readonly context: { readonly now: Instant };
  readonly judgement: { readonly decision: Pick<Decision, 'origin'> };
  readonly live: LiveHold | null;
  readonly undoneHandover: UndoneHandover | null;
}

/**
 * Returns the changes for a held contact (H1): a new hold, a new minute for the waiting hold of the same attempt, or
 * the restored hold that had ended with the undone hand-over.
 */
export function keepForLater(newId: () => string, attempt: AttemptToKeep, kept: KeptMinute): readonly HoldChange[] {
  const { seller, row, bound, context, judgement, live, wish, undoneHandover } = attempt;
  const done = { timingRevision: row.timingRevision, by: seller.personId, at: context.now };
  if (undoneHandover?.hold) return [undone(undoneHandover.hold, done), restored(undoneHandover.hold, kept, done)];
  if (live !== null && ownsLiveHold(attempt)) return [movedByPerson(live, kept, done)];
  const parties = { customerId: wish.customerId, sellerId: seller.personId, storeId: row.storeId };
  const origin = judgement.decision.origin === 'suggestion' ? 'suggestion' : 'profile';
  const { timingRevision, at } = done;
  return [made({ id: newId(), attemptId: bound.attemptId, ...parties, origin, timingRevision, at }, kept)];
}

/** Tells whether the live hold is this attempt's; it then gets a new minute instead of a second hold. */
export function ownsLiveHold({ live, bound }: Pick<AttemptToKeep, 'live' | 'bound'>): boolean {
  return live?.attemptId === bound.attemptId;
}

/** A new hold. Holds are made only for a person's own contact, never for a machine's or a reply (H1). */
export interface NewHold {
  readonly id: string;
  readonly attemptId: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly storeId: string;
  readonly origin: 'suggestion' | 'profile';
  readonly timingRevision: number;
  readonly at: Instant;
}

/** Makes the change that inserts a hold in the commit of its decision (H1). */
export function made(hold: NewHold, kept: KeptMinute): HoldChange {
  const minute = { ...kept, expiresAt: expiryOf(hold.at, kept.at) };
  return { kind: 'made', ...hold, minute, by: hold.sellerId };
}

/** Who changes a hold and when, with the timing revision under which the minute was found. */
export interface DoneBy {
  readonly timingRevision: number;
  readonly by: string;
  readonly at: Instant;
}

/** Makes the change to a minute that a person chose. The earlier promise no longer counts. */
export function movedByPerson(
  { id, heldAt, promisedAt }: { readonly id: string; readonly heldAt: Instant; readonly promisedAt: Instant },
  kept: KeptMinute,
  done: DoneBy,
): HoldChange {
  const minute = { ...kept, expiresAt: expiryOf(heldAt, kept.at) };
  return { kind: 'moved', cause: 'person', id, from: promisedAt, minute, ...done };
}

/**
 * Makes the change by which an ended hold waits again in the same row. The row keeps the manager who passed it on, and
 * the hold is counted once (H3).
 */
export function restored(
  { id, heldAt, expiresAt }: { readonly id: string; readonly heldAt: Instant; readonly expiresAt: Instant },
  kept: KeptMinute,
  done: DoneBy,
): HoldChange {
  const minute = { ...kept, expiresAt: Math.max(expiresAt, expiryOf(heldAt, kept.at)) };
  return { kind: 'restored', id, minute, ...done };
}
