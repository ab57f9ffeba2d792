/** A contact that may not be made now, left for later: which minute is offered, and which one is kept (H1, H7, P3). */
import type { HoldChange } from '#db/holds/hold-changes.ts';
import type { lockHoldOfAttempt } from '#db/holds/holds.ts';
import { undone } from '#flows/core/undo-handover.ts';
import type { Decision } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { isQuiet } from '#rules/contact/quiet/quiet-stretches.ts';
import { expiryOf } from '#rules/holds/hold.ts';
import { type ReleaseCase, type ReleaseTime, releaseTime } from '#rules/holds/release-time.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';

/** What was asked: nothing; the minute that is offered; or another one. */
export type HoldWish = null | 'offered' | Instant;

/** A minute to be kept; `openingAt` null where the seller chose it. */
export interface Kept {
  readonly at: Instant;
  readonly openingAt: Instant | null;
  readonly didNotFit: boolean;
}

export type HoldAnswer =
  | { readonly kind: 'kept'; readonly kept: Kept }
  /** Not held: what can be is `offered`; null where nothing can. */
  | { readonly kind: 'refused'; readonly offered: ReleaseTime | null; readonly timeQuiet: boolean };

/** Further ahead nobody leaves a message. */
export const MOST_AHEAD_MS = 30 * DAY_MS;

/** What the decision that said no allows for later. `opensAt` null: nothing, ever. */
export function holdFor(
  wish: HoldWish,
  decision: Pick<Decision, 'opensAt'>,
  context: DecisionContext,
  asked: ReleaseCase,
): HoldAnswer {
  const { opensAt } = decision;
  if (opensAt === null) return { kind: 'refused', offered: null, timeQuiet: false };
  if (typeof wish === 'number') return chosen(wish, opensAt, context, asked);
  const offered = releaseTime(asked, opensAt, expiryOf(context.now, context.now));
  if (wish === null || offered === null) return { kind: 'refused', offered, timeQuiet: false };
  return { kind: 'kept', kept: offered };
}

/** An instant of the seller's own: open, and not before the policy opens. */
function chosen(wish: Instant, opensAt: Instant, context: DecisionContext, asked: ReleaseCase): HoldAnswer {
  if (wish >= opensAt && !isQuiet(context, wish)) {
    return { kind: 'kept', kept: { at: wish, openingAt: null, didNotFit: false } };
  }
  return { kind: 'refused', offered: releaseTime(asked, Math.max(wish, opensAt)), timeQuiet: true };
}

/** The hold that waits for this seller and customer. */
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

/** A hand-over that its seller gives up: nothing was sent (D14). `hold`: what had ended with it; null: nothing had. */
export interface HandoverOver {
  readonly hold: NonNullable<(typeof lockHoldOfAttempt)['row']> | null;
}

/** An attempt that is kept for later. */
interface AttemptToKeep {
  readonly seller: { readonly personId: string };
  readonly wish: { readonly customerId: string };
  readonly row: { readonly calendar: number; readonly storeId: string };
  readonly bound: { readonly attemptId: string };
  readonly context: { readonly now: Instant };
  readonly judgement: { readonly decision: Pick<Decision, 'origin'> };
  readonly live: LiveHold | null;
  readonly over: HandoverOver | null;
}

/** H1: one row, or a new minute for the one that waits already, or had gone with the hand-over that is given up. */
export function keepForLater(newId: () => string, attempt: AttemptToKeep, kept: Kept): readonly HoldChange[] {
  const { seller, row, bound, context, judgement, live, wish, over } = attempt;
  const done = { calendar: row.calendar, by: seller.personId, at: context.now };
  if (over?.hold) return [undone(over.hold, done), restored(over.hold, kept, done)];
  if (live !== null && isRetimed(attempt)) return [movedByPerson(live, kept, done)];
  const parties = { customerId: wish.customerId, sellerId: seller.personId, storeId: row.storeId };
  const origin = judgement.decision.origin === 'suggestion' ? 'suggestion' : 'profile';
  const { calendar, at } = done;
  return [made({ id: newId(), attemptId: bound.attemptId, ...parties, origin, calendar, at }, kept)];
}

/** The attempt that goes on is the one that waits already. */
export function isRetimed({ live, bound }: Pick<AttemptToKeep, 'live' | 'bound'>): boolean {
  return live?.attemptId === bound.attemptId;
}

/** A contact to be held. It is a person's: never a machine's, and no reply (H1). */
export interface NewHold {
  readonly id: string;
  readonly attemptId: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly storeId: string;
  readonly origin: 'suggestion' | 'profile';
  readonly calendar: number;
  readonly at: Instant;
}

/** One row in the decision's commit (H1). */
export function made(hold: NewHold, kept: Kept): HoldChange {
  const minute = { ...kept, expiresAt: expiryOf(hold.at, kept.at) };
  return { kind: 'made', ...hold, minute, by: hold.sellerId };
}

/** When a person does something, who, and under which calendar the minute was found. */
export interface DoneBy {
  readonly calendar: number;
  readonly by: string;
  readonly at: Instant;
}

/** The same contact, another minute. What was promised before is given up knowingly. */
export function movedByPerson(
  { id, heldAt, promisedAt }: { readonly id: string; readonly heldAt: Instant; readonly promisedAt: Instant },
  kept: Kept,
  done: DoneBy,
): HoldChange {
  const minute = { ...kept, expiresAt: expiryOf(heldAt, kept.at) };
  return { kind: 'moved', cause: 'person', id, from: promisedAt, minute, ...done };
}

/** An ended hold waits again, in the same row: the manager who had passed it on is not forgotten, and it is counted once (H3). */
export function restored(
  { id, heldAt, expiresAt }: { readonly id: string; readonly heldAt: Instant; readonly expiresAt: Instant },
  kept: Kept,
  done: DoneBy,
): HoldChange {
  const minute = { ...kept, expiresAt: Math.max(expiresAt, expiryOf(heldAt, kept.at)) };
  return { kind: 'restored', id, minute, ...done };
}
