/** Unmasks the customer of one attempt for support, for half an hour and with a reason that the brand can read. */
import { findAttemptById } from '#db/contact/attempts.ts';
import type { Database } from '#db/core/db.ts';
import { insertSupportAccess, upsertReveal } from '#db/support/support-access-log.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface RevealDeps {
  readonly db: Database;
  /** The host's clock, which the demo cannot move. */
  readonly hostNow: () => Instant;
  readonly newId: () => string;
}

/** How long a customer stays unmasked, about the length of a phone call. */
export const REVEALED_MS = 30 * 60_000;

/** Unmasks the customer and writes the access log in the same commit. Returns false where the brand has no such attempt. */
export function revealCustomer(
  deps: RevealDeps,
  { supportId, name }: { readonly supportId: string; readonly name: string },
  { brandId, attemptId, reason }: { readonly brandId: string; readonly attemptId: string; readonly reason: string },
): Promise<boolean> {
  return deps.db.inBrand(brandId, async (tx) => {
    const [attempt] = await tx.run(findAttemptById, { brandId, id: attemptId });
    if (!attempt) return false;
    const at = deps.hostNow();
    tx.send(upsertReveal, { brandId, supportId, attemptId, at, until: at + REVEALED_MS });
    const access = { id: deps.newId(), supportId, supportName: name, what: 'reveal', reason, attemptId };
    tx.send(insertSupportAccess, { brandId, at, ...access, searched: null, unlessSince: null });
    return true;
  });
}
