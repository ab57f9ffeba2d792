/** Reads a whole list page by page for an export, so that a slow reader keeps no transaction open and little memory is used. */
import type { Place } from '#flows/core/list-page.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Rows of one read of an export: few round trips, and little memory. */
const EXPORT_ROWS = 2_000;

interface Placed {
  readonly id: string;
  readonly eventAt: Instant;
}

/** Yields the pages that `readPage` reads, each after the last row of the page before. */
export async function* readPages<R extends Placed>(
  readPage: (after: Place | null, limit: number) => Promise<readonly R[]>,
): AsyncGenerator<readonly R[]> {
  let after: Place | null = null;
  for (;;) {
    const rows: readonly R[] = await readPage(after, EXPORT_ROWS);
    yield rows;
    const last = rows.at(-1);
    if (rows.length < EXPORT_ROWS || last === undefined) return;
    after = { at: last.eventAt, id: last.id };
  }
}
