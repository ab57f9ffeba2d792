/** Reads the list of a brand's imports, and the refused rows of one of them. */
import type { Reads } from '#db/core/db.ts';
import { listImports, readFindings } from '#db/import/uploads.ts';
import { type Page, type PageAsked, pageOf } from '#flows/core/list-page.ts';
import type { RefusedRow } from './summary.ts';

export type ImportListRow = Awaited<ReturnType<typeof readImports>>['rows'][number];

/** Reads a page of the brand's imports, newest first. */
export async function readImports(db: Reads, brandId: string, { after, limit }: PageAsked) {
  const { at: beforeAt = null, id: beforeId = null } = after ?? {};
  const rows = await db.read(brandId, (reads) =>
    reads.run(listImports, { brandId, beforeAt, beforeId, limit: limit + 1 }),
  );
  return pageOf(rows, limit, ({ createdAt }) => createdAt) satisfies Page<unknown>;
}

/** Yields the refused rows of an import, part by part, so that the server's memory does not grow with the file. */
export async function* readRefusedRows(db: Reads, brandId: string, id: string): AsyncGenerator<readonly RefusedRow[]> {
  for (let part = 0; ; part += 1) {
    const [row] = await db.read(brandId, (reads) => reads.run(readFindings, { brandId, id, part }));
    if (row === undefined) return;
    yield row.findings as readonly RefusedRow[];
  }
}
