/** Takes the locks of one step of a move, in the order of all other transactions: policy, queues, customers, holds. */
import type { Tx } from '#db/core/db.ts';
import type { lockMove } from '#db/customers/portfolio-moves.ts';
import { listMovedCustomers, takePlannedStep } from '#db/customers/portfolio-steps.ts';
import { lockContexts } from '#db/holds/lock-contexts.ts';
import { lockQueues } from '#db/people/people.ts';
import { lockPolicyShared } from '#db/policy/policy-lock.ts';

/** How many customers one step locks: few enough that a decision about one of them waits for a fraction of a second. */
export const STEP_SIZE = 250;

/** A move that the transaction has locked. */
export type LockedMove = NonNullable<(typeof lockMove)['row']>;

export interface LockedStep {
  readonly customerIds: readonly string[];
  /** The new seller of each customer, in the same order. */
  readonly toIds: readonly string[];
  /** The names of the earlier seller and of the recipients, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Takes the next planned step and locks its customers with their sellers; null where none is left. */
export async function lockPlannedStep(tx: Tx, brandId: string, move: LockedMove): Promise<LockedStep | null> {
  const [planned] = await tx.run(takePlannedStep, { brandId, moveId: move.id });
  return planned ? lockStep(tx, brandId, move, planned) : null;
}

/** Locks the next customers that were moved and have not returned, with their sellers; null where none is left. */
export async function lockMovedStep(tx: Tx, brandId: string, move: LockedMove): Promise<LockedStep | null> {
  const rows = await tx.run(listMovedCustomers, { brandId, moveId: move.id, limit: STEP_SIZE });
  if (rows.length === 0) return null;
  const customerIds = rows.map(({ customerId }) => customerId);
  return lockStep(tx, brandId, move, { customerIds, toIds: rows.map(({ toId }) => toId) });
}

async function lockStep(
  tx: Tx,
  brandId: string,
  move: LockedMove,
  { customerIds, toIds }: Pick<LockedStep, 'customerIds' | 'toIds'>,
): Promise<LockedStep> {
  const personIds = [...new Set([move.fromId, ...toIds])].toSorted();
  tx.send(lockPolicyShared, { brandId });
  const people = tx.run(lockQueues, { brandId, personIds });
  tx.send(lockContexts, { brandId, customerIds });
  return { customerIds, toIds, names: new Map((await people).map(({ id, name }) => [id, name])) };
}
