/** Inserts many rows with one statement: the demo has thousands of rows, and a round trip for each would take too long. */
import { sql } from 'kysely';
import type { Tx } from '#db/core/db.ts';
import { json } from '#db/core/sql-values.ts';

/** A row by the names of the table's columns; instants as RFC 3339, bytes as `\x…`. All rows of a call have the same columns. */
export type BulkRow = Readonly<Record<string, unknown>>;

/** The most rows of one statement: about a million characters of JSON. */
const ROWS = 2_000;

/** Inserts the rows in the transaction, 2,000 per statement. */
export async function insertRows(tx: Tx, table: string, rows: readonly BulkRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  for (let from = 0; from < rows.length; from += ROWS) {
    const part = json(rows.slice(from, from + ROWS));
    const name = sql.table(table);
    await sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${part})`.execute(
      tx.q,
    );
  }
}

/** Returns an instant as a bulk row has it. */
export function at(instant: number): string;
export function at(instant: number | null): string | null;
export function at(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
