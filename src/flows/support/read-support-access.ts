/** What the vendor's support looked at in a brand, for its manager. */
import type { Reads } from '#db/core/db.ts';
import { looksPage } from '#db/support/support-access-log.ts';
import { type PageAsked, pageOf } from '#flows/core/page.ts';

/** Newest first. */
export async function readLooks(db: Reads, brandId: string, { after, limit }: PageAsked) {
  const page = { brandId, beforeAt: after?.at ?? null, beforeId: after?.id ?? null, limit: limit + 1 };
  const rows = await db.read(brandId, (reads) => reads.run(looksPage, page));
  return pageOf(rows, limit, ({ at }) => at);
}
