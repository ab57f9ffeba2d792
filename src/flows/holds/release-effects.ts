/** What becomes of each contact of a batch: in its seller's list, held once more for a new minute, or over (H2, H3). */
import { attemptsFollow } from '#db/contact/attempts.ts';
import type { Tx } from '#db/core/db.ts';
import { isoOf } from '#db/core/values.ts';
import { holdsOver } from '#db/holds/hold-ends.ts';
import { holdsHeldAgain, holdsReady } from '#db/holds/holds.ts';
import { slotsFreed, slotsOfQueues, slotsTaken } from '#db/holds/slots.ts';
import { storesOf } from '#db/people/stores.ts';
import { releaseCaseOf } from '#flows/contact/release-case.ts';
import { nextQuietStart } from '#rules/contact/quiet/quiet-stretches.ts';
import { END_OF, type HoldEndReason, STATE_OF_END } from '#rules/holds/hold.ts';
import { type ReleaseTime, releaseTime } from '#rules/holds/release-time.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { ClaimedHold, JudgedRelease } from './judge-release.ts';

/** `state`: the attempt's from now on. */
export type ReleaseEffect = { readonly hold: ClaimedHold; readonly at: Instant; readonly calendar: number } & (
  | { readonly kind: 'ready'; readonly state: 'ready'; readonly until: Instant }
  | { readonly kind: 'again'; readonly state: 'held'; readonly time: ReleaseTime; readonly counts: boolean }
  | { readonly kind: 'over'; readonly state: string; readonly reason: HoldEndReason }
);
type Of<K extends ReleaseEffect['kind']> = Extract<ReleaseEffect, { kind: K }>;

/** In the order of `releases`, which were judged at one instant, under one calendar. */
export async function effectsOf(
  tx: Tx,
  brandId: string,
  releases: readonly JudgedRelease[],
): Promise<readonly ReleaseEffect[]> {
  const times = await newMinutes(tx, brandId, releases);
  return releases.map(({ hold, row, context, release }): ReleaseEffect => {
    const whose = { hold, at: context.now, calendar: row.calendar };
    if (release.kind === 'ready') {
      const until = Math.min(nextQuietStart(context, context.now) ?? hold.expiresAt, hold.expiresAt);
      return { ...whose, kind: 'ready', state: 'ready', until };
    }
    const time = times.get(hold.id);
    if (release.kind === 'again' && time) {
      return { ...whose, kind: 'again', state: 'held', time, counts: release.counts };
    }
    const reason = release.kind === 'ended' ? release.reason : 'too_late';
    return { ...whose, kind: 'over', state: STATE_OF_END[END_OF[reason]], reason };
  });
}

/** H2: each time later. What finds no minute before it expires is not among them. */
async function newMinutes(tx: Tx, brandId: string, releases: readonly JudgedRelease[]) {
  const times = new Map<string, ReleaseTime>();
  const again = releases.flatMap((judged) =>
    judged.release.kind === 'again' ? [{ ...judged, from: judged.release.from }] : [],
  );
  const [first] = again;
  if (first === undefined) return times;
  const queueIds = [...new Set(again.map(({ hold }) => hold.sellerId))];
  const reading = tx.run(storesOf, { brandId });
  const given = await tx.run(slotsOfQueues, { brandId, queueIds, from: first.context.now });
  const queues = Map.groupBy(given, ({ queueId }) => queueId);
  const stores = new Map((await reading).map((store) => [store.id, store]));
  for (const { hold, row, context, from } of again) {
    const store = stores.get(hold.storeId);
    if (!store) continue;
    const slots = queues.get(hold.sellerId) ?? [];
    const whose = { sellerId: hold.sellerId, contactFromMinute: row.contactFromMinute, slots };
    const time = releaseTime(releaseCaseOf(context, store, whose), Math.max(from, hold.dueAt + 1), hold.expiresAt);
    if (time === null || time.at >= hold.expiresAt) continue;
    times.set(hold.id, time);
    // A freed minute that is given anew is one minute.
    const others = slots.filter(({ at }) => at !== time.at);
    queues.set(hold.sellerId, [...others, { queueId: hold.sellerId, ...time, freed: false }]);
  }
  return times;
}

/** Each kind in a few statements, however many there are. */
export function writeEffects(tx: Tx, brandId: string, effects: readonly ReleaseEffect[]): void {
  const [first] = effects;
  if (first === undefined) return;
  const { at, calendar } = first;
  const ofKind = <K extends ReleaseEffect['kind']>(kind: K) =>
    effects.filter((effect): effect is Of<K> => effect.kind === kind);
  const [ready, again, over] = [ofKind('ready'), ofKind('again'), ofKind('over')];
  const freed = [...again, ...over].map(({ hold }) => hold.id);
  const followed = effects.filter(({ hold, state }) => state !== (hold.state === 'ready' ? 'ready' : 'held'));
  if (freed.length > 0) tx.send(slotsFreed, { brandId, holdIds: freed, at });
  if (ready.length > 0) tx.send(holdsReady, { brandId, ready: ready.map(readyRow), at, calendar });
  if (again.length > 0) {
    tx.send(holdsHeldAgain, { brandId, again: again.map(againRow), calendar, at });
    tx.send(slotsTaken, { brandId, taken: again.map(slotRow) });
  }
  if (over.length > 0) tx.send(holdsOver, { brandId, over: over.map(overRow), at });
  if (followed.length > 0) {
    const attempts = followed.map(({ hold, state }) => ({ id: hold.attemptId, state }));
    tx.send(attemptsFollow, { brandId, attempts, at });
  }
}

function readyRow({ hold, until }: Of<'ready'>) {
  return { id: hold.id, dueAt: isoOf(until) };
}

function againRow({ hold, time, counts }: Of<'again'>) {
  const isReturned = hold.state === 'ready';
  const news = time.didNotFit ? 'did_not_fit' : isReturned ? 'returned' : 'moved';
  return {
    id: hold.id,
    dueAt: isoOf(time.at),
    openingAt: isoOf(time.openingAt),
    heldAgain: hold.heldAgain + (counts ? 1 : 0),
    returned: hold.returned || isReturned,
    news,
  } as const;
}

function slotRow({ hold, time }: Of<'again'>) {
  return { queueId: hold.sellerId, at: isoOf(time.at), openingAt: isoOf(time.openingAt), holdId: hold.id };
}

function overRow({ hold, reason }: Of<'over'>) {
  return { id: hold.id, as: END_OF[reason], reason };
}
