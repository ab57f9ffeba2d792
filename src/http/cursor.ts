/** Where a page ended, as text that callers hand back and do not look into. */
import { problem } from './problem.ts';

/** The keys of the last row of a page. */
export function cursorOf(keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys that `cursorOf` put in. Throws the problem `invalid` for anything it did not make. */
export function keysOf(cursor: string, count: number): readonly (string | number | null)[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const made = Array.isArray(keys) && keys.length === count && keys.every(isKey);
    if (made) return keys;
  } catch {
    // Not made here: told below.
  }
  throw problem('invalid', { faults: [{ path: 'cursor', code: 'custom', message: 'unknown cursor' }] });
}

function isKey(key: unknown): key is string | number | null {
  return key === null || typeof key === 'string' || (typeof key === 'number' && Number.isFinite(key));
}
