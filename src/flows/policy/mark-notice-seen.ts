/** Records that a person has read the notice about the quiet hours, so that it is not shown again (A8). */
import type { Database } from '#db/core/db.ts';
import { markNoticeSeen as markNotice } from '#db/policy/quiet-hours.ts';
import type { Instant } from '#rules/time/interval.ts';

export function markNoticeSeen(
  { db }: { readonly db: Database },
  seen: { readonly brandId: string; readonly personId: string; readonly notice: string; readonly at: Instant },
): Promise<void> {
  return db.inBrand(seen.brandId, async (tx) => tx.send(markNotice, seen));
}
