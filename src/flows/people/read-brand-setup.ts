/** Reads what a new brand still lacks, for its manager's first screen. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Reads } from '#db/core/db.ts';
import { readSetupState } from '#db/people/brand-setup.ts';
import { storesWithoutAccount } from '#db/sign-in/missing-sign-ins.ts';
import { type MissingPart, missingParts } from '#rules/people/brand-setup.ts';
import { includesQuietHours, type Plan } from '#rules/policy/plan.ts';

/** Returns the missing parts; null if there is no such brand. */
export async function readBrandSetup(
  { db, auth }: { readonly db: Reads; readonly auth: AuthDb },
  brandId: string,
): Promise<MissingPart[] | null> {
  const [state] = await db.read(brandId, (reads) => reads.run(readSetupState, { brandId }));
  if (!state) return null;
  const withoutAccount = state.stores === 0 ? [] : await storesWithoutAccount(db, auth, brandId);
  const closed = new Set([...state.storesWithoutPin, ...withoutAccount.map(({ id }) => id)]);
  return missingParts({
    ...state,
    storesWithoutSignIn: closed.size,
    hasAskedForQuietHours: state.hasAskedForQuietHours || !includesQuietHours(state.plan as Plan),
  });
}
