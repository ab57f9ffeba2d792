/** A device is to tell its person that contacts are ready, or not any more. */
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

/** The device in hand, and whose it is at this moment. */
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

/** A person has them on so many devices; of more, those renewed longest ago go. */
const DEVICES_MOST = 5;

/** Whoever asks has it: a colleague who had asked on this device before has it there no more. */
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

/** Only one's own. */
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
