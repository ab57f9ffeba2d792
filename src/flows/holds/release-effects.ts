/** Computes the effect of each judged release of a batch: ready, a new minute, or ended (H2, H3). */
import type { Tx } from '#db/core/db.ts';
import type { HoldChange } from '#db/holds/hold-changes.ts';
import { listSlotsOfQueues } from '#db/holds/slots.ts';
import { listStores } from '#db/people/stores.ts';
import { releaseCaseOf } from '#flows/contact/release-case.ts';
import type { AttemptState } from '#rules/contact/attempt.ts';
import { nextSilentStart } from '#rules/contact/quiet/contact-silence.ts';
import { END_OF, STATE_OF_END } from '#rules/holds/hold.ts';
import { type ReleaseTime, releaseTime, type Slot } from '#rules/holds/release-time.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';
import type { ClaimedHold, JudgedRelease } from './judge-release.ts';

/** The effect on one hold. `state` is the new state of its attempt. */
export interface ReleaseEffect {
  readonly hold: ClaimedHold;
  readonly state: AttemptState;
  readonly change: HoldChange;
}

/**
 * Returns the effects in the order of `releases`, which were all judged at one instant and under one timing revision. A
 * hold that needs another minute and has no free one before its expiry ends as `too_late`.
 */
export async function effectsOf(
  tx: Tx,
  brandId: string,
  releases: readonly JudgedRelease[],
): Promise<readonly ReleaseEffect[]> {
  const times = await findMinutes(tx, brandId, releases);
  return releases.map((judged) => effectOf(judged, times.get(judged.hold.id) ?? null));
}

/** Returns the effect on one hold. `time`: its next minute; null where it needs none, or none is free before its expiry. */
export function effectOf(judged: JudgedRelease, time: ReleaseTime | null): ReleaseEffect {
  const { hold, context, release } = judged;
  const known = { id: hold.id, at: context.now };
  if (release.kind === 'ready') {
    const until = Math.min(nextSilentStart(context, context.now) ?? hold.expiresAt, hold.expiresAt);
    const change = { ...known, kind: 'ready', until, timingRevision: judged.row.timingRevision } as const;
    return { hold, state: 'ready', change };
  }
  if (release.kind === 'again' && time) return { hold, state: 'held', change: againOf(judged, release.counts, time) };
  const reason = release.kind === 'ended' ? release.reason : 'too_late';
  const change = { ...known, kind: 'ended', reason, by: null, isTold: true } as const;
  return { hold, state: STATE_OF_END[END_OF[reason]], change };
}

/**
 * Returns the change for a hold that gets a new minute (H2, H4, H7): it was ready and not sent, refused by the
 * decision, or its store is closed at its minute, where nothing was decided.
 */
function againOf({ hold, row, context, decision }: JudgedRelease, counts: boolean, time: ReleaseTime): HoldChange {
  const timed = {
    id: hold.id,
    at: context.now,
    from: hold.promisedAt,
    minute: { ...time, expiresAt: null },
    timingRevision: row.timingRevision,
  };
  if (hold.state === 'ready') return { ...timed, kind: 'returned' };
  return { ...timed, kind: 'moved', cause: decision === null ? 'shut' : 'refused', counts };
}

/** Finds a later minute for each hold that needs one (H2). A hold for which no minute is free before its expiry, or whose store is gone, is not in the map. */
async function findMinutes(tx: Tx, brandId: string, releases: readonly JudgedRelease[]) {
  const times = new Map<string, ReleaseTime>();
  const again = releases.flatMap((judged) =>
    judged.release.kind === 'again' ? [{ ...judged, from: judged.release.from }] : [],
  );
  const [first] = again;
  if (first === undefined) return times;
  const queueIds = [...new Set(again.map(({ hold }) => hold.sellerId))];
  const listing = tx.run(listStores, { brandId });
  const given = await tx.run(listSlotsOfQueues, { brandId, queueIds, from: first.context.now });
  const queues: Map<string, readonly NonNullable<(typeof listSlotsOfQueues)['row']>[]> = Map.groupBy(
    given,
    ({ queueId }) => queueId,
  );
  const stores = new Map((await listing).map((store) => [store.id, store]));
  for (const judged of again) {
    const { hold } = judged;
    const store = stores.get(hold.storeId);
    if (!store) continue;
    const slots = queues.get(hold.sellerId) ?? [];
    const time = findMinute(judged, store, slots);
    if (time === null) continue;
    times.set(hold.id, time);
    queues.set(hold.sellerId, withSlot(slots, { queueId: hold.sellerId, ...time, freed: false }));
  }
  return times;
}

/** Finds the next minute of a hold that needs one; null where no minute is free before its expiry. `slots`: those of its queue. */
export function findMinute(
  { hold, row, context, from }: JudgedRelease & { readonly from: Instant },
  store: OpenStore,
  slots: readonly Slot[],
): ReleaseTime | null {
  const queue = { sellerId: hold.sellerId, contactFromMinute: row.contactFromMinute, slots };
  const time = releaseTime(releaseCaseOf(context, store, queue), Math.max(from, hold.dueAt + 1), hold.expiresAt);
  return time === null || time.at >= hold.expiresAt ? null : time;
}

/** Adds a slot that is given out. A freed slot that is given out again replaces the earlier slot of the same minute. */
export function withSlot<S extends Slot>(slots: readonly S[], slot: S): readonly S[] {
  return [...slots.filter(({ at }) => at !== slot.at), slot];
}
