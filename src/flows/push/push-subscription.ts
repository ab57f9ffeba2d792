/** Turns the notifications of a device on and off for its person. */
import type { Database } from '#db/core/db.ts';
import {
  deleteOldSubscriptions,
  deleteReplacedSubscriptions,
  deleteSubscription,
  findSubscriber,
  insertSubscription,
  type Subscription,
} from '#db/push/push-subscriptions.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The device and the person who has the turn on it now. */
export interface Holder {
  readonly brandId: string;
  readonly personId: string;
  readonly deviceKey: string;
  readonly sessionId: string;
}

interface Deps {
  readonly db: Database;
  readonly hostNow: () => Instant;
}

/** The most devices on which a person gets notifications. Of more, those that were renewed longest ago are deleted. */
const DEVICES_MOST = 5;

/** Turns notifications on for the person. A colleague who turned them on for this device before no longer gets them there. */
export function keepSubscription(
  { db, hostNow }: Deps,
  { brandId, personId, deviceKey, sessionId }: Holder,
  subscription: Omit<Subscription, 'deviceKey'>,
): Promise<void> {
  return db.inBrand(brandId, async (tx) => {
    tx.send(deleteReplacedSubscriptions, { brandId, deviceKey, endpoint: subscription.endpoint });
    tx.send(insertSubscription, { brandId, personId, deviceKey, sessionId, ...subscription, at: hostNow() });
    tx.send(deleteOldSubscriptions, { brandId, personId, kept: DEVICES_MOST });
  });
}

/** Turns notifications off. Only the person's own subscription is deleted. */
export function dropSubscription({ db }: Pick<Deps, 'db'>, { brandId, personId, deviceKey }: Holder): Promise<void> {
  return db.inBrand(brandId, async (tx) => tx.send(deleteSubscription, { brandId, deviceKey, personId }));
}

export async function whoseDevice(
  { db }: Pick<Deps, 'db'>,
  { brandId, personId, deviceKey }: Holder,
): Promise<'mine' | 'somebody_else' | 'nobody'> {
  const [subscriber] = await db.read(brandId, (reads) => reads.run(findSubscriber, { brandId, deviceKey }));
  if (!subscriber) return 'nobody';
  return subscriber.personId === personId ? 'mine' : 'somebody_else';
}
