/**
 * Reads which page of a list a caller asks for, and makes the cursor of the next page. The lists are ordered by an
 * instant.
 */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import type { PageAsked, Place } from '#flows/core/list-page.ts';
import { cursorOf, InstantKey, keysOf } from './cursor.ts';

const PlaceKeys = z.tuple([InstantKey, Id]);

/** The page that the caller asks for. Throws the problem `invalid` for a cursor that `nextOf` did not make. */
export function parsePage({ cursor, limit }: { readonly cursor?: string | undefined; limit: number }): PageAsked {
  if (cursor === undefined) return { after: null, limit };
  const [at, id] = keysOf(cursor, PlaceKeys);
  return { after: { at, id }, limit };
}

export function nextOf(last: Place | null): string | null {
  return last && cursorOf([last.at, last.id]);
}
