/** Reads the views under which servers of the previous version find renamed tables (migration 0034). */
import type pg from 'pg';

/** Returns the view of each renamed table, by the table's present name. */
export async function readOldTableNames(owner: Pick<pg.ClientBase, 'query'>): Promise<ReadonlyMap<string, string>> {
  const { rows } = await owner.query<{ table: string; view: string }>(
    `select table_name as table, view_name as view from information_schema.view_table_usage where view_schema = 'public'`,
  );
  return new Map(rows.map(({ table, view }) => [table, view]));
}
