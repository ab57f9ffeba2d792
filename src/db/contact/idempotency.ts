/** The answer a key was given: the same key and body get it again for seven days. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { recordset } from '#db/core/records.ts';
import { instant } from '#db/core/values.ts';

/** Read after the key was claimed. */
export const keyedAnswer = preparedWrite<{ brandId: string; actorId: string; key: string }>()('keyed_answer', (q, p) =>
  q
    .selectFrom('idempotency_keys')
    .where('brand_id', '=', p.brandId)
    .where('actor_id', '=', p.actorId)
    .where('key', '=', p.key)
    .select(['fingerprint', 'status', 'answer', 'valid_until as validUntil']),
);

export interface KeyedAnswer {
  readonly actorId: string;
  readonly key: string;
  readonly fingerprint: Buffer;
  readonly status: number;
  readonly answer: object;
  readonly validUntil: number | null;
}

export const insertKeyedAnswers = preparedWrite<{ brandId: string; answers: readonly KeyedAnswer[]; at: number }>()(
  'insert_keyed_answers',
  (q, p) =>
    q
      .insertInto('idempotency_keys')
      .columns(['brand_id', 'created_at', 'actor_id', 'key', 'fingerprint', 'status', 'answer', 'valid_until'])
      .expression(
        sql`select ${p.brandId}::uuid, ${instant(p.at)}, r.* from ${recordset(
          p.answers,
          '"actorId" uuid, key uuid, fingerprint bytea, status smallint, answer jsonb, "validUntil" timestamptz',
        )}`,
      ),
);

/** Keys older than seven days. */
export const keysForgotten = preparedWrite<{ brandId: string; before: number }>()('keys_forgotten', (q, p) =>
  q.deleteFrom('idempotency_keys').where('brand_id', '=', p.brandId).where('created_at', '<', instant(p.before)),
);
