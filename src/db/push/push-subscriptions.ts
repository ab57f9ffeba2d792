/** Which devices tell whom that contacts are ready: one person a device, a few devices a person. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { PushSubscriptions } from '#db/schema.ts';

/** Where a browser's push service takes messages for it, and the keys they are sealed with. */
export interface Subscription {
  readonly deviceKey: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly language: PushSubscriptions['language'];
}

/** Whose notifications a device shows; no row: nobody's. */
export const findSubscriber = preparedRead<{ brandId: string; deviceKey: string }>()('find_subscriber', (q, p) =>
  q
    .selectFrom('pushSubscriptions')
    .where('brandId', '=', p.brandId)
    .where('deviceKey', '=', p.deviceKey)
    .select('personId'),
);

/**
 * Those of a person that may be written to: renewed since `after`, and on no device that somebody else holds or held
 * last. None where the person left, or works in another store by now.
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

/** Before a device's subscription is kept: what it had, and what another device had at the same place. */
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

/** All of a person but the `kept` renewed last. */
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

/** A device's, whoever's it is (`personId` null), or only where it is this person's. */
export const deleteSubscription = preparedWrite<{ brandId: string; deviceKey: string; personId: string | null }>()(
  'delete_subscription',
  (q, p) =>
    q
      .deleteFrom('pushSubscriptions')
      .where('brandId', '=', p.brandId)
      .where('deviceKey', '=', p.deviceKey)
      .where(sql<boolean>`(${p.personId}::uuid is null or person_id = ${p.personId}::uuid)`),
);

/** What the push service says does not exist any more, if the device has not subscribed anew meanwhile. */
export const deleteGoneSubscription = preparedWrite<{ brandId: string; endpoint: string }>()(
  'delete_gone_subscription',
  (q, p) => q.deleteFrom('pushSubscriptions').where('brandId', '=', p.brandId).where('endpoint', '=', p.endpoint),
);
