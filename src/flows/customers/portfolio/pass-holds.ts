/** Passes held contacts on to the sellers who get their customers (H4). The caller has locked queues, customers and holds. */
import { changeHeldTexts } from '#db/contact/attempts.ts';
import type { Tx } from '#db/core/db.ts';
import type { lockHoldsOfStep } from '#db/customers/portfolio-steps.ts';
import type { HoldChange } from '#db/holds/hold-changes.ts';
import { spokenText } from '#flows/holds/spoken-text.ts';
import type { Instant } from '#rules/time/interval.ts';

export type StepHold = NonNullable<(typeof lockHoldsOfStep)['row']>;

/**
 * Renames the seller in the texts of the holds, and returns the changes for `applyHoldChanges`: each hold goes to
 * `nextId` and keeps its minute.
 */
export function passHolds(
  tx: Tx,
  brandId: string,
  holds: readonly StepHold[],
  names: ReadonlyMap<string, string>,
  { by, at }: { readonly by: string; readonly at: Instant },
): readonly HoldChange[] {
  const texts = holds.map((hold) => {
    const named = (id: string) => ({ name: names.get(id) ?? '' });
    return { id: hold.attemptId, ...spokenText(hold, null, named(hold.sellerId), named(hold.nextId)) };
  });
  if (texts.length > 0) tx.send(changeHeldTexts, { brandId, texts, at });
  return holds.map(({ id, sellerId: from, nextId: to, state }) => {
    return { kind: 'passed', id, from, to, isWaiting: state === 'waiting', by, at };
  });
}
