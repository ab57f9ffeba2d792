/**
 * Reads support's queues over all brands. Only ids are read across brands, by functions that may do so; the rows are
 * read brand by brand.
 */
import type { Db, Reads } from '#db/core/db.ts';
import type { Page } from '#flows/core/list-page.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A queue. `waiting` has its ids in order, up to one more than `limit`. */
export interface Queue<R> {
  readonly waiting: readonly { readonly brandId: string; readonly id: string }[];
  readonly limit: number;
  readonly rowsOf: (reads: Db, brandId: string, ids: readonly string[]) => Promise<R[]>;
  /** Whether a row still belongs to the queue: it may have changed since the ids were read. */
  readonly isOf: (row: R) => boolean;
  readonly atOf: (row: R) => Instant;
}

/** Reads the rows in the order of the queue, with one snapshot for each brand, all at once. */
export async function readWaiting<R extends { readonly id: string }>(
  db: Reads,
  { waiting, limit, rowsOf, isOf, atOf }: Queue<R>,
): Promise<Page<R>> {
  const page = waiting.slice(0, limit);
  const byBrand = Map.groupBy(page, ({ brandId }) => brandId);
  const reading = Array.from(byBrand, ([brandId, entries]) => {
    const ids = entries.map(({ id }) => id);
    return db.read(brandId, (reads) => rowsOf(reads, brandId, ids));
  });
  const found = new Map((await Promise.all(reading)).flat().map((row) => [row.id, row]));
  const rows = page.flatMap(({ id }) => found.get(id) ?? []).filter(isOf);
  const last = waiting.length > limit ? rows.at(-1) : undefined;
  return { rows, last: last ? { at: atOf(last), id: last.id } : null };
}
