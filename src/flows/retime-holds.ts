/** After a change of what times depend on: every contact that waits is looked at, and only those that cannot keep their minute move (H6). */
import type { Tx } from '#db/db.ts';
import {
  calendarShared,
  holdsLookedAt,
  readyUntil,
  retimingTurnTaken,
  staleHolds,
  staleHoldsTaken,
} from '#db/due-holds.ts';
import { headQueued } from '#db/head-queue.ts';
import { holdsMoved } from '#db/holds.ts';
import { noDozing } from '#db/no-dozing.ts';
import { queuesTaken } from '#db/people.ts';
import { shortWaits } from '#db/short-waits.ts';
import { slotsFreed, slotsOfQueues, slotsTaken } from '#db/slots.ts';
import { storesOf } from '#db/stores.ts';
import { isoOf } from '#db/values.ts';
import { zonesOfCustomer } from '#rules/customer-zone.ts';
import { expiryOf } from '#rules/hold.ts';
import type { Plan } from '#rules/plan.ts';
import { isQuiet, nextQuietStart } from '#rules/quiet-stretches.ts';
import { type ReleaseCase, type ReleaseTime, releaseTime, type Slot } from '#rules/release-time.ts';
import type { SilenceContext } from '#rules/silence.ts';
import type { Instant } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { workingTimes } from '#rules/working-time.ts';
import { quietBetween, spreadOf } from './release-case.ts';
import type { ReleaseDeps } from './release-due.ts';
import { tellBrand } from './tell-brand.ts';
import type { BrandClocks } from './timelines.ts';

type Stale = NonNullable<(typeof staleHolds)['row']>;
type Store = NonNullable<(typeof storesOf)['row']>;
type Head = NonNullable<(typeof calendarShared)['row']>;

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
    const stale = await tx.run(staleHolds, { brandId, calendar, limit });
    if (stale.length === 0) return { isOthers: false, found: 0, moved: 0 };

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

    const moved: (Stale & { readonly time: ReleaseTime })[] = [];
    const looked = stale.filter(({ id, fence }) => fences.get(id) === fence);
    for (const hold of looked) {
      const store = stores.get(hold.storeId);
      if (!store) continue;
      const context = silenceContext(hold, store, head, clocks, now);
      if (hold.state === 'ready') {
        const until = isQuiet(context, now) ? now : (nextQuietStart(context, now) ?? hold.expiresAt);
        const dueAt = Math.min(until, hold.expiresAt);
        if (dueAt !== hold.dueAt) tx.send(readyUntil, { brandId, id: hold.id, dueAt });
        continue;
      }
      if (hold.dueAt <= now) continue;
      const slots = queues.get(hold.sellerId) ?? [];
      const asked = releaseCase(hold, store, context, slots);
      if (keepsItsMinute(hold, asked, context)) continue;
      const time = releaseTime(asked, hold.dueAt);
      if (time === null) continue;
      moved.push({ ...hold, time });
      queues.set(hold.sellerId, [...slots, { queueId: hold.sellerId, ...time, freed: false }]);
    }
    writeMoves(tx, brandId, moved, now);
    tx.send(holdsLookedAt, { brandId, ids: looked.map(({ id }) => id), calendar });
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
  return { now, plan: plan as Plan, timeline, quiet: clocks.around(now, zones), zones };
}

function releaseCase(
  { sellerId, contactFromMinute }: Stale,
  { id, name, state, zone, hours }: Store,
  context: SilenceContext & { readonly now: Instant },
  slots: readonly Slot[],
): ReleaseCase {
  return {
    quietBetween: quietBetween(context, context.now + HORIZON_MS),
    store: { id, name, state, zone, hours },
    notBeforeMinute: contactFromMinute,
    sellerId,
    spreadMinutes: spreadOf(context),
    slots,
  };
}

/** A minute of the seller's own choice has only the quiet to fear. */
function keepsItsMinute({ dueAt, openingAt }: Stale, asked: ReleaseCase, context: SilenceContext): boolean {
  return openingAt === null ? !isQuiet(context, dueAt) : workingTimes(asked, dueAt, dueAt + 1).length > 0;
}

function writeMoves(
  tx: Tx,
  brandId: string,
  moved: readonly (Stale & { readonly time: ReleaseTime })[],
  at: Instant,
): void {
  if (moved.length === 0) return;
  tx.send(slotsFreed, { brandId, holdIds: moved.map(({ id }) => id), at });
  tx.send(holdsMoved, {
    brandId,
    moved: moved.map(({ id, heldAt, expiresAt, time }) => ({
      id,
      dueAt: isoOf(time.at),
      openingAt: isoOf(time.openingAt),
      expiresAt: isoOf(Math.max(expiresAt, expiryOf(heldAt, time.at))),
      news: time.didNotFit ? ('did_not_fit' as const) : ('moved' as const),
    })),
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
