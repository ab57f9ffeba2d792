/**
 * Checks every live hold that was timed before a change of the hours, and moves only those whose minute no longer fits
 * (H6).
 */
import { setLockTimeout } from '#db/core/lock-timeout.ts';
import { setIdleTimeout } from '#db/core/transaction-timeout.ts';
import {
  findStaleHolds,
  lockStaleHolds,
  lockTimingRevisionShared,
  markHoldsRetimed,
  recordRetimingProgress,
  tryRetimingLock,
} from '#db/holds/due-holds.ts';
import { listSlotsOfQueues } from '#db/holds/slots.ts';
import { lockQueues } from '#db/people/people.ts';
import { listStores } from '#db/people/stores.ts';
import { lockPolicyShared } from '#db/policy/policy-lock.ts';
import type { ReleaseDeps } from './release-batch.ts';
import { publishMoves, retimeBatch, writeMinutes } from './retime-batch.ts';

export interface Retimed {
  /** True where another server is retiming this brand, so that this one does not know whether any hold is left. */
  readonly isLockedElsewhere: boolean;
  /** The number of holds found under an earlier timing revision. Where it equals the limit, more may be left. */
  readonly found: number;
  readonly moved: number;
}

/** Retimes one chunk of a brand's holds. Holds under the present timing revision are not touched. */
export function retimeHolds(deps: ReleaseDeps, brandId: string, limit: number): Promise<Retimed> {
  return deps.db.inBrand<Retimed>(brandId, async (tx) => {
    tx.send(setIdleTimeout, {});
    tx.send(setLockTimeout, {});
    const [lock] = await tx.run(tryRetimingLock, { brandId });
    if (!lock?.mine) return { isLockedElsewhere: true, found: 0, moved: 0 };
    tx.send(lockPolicyShared, { brandId });
    const [head] = await tx.run(lockTimingRevisionShared, { brandId });
    if (!head) throw new Error(`The brand ${brandId} has no row in policy_heads: restore it from a backup.`);
    const { timingRevision } = head;
    if (head.retimedTo === timingRevision) return { isLockedElsewhere: false, found: 0, moved: 0 };
    const stale = await tx.run(findStaleHolds, { brandId, timingRevision, limit });

    const now = deps.now();
    const queueIds = [...new Set(stale.map(({ sellerId }) => sellerId))];
    tx.send(lockQueues, { brandId, personIds: queueIds });
    const lockingHolds = tx.run(lockStaleHolds, { brandId, ids: stale.map(({ id }) => id) });
    const reading = tx.run(listStores, { brandId });
    const given = tx.run(listSlotsOfQueues, { brandId, queueIds, from: now });
    const clocks = await deps.timelines.at(tx, brandId, head.revision);
    const fences = new Map((await lockingHolds).map(({ id, fence }) => [id, fence]));
    const facts = { stores: await reading, slots: await given, head, clocks, now };
    const examined = stale.filter(({ id, fence }) => fences.get(id) === fence);
    const batch = retimeBatch(examined, facts);
    const { kept, moved } = batch;
    writeMinutes(tx, brandId, batch, { timingRevision, now });
    if (kept.length > 0) tx.send(markHoldsRetimed, { brandId, ids: kept, timingRevision });
    // A hold that another transaction had locked or changed was not checked, so the progress is not recorded then.
    if (stale.length < limit && examined.length === stale.length)
      tx.send(recordRetimingProgress, { brandId, timingRevision });
    if (moved.length > 0) await publishMoves(tx, brandId, deps.hostNow(), moved);
    return { isLockedElsewhere: false, found: stale.length, moved: moved.length };
  });
}
