/** The one place where a decision changes held contacts (H1–H4): every effect of a batch, by the statements of holds. */
import { attemptFollows } from '#db/contact/attempts.ts';
import type { Tx } from '#db/core/db.ts';
import { holdEnded } from '#db/holds/hold-ends.ts';
import { slotFreed } from '#db/holds/slots.ts';
import { type ReleaseEffect, writeEffects } from '#flows/holds/release-effects.ts';
import { END_OF, STATE_OF_END } from '#rules/holds/hold.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type Kept, type NewHold, writeAgain, writeHold, writeTime } from './hold-contact.ts';

/** `held`: a new one. `timed`, `restored`: another minute for one that waits, or is over. `ended`: by the hand-over of an attempt. */
export type HoldEffect =
  | { readonly kind: 'held'; readonly hold: NewHold; readonly kept: Kept }
  | { readonly kind: 'timed'; readonly hold: TimedHold; readonly kept: Kept; readonly under: Timing }
  | { readonly kind: 'restored'; readonly hold: RestoredHold; readonly kept: Kept; readonly under: Timing }
  | EndedHold
  | ReleaseEffect;

interface TimedHold {
  readonly id: string;
  readonly sellerId: string;
  readonly heldAt: Instant;
}

interface RestoredHold extends TimedHold {
  readonly expiresAt: Instant;
}

interface Timing {
  readonly calendar: number;
  readonly at: Instant;
}

/** `replaced`: it makes room for another attempt, and its own attempt is over with it. */
interface EndedHold {
  readonly kind: 'ended';
  readonly hold: { readonly id: string; readonly attemptId: string };
  readonly reason: 'handed_over' | 'replaced';
  readonly by: string;
  readonly at: Instant;
}

/** Answers how many holds are new, for the ledger to count (H3). */
export function writeHoldEffects(tx: Tx, brandId: string, effects: readonly HoldEffect[]): number {
  const released: ReleaseEffect[] = [];
  for (const effect of effects) {
    if (effect.kind === 'held') writeHold(tx, { brandId, ...effect.hold }, effect.kept);
    else if (effect.kind === 'timed') writeTime(tx, { brandId, ...effect.hold }, effect.kept, effect.under);
    else if (effect.kind === 'restored') writeAgain(tx, brandId, effect.hold, effect.kept, effect.under);
    else if (effect.kind === 'ended') endHold(tx, brandId, effect);
    else released.push(effect);
  }
  writeEffects(tx, brandId, released);
  return effects.filter(({ kind }) => kind === 'held').length;
}

function endHold(tx: Tx, brandId: string, { hold, reason, by, at }: EndedHold): void {
  tx.send(holdEnded, { brandId, id: hold.id, as: END_OF[reason], reason, by, news: null, at });
  tx.send(slotFreed, { brandId, holdId: hold.id, at });
  if (reason === 'replaced') {
    tx.send(attemptFollows, { brandId, id: hold.attemptId, state: STATE_OF_END.cancelled, at });
  }
}
