/** After a change of what times depend on: every contact that waits is looked at, and only those that cannot keep their minute move (H6). */
import type { Tx } from '#db/db.ts';
import {
  allLookedAt,
  calendarShared,
  holdsLookedAt,
  readyLookedAt,
  retimingTurnTaken,
  staleHolds,
  staleHoldsTaken,
} from '#db/due-holds.ts';
import { headQueued } from '#db/head-queue.ts';
import { holdsMoved } from '#db/holds.ts';
import { noDozing } from '#db/no-dozing.ts';
import { queuesTaken } from '#db/people.ts';
import { shortWaits } from '#db/short-waits.ts';
import { slotsLapsed, slotsOfQueues, slotsTaken } from '#db/slots.ts';
import { storesOf } from '#db/stores.ts';
import { isoOf } from '#db/values.ts';
import { zonesOfCustomer } from '#rules/customer-zone.ts';
import { expiryOf } from '#rules/hold.ts';
import { isQuiet, nextQuietStart } from '#rules/quiet-stretches.ts';
import { type ReleaseCase, type ReleaseTime, releaseTime } from '#rules/release-time.ts';
import type { SilenceContext } from '#rules/silence.ts';
import type { Instant } from '#rules/time/interval.ts';
import { workingTimes } from '#rules/working-time.ts';
import { releaseCaseOf } from './release-case.ts';
import type { ReleaseDeps } from './release-due.ts';
import { tellBrand } from './tell-brand.ts';
import type { BrandClocks } from './timelines.ts';

type Stale = NonNullable<(typeof staleHolds)['row']>;
type Store = NonNullable<(typeof storesOf)['row']>;
type Head = NonNullable<(typeof calendarShared)['row']>;
type Moved = Stale & { readonly time: ReleaseTime };

export interface Retimed {
  /** Another server is at it: whether anything is left, this one does not know. */
  readonly isOthers: boolean;
  /** How many were found under an earlier calendar: as many as asked for means that there may be more. */
  readonly found: number;
  readonly moved: number;
}

/** One chunk of a brand. Holds under the new calendar are none of its business. */
export function retimeHolds(deps: ReleaseDeps, brandId: string, limit: number): Promise<Retimed> {
  return deps.db.inBrand<Retimed>(brandId, async (tx) => {
    tx.send(noDozing, {});
    tx.send(shortWaits, {});
    const [turn] = await tx.run(retimingTurnTaken, { brandId });
    if (!turn?.mine) return { isOthers: true, found: 0, moved: 0 };
    tx.send(headQueued, { brandId });
    const [head] = await tx.run(calendarShared, { brandId });
    if (!head) throw new Error('the brand has no policy head');
    const { calendar } = head;
    if (head.lookedAt === calendar) return { isOthers: false, found: 0, moved: 0 };
    const stale = await tx.run(staleHolds, { brandId, calendar, limit });

    const now = deps.now();
    const queueIds = [...new Set(stale.map(({ sellerId }) => sellerId))];
    tx.send(queuesTaken, { brandId, personIds: queueIds });
    const taking = tx.run(staleHoldsTaken, { brandId, ids: stale.map(({ id }) => id) });
    const reading = tx.run(storesOf, { brandId });
    const given = tx.run(slotsOfQueues, { brandId, queueIds, from: now });
    const clocks = await deps.timelines.at(tx, brandId, head.revision);
    const fences = new Map((await taking).map(({ id, fence }) => [id, fence]));
    const stores = new Map((await reading).map((store) => [store.id, store]));
    const queues = Map.groupBy(await given, ({ queueId }) => queueId);

    const kept: string[] = [];
    const ready: { id: string; dueAt: Instant }[] = [];
    const moved: Moved[] = [];
    const looked = stale.filter(({ id, fence }) => fences.get(id) === fence);
    for (const hold of looked) {
      const store = stores.get(hold.storeId) as Store;
      const context = silenceContext(hold, store, head, clocks, now);
      if (hold.state === 'ready') {
        ready.push({ id: hold.id, dueAt: readyUntil(hold, context) });
        continue;
      }
      const slots = queues.get(hold.sellerId) ?? [];
      const time = newMinute(hold, releaseCaseOf(context, store, { ...hold, slots }), context);
      if (time === null) kept.push(hold.id);
      else {
        moved.push({ ...hold, time });
        queues.set(hold.sellerId, [...slots, { queueId: hold.sellerId, ...time, freed: false }]);
      }
    }
    if (moved.length > 0) writeMoves(tx, brandId, moved, calendar, now);
    if (ready.length > 0) tx.send(readyLookedAt, { brandId, ready: ready.map(written), calendar });
    if (kept.length > 0) tx.send(holdsLookedAt, { brandId, ids: kept, calendar });
    // What somebody had in hand was not looked at.
    if (stale.length < limit && looked.length === stale.length) tx.send(allLookedAt, { brandId, calendar });
    if (moved.length > 0) await tell(deps, tx, brandId, moved);
    return { isOthers: false, found: stale.length, moved: moved.length };
  });
}

