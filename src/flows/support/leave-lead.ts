/** A brand whose plan lacks quiet hours says that it would like them, and how to reach whoever has the wish (A1). */

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

/** `already_in_plan`: quiet hours are the brand's to ask for by a ticket, and nothing is kept. */
export function leaveLead(
  deps: LeaveLeadDeps,
  { brandId, personId, name }: PersonActor,
  wish: { readonly contact: string; readonly wish: string },
) {
  return deps.db.inBrand(brandId, async (tx) => {
    const [brand] = await tx.run(readBrandCard, { brandId });
    if (!brand) throw new Error('the person has no brand');
    if (includesQuietHours(brand.plan)) return 'already_in_plan';
    const id = deps.newId();
    tx.send(insertLead, { brandId, id, personId, personName: name, ...wish, at: deps.now() });
    const [lead] = await tx.run(findLeadsByIds, { brandId, ids: [id] });
    if (!lead) throw new Error('the lead was not kept');
    return lead;
  });
}
