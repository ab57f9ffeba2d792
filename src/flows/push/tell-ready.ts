/** A seller is told that contacts are ready: only inside the store's hours and never in quiet time (H4, H7), and nobody is named. */
import type { Database } from '#db/core/db.ts';
import { countReadyHolds } from '#db/holds/hold-list.ts';
import { listStores } from '#db/people/stores.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { deleteGoneSubscription, listSubscriptions, type Subscription } from '#db/push/push-subscriptions.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { quietStretches } from '#rules/contact/quiet/quiet-stretches.ts';
import { workingTime } from '#rules/holds/working-time.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';

/** For whom something became ready. */
export interface Ready {
  readonly brandId: string;
  readonly sellerId: string;
  readonly storeId: string;
}

/** `gone`: the browser has no such subscription any more. `refused`: its address is none that we write to. */
export type PushOutcome = 'sent' | 'gone' | 'refused' | 'failed';

export interface TellReadyDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  /** Hands a sealed message to a browser's push service, which may keep it for `seconds`. Never throws. */
  readonly push: (to: Subscription, message: string, seconds: number) => Promise<PushOutcome>;
  /** What the browser shows, in a person's language; `count` is at least one. */
  readonly noticeOf: (language: Subscription['language'], count: number) => string;
  readonly counted: (outcome: PushOutcome | 'not_now') => void;
}

/** What was not renewed for so long is not written to: the app was not opened there. */
const SILENT_MS = 30 * DAY_MS;
/** Later than this it is no news. */
const KEPT_S = 4 * 3600;

/** Says how many are ready by then: with those of earlier rounds, and without what was sent or passed on meanwhile. */
export async function tellReady(deps: TellReadyDeps, { brandId, sellerId, storeId }: Ready): Promise<void> {
  const { db, hostNow } = deps;
  const now = deps.now();
  const asked = { brandId, personId: sellerId, storeId, after: hostNow() - SILENT_MS };
  const devices = await db.read(brandId, (reads) => reads.run(listSubscriptions, asked));
  if (devices.length === 0) return;
  const until = await ringsUntil(deps, brandId, storeId, now);
  const [ready] = await db.read(brandId, (reads) => reads.run(countReadyHolds, { brandId, sellerId }));
  if (until === null || !ready?.count) return deps.counted('not_now');
  const { count } = ready;

  // A push service keeps it for a phone that is off, and must not deliver it in the silence that follows.
  const seconds = Math.min(KEPT_S, Math.floor((until - now) / 1000));
  await Promise.all(
    devices.map(async (device) => {
      const outcome = await deps.push(device, deps.noticeOf(device.language, count), seconds);
      deps.counted(outcome);
      if (outcome !== 'gone') return;
      const { endpoint } = device;
      await db.inBrand(brandId, async (tx) => tx.send(deleteGoneSubscription, { brandId, endpoint }));
    }),
  );
}

/** Until when a notification may show in this store; null: not now. */
async function ringsUntil(
  { db, timelines }: TellReadyDeps,
  brandId: string,
  storeId: string,
  now: Instant,
): Promise<Instant | null> {
  return db.read(brandId, async (reads) => {
    const [[place], stores] = await Promise.all([
      reads.run(readPlace, { brandId, storeId }),
      reads.run(listStores, { brandId }),
    ]);
    const store = stores.find(({ id }) => id === storeId);
    if (!place || !store) return null;
    const clocks = await timelines.at(reads, brandId, place.revision);
    const { brandZone: brand, storeZones: brandStores } = place;
    const zones = { store: store.zone, brand, customer: [], customerFrom: null, brandStores };
    const plan = place.plan;
    const context = { plan, timeline: clocks.timeline, zones, quiet: clocks.around(now, zones) };
    const quietBetween = (from: Instant, to: Instant): readonly Interval[] => quietStretches(context, from, to);
    const working = workingTime({ quietBetween, store, notBeforeMinute: null }, now);
    return working !== null && working.start <= now ? working.end : null;
  });
}
