/** A contact that may not be made now, left for later: which minute is offered, and which one is kept (H1, H7, P3). */

import type { Tx } from '#db/core/db.ts';
import { holdRestored } from '#db/holds/hold-changes.ts';
import { holdInserted, holdTimed } from '#db/holds/holds.ts';
import { slotFreed, slotTaken } from '#db/holds/slots.ts';
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
export function writeHold(tx: Tx, held: NewHold & { readonly brandId: string }, kept: Kept): void {
  const { brandId, id, sellerId, at } = held;
  const time = { dueAt: kept.at, openingAt: kept.openingAt, expiresAt: expiryOf(at, kept.at) };
  tx.send(holdInserted, { ...held, ...time, heldAt: at, didNotFit: kept.didNotFit });
  tx.send(slotTaken, { brandId, queueId: sellerId, at: kept.at, openingAt: kept.openingAt, holdId: id });
}

/** The same contact, another minute. What was promised before is given up knowingly. */
export function writeTime(
  tx: Tx,
  held: { readonly brandId: string; readonly id: string; readonly sellerId: string; readonly heldAt: Instant },
  kept: Kept,
  { calendar, at }: { readonly calendar: number; readonly at: Instant },
): void {
  const { brandId, id, sellerId, heldAt } = held;
  const time = { dueAt: kept.at, openingAt: kept.openingAt, expiresAt: expiryOf(heldAt, kept.at) };
  const news = kept.didNotFit ? ('did_not_fit' as const) : null;
  const fresh = { calendar, heldAgain: 0, returned: false, news, seenAt: at, at };
  tx.send(slotFreed, { brandId, holdId: id, at });
  tx.send(holdTimed, { brandId, id, ...time, ...fresh });
  tx.send(slotTaken, { brandId, queueId: sellerId, at: kept.at, openingAt: kept.openingAt, holdId: id });
}

/** What was over waits again, in the same row: whoever had passed it on is not forgotten, and it is counted once (H3). */
export function writeAgain(
  tx: Tx,
  brandId: string,
  hold: {
    readonly id: string;
    readonly sellerId: string;
    readonly heldAt: Instant;
    readonly expiresAt: Instant;
  },
  kept: Kept,
  { calendar, at }: { readonly calendar: number; readonly at: Instant },
): void {
  const { id, sellerId, heldAt } = hold;
  const { openingAt, didNotFit } = kept;
  const expiresAt = Math.max(hold.expiresAt, expiryOf(heldAt, kept.at));
  tx.send(holdRestored, { brandId, id, dueAt: kept.at, openingAt, expiresAt, calendar, didNotFit, at });
  tx.send(slotTaken, { brandId, queueId: sellerId, at: kept.at, openingAt, holdId: id });
}
