/** Reads and writes the log of the support's access to brands' data, and the unmasking of customers. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/**
 * Writes an entry. `unlessSince`: writes nothing if the same support person had the same access after that instant; null: always
 * writes.
 */
export const insertSupportAccess = preparedWrite<{
  brandId: string;
  id: string;
  at: number;
  supportId: string;
  supportName: string;
  what: string;
  reason: string | null;
  attemptId: string | null;
  searched: string | null;
  unlessSince: number | null;
}>()('insert_support_access', (q, p) =>
  q
    .insertInto('supportAccessLog')
    .columns(['brandId', 'id', 'at', 'supportId', 'supportName', 'what', 'reason', 'attemptId', 'searched'])
    .expression(
      sql`select ${p.brandId}::uuid, ${p.id}::uuid, ${instant(p.at)}, ${p.supportId}::text, ${p.supportName}::text,
          ${p.what}::text, ${p.reason}::text, ${p.attemptId}::uuid, ${p.searched}::text
        where not exists (select from support_access_log l
          where l.brand_id = ${p.brandId}::uuid and l.at > ${instant(p.unlessSince)}
            and l.support_id = ${p.supportId}::text and l.what = ${p.what}::text
            and l.attempt_id is not distinct from ${p.attemptId}::uuid
            and l.searched is not distinct from ${p.searched}::text)`,
    ),
);

/** Lists entries before `before`, newest first. */
export const listSupportAccess = preparedRead<{
  brandId: string;
  beforeAt: number | null;
  beforeId: string | null;
  limit: number;
}>()('list_support_access', (q, p) =>
  q
    .selectFrom('supportAccessLog')
    .where('brandId', '=', p.brandId)
    .where(
      sql<boolean>`(at, id) < (coalesce(${instant(p.beforeAt)}, 'infinity'),
        coalesce(${p.beforeId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))`,
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(sql<number>`${p.limit}::int`)
    .select(['id', 'at', 'supportName', 'what', 'reason', 'attemptId', 'searched']),
);

/** Unmasks the customer of one attempt for one support person; a second call prolongs the unmasking. */
export const upsertReveal = preparedWrite<{
  brandId: string;
  supportId: string;
  attemptId: string;
  at: number;
  until: number;
}>()('upsert_reveal', (q, p) =>
  q
    .insertInto('reveals')
    .values({
      brandId: p.brandId,
      supportId: p.supportId,
      attemptId: p.attemptId,
      revealedAt: instant(p.at),
      until: instant(p.until),
    })
    .onConflict((clash) =>
      clash.columns(['brandId', 'supportId', 'attemptId']).doUpdateSet(({ ref }) => ({
        revealedAt: ref('excluded.revealedAt'),
        until: ref('excluded.until'),
      })),
    ),
);

/** Finds until when the attempt's customer is unmasked for the support person; no row: never unmasked. */
export const findReveal = preparedRead<{ brandId: string; supportId: string; attemptId: string }>()(
  'find_reveal',
  (q, p) =>
    q
      .selectFrom('reveals')
      .where('brandId', '=', p.brandId)
      .where('supportId', '=', p.supportId)
      .where('attemptId', '=', p.attemptId)
      .select('until'),
);
