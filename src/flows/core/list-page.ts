/** Pages of lists that are ordered by an instant: where a page begins and where it ends. */
import type { Instant } from '#rules/time/interval.ts';

/** The position of a row in such a list; rows of one instant are ordered by id. */
export interface Place {
  readonly at: Instant;
  readonly id: string;
}

export interface PageAsked {
  /** The last row of the page before; null for the first page. */
  readonly after: Place | null;
  readonly limit: number;
}

export interface Page<R> {
  readonly rows: readonly R[];
  /** The page's last row; null where no row follows. */
  readonly last: Place | null;
}

/** Cuts a page from `rows`, which the caller reads with a limit one higher, so that a further row shows that another page follows. */
export function pageOf<R extends { readonly id: string }>(
  rows: readonly R[],
  limit: number,
  atOf: (row: R) => Instant,
): Page<R> {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page, last: last ? { at: atOf(last), id: last.id } : null };
}
