/**
 * Checks every live hold that was timed before a change of the hours, and moves only those whose minute no longer fits
 * (H6).
 */
import type { Tx } from '#db/core/db.ts';
import { setLockTimeout } from '#db/core/lock-timeout.ts';
import { isoOf } from '#db/core/sql-values.ts';
import { setIdleTimeout } from '#db/core/transaction-timeout.ts';
import {
  findStaleHolds,
  lockStaleHolds,
  lockTimingRevisionShared,
  markHoldsRetimed,
  recordRetimingProgress,
  tryRetimingLock,
  updateReadyUntil,
} from '#db/holds/due-holds.ts';
import { applyHoldChanges, type HoldChange } from '#db/holds/hold-changes.ts';
import { listSlotsOfQueues } from '#db/holds/slots.ts';
import { lockQueues } from '#db/people/people.ts';
import { listStores } from '#db/people/stores.ts';
import { lockPolicyShared } from '#db/policy/policy-lock.ts';
import { releaseCaseOf } from '#flows/contact/release-case.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { isQuiet, nextQuietStart } from '#rules/contact/quiet/quiet-stretches.ts';
import type { SilenceContext } from '#rules/contact/quiet/silence.ts';
import { expiryOf } from '#rules/holds/hold.ts';
import type { ReleaseTime } from '#rules/holds/release-time.ts';
import type { Instant } from '#rules/time/interval.ts';
import { findNewMinute, silenceContext } from './new-minute.ts';
import type { ReleaseDeps } from './release-batch.ts';

type Stale = NonNullable<(typeof findStaleHolds)['row']>;
type Store = NonNullable<(typeof listStores)['row']>;
type Moved = Stale & { readonly time: ReleaseTime };

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
    const stores = new Map((await reading).map((store) => [store.id, store]));
    const queues = Map.groupBy(await given, ({ queueId }) => queueId);

    const kept: string[] = [];
    const ready: { id: string; dueAt: Instant }[] = [];
    const moved: Moved[] = [];
    const examined = stale.filter(({ id, fence }) => fences.get(id) === fence);
    for (const hold of examined) {
      const store = stores.get(hold.storeId) as Store;
      const context = silenceContext(hold, store, head, clocks, now);
      if (hold.state === 'ready') {
        ready.push({ id: hold.id, dueAt: readyUntil(hold, context) });
        continue;
      }
      const slots = queues.get(hold.sellerId) ?? [];
      const time = findNewMinute(hold, releaseCaseOf(context, store, { ...hold, slots }), context);
      if (time === null) kept.push(hold.id);
      else {
        moved.push({ ...hold, time });
        queues.set(hold.sellerId, [...slots, { queueId: hold.sellerId, ...time, freed: false }]);
      }
    }
    applyHoldChanges(
      tx,
      brandId,
      moved.map((each) => movedByHours(each, timingRevision, now)),
    );
    if (ready.length > 0) tx.send(updateReadyUntil, { brandId, ready: ready.map(withIsoText), timingRevision });
    if (kept.length > 0) tx.send(markHoldsRetimed, { brandId, ids: kept, timingRevision });
    // A hold that another transaction had locked or changed was not checked, so the progress is not recorded then.
    if (stale.length < limit && examined.length === stale.length)
      tx.send(recordRetimingProgress, { brandId, timingRevision });
    if (moved.length > 0) await publishMoves(deps, tx, brandId, moved);
    return { isLockedElsewhere: false, found: stale.length, moved: moved.length };
  });
}

function readyUntil({ expiresAt }: Stale, context: SilenceContext & { readonly now: Instant }): Instant {
  const { now } = context;
  return Math.min(isQuiet(context, now) ? now : (nextQuietStart(context, now) ?? expiresAt), expiresAt);
}

function withIsoText({ id, dueAt }: { readonly id: string; readonly dueAt: Instant }) {
  return { id, dueAt: isoOf(dueAt) };
}

/** Makes the change to a new minute after a change of the hours. Its seller is told (H6). */
function movedByHours({ id, dueAt, heldAt, expiresAt, time }: Moved, timingRevision: number, at: Instant): HoldChange {
  const minute = { ...time, expiresAt: Math.max(expiresAt, expiryOf(heldAt, time.at)) };
  return { kind: 'moved', cause: 'hours', counts: false, id, from: dueAt, minute, timingRevision, at };
}

function publishMoves(deps: ReleaseDeps, tx: Tx, brandId: string, moved: readonly Stale[]): Promise<void> {
  const storeIds = [...new Set(moved.map(({ storeId }) => storeId))];
  const [first, ...rest] = storeIds.map((storeId) => ({
    kind: 'attempt' as const,
    personId: null,
    storeId,
    body: { holds: true },
  }));
  return first === undefined ? Promise.resolve() : publishLiveEvent(tx, brandId, deps.hostNow(), first, ...rest);
}
