/** The vendor's support looked into a brand: who, when, at what — so that the brand can be told. */
import type { Database } from '#db/db.ts';
import { lookTraced } from '#db/support-looks.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Traced on the host's clock, which nobody can move. */
export function look(
  deps: { readonly db: Database; readonly hostNow: () => Instant; readonly newId: () => string },
  brandId: string,
  { supportId, name }: { readonly supportId: string; readonly name: string },
  what: string,
): Promise<void> {
  const trace = { brandId, id: deps.newId(), at: deps.hostNow(), supportId, supportName: name, what };
  return deps.db.inBrand(brandId, async (tx) => tx.send(lookTraced, trace));
}
