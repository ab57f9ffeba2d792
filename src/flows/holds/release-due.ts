/** Releases a brand's due holds: claims them, decides each again, and makes it ready, gives it a new minute or ends it (H2, H4). */

import { isPassing } from '#db/core/connection/unreachable.ts';
import type { Tx } from '#db/core/db.ts';
import { setLockTimeout } from '#db/core/lock-timeout.ts';
import { claimDueHolds, lockClaimedHolds, recordClaimFailure, returnClaims } from '#db/holds/due-holds.ts';
import { lockQueues } from '#db/people/people.ts';
import { lockPolicyShared } from '#db/policy/policy-lock.ts';
import type { Instant } from '#rules/time/interval.ts';
import { carryOutReleases } from './carry-out-release.ts';
import { judgeReleases } from './judge-release.ts';
import type { Claim, ReleaseDeps, ReleaseResult } from './release-batch.ts';

export interface ReleaseRound {
  readonly released: readonly ReleaseResult[];
  /** The number of claimed holds. Where it equals the limit, more holds may be due. */
  readonly claimed: number;
  /** The errors of holds that failed; the other holds were released. */
  readonly failures: readonly unknown[];
  /** The database failed for all holds, so the caller tries this brand later. */
  readonly isDatabaseBlocked: boolean;
}

/** A claim of a server that died ends after this time. */
const LEASE_MS = 20_000;
const RETRY_MS = 5_000;
/** The time until the next try where another transaction has locked the customer, for example an import of all customers. */
const BUSY_MS = 2_000;
const MOST_FAILURES = 3;

/**
 * Claims up to `limit` holds and releases them in one transaction. Where that fails, each hold is released in a
 * transaction of its own, so that one faulty hold does not stop the others. Errors of the database, which no hold
 * causes, return the claims; these holds are tried again for ever.
 */
export async function releaseDue(deps: ReleaseDeps, brandId: string, limit: number): Promise<ReleaseRound> {
  const { db, now, hostNow } = deps;
  const host = hostNow();
  const claims = await db.inBrand(brandId, (tx) =>
    tx.run(claimDueHolds, { brandId, byApp: now(), byHost: host, leaseUntil: host + LEASE_MS, limit }),
  );
  const claimed = claims.length;
  if (claimed === 0) return { released: [], claimed, failures: [], isDatabaseBlocked: false };
  try {
    return { released: await release(deps, brandId, claims), claimed, failures: [], isDatabaseBlocked: false };
  } catch (error) {
    if (isPassing(error)) await returnClaimsAlone(deps, brandId, claims);
    else if (claimed > 1) return { ...(await releaseEach(deps, brandId, claims, error)), claimed };
    else await recordFailure(deps, brandId, claims[0] as Claim, error);
    return { released: [], claimed, failures: [error], isDatabaseBlocked: isPassing(error) };
  }
}

/** Releases the claims one by one after the batch failed for `reason`. `reason` is reported where no single release fails. */
async function releaseEach(deps: ReleaseDeps, brandId: string, claims: readonly Claim[], reason: unknown) {
  const released: ReleaseResult[] = [];
  const failures: unknown[] = [];
  for (const [i, claim] of claims.entries()) {
    try {
      released.push(...(await release(deps, brandId, [claim])));
    } catch (error) {
      failures.push(error);
      if (isPassing(error)) {
        await returnClaimsAlone(deps, brandId, claims.slice(i));
        return { released, failures, isDatabaseBlocked: true };
      }
      await recordFailure(deps, brandId, claim, error);
    }
  }
  return { released, failures: failures.length === 0 ? [reason] : failures, isDatabaseBlocked: false };
}

function release(deps: ReleaseDeps, brandId: string, claims: readonly Claim[]): Promise<readonly ReleaseResult[]> {
  return deps.db.decideInBrand(brandId, async (tx) => {
    tx.send(setLockTimeout, {});
    tx.send(lockPolicyShared, { brandId });
    const sellerIds = [...new Set(claims.map(({ sellerId }) => sellerId))].toSorted();
    const people = tx.run(lockQueues, { brandId, personIds: sellerIds });
    const judged = await judgeReleases(deps, tx, brandId, claims, await people, lockStillClaimed(tx, brandId));
    sendReturnOfClaims(tx, brandId, judged.undecided, deps.hostNow() + RETRY_MS);
    sendReturnOfClaims(tx, brandId, judged.busy, deps.hostNow() + BUSY_MS);
    return carryOutReleases(deps, tx, brandId, judged.releases);
  });
}

/** Locks the claimed holds whose fence number is unchanged. A later claim or a change raises the fence number. */
function lockStillClaimed(tx: Tx, brandId: string) {
  return async (claims: readonly Claim[]) => {
    const rows = await tx.run(lockClaimedHolds, { brandId, ids: claims.map(({ id }) => id) });
    const fences = new Map(claims.map(({ id, fence }) => [id, fence]));
    return rows.filter(({ id, fence }) => fences.get(id) === fence);
  };
}

function returnClaimsAlone({ db, hostNow }: ReleaseDeps, brandId: string, claims: readonly Claim[]): Promise<void> {
  return db.inBrand(brandId, async (tx) => sendReturnOfClaims(tx, brandId, claims, hostNow() + RETRY_MS));
}

function sendReturnOfClaims(tx: Tx, brandId: string, claims: readonly Claim[], leaseUntil: Instant): void {
  if (claims.length === 0) return;
  tx.send(returnClaims, { brandId, claims: claims.map(({ id, fence }) => ({ id, fence })), leaseUntil });
}

/** Records the failure of one hold. After three failures the hold is parked, so that it does not stop others. */
function recordFailure(
  { db, hostNow, now }: ReleaseDeps,
  brandId: string,
  { id, fence }: Claim,
  error: unknown,
): Promise<void> {
  const why = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown';
  const leaseUntil = hostNow() + RETRY_MS;
  return db.inBrand(brandId, async (tx) => {
    tx.send(recordClaimFailure, { brandId, id, fence, why, leaseUntil, most: MOST_FAILURES, at: now() });
  });
}
