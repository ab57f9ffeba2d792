/** What support has to confirm before it publishes a policy for this brand (A4). */
import type { Db, Tx } from '#db/db.ts';
import { storesOf } from '#db/stores.ts';
import { type Lint, lintPolicy } from '#rules/lint.ts';
import type { Policy } from '#rules/policy.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Read with the stores as they are now; a publication reads them in its own transaction. */
export async function lintsOf(
  db: Db | Tx,
  { brandId, zone }: { readonly brandId: string; readonly zone: string },
  policy: Policy,
  now: Instant,
): Promise<readonly Lint[]> {
  return lintPolicy(policy, await db.run(storesOf, { brandId }), zone, now);
}
