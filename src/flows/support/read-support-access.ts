/** Reads the support access log of a brand for its manager. */
import type { Reads } from '#db/core/db.ts';
import { listSupportAccess } from '#db/support/support-access-log.ts';
import { type PageAsked, pageOf } from '#flows/core/list-page.ts';

/** Reads a page of the log, newest first. */
export async function readSupportAccess(db: Reads, brandId: string, { after, limit }: PageAsked) {
  const page = { brandId, beforeAt: after?.at ?? null, beforeId: after?.id ?? null, limit: limit + 1 };
  const rows = await db.read(brandId, (reads) => reads.run(listSupportAccess, page));
  return pageOf(rows, limit, ({ at }) => at);
}
