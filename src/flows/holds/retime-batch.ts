/** Finds which of some holds keep their minute, and writes new minutes for the others (H6). */
import type { Tx } from '#db/core/db.ts';
import { isoOf } from '#db/core/sql-values.ts';
import { updateReadyUntil } from '#db/holds/due-holds.ts';
import { applyHoldChanges, type HoldChange } from '#db/holds/hold-changes.ts';
import type { listSlotsOfQueues } from '#db/holds/slots.ts';
import { releaseCaseOf } from '#flows/contact/release-case.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { BrandClocks } from '#flows/policy/timelines.ts';
import { type ContactSilence, isSilent, nextSilentStart } from '#rules/contact/quiet/contact-silence.ts';
import { expiryOf } from '#rules/holds/hold.ts';
import type { ReleaseTime } from '#rules/holds/release-time.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';
import { findNewMinute, silenceContext, type TimedHold, type TimingHead } from './new-minute.ts';

/** A live hold with the facts on which its minute depends. */
export type LiveHold = TimedHold & { readonly state: 'waiting' | 'ready' | 'ended' };
type Moved = LiveHold & { readonly time: ReleaseTime };

/** What all holds of a batch share. `slots`: the slots of their sellers' queues from `now` on. */
export interface BatchFacts {
  readonly stores: readonly OpenStore[];
  readonly slots: readonly NonNullable<(typeof listSlotsOfQueues)['row']>[];
  readonly head: TimingHead;
  readonly clocks: BrandClocks;
  readonly now: Instant;
}

export interface RetimedBatch {
  readonly kept: readonly string[];
  /** Ready holds with the instant until which each stays ready. */
  readonly ready: readonly { readonly id: string; readonly dueAt: Instant }[];
  readonly moved: readonly Moved[];
}

/** Checks the holds in order. A new minute is taken for the holds after it (P3). */
export function retimeBatch(
  holds: readonly LiveHold[],
  { stores, slots, head, clocks, now }: BatchFacts,
): RetimedBatch {
  const byId = new Map(stores.map((store) => [store.id, store]));
  const queues = Map.groupBy(slots, ({ queueId }) => queueId);
  const kept: string[] = [];
  const ready: { id: string; dueAt: Instant }[] = [];
  const moved: Moved[] = [];
  for (const hold of holds) {
    const store = byId.get(hold.storeId) as OpenStore;
    const context = silenceContext(hold, store, head, clocks, now);
    if (hold.state === 'ready') {
      ready.push({ id: hold.id, dueAt: readyUntil(hold, context) });
      continue;
    }
    const taken = queues.get(hold.sellerId) ?? [];
    const time = findNewMinute(hold, releaseCaseOf(context, store, { ...hold, slots: taken }), context);
    if (time === null) kept.push(hold.id);
    else {
      moved.push({ ...hold, time });
      queues.set(hold.sellerId, [...taken, { queueId: hold.sellerId, ...time, freed: false }]);
    }
  }
  return { kept, ready, moved };
}

/** Writes the new minutes, under this timing revision. The caller has locked the holds and their queues. */
export function writeMinutes(
  tx: Tx,
  brandId: string,
  { moved, ready }: RetimedBatch,
  { timingRevision, now }: { readonly timingRevision: number; readonly now: Instant },
): void {
  applyHoldChanges(
    tx,
    brandId,
    moved.map((each) => movedByHours(each, timingRevision, now)),
  );
  const texts = ready.map(({ id, dueAt }) => ({ id, dueAt: isoOf(dueAt) }));
  if (ready.length > 0) tx.send(updateReadyUntil, { brandId, ready: texts, timingRevision });
}

/** Tells the screens of the stores that held contacts have other minutes. */
export function publishMoves(
  tx: Tx,
  brandId: string,
  hostNow: Instant,
  moved: readonly { readonly storeId: string }[],
): Promise<void> {
  const storeIds = [...new Set(moved.map(({ storeId }) => storeId))];
  const [first, ...rest] = storeIds.map((storeId) => ({
    kind: 'attempt' as const,
    personId: null,
    storeId,
    body: { holds: true },
  }));
  return first === undefined ? Promise.resolve() : publishLiveEvent(tx, brandId, hostNow, first, ...rest);
}

function readyUntil({ expiresAt }: LiveHold, context: ContactSilence & { readonly now: Instant }): Instant {
  const { now } = context;
  return Math.min(isSilent(context, now) ? now : (nextSilentStart(context, now) ?? expiresAt), expiresAt);
}

/** Makes the change to a new minute after a change of the hours. Its seller is told (H6). */
function movedByHours({ id, dueAt, heldAt, expiresAt, time }: Moved, timingRevision: number, at: Instant): HoldChange {
  const minute = { ...time, expiresAt: Math.max(expiresAt, expiryOf(heldAt, time.at)) };
  return { kind: 'moved', cause: 'hours', counts: false, id, from: dueAt, minute, timingRevision, at };
}
