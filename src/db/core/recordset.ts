/** Rows that are handed over as one argument: inserted at once, or joined like a table. */
import { type RawBuilder, sql } from 'kysely';
import { columnName } from './column-names.ts';
import type { Queries } from './db.ts';
import { type InstantValue, isoOf, type JsonValue, json } from './sql-values.ts';

/** As a statement reads it: a number fits a column of instants, too. */
type RowOf<R> = {
  [K in keyof R]: R[K] extends number ? InstantValue : R[K] extends number | null ? InstantValue | null : R[K];
};

/**
 * For `with`: a list of objects `R` as rows, `columns` as `jsonb_to_recordset` wants them: `due_at` is the field `dueAt`.
 *
 *     q.with('r', records(p.ready, 'id uuid, due_at timestamptz'))
 */
export function records<R>(list: readonly R[] | readonly object[], columns: string) {
  return (q: Pick<Queries, 'selectFrom'>) =>
    q
      .selectFrom(sql<RowOf<R>>`jsonb_to_recordset(${documentOf(list, columns)})`.as(sql.raw(`r(${columns})`)))
      .selectAll();
}

/** The same for `from` in SQL text, as `r`. `r.*` has the columns in their order. */
export function recordset(list: unknown, columns: string): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${documentOf(list, columns)}) as ${sql.raw(`r(${columns})`)}`;
}

/** Only the named columns of each object. Instants of `timestamptz` columns become RFC 3339, bytes become `\x…`. */
function documentOf(list: unknown, columns: string): RawBuilder<JsonValue> {
  const types = [...columns.matchAll(/"?(\w+)"? ([\w[\]]+)/g)].map(
    ([, column = '', type]) => [column, columnName(column), type] as const,
  );
  const rowOf = (row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(types.map(([column, key, type]) => [column, written(row[key], type === 'timestamptz')]));
  return json(list, (rows: readonly Readonly<Record<string, unknown>>[]) => rows.map(rowOf));
}

function written(value: unknown, isInstant: boolean): unknown {
  if (isInstant && typeof value === 'number') return isoOf(value);
  return value instanceof Buffer ? bytesOf(value) : value;
}

/** Bytes inside a document. */
export function bytesOf(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
