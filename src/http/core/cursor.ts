/** Where a page ended, as text that callers hand back and do not look into. */
import { z } from 'zod';
import { problem } from './problem.ts';
import { isStorable } from './storable-text.ts';

/** The keys of the last row of a page. */
export function cursorOf(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * The keys that `cursorOf` put in, as `shape` describes them. Throws the problem `invalid` for every text that is not
 * byte for byte what `cursorOf` makes of such keys.
 */
export function keysOf<T extends readonly (string | number)[]>(cursor: string, shape: z.ZodType<T>): T {
  const keys = shape.safeParse(parsed(cursor));
  if (!keys.success || cursorOf(keys.data) !== cursor) {
    throw problem('invalid', { faults: [{ path: 'cursor', code: 'bad_cursor' }] });
  }
  return keys.data;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/** An instant of a row: whole milliseconds of a year that is written with four digits. */
export const InstantKey = z
  .int()
  .min(Date.UTC(1970, 0))
  .max(Date.UTC(10_000, 0) - 1);

/** A text of a row, as the database may hold it. */
export const TextKey = z.string().refine(isStorable);
