/** The page of a list in an order of instants that a caller asks for, and the cursor to the next. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import type { PageAsked, Place } from '#flows/core/list-page.ts';
import { cursorOf, InstantKey, keysOf } from './cursor.ts';

const PlaceKeys = z.tuple([InstantKey, Id]);

/** Throws the problem `invalid` for a cursor that `nextOf` did not make. */
export function pageAsked({ cursor, limit }: { readonly cursor?: string | undefined; limit: number }): PageAsked {
  if (cursor === undefined) return { after: null, limit };
  const [at, id] = keysOf(cursor, PlaceKeys);
  return { after: { at, id }, limit };
}

export function nextOf(last: Place | null): string | null {
  return last && cursorOf([last.at, last.id]);
}
