/** Lists that are read page by page in an order of instants: after which row a page begins, and which ends it. */
import type { Instant } from '#rules/time/interval.ts';

/** Where a row stands in such a list; among rows of one instant the id says. */
export interface Place {
  readonly at: Instant;
  readonly id: string;
}

export interface PageAsked {
  /** The last row of the page before; null: from the beginning. */
  readonly after: Place | null;
  readonly limit: number;
}

export interface Page<R> {
  readonly rows: readonly R[];
  /** The page's last row; null where nothing follows. */
  readonly last: Place | null;
}

/** `rows`: up to one more than `limit`, so that it is known whether anything follows. */
export function pageOf<R extends { readonly id: string }>(
  rows: readonly R[],
  limit: number,
  atOf: (row: R) => Instant,
): Page<R> {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page, last: last ? { at: atOf(last), id: last.id } : null };
}
