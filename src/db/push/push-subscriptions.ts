/**
 * Reads and writes push subscriptions, by which devices notify a seller that contacts are ready: one person per device,
 * a few devices per person.
 */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { PushSubscriptions } from '#db/schema.ts';

/** The address at which a browser's push service accepts messages, and the keys that encrypt them. */
export interface Subscription {
  readonly deviceKey: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly language: PushSubscriptions['language'];
}

/** Finds the person whose notifications a device shows; no row: the device shows none. */
export const findSubscriber = preparedRead<{ brandId: string; deviceKey: string }>()('find_subscriber', (q, p) =>
  q
    .selectFrom('pushSubscriptions')
    .where('brandId', '=', p.brandId)
    .where('deviceKey', '=', p.deviceKey)
    .select('personId'),
);

/**
 * Lists a person's subscriptions that may get messages: renewed since `after`, and on no device that another person
 * uses or used last. None if the person left, or now works in another store.
 */
export const listSubscriptions = preparedRead<{ brandId: string; personId: string; storeId: string; after: number }>()(
  'list_subscriptions',
  (q, p) =>
    q
      .selectFrom('pushSubscriptions as s')
      .innerJoin('people as p', (join) => join.onRef('p.brandId', '=', 's.brandId').onRef('p.id', '=', 's.personId'))
      .where('s.brandId', '=', p.brandId)
      .where('s.personId', '=', p.personId)
      .where('s.renewedAt', '>', instant(p.after))
      .where('p.active', '=', true)
      .where('p.storeId', '=', p.storeId)
      .where(
        sql<boolean>`coalesce((select t.person_id from turns t where t.brand_id = s.brand_id and t.session_id = s.session_id
          order by t.began_at desc limit 1), s.person_id) = s.person_id`,
      )
      .select(['s.deviceKey', 's.endpoint', 's.p256dh', 's.auth', 's.language']),
);

/**
 * Deletes what a device's new subscription replaces: the device's earlier one, and one of another device with the same
 * endpoint.
 */
export const deleteReplacedSubscriptions = preparedWrite<{ brandId: string; deviceKey: string; endpoint: string }>()(
  'delete_replaced_subscriptions',
  (q, p) =>
    q
      .deleteFrom('pushSubscriptions')
      .where('brandId', '=', p.brandId)
      .where(({ or, eb }) => or([eb('deviceKey', '=', p.deviceKey), eb('endpoint', '=', p.endpoint)])),
);

export const insertSubscription = preparedWrite<
  Subscription & { brandId: string; personId: string; sessionId: string; at: number }
>()('insert_subscription', (q, p) =>
  q.insertInto('pushSubscriptions').values({
    brandId: p.brandId,
    deviceKey: p.deviceKey,
    personId: p.personId,
    sessionId: p.sessionId,
    endpoint: p.endpoint,
    p256dh: p.p256dh,
    auth: p.auth,
    language: p.language,
    renewedAt: instant(p.at),
  }),
);

/** Deletes all subscriptions of a person except the `kept` ones that were renewed last. */
export const deleteOldSubscriptions = preparedWrite<{ brandId: string; personId: string; kept: number }>()(
  'delete_old_subscriptions',
  (q, p) =>
    q
      .deleteFrom('pushSubscriptions')
      .where('brandId', '=', p.brandId)
      .where(
        sql<boolean>`device_key in (select o.device_key from push_subscriptions o
          where o.brand_id = ${p.brandId}::uuid and o.person_id = ${p.personId}::uuid
          order by o.renewed_at desc, o.device_key offset ${p.kept}::int)`,
      ),
);

/** Deletes a device's subscription: any person's (`personId` null), or only this person's. */
export const deleteSubscription = preparedWrite<{ brandId: string; deviceKey: string; personId: string | null }>()(
  'delete_subscription',
  (q, p) =>
    q
      .deleteFrom('pushSubscriptions')
      .where('brandId', '=', p.brandId)
      .where('deviceKey', '=', p.deviceKey)
      .where(sql<boolean>`(${p.personId}::uuid is null or person_id = ${p.personId}::uuid)`),
);

/**
 * Deletes the subscription that no longer exists according to the push service. If the device has subscribed again
 * meanwhile, it has another endpoint and is kept.
 */
export const deleteGoneSubscription = preparedWrite<{ brandId: string; endpoint: string }>()(
  'delete_gone_subscription',
  (q, p) => q.deleteFrom('pushSubscriptions').where('brandId', '=', p.brandId).where('endpoint', '=', p.endpoint),
);
