/** Writes one step of a move: customers, their open suggestions, and what their earlier seller holds (H3, H4). */
import type { Tx } from '#db/core/db.ts';
import { addMoveCounts } from '#db/customers/portfolio-moves.ts';
import {
  insertMovedHolds,
  lockHoldsOfStep,
  moveCustomers,
  moveSuggestions,
  recordCustomerMoves,
} from '#db/customers/portfolio-steps.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import { endsOf } from '#flows/core/end-holds.ts';
import { holdFate } from '#rules/customers/portfolio-move.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type LockedMove, lockPlannedStep } from './lock-step.ts';
import { passHolds } from './pass-holds.ts';

/**
 * Writes the next step. A customer who left the portfolio after the plan is skipped. Returns false where no step is
 * left.
 */
export async function writeMoveStep(tx: Tx, brandId: string, move: LockedMove, at: Instant): Promise<boolean> {
  const locked = await lockPlannedStep(tx, brandId, move);
  if (locked === null) return false;
  const { id: moveId, kind, fromId, storeId, held, movedBy: by } = move;
  const { customerIds: plannedIds, toIds } = locked;
  const step = { brandId, moveId, customerIds: plannedIds };
  const rows = await (kind === 'portfolio'
    ? tx.run(moveCustomers, { ...step, toIds, fromId, storeId })
    : tx.run(recordCustomerMoves, { ...step, toIds }));
  const given = rows.filter(({ state }) => state === 'moved');
  const customerIds = given.map(({ customerId }) => customerId);
  const moved = { ...step, customerIds, toIds: given.map(({ toId }) => toId), fromId };
  const suggesting = tx.run(moveSuggestions, { ...moved, passedBy: kind === 'absence' ? by : null });
  const holds = await tx.run(lockHoldsOfStep, { ...moved, of: 'from' });
  const fates = Map.groupBy(holds, (hold) => holdFate(kind, held, hold));
  const passed = fates.get('passed') ?? [];
  const ended = fates.get('ended') ?? [];
  applyHoldChanges(tx, brandId, [
    ...passHolds(tx, brandId, passed, locked.names, { by, at }),
    ...endsOf(ended, { reason: 'reassigned', by, at }),
  ]);
  if (passed.length > 0) {
    const holdIds = passed.map(({ id }) => id);
    tx.send(insertMovedHolds, { brandId, moveId, customerIds: passed.map((hold) => hold.customerId), holdIds });
  }
  const suggestions = (await suggesting).length;
  const counts = { suggestions, holdsPassed: passed.length, holdsEnded: ended.length };
  tx.send(addMoveCounts, { brandId, id: moveId, customers: customerIds.length, ...counts });
  return true;
}
