/** Reads and writes people: the sellers, store managers and brand managers of a brand. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant, json } from '#db/core/sql-values.ts';
import type { PersonRole } from '#rules/people/access-table.ts';

/** A person of a brand. `storeId` is null exactly for a brand manager. */
export interface PersonRecord {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly role: PersonRole;
  readonly storeId: string | null;
  readonly active: boolean;
}

/** Lists all people of a brand, by code. */
export const listPeople = preparedRead<{ brandId: string }>()('list_people', (q, p) =>
  q
    .selectFrom('people')
    .where('brandId', '=', p.brandId)
    .orderBy('code')
    .select(['id', 'code', 'name', 'role', 'storeId', 'active']),
);

/**
 * Locks these people's rows until the end of the transaction, in the order of their ids: decisions on one seller's
 * contacts and queue run one after the other (P1, P3, P4).
 */
export const lockQueues = preparedWrite<{ brandId: string; personIds: readonly string[] }>()('lock_queues', (q, p) =>
  q
    .selectFrom('people')
    .where('brandId', '=', p.brandId)
    .where(sql<boolean>`id = any(${p.personIds}::uuid[])`)
    .orderBy('id')
    .select(['id', 'name', 'role', 'storeId', 'active'])
    .forNoKeyUpdate(),
);

/** Creates or changes people. */
export const upsertPeople = preparedWrite<{ brandId: string; people: readonly PersonRecord[]; at: number }>()(
  'upsert_people',
  (q, p) =>
    q
      .insertInto('people')
      .columns(['brandId', 'id', 'code', 'name', 'role', 'storeId', 'active', 'createdAt'])
      .expression(
        sql`select ${p.brandId}::uuid, r.*, ${instant(p.at)} from jsonb_to_recordset(${json(p.people)})
          as r(id uuid, code text, name text, role text, "storeId" uuid, active boolean)`,
      )
      .onConflict((conflict) =>
        conflict.columns(['brandId', 'id']).doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          role: ref('excluded.role'),
          storeId: ref('excluded.storeId'),
          active: ref('excluded.active'),
        })),
      ),
);
