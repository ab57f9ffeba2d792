/** Many rows in one statement: the demo makes thousands, and a round trip for each would be waited for. */
import { sql } from 'kysely';
import type { Tx } from '#db/core/db.ts';
import { json } from '#db/core/sql-values.ts';

/** Names as the table's columns; instants as RFC 3339, bytes as `\x…`. Every row has the same columns. */
export type BulkRow = Readonly<Record<string, unknown>>;

/** A million characters of JSON are enough for a statement. */
const ROWS = 2_000;

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

/** An instant for a bulk row. */
export function at(instant: number): string;
export function at(instant: number | null): string | null;
export function at(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
