/** Retimes the held contacts of one customer's number after the customer asked for silence (H6, D4b). */
import type { Tx } from '#db/core/db.ts';
import { lockStaleHolds, lockTimingRevisionShared, wakeDispatchers } from '#db/holds/due-holds.ts';
import { listHoldsOfNumber } from '#db/holds/holds-of-number.ts';
import { listSlotsOfQueues } from '#db/holds/slots.ts';
import { listStores } from '#db/people/stores.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import type { Instant } from '#rules/time/interval.ts';
import { publishMoves, retimeBatch, writeMinutes } from './retime-batch.ts';

export interface RetimeNumberDeps {
  readonly timelines: Timelines;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
}

/**
 * Moves what can no longer keep its minute, for this number alone and under the present timing revision. The caller has
 * locked the policy shared, the sellers' queues and the customers of the number, in this order, and has written the
 * silence. Publishing is the last step of the transaction. Returns the number of moved contacts.
 */
export async function retimeNumber(
  { timelines, now: readNow, hostNow }: RetimeNumberDeps,
  tx: Tx,
  { brandId, customerId }: { readonly brandId: string; readonly customerId: string },
): Promise<number> {
  const [head] = await tx.run(lockTimingRevisionShared, { brandId });
  if (!head) throw new Error(`The brand ${brandId} has no row in policy_heads: restore it from a backup.`);
  const found = await tx.run(listHoldsOfNumber, { brandId, customerId });
  if (found.length === 0) return 0;
  const now = readNow();
  const locking = tx.run(lockStaleHolds, { brandId, ids: found.map(({ id }) => id) });
  const queueIds = [...new Set(found.map(({ sellerId }) => sellerId))];
  const reading = tx.run(listStores, { brandId });
  const slots = await tx.run(listSlotsOfQueues, { brandId, queueIds, from: now });
  const clocks = await timelines.at(tx, brandId, head.revision);
  const fences = new Map((await locking).map(({ id, fence }) => [id, fence]));
  const holds = found.filter(({ id, fence }) => fences.get(id) === fence);
  const batch = retimeBatch(holds, { stores: await reading, slots, head, clocks, now });
  writeMinutes(tx, brandId, batch, { timingRevision: head.timingRevision, now });
  tx.send(wakeDispatchers, {});
  await publishMoves(tx, brandId, hostNow(), [...batch.moved, ...holds.filter(({ state }) => state === 'ready')]);
  return batch.moved.length;
}
