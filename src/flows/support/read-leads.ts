/** Reads leads: those of a brand, and support's queue over all brands. */
import type { Reads } from '#db/core/db.ts';
import { findLeadsByIds, type LeadState, listLeads, listLeadsInState, listWaitingLeads } from '#db/support/leads.ts';
import { type PageAsked, pageOf } from '#flows/core/list-page.ts';
import { readWaiting } from './read-waiting.ts';

/** Reads a brand's leads, newest first; `state` null means all. */
export async function readLeads(db: Reads, brandId: string, state: LeadState | null, { after, limit }: PageAsked) {
  const args = { brandId, beforeAt: after?.at ?? null, beforeId: after?.id ?? null, limit: limit + 1 };
  const rows = await db.read(brandId, (reads) =>
    state === null ? reads.run(listLeads, args) : reads.run(listLeadsInState, { ...args, state }),
  );
  return pageOf(rows, limit, ({ createdAt }) => createdAt);
}

/** Reads the leads of all brands in one state, oldest first. */
export async function readLeadQueue(db: Reads, state: LeadState, { after, limit }: PageAsked) {
  const from = { afterAt: after?.at ?? null, afterId: after?.id ?? null };
  const waiting = await db.readOutside((reads) => reads.run(listWaitingLeads, { state, ...from, limit: limit + 1 }));
  return readWaiting(db, {
    waiting,
    limit,
    rowsOf: (reads, brandId, ids) => reads.run(findLeadsByIds, { brandId, ids }),
    isOf: (lead) => lead.state === state,
    atOf: ({ createdAt }) => createdAt,
  });
}
