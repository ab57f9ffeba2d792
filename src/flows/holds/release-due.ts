/** What has come due in a brand: claimed, decided again with everything as it is now, and made ready, held again or ended (H2, H4). */

import { isPassing } from '#db/core/connection/unreachable.ts';
import type { Tx } from '#db/core/db.ts';
import { setLockTimeout } from '#db/core/lock-timeout.ts';
import { claimDueHolds, lockClaimedHolds, recordClaimFailure, releaseClaims } from '#db/holds/due-holds.ts';
import { lockQueues } from '#db/people/people.ts';
import { lockPolicyShared } from '#db/policy/policy-lock.ts';
import type { Instant } from '#rules/time/interval.ts';
import { carryOutReleases } from './carry-out-release.ts';
import { judgeReleases } from './judge-release.ts';
import type { Claim, ReleaseDeps, Released } from './release-batch.ts';

export interface ReleaseRound {
  readonly released: readonly Released[];
  /** How many were claimed: as many as asked for means that there may be more. */
  readonly claimed: number;
  /** What failed; the others went on. */
  readonly failures: readonly unknown[];
  /** The database was in the way: there is no more to be had of this brand for now. */
  readonly isHeldUp: boolean;
}

/** A server that died holds what it claimed no longer than this. */
const LEASE_MS = 20_000;
const RETRY_MS = 5_000;
/** Somebody writes to that customer, or imports them all. */
const BUSY_MS = 2_000;
const MOST_FAILURES = 3;

/**
 * Claims up to `limit` and releases them in one transaction. Where that fails, each in one of its own, so that one of
 * them alone is to blame; what is nobody's fault but the database's is let go and tried again for ever.
 */
export async function releaseDue(deps: ReleaseDeps, brandId: string, limit: number): Promise<ReleaseRound> {
  const { db, now, hostNow } = deps;
  const host = hostNow();
  const claims = await db.inBrand(brandId, (tx) =>
    tx.run(claimDueHolds, { brandId, byApp: now(), byHost: host, leaseUntil: host + LEASE_MS, limit }),
  );
  const claimed = claims.length;
  if (claimed === 0) return { released: [], claimed, failures: [], isHeldUp: false };
  try {
    return { released: await release(deps, brandId, claims), claimed, failures: [], isHeldUp: false };
  } catch (error) {
    if (isPassing(error)) await letGo(deps, brandId, claims);
    else if (claimed > 1) return { ...(await releaseEach(deps, brandId, claims, error)), claimed };
    else await fail(deps, brandId, claims[0] as Claim, error);
    return { released: [], claimed, failures: [error], isHeldUp: isPassing(error) };
  }
}

/** One by one, after all together failed for `reason`: which is told where each alone finds nothing wrong. */
async function releaseEach(deps: ReleaseDeps, brandId: string, claims: readonly Claim[], reason: unknown) {
  const released: Released[] = [];
  const failures: unknown[] = [];
  for (const [i, claim] of claims.entries()) {
    try {
      released.push(...(await release(deps, brandId, [claim])));
    } catch (error) {
      failures.push(error);
      if (isPassing(error)) {
        await letGo(deps, brandId, claims.slice(i));
        return { released, failures, isHeldUp: true };
      }
      await fail(deps, brandId, claim, error);
    }
  }
  return { released, failures: failures.length === 0 ? [reason] : failures, isHeldUp: false };
}

function release(deps: ReleaseDeps, brandId: string, claims: readonly Claim[]): Promise<readonly Released[]> {
  return deps.db.decideInBrand(brandId, async (tx) => {
    tx.send(setLockTimeout, {});
    tx.send(lockPolicyShared, { brandId });
    const sellerIds = [...new Set(claims.map(({ sellerId }) => sellerId))].toSorted();
    const people = tx.run(lockQueues, { brandId, personIds: sellerIds });
    const judged = await judgeReleases(deps, tx, brandId, claims, await people, taken(tx, brandId));
    sendBack(tx, brandId, judged.undecided, deps.hostNow() + RETRY_MS);
    sendBack(tx, brandId, judged.busy, deps.hostNow() + BUSY_MS);
    return carryOutReleases(deps, tx, brandId, judged.releases);
  });
}

/** Only what is still ours: whoever claimed it later, or changed it, has raised its fence. */
function taken(tx: Tx, brandId: string) {
  return async (claims: readonly Claim[]) => {
    const rows = await tx.run(lockClaimedHolds, { brandId, ids: claims.map(({ id }) => id) });
    const fences = new Map(claims.map(({ id, fence }) => [id, fence]));
    return rows.filter(({ id, fence }) => fences.get(id) === fence);
  };
}

function letGo({ db, hostNow }: ReleaseDeps, brandId: string, claims: readonly Claim[]): Promise<void> {
  return db.inBrand(brandId, async (tx) => sendBack(tx, brandId, claims, hostNow() + RETRY_MS));
}

function sendBack(tx: Tx, brandId: string, claims: readonly Claim[], leaseUntil: Instant): void {
  if (claims.length === 0) return;
  tx.send(releaseClaims, { brandId, claims: claims.map(({ id, fence }) => ({ id, fence })), leaseUntil });
}

/** A poisoned row is parked after a few tries, and stops nobody. */
function fail({ db, hostNow, now }: ReleaseDeps, brandId: string, { id, fence }: Claim, error: unknown): Promise<void> {
  const why = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown';
  const leaseUntil = hostNow() + RETRY_MS;
  return db.inBrand(brandId, async (tx) => {
    tx.send(recordClaimFailure, { brandId, id, fence, why, leaseUntil, most: MOST_FAILURES, at: now() });
  });
}
