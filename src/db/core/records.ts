/** Rows that are handed over as one argument, and joined like a table. */
import { sql } from 'kysely';
import type { Queries } from './db.ts';
import { json } from './values.ts';

/**
 * For `with`: a list of objects `R` as rows, `columns` as `jsonb_to_recordset` wants them.
 *
 *     q.with('r', records<{ id: string; dueAt: InstantValue }>(p.ready, 'id uuid, "dueAt" timestamptz'))
 */
export function records<R>(list: unknown, columns: string) {
  return (q: Pick<Queries, 'selectFrom'>) =>
    q.selectFrom(sql<R>`jsonb_to_recordset(${json(list)})`.as(sql.raw(`r(${columns})`))).selectAll();
}
