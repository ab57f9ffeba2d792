/** What has come due in a brand: claimed, decided again with everything as it is now, and made ready, held again or ended (H2, H4). */
import type { Database, Tx } from '#db/db.ts';
import { claimedHoldsTaken, claimFailed, claimLetGo, dueHoldsClaimed } from '#db/due-holds.ts';
import { noDozing } from '#db/no-dozing.ts';
import { queuesTaken } from '#db/people.ts';
import type { Instant } from '#rules/time/interval.ts';
import { carryOutReleases, judgeReleases } from './carry-out-release.ts';
import type { Timelines } from './timelines.ts';

export interface ReleaseDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  readonly clockIsSafe: () => boolean;
  readonly newId: () => string;
  readonly tzVersion: string;
  readonly receiptKey: Uint8Array;
}

/** A claimed row, and the fence that says whose it is. */
export interface Claim {
  readonly id: string;
  readonly fence: number;
  readonly attemptId: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly storeId: string;
}

/** One step of one held contact, as metrics and notices hear of it. */
export interface Released {
  readonly brandId: string;
  readonly sellerId: string;
  readonly storeId: string;
  readonly became: 'ready' | 'again' | 'ended';
  /** How long after its minute, by the application's clock. */
  readonly lateMs: number;
}

export interface ReleaseRound {
  readonly released: readonly Released[];
  /** How many were claimed: as many as asked for means that there may be more. */
  readonly claimed: number;
  /** What failed, by its own fault; the others went on. */
  readonly failures: readonly unknown[];
}

/** A server that died holds what it claimed no longer than this. */
const LEASE_MS = 20_000;
const RETRY_MS = 5_000;
const MOST_FAILURES = 3;

/** Claims up to `limit` and releases them in one transaction; where that fails, each in one of its own. */
export async function releaseDue(deps: ReleaseDeps, brandId: string, limit: number): Promise<ReleaseRound> {
  const { db, now, hostNow } = deps;
  const host = hostNow();
  const claims = await db.inBrand(brandId, (tx) =>
    tx.run(dueHoldsClaimed, { brandId, byApp: now(), byHost: host, leaseUntil: host + LEASE_MS, limit }),
  );
  if (claims.length === 0) return { released: [], claimed: 0, failures: [] };
  try {
    return { released: await release(deps, brandId, claims), claimed: claims.length, failures: [] };
  } catch (error) {
    if (claims.length === 1) return { ...(await fail(deps, brandId, claims[0] as Claim, error)), claimed: 1 };
  }
  const released: Released[] = [];
  const failures: unknown[] = [];
  for (const claim of claims) {
    try {
      released.push(...(await release(deps, brandId, [claim])));
    } catch (error) {
      failures.push(...(await fail(deps, brandId, claim, error)).failures);
    }
  }
  return { released, claimed: claims.length, failures };
}

function release(deps: ReleaseDeps, brandId: string, claims: readonly Claim[]): Promise<readonly Released[]> {
  return deps.db.inBrand(brandId, async (tx) => {
    tx.send(noDozing, {});
    const sellerIds = [...new Set(claims.map(({ sellerId }) => sellerId))].toSorted();
    const people = tx.run(queuesTaken, { brandId, personIds: sellerIds });
    const judged = await judgeReleases(deps, tx, brandId, claims, await people, taken(tx, brandId, claims));
    if (judged.undecided.length > 0) {
      const ids = judged.undecided.map(({ id }) => id);
      tx.send(claimLetGo, { brandId, ids, leaseUntil: deps.hostNow() + RETRY_MS });
    }
    return carryOutReleases(deps, tx, brandId, judged.releases);
  });
}

/** Only what is still ours: whoever claimed it later, or changed it, has raised its fence. */
function taken(tx: Tx, brandId: string, claims: readonly Claim[]) {
  return async () => {
    const rows = await tx.run(claimedHoldsTaken, { brandId, ids: claims.map(({ id }) => id) });
    const fences = new Map(claims.map(({ id, fence }) => [id, fence]));
    return rows.filter(({ id, fence }) => fences.get(id) === fence);
  };
}

/** A poisoned row is parked after a few tries; what is nobody's fault but the database's is tried again for ever. */
async function fail({ db, hostNow, now }: ReleaseDeps, brandId: string, { id, fence }: Claim, error: unknown) {
  const why = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown';
  const leaseUntil = hostNow() + RETRY_MS;
  await db.inBrand(brandId, async (tx) => {
    tx.send(claimFailed, { brandId, id, fence, why, leaseUntil, most: MOST_FAILURES, at: now() });
  });
  return { released: [], failures: [error] };
}
