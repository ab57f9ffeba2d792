/**
 * Notifies a seller that held contacts are ready, only in the store's opening hours and never in quiet hours (H4, H7).
 * The notification names no customer.
 */
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

/** The seller for whom a hold became ready. */
export interface Ready {
  readonly brandId: string;
  readonly sellerId: string;
  readonly storeId: string;
}

/** `gone` means that the browser no longer has the subscription. `refused` means that its address is not one of a known push service. */
export type PushOutcome = 'sent' | 'gone' | 'refused' | 'failed';

export interface TellReadyDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  /** Sends an encrypted message to a browser's push service, which may keep it for `seconds`. Never throws. */
  readonly push: (to: Subscription, message: string, seconds: number) => Promise<PushOutcome>;
  /** Returns the text that the browser shows, in the person's language; `count` is at least one. */
  readonly noticeOf: (language: Subscription['language'], count: number) => string;
  readonly counted: (outcome: PushOutcome | 'not_now') => void;
}

/** A subscription that was not renewed for so long gets no notification, because nobody opened the app on that device. */
const UNUSED_MS = 30 * DAY_MS;
/** The longest time for which a notification is useful. */
const KEPT_S = 4 * 3600;

/**
 * Notifies the seller of all contacts that are ready now: with those of earlier rounds, and without those that were
 * sent or passed on meanwhile.
 */
export async function tellReady(deps: TellReadyDeps, { brandId, sellerId, storeId }: Ready): Promise<void> {
  const { db, hostNow } = deps;
  const now = deps.now();
  const asked = { brandId, personId: sellerId, storeId, after: hostNow() - UNUSED_MS };
  const devices = await db.read(brandId, (reads) => reads.run(listSubscriptions, asked));
  if (devices.length === 0) return;
  const until = await allowedUntil(deps, brandId, storeId, now);
  const [ready] = await db.read(brandId, (reads) => reads.run(countReadyHolds, { brandId, sellerId }));
  if (until === null || !ready?.count) return deps.counted('not_now');
  const { count } = ready;

  // A push service keeps the message for a phone that is off. It must not deliver the message in the quiet hours that follow.
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

/** Returns until when a notification may be shown in this store; null where it may not be shown now. */
async function allowedUntil(
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
