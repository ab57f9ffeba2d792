/** Passes many rows to a statement as one argument, which the statement inserts or joins like a table. */
import { type RawBuilder, sql } from 'kysely';
import { columnName } from './column-names.ts';
import type { Queries } from './db.ts';
import { type InstantValue, isoOf, type JsonValue, json } from './sql-values.ts';

/** A row as the statement reads it: a number also fits a column of instants. */
type RowOf<R> = {
  [K in keyof R]: R[K] extends number ? InstantValue : R[K] extends number | null ? InstantValue | null : R[K];
};

/**
 * Makes a `with` query of a list of objects `R`. `columns` are written as `jsonb_to_recordset` expects them; the column
 * `due_at` reads the field `dueAt`.
 *
 *     q.with('r', records(p.ready, 'id uuid, due_at timestamptz'))
 */
export function recordsQuery<R>(list: readonly R[] | readonly object[], columns: string) {
  return (q: Pick<Queries, 'selectFrom'>) =>
    q
      .selectFrom(sql<RowOf<R>>`jsonb_to_recordset(${documentOf(list, columns)})`.as(sql.raw(`r(${columns})`)))
      .selectAll();
}

/** Makes the same rows for `from` in SQL text, under the name `r`. `r.*` has the columns in their order. */
export function recordset(list: unknown, columns: string): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${documentOf(list, columns)}) as ${sql.raw(`r(${columns})`)}`;
}

/**
 * Encodes the named columns of each object as JSON. Instants of `timestamptz` columns become RFC 3339, bytes become
 * `\x…`.
 */
function documentOf(list: unknown, columns: string): RawBuilder<JsonValue> {
  const types = [...columns.matchAll(/"?(\w+)"? ([\w[\]]+)/g)].map(
    ([, column = '', type]) => [column, columnName(column), type] as const,
  );
  const rowOf = (row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(types.map(([column, key, type]) => [column, encodeValue(row[key], type === 'timestamptz')]));
  return json(list, (rows: readonly Readonly<Record<string, unknown>>[]) => rows.map(rowOf));
}

function encodeValue(value: unknown, isInstant: boolean): unknown {
  if (isInstant && typeof value === 'number') return isoOf(value);
  return value instanceof Buffer ? bytesOf(value) : value;
}

/** Encodes bytes inside a JSON document as PostgreSQL's hexadecimal text. */
export function bytesOf(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
