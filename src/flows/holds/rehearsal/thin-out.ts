/** Moves held contacts of a day to the first free minutes after the day, so that fewer wait for their sellers (P3). */
import type { Database } from '#db/core/db.ts';
import { setLockTimeout } from '#db/core/lock-timeout.ts';
import { listHoldsOfAttempts, listPartiesOfAttempts } from '#db/holds/day-holds.ts';
import { lockStaleHolds, lockTimingRevisionShared, wakeDispatchers } from '#db/holds/due-holds.ts';
import { applyHoldChanges, type HoldChange } from '#db/holds/hold-changes.ts';
import { lockContexts } from '#db/holds/lock-contexts.ts';
import { listSlotsOfQueues } from '#db/holds/slots.ts';
import { lockQueues } from '#db/people/people.ts';
import { listStores } from '#db/people/stores.ts';
import { lockPolicyShared } from '#db/policy/policy-lock.ts';
import type { Seller } from '#flows/contact/attempt-wish.ts';
import { MOST_AHEAD_MS, movedByPerson } from '#flows/contact/hold-contact.ts';
import { releaseCaseOf } from '#flows/contact/release-case.ts';
import { silenceContext, type TimingHead } from '#flows/holds/new-minute.ts';
import { withSlot } from '#flows/holds/release-effects.ts';
import { publishMoves } from '#flows/holds/retime-batch.ts';
import type { BrandClocks, Timelines } from '#flows/policy/timelines.ts';
import { releaseTime, type Slot } from '#rules/holds/release-time.ts';
import { mayReach, ownedBy } from '#rules/people/access.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { startOfDay } from '#rules/time/local-day.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';

export interface ThinOutDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
}

export interface ThinOutWish {
  readonly attemptIds: readonly string[];
  /** `YYYY-MM-DD` on the store's clock. Each contact gets a minute after the end of this date. */
  readonly date: string;
}

export interface ThinnedContact {
  readonly attemptId: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** `notMoved`: the contacts that are sent, ended, ready or moved away by now, or for which no minute is free within 30 days. */
export interface ThinnedOut {
  readonly moved: readonly ThinnedContact[];
  readonly notMoved: readonly string[];
}

type ListedHold = NonNullable<(typeof listHoldsOfAttempts)['row']>;

/**
 * Moves the contacts in the order of their minutes. Returns `not_found` where one of the attempts does not exist or is out of the
 * person's reach: then nothing moves. `attemptIds` has no id twice.
 */
export function thinOut(
  deps: ThinOutDeps,
  person: Seller,
  { attemptIds, date }: ThinOutWish,
): Promise<ThinnedOut | 'not_found'> {
  const { brandId, personId: by } = person;
  return deps.db.inBrand<ThinnedOut | 'not_found'>(brandId, async (tx) => {
    tx.send(setLockTimeout, {});
    tx.send(lockPolicyShared, { brandId });
    const reading = tx.run(listPartiesOfAttempts, { brandId, attemptIds });
    const listed = await tx.run(listHoldsOfAttempts, { brandId, attemptIds });
    const reached = (await reading).filter((parties) => mayReach('change_hold', person, ownedBy(parties)));
    if (reached.length < attemptIds.length) return 'not_found';
    const queueIds = [...new Set(listed.map(({ sellerId }) => sellerId))].toSorted();
    tx.send(lockQueues, { brandId, personIds: queueIds });
    tx.send(lockContexts, { brandId, customerIds: [...new Set(listed.map(({ customerId }) => customerId))] });
    const [head] = await tx.run(lockTimingRevisionShared, { brandId });
    if (!head) throw new Error(`The brand ${brandId} has no row in policy_heads: restore it from a backup.`);
    const locking = tx.run(lockStaleHolds, { brandId, ids: listed.map(({ id }) => id) });
    const now = deps.now();
    const listing = tx.run(listStores, { brandId });
    const slots = await tx.run(listSlotsOfQueues, { brandId, queueIds, from: now });
    const fences = new Map((await locking).map(({ id, fence }) => [id, fence]));
    const clocks = await deps.timelines.at(tx, brandId, head.revision);
    const waiting = listed.filter(({ id, fence, state }) => state === 'waiting' && fences.get(id) === fence);
    const moves = laterMinutes(waiting, {
      stores: await listing,
      slots,
      head,
      clocks,
      now,
      day: dayOf(date) as EpochDay,
    });
    applyHoldChanges(
      tx,
      brandId,
      moves.map(({ hold, time }): HoldChange => {
        const kept = { at: time.at, openingAt: time.openingAt, didNotFit: false };
        return movedByPerson(hold, kept, { timingRevision: head.timingRevision, by, at: now });
      }),
    );
    const moved = moves.map(({ hold, time }) => ({ attemptId: hold.attemptId, from: hold.dueAt, to: time.at }));
    const movedIds = new Set(moved.map(({ attemptId }) => attemptId));
    if (moved.length > 0) {
      tx.send(wakeDispatchers, {});
      await publishMoves(tx, brandId, deps.hostNow(), waiting);
    }
    return { moved, notMoved: attemptIds.filter((id) => !movedIds.has(id)) };
  });
}

interface MinuteFacts {
  readonly stores: readonly OpenStore[];
  readonly slots: readonly NonNullable<(typeof listSlotsOfQueues)['row']>[];
  readonly head: TimingHead;
  readonly clocks: BrandClocks;
  readonly now: Instant;
  readonly day: EpochDay;
}

/** Finds the minute of each hold whose minute is on the day. A minute is taken for the holds after it. */
function laterMinutes(holds: readonly ListedHold[], { stores, slots, head, clocks, now, day }: MinuteFacts) {
  const byId = new Map(stores.map((store) => [store.id, store]));
  const queues: Map<string, readonly Slot[]> = new Map(Map.groupBy(slots, ({ queueId }) => queueId));
  return holds.flatMap((hold) => {
    const store = byId.get(hold.storeId);
    const after = store && startOfDay(store.zone, day + 1);
    if (store === undefined || after === undefined || hold.dueAt >= after) return [];
    const queue = queues.get(hold.sellerId) ?? [];
    const context = silenceContext(hold, store, head, clocks, now);
    const time = releaseTime(releaseCaseOf(context, store, { ...hold, slots: queue }), after);
    if (time === null || time.at > now + MOST_AHEAD_MS) return [];
    queues.set(hold.sellerId, withSlot(queue, { ...time, freed: false }));
    return [{ hold, time }];
  });
}
