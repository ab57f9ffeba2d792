/** The vendor's support looked into a brand: who, when, at what — so that the brand can be told. */
import type { Database } from '#db/core/db.ts';
import { insertSupportAccess } from '#db/support/support-access-log.ts';
import type { Instant } from '#rules/time/interval.ts';

/** An open page reads again and again: within so long it is one look. */
export const SAME_ACCESS_MS = 30 * 60_000;

/** Traced on the host's clock, which nobody can move. `searched`: what was typed; another text is another look. */
export function logSupportAccess(
  deps: { readonly db: Database; readonly hostNow: () => Instant; readonly newId: () => string },
  brandId: string,
  { supportId, name }: { readonly supportId: string; readonly name: string },
  what: string,
  { attemptId = null, searched = null }: { readonly attemptId?: string | null; readonly searched?: string | null } = {},
): Promise<void> {
  const at = deps.hostNow();
  const trace = {
    brandId,
    id: deps.newId(),
    at,
    supportId,
    supportName: name,
    what,
    reason: null,
    attemptId,
    searched,
  };
  return deps.db.inBrand(brandId, async (tx) =>
    tx.send(insertSupportAccess, { ...trace, unlessSince: at - SAME_ACCESS_MS }),
  );
}
