/** Takes the locks of one step of a move, in the order of all other transactions: policy, queues, customers, holds. */
import type { Tx } from '#db/core/db.ts';
import type { lockMove } from '#db/customers/portfolio-moves.ts';
import { listMoveCustomers } from '#db/customers/portfolio-steps.ts';
import { lockContexts } from '#db/holds/lock-contexts.ts';
import { lockQueues } from '#db/people/people.ts';
import { lockPolicyShared } from '#db/policy/policy-lock.ts';

/** How many customers one step locks: few enough that a decision about one of them waits for a fraction of a second. */
const STEP_SIZE = 250;

/** A move that the transaction has locked. */
export type LockedMove = NonNullable<(typeof lockMove)['row']>;

export interface LockedStep {
  readonly customerIds: readonly string[];
  /** The new seller of each customer, in the same order. */
  readonly toIds: readonly string[];
  /** The names of the earlier seller and of the recipients, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Locks the next customers in this state with their sellers; null where none is left. */
export async function lockStep(
  tx: Tx,
  brandId: string,
  move: LockedMove,
  state: 'planned' | 'moved',
): Promise<LockedStep | null> {
  const rows = await tx.run(listMoveCustomers, { brandId, moveId: move.id, state, limit: STEP_SIZE });
  if (rows.length === 0) return null;
  const customerIds = rows.map(({ customerId }) => customerId);
  const toIds = rows.map(({ toId }) => toId);
  const personIds = [...new Set([move.fromId, ...toIds])].toSorted();
  tx.send(lockPolicyShared, { brandId });
  const people = tx.run(lockQueues, { brandId, personIds });
  tx.send(lockContexts, { brandId, customerIds });
  return { customerIds, toIds, names: new Map((await people).map(({ id, name }) => [id, name])) };
}
