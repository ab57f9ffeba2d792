/** The page of a list in an order of instants that a caller asks for, and the cursor to the next. */
import { Id } from '#contract/common.ts';
import type { PageAsked, Place } from '#flows/page.ts';
import { cursorOf, keysOf } from './cursor.ts';
import { problem } from './problem.ts';

/** Throws the problem `invalid` for a cursor that `nextOf` did not make. */
export function pageAsked({ cursor, limit }: { readonly cursor?: string | undefined; limit: number }): PageAsked {
  if (cursor === undefined) return { after: null, limit };
  const [at, id] = keysOf(cursor, 2);
  if (!isInstant(at) || !Id.safeParse(id).success) throw problem('invalid');
  return { after: { at, id: String(id) }, limit };
}

export function nextOf(last: Place | null): string | null {
  return last && cursorOf([last.at, last.id]);
}

/** Whole milliseconds of a year that is written with four digits. */
export function isInstant(key: unknown): key is number {
  return Number.isSafeInteger(key) && Number(key) >= 0 && Number(key) < Date.UTC(10_000, 0);
}
