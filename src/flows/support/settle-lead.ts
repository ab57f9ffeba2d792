/** Settles a lead after support talked to the brand, or opens it again. */
import type { Database } from '#db/core/db.ts';
import { findBrandOfLead, findLeadsByIds, type LeadState, updateLeadState } from '#db/support/leads.ts';
import type { Instant } from '#rules/time/interval.ts';

/**
 * Sets the state; null where there is no such lead. Setting the same state again changes nothing: the first person who
 * settled the lead stays named.
 */
export async function settleLead(
  { db, now }: { readonly db: Database; readonly now: () => Instant },
  id: string,
  state: LeadState,
  by: string,
) {
  const [found] = await db.readOutside((reads) => reads.run(findBrandOfLead, { id }));
  const brandId = found?.brandId ?? null;
  if (brandId === null) return null;
  return db.inBrand(brandId, async (tx) => {
    tx.send(updateLeadState, { brandId, id, state, by, at: now() });
    const [lead] = await tx.run(findLeadsByIds, { brandId, ids: [id] });
    return lead ?? null;
  });
}
