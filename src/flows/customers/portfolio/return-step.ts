/** Writes one step of the return of a move: what still is where the move put it goes back to the earlier seller. */
import type { Tx } from '#db/core/db.ts';
import {
  lockHoldsOfStep,
  recordCustomerReturns,
  recordHoldReturns,
  returnCustomers,
  returnSuggestions,
} from '#db/customers/portfolio-steps.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type LockedMove, lockMovedStep } from './lock-step.ts';
import { passHolds, type StepHold } from './pass-holds.ts';

/**
 * Writes the next step. With a portfolio, what the present seller held for a returning customer goes back too, except
 * what another manager passed on; with an absence, only what the absence passed on. Returns false where no step is left.
 */
export async function writeReturnStep(tx: Tx, brandId: string, move: LockedMove, at: Instant): Promise<boolean> {
  const locked = await lockMovedStep(tx, brandId, move);
  if (locked === null) return false;
  const { id: moveId, kind, fromId, storeId, movedBy, returnedBy } = move;
  const step = { brandId, moveId, customerIds: locked.customerIds };
  const rows = await (kind === 'portfolio'
    ? tx.run(returnCustomers, { ...step, toIds: locked.toIds, fromId, storeId })
    : tx.run(recordCustomerReturns, step));
  const returned = rows.filter(({ state }) => state === 'returned');
  const customerIds = returned.map(({ customerId }) => customerId);
  const back = { ...step, customerIds, toIds: returned.map(({ toId }) => toId), fromId };
  const holds = await tx.run(lockHoldsOfStep, { ...back, of: 'to' });
  const goesBack = ({ hasOther, isOfMove, isPassedOn }: StepHold) =>
    !hasOther && (isOfMove || (kind === 'portfolio' && !isPassedOn));
  const returning = holds.filter(goesBack);
  const by = returnedBy ?? movedBy;
  applyHoldChanges(tx, brandId, passHolds(tx, brandId, returning, locked.names, { by, at }));
  if (returning.length > 0) tx.send(recordHoldReturns, { ...back, holdIds: returning.map(({ id }) => id) });
  tx.send(returnSuggestions, back);
  return true;
}
