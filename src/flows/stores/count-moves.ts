/** Counts the held contacts that a change of a store's zone or hours would move, before the change is made (H6). */
import type { Reads } from '#db/core/db.ts';
import { listSlotsOfQueues } from '#db/holds/slots.ts';
import { listStores } from '#db/people/stores.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { listWaitingHolds } from '#db/stores/waiting-holds.ts';
import { releaseCaseOf } from '#flows/contact/release-case.ts';
import { findNewMinute, silenceContext, type TimingHead } from '#flows/holds/new-minute.ts';
import type { BrandClocks, Timelines } from '#flows/policy/timelines.ts';
import type { Plan } from '#rules/policy/plan.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';
import type { StoreFields } from './store-deps.ts';

export interface Moves {
  /** The waiting contacts that were checked. */
  readonly held: number;
  readonly moved: number;
}

/**
 * Counts as `retimeHolds` would move. Another zone changes the brand's list of zones, which counts for customers whose
 * zone is uncertain (C4), so that then the contacts of all stores are checked.
 */
export async function countMoves(
  { db, timelines }: { readonly db: Reads; readonly timelines: Timelines },
  { brandId, storeId, wanted, now }: { brandId: string; storeId: string; wanted: StoreFields; now: Instant },
): Promise<Moves> {
  const read = await db.read(brandId, async (reads) => {
    const [[place], stores] = await Promise.all([
      reads.run(readPlace, { brandId, storeId }),
      reads.run(listStores, { brandId }),
    ]);
    if (!place) return null;
    const isZoneNew = place.storeZone !== wanted.zone;
    const holds = await reads.run(listWaitingHolds, { brandId, storeId: isZoneNew ? null : storeId });
    const queueIds = [...new Set(holds.map(({ sellerId }) => sellerId))];
    const slots = await reads.run(listSlotsOfQueues, { brandId, queueIds, from: now });
    return { place, stores, holds, slots, clocks: await timelines.at(reads, brandId, place.revision) };
  });
  if (read === null) return { held: 0, moved: 0 };
  const { place, holds, slots, clocks } = read;
  const stores: readonly OpenStore[] = read.stores.map((store) =>
    store.id === storeId ? { ...store, ...wanted } : store,
  );
  const storeZones = [...new Set(stores.map(({ zone }) => zone))].sort();
  const head = { plan: place.plan as Plan, zone: place.brandZone, storeZones };
  return { held: holds.length, moved: await countNewMinutes({ holds, slots, stores, head, clocks, now }) };
}

interface MovedCase {
  readonly holds: readonly NonNullable<(typeof listWaitingHolds)['row']>[];
  readonly slots: readonly NonNullable<(typeof listSlotsOfQueues)['row']>[];
  readonly stores: readonly OpenStore[];
  readonly head: TimingHead;
  readonly clocks: BrandClocks;
  readonly now: Instant;
}

async function countNewMinutes({ holds, slots, stores, head, clocks, now }: MovedCase): Promise<number> {
  const byId = new Map(stores.map((store) => [store.id, store]));
  const queues = Map.groupBy(slots, ({ queueId }) => queueId);
  let moved = 0;
  for (const [index, hold] of holds.entries()) {
    // Other requests are served between the chunks.
    if (index % CHUNK === CHUNK - 1) await new Promise((resolve) => setImmediate(resolve));
    const store = byId.get(hold.storeId);
    if (store === undefined) continue;
    const context = silenceContext(hold, store, head, clocks, now);
    const taken = queues.get(hold.sellerId) ?? [];
    const time = findNewMinute(hold, releaseCaseOf(context, store, { ...hold, slots: taken }), context);
    if (time === null) continue;
    moved += 1;
    queues.set(hold.sellerId, [...taken, { queueId: hold.sellerId, ...time, freed: false }]);
  }
  return moved;
}

const CHUNK = 100;
