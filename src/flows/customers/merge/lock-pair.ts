/** Takes the locks of a merge and of its undo, in the order of an attempt: policy, sellers with held contacts, customers. */
import { findBrokenConstraint, type Tx } from '#db/core/db.ts';
import { setLockTimeout } from '#db/core/lock-timeout.ts';
import { lockCustomers } from '#db/customers/customer-records.ts';
import { listHoldersOf } from '#db/customers/merge/merged-work.ts';
import { listMergedRows } from '#db/customers/merge/merges.ts';
import { lockQueues } from '#db/people/people.ts';
import { lockPolicyShared } from '#db/policy/policy-lock.ts';

export interface Pair {
  readonly fromId: string;
  readonly intoId: string;
}

export type QueueOwner = NonNullable<(typeof lockQueues)['row']>;

/**
 * Locks both customers with their duplicates, and the sellers who hold contacts for them. Returns the sellers; null where
 * a seller held a contact, or a duplicate came, while the transaction waited: the caller runs the transaction again.
 */
export async function lockPair(
  tx: Tx,
  brandId: string,
  { fromId, intoId }: Pair,
): Promise<ReadonlyMap<string, QueueOwner> | null> {
  tx.send(setLockTimeout, {});
  tx.send(lockPolicyShared, { brandId });
  const customerIds = [fromId, intoId];
  const readSellers = async () => {
    const holders = await tx.run(listHoldersOf, { brandId, customerIds });
    return new Set(holders.map(({ sellerId }) => sellerId));
  };
  const readRows = async () => {
    const lists = await Promise.all(customerIds.map((customerId) => tx.run(listMergedRows, { brandId, customerId })));
    return new Set([...customerIds, ...lists.flat().map(({ id }) => id)]);
  };
  const sellers = await readSellers();
  const owners = tx.run(lockQueues, { brandId, personIds: [...sellers].toSorted() });
  const rows = await readRows();
  await tx.run(lockCustomers, { brandId, customerIds: [...rows] });
  const isWhole = (await readSellers()).isSubsetOf(sellers) && (await readRows()).isSubsetOf(rows);
  return isWhole ? new Map((await owners).map((owner) => [owner.id, owner])) : null;
}

/**
 * Runs the transaction until its locks were whole, which is nearly always the first time, and again where a campaign
 * suggested one of the customers meanwhile.
 */
export async function untilLocked<T>(run: () => Promise<T | 'locks_changed'>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await run();
      if (answer !== 'locks_changed') return answer;
    } catch (error) {
      if (findBrokenConstraint(error) !== 'suggestions_one_open' || tries === MOST_TRIES) throw error;
    }
    if (tries === MOST_TRIES) throw new Error(`The customers or their held contacts changed ${tries} times.`);
  }
}

const MOST_TRIES = 5;
