/** Stores the wish of a brand whose plan has no quiet hours, with a way to reach the person (A1). */

import type { Database } from '#db/core/db.ts';
import { readBrandCard } from '#db/people/brands.ts';
import { findLeadsByIds, insertLead } from '#db/support/leads.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { includesQuietHours } from '#rules/policy/plan.ts';
import type { Instant } from '#rules/time/interval.ts';

interface LeaveLeadDeps {
  readonly db: Database;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/** Stores the lead. Returns `already_in_plan` where the plan has quiet hours: the brand can open a ticket, and nothing is stored. */
export function leaveLead(
  deps: LeaveLeadDeps,
  { brandId, personId, name }: PersonActor,
  wish: { readonly contact: string; readonly wish: string },
) {
  return deps.db.inBrand(brandId, async (tx) => {
    const [brand] = await tx.run(readBrandCard, { brandId });
    if (!brand) throw new Error(`The brand ${brandId} of the person does not exist.`);
    if (includesQuietHours(brand.plan)) return 'already_in_plan';
    const id = deps.newId();
    tx.send(insertLead, { brandId, id, personId, personName: name, ...wish, at: deps.now() });
    const [lead] = await tx.run(findLeadsByIds, { brandId, ids: [id] });
    if (!lead) throw new Error(`The lead ${id} was inserted and cannot be read back.`);
    return lead;
  });
}
