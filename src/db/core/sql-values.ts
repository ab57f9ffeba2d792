/** How a value of this program is written into SQL where its type alone does not say: instants and JSON. */
import { type ColumnType, type RawBuilder, sql } from 'kysely';
import { Placeholder } from './statement.ts';

declare const written: unique symbol;

/** An instant on its way into a column; only `instant` makes one, so that a bare number does not compile. */
export type InstantValue = number & { readonly [written]: true };

/** A `timestamptz` column: read as epoch milliseconds, written through `instant`. */
export type InstantColumn = ColumnType<number, InstantValue, InstantValue>;

/** `at`: epoch milliseconds, or null for no instant. For columns and for comparisons with them. */
export function instant(at: number): RawBuilder<InstantValue>;
export function instant(at: number | null): RawBuilder<InstantValue | null>;
export function instant(at: number | null): RawBuilder<InstantValue | null> {
  return sql`${encoded(at, (value) => (value === null ? null : isoOf(value)))}::timestamptz`;
}

/** Instants for a `timestamptz[]` column. */
export function instants(at: readonly number[]): RawBuilder<InstantValue[]> {
  return sql`${encoded(at, (values) => values.map(isoOf))}::timestamptz[]`;
}

/** A document on its way into a column; only `json` makes one, since the driver would take an array for Postgres's. */
export type JsonValue = object & { readonly [written]: true };

/** A `jsonb` column: read as what it holds, which the reader must know; written through `json`. */
export type JsonColumn = ColumnType<unknown, JsonValue, JsonValue>;

/** `value`: anything that JSON can hold, once `prepare` has changed it; null is JSON's null, not SQL's. */
export function json(value: unknown, prepare: (value: never) => unknown = (plain) => plain): RawBuilder<JsonValue> {
  return sql`${encoded(value, (plain) => JSON.stringify(prepare(plain as never)))}::jsonb`;
}

function encoded<T>(value: T, encode: (value: T) => unknown): unknown {
  return (value as unknown) instanceof Placeholder ? (value as unknown as Placeholder).through(encode) : encode(value);
}

/** An instant inside a document. */
export function isoOf(at: number): string {
  return Number.isFinite(at) ? new Date(at).toISOString() : at > 0 ? 'infinity' : '-infinity';
}