function silenceContext(
  { phone, city, customerState, toldZone }: Stale,
  store: Store,
  { plan, zone: brand, storeZones: brandStores }: Head,
  clocks: BrandClocks,
  now: Instant,
): SilenceContext & { readonly now: Instant } {
  const { zones: customer, from: customerFrom } = zonesOfCustomer({ phone, city, state: customerState, toldZone });
  const zones = { store: store.zone, brand, customer, customerFrom, brandStores };
  const { timeline } = clocks;
  return { now, plan, timeline, quiet: clocks.around(now, zones), zones };
}

function readyUntil({ expiresAt }: Stale, context: SilenceContext & { readonly now: Instant }): Instant {
  const { now } = context;
  return Math.min(isQuiet(context, now) ? now : (nextQuietStart(context, now) ?? expiresAt), expiresAt);
}

/** Null: it keeps the one it has, is due already, or finds none. */
function newMinute(hold: Stale, asked: ReleaseCase, context: SilenceContext & { readonly now: Instant }) {
  if (hold.dueAt <= context.now || keepsItsMinute(hold, asked, context)) return null;
  return releaseTime(asked, hold.dueAt);
}

/** A minute of the seller's own choice has only the quiet to fear. */
function keepsItsMinute({ dueAt, openingAt }: Stale, asked: ReleaseCase, context: SilenceContext): boolean {
  return openingAt === null ? !isQuiet(context, dueAt) : workingTimes(asked, dueAt, dueAt + 1).length > 0;
}

function written({ id, dueAt }: { readonly id: string; readonly dueAt: Instant }) {
  return { id, dueAt: isoOf(dueAt) };
}

function writeMoves(tx: Tx, brandId: string, moved: readonly Moved[], calendar: number, at: Instant): void {
  tx.send(slotsLapsed, { brandId, holdIds: moved.map(({ id }) => id), at });
  tx.send(holdsMoved, {
    brandId,
    moved: moved.map(({ id, heldAt, expiresAt, time }) => ({
      id,
      dueAt: isoOf(time.at),
      openingAt: isoOf(time.openingAt),
      expiresAt: isoOf(Math.max(expiresAt, expiryOf(heldAt, time.at))),
      news: time.didNotFit ? ('did_not_fit' as const) : ('moved' as const),
    })),
    calendar,
    at,
  });
  const taken = moved.map(({ id, sellerId, time }) => ({
    queueId: sellerId,
    at: isoOf(time.at),
    openingAt: isoOf(time.openingAt),
    holdId: id,
  }));
  tx.send(slotsTaken, { brandId, taken });
}

function tell(deps: ReleaseDeps, tx: Tx, brandId: string, moved: readonly Stale[]): Promise<void> {
  const storeIds = [...new Set(moved.map(({ storeId }) => storeId))];
  const [first, ...rest] = storeIds.map((storeId) => ({
    kind: 'attempt' as const,
    personId: null,
    storeId,
    body: { holds: true },
  }));
  return first === undefined ? Promise.resolve() : tellBrand(tx, brandId, deps.hostNow(), first, ...rest);
}
