/**
 * Writes the support access log: who of the vendor's support opened or searched what in a brand, and when, so that the
 * brand can read it.
 */
import type { Database } from '#db/core/db.ts';
import { insertSupportAccess } from '#db/support/support-access-log.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Repeated reads of the same thing within this time are one entry, because an open page loads again and again. */
export const SAME_ACCESS_MS = 30 * 60_000;

/**
 * Writes an entry with the host's clock, which the demo cannot move. `searched` is the typed text; another text is
 * another entry. `isAct`: the entry is about something that was done, and every repetition is an entry of its own.
 */
export function logSupportAccess(
  deps: { readonly db: Database; readonly hostNow: () => Instant; readonly newId: () => string },
  brandId: string,
  { supportId, name }: { readonly supportId: string; readonly name: string },
  what: string,
  {
    attemptId = null,
    searched = null,
    isAct = false,
  }: { readonly attemptId?: string | null; readonly searched?: string | null; readonly isAct?: boolean } = {},
): Promise<void> {
  const at = deps.hostNow();
  const access = {
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
    tx.send(insertSupportAccess, { ...access, unlessSince: isAct ? null : at - SAME_ACCESS_MS }),
  );
}
