/** Writes values into SQL whose type alone does not say how: instants and JSON. */
import { type ColumnType, type RawBuilder, sql } from 'kysely';
import { Placeholder } from './statement.ts';

declare const written: unique symbol;

/** An instant for a column. Only `instant` makes one, so that a bare number does not compile. */
export type InstantValue = number & { readonly [written]: true };

/** A `timestamptz` column: reading gives epoch milliseconds, writing goes through `instant`. */
export type InstantColumn = ColumnType<number, InstantValue, InstantValue>;

/** Makes an instant for a column or for a comparison with one. `at`: epoch milliseconds, or null for no instant. */
export function instant(at: number): RawBuilder<InstantValue>;
export function instant(at: number | null): RawBuilder<InstantValue | null>;
export function instant(at: number | null): RawBuilder<InstantValue | null> {
  return sql`${encodeOrDefer(at, (value) => (value === null ? null : isoOf(value)))}::timestamptz`;
}

/** Makes instants for a `timestamptz[]` column. */
export function instants(at: readonly number[]): RawBuilder<InstantValue[]> {
  return sql`${encodeOrDefer(at, (values) => values.map(isoOf))}::timestamptz[]`;
}

/**
 * Makes sets of instants, each given as intervals that are in order and apart. A set finds an instant by a search.
 */
export function instantSets(sets: readonly (readonly { start: number; end: number }[])[]): RawBuilder<unknown> {
  const textOf = (at: number) => (Number.isFinite(at) ? isoOf(at) : '');
  const encode = (values: typeof sets) =>
    values.map((set) => `{${set.map(({ start, end }) => `[${textOf(start)},${textOf(end)})`).join(',')}}`);
  return sql`${encodeOrDefer(sets, encode)}::tstzmultirange[]`;
}

/** A document for a column. Only `json` makes one, since the driver would send an array as a PostgreSQL array. */
export type JsonValue = object & { readonly [written]: true };

/** A `jsonb` column: reading gives a value whose shape the reader must know, writing goes through `json`. */
export type JsonColumn = ColumnType<unknown, JsonValue, JsonValue>;

/**
 * Makes a document for a column. `value`: anything that JSON can express, after `prepare` has converted it; null
 * becomes JSON's null, not SQL's.
 */
export function json(value: unknown, prepare: (value: never) => unknown = (plain) => plain): RawBuilder<JsonValue> {
  return sql`${encodeOrDefer(value, (plain) => JSON.stringify(prepare(plain as never)))}::jsonb`;
}

function encodeOrDefer<T>(value: T, encode: (value: T) => unknown): unknown {
  return (value as unknown) instanceof Placeholder ? (value as unknown as Placeholder).through(encode) : encode(value);
}

/** Formats an instant inside a document as RFC 3339, or as `infinity` or `-infinity`. */
export function isoOf(at: number): string {
  return Number.isFinite(at) ? new Date(at).toISOString() : at > 0 ? 'infinity' : '-infinity';
}
