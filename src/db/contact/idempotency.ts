/** Stores the answer to each idempotency key: the same key with the same body gets the same answer for seven days. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { recordset } from '#db/core/recordset.ts';
import { instant } from '#db/core/sql-values.ts';

/**
 * Reads the stored answer of a key. The caller has locked the key before (`beginAttempt`). `answer` is set instead of
 * `packed` if a version before compressed answers wrote the row.
 */
export const readKeyedAnswer = preparedWrite<{ brandId: string; actorId: string; key: string }>()(
  'read_keyed_answer',
  (q, p) =>
    q
      .selectFrom('idempotencyKeys')
      .where('brandId', '=', p.brandId)
      .where('actorId', '=', p.actorId)
      .where('key', '=', p.key)
      .select(['fingerprint', 'status', 'packed', 'answer', 'validUntil']),
);

export interface KeyedAnswer {
  readonly actorId: string;
  readonly key: string;
  readonly fingerprint: Buffer;
  readonly status: number;
  readonly packed: Buffer;
  readonly validUntil: number | null;
  /** The customer whom the answer is about: an erasure deletes the answer. */
  readonly customerId: string;
}

/**
 * Returns the instant that is stored as a key's creation: `at` rounded up to the hour. The index by age then contains
 * each hour once, and takes 7 bytes per key instead of 40. A key is kept up to an hour longer.
 */
export function ageOfKey(at: number): number {
  return Math.ceil(at / HOUR_MS) * HOUR_MS;
}

const HOUR_MS = 3_600_000;

/** Inserts answers. `at`: a result of `ageOfKey`. */
export const insertKeyedAnswers = preparedWrite<{ brandId: string; answers: readonly KeyedAnswer[]; at: number }>()(
  'insert_keyed_answers',
  (q, p) =>
    q
      .insertInto('idempotencyKeys')
      .columns([
        ...(['brandId', 'createdAt', 'actorId', 'key', 'fingerprint'] as const),
        ...(['status', 'packed', 'validUntil', 'customerId'] as const),
      ])
      .expression(
        sql`select ${p.brandId}::uuid, ${instant(p.at)}, r.* from ${recordset(
          p.answers,
          'actor_id uuid, key uuid, fingerprint bytea, status smallint, packed bytea, valid_until timestamptz, customer_id uuid',
        )}`,
      ),
);

/** Deletes the keys created before `before`: those older than seven days. */
export const deleteOldKeys = preparedWrite<{ brandId: string; before: number }>()('delete_old_keys', (q, p) =>
  q.deleteFrom('idempotencyKeys').where('brandId', '=', p.brandId).where('createdAt', '<', instant(p.before)),
);
