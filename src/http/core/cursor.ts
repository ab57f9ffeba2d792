/** Encodes the position where a page of a list ended as opaque text, and decodes that text. */
import { z } from 'zod';
import { problem } from './problem.ts';
import { isStorable } from './storable-text.ts';

/** Encodes the keys of a page's last row. */
export function cursorOf(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * Decodes the keys that `cursorOf` encoded; `shape` describes them. Throws the problem `invalid` for every text that is
 * not byte for byte the cursor of such keys.
 */
export function keysOf<T extends readonly (string | number)[]>(cursor: string, shape: z.ZodType<T>): T {
  const keys = shape.safeParse(parseJson(cursor));
  if (!keys.success || cursorOf(keys.data) !== cursor) {
    throw problem('invalid', { faults: [{ path: 'cursor', code: 'bad_cursor' }] });
  }
  return keys.data;
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/** An instant as a key: whole milliseconds from 1970 to the end of the year 9999. */
export const InstantKey = z
  .int()
  .min(Date.UTC(1970, 0))
  .max(Date.UTC(10_000, 0) - 1);

/** A text as a key: any text that the database can store. */
export const TextKey = z.string().refine(isStorable);
