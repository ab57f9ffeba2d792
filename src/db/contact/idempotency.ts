/** The answer a key was given: the same key and body get it again for seven days. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { recordset } from '#db/core/records.ts';
import { instant } from '#db/core/values.ts';

/** Read after the key was claimed. */
export const keyedAnswer = preparedWrite<{ brandId: string; actorId: string; key: string }>()('keyed_answer', (q, p) =>
  q
    .selectFrom('idempotencyKeys')
    .where('brandId', '=', p.brandId)
    .where('actorId', '=', p.actorId)
    .where('key', '=', p.key)
    .select(['fingerprint', 'status', 'answer', 'validUntil']),
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
      .insertInto('idempotencyKeys')
      .columns(['brandId', 'createdAt', 'actorId', 'key', 'fingerprint', 'status', 'answer', 'validUntil'])
      .expression(
        sql`select ${p.brandId}::uuid, ${instant(p.at)}, r.* from ${recordset(
          p.answers,
          'actor_id uuid, key uuid, fingerprint bytea, status smallint, answer jsonb, valid_until timestamptz',
        )}`,
      ),
);

/** Keys older than seven days. */
export const keysForgotten = preparedWrite<{ brandId: string; before: number }>()('keys_forgotten', (q, p) =>
  q.deleteFrom('idempotencyKeys').where('brandId', '=', p.brandId).where('createdAt', '<', instant(p.before)),
);
