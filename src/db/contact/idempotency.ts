/** The answer a key was given: the same key and body get it again for seven days. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { instant, json } from '#db/core/values.ts';

/**
 * `mine` is false while another request with the same key is under way. The lock goes with the transaction, so after
 * a failure nothing of the key remains.
 */
export const keyClaimed = preparedWrite<{ brandId: string; actorId: string; key: string }>()('key_claimed', (q, p) =>
  q.selectNoFrom(
    sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(${p.brandId} || ${p.actorId} || ${p.key}, 0))`.as('mine'),
  ),
);

export const keyedAnswer = preparedWrite<{ brandId: string; actorId: string; key: string }>()('keyed_answer', (q, p) =>
  q
    .selectFrom('idempotency_keys')
    .where('brand_id', '=', p.brandId)
    .where('actor_id', '=', p.actorId)
    .where('key', '=', p.key)
    .select(['fingerprint', 'status', 'answer', 'valid_until as validUntil']),
);

export const keyAnswered = preparedWrite<{
  brandId: string;
  actorId: string;
  key: string;
  fingerprint: Buffer;
  status: number;
  answer: Readonly<Record<string, unknown>>;
  validUntil: number | null;
  at: number;
}>()('key_answered', (q, p) =>
  q.insertInto('idempotency_keys').values({
    brand_id: p.brandId,
    actor_id: p.actorId,
    key: p.key,
    fingerprint: p.fingerprint,
    status: p.status,
    answer: json(p.answer),
    valid_until: instant(p.validUntil),
    created_at: instant(p.at),
  }),
);

/** Keys older than seven days. */
export const keysForgotten = preparedWrite<{ brandId: string; before: number }>()('keys_forgotten', (q, p) =>
  q.deleteFrom('idempotency_keys').where('brand_id', '=', p.brandId).where('created_at', '<', instant(p.before)),
);
