/** Reads the log of erasures and exports of a brand for its manager. */
import type { Reads } from '#db/core/db.ts';
import { listPrivacyEntries } from '#db/customers/privacy/privacy-log.ts';
import { type PageAsked, pageOf } from '#flows/core/list-page.ts';

/** Reads a page of the log, newest first. */
export async function readPrivacyLog(db: Reads, brandId: string, { after, limit }: PageAsked) {
  const page = { brandId, beforeId: after?.id ?? null, limit: limit + 1 };
  const rows = await db.read(brandId, (reads) => reads.run(listPrivacyEntries, page));
  return pageOf(rows, limit, ({ at }) => at);
}
