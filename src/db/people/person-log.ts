/** Writes and reads the log of changes that managers and support made to people. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

export type PersonChangeKind =
  | 'created'
  | 'invited'
  | 'changed'
  | 'activated'
  | 'deactivated'
  | 'pin_given'
  | 'unlocked';

export interface PersonChangeEntry {
  readonly brandId: string;
  readonly id: string;
  readonly personId: string;
  readonly at: number;
  /** The manager who made the change; null: support. */
  readonly by: string | null;
  readonly kind: PersonChangeKind;
  readonly fields: readonly string[];
}

export const insertPersonChange = preparedWrite<PersonChangeEntry>()('insert_person_change', (q, p) =>
  q.insertInto('personChanges').values({
    brandId: p.brandId,
    id: p.id,
    personId: p.personId,
    at: instant(p.at),
    byId: p.by,
    kind: p.kind,
    fields: sql`${p.fields}::text[]`,
  }),
);

/** Lists the last changes of a person with the names of those who made them, the newest first; `by` null: support. */
export const listPersonChanges = preparedRead<{ brandId: string; personId: string }>()('list_person_changes', (q, p) =>
  q
    .selectFrom('personChanges as c')
    .leftJoin('people as w', (on) => on.onRef('w.brandId', '=', 'c.brandId').onRef('w.id', '=', 'c.byId'))
    .where('c.brandId', '=', p.brandId)
    .where('c.personId', '=', p.personId)
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(20)
    .select(['c.at', 'w.name as by', 'c.kind', 'c.fields']),
);
