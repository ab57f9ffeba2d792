/**
 * Writes a batch of judged releases in one commit: the effect on each hold, one receipt for each decision, and live
 * events (H2, R3, R4).
 */
import type { Tx } from '#db/core/db.ts';
import { commitDecisions } from '#flows/core/commit-decisions.ts';
import { type Receipt, receiptOf } from '#rules/record/receipt.ts';
import type { JudgedRelease } from './judge-release.ts';
import type { ReleaseDeps, ReleaseResult } from './release-batch.ts';
import { effectsOf } from './release-effects.ts';

/** Commits all releases of the batch. */
export async function carryOutReleases(
  deps: ReleaseDeps,
  tx: Tx,
  brandId: string,
  releases: readonly JudgedRelease[],
): Promise<readonly ReleaseResult[]> {
  if (releases.length === 0) return [];
  const effects = await effectsOf(tx, brandId, releases);
  const decided = effects.map((effect, i) => {
    const { attemptId, sellerId: personId, storeId, customerId } = effect.hold;
    const body = { id: attemptId, state: effect.state, customerId };
    return {
      receipt: receiptOfRelease(deps, brandId, releases[i] as JudgedRelease),
      holdChanges: [effect.change],
      event: { kind: 'attempt', personId, storeId, body } as const,
    };
  });
  const { receiptKey, chainHeads: heads } = deps;
  await commitDecisions(tx, { brandId, at: deps.hostNow(), receiptKey, heads }, decided);
  return effects.map(({ hold, change }, i) => ({
    brandId,
    sellerId: hold.sellerId,
    storeId: hold.storeId,
    became: change.kind === 'ready' || change.kind === 'ended' ? change.kind : 'again',
    lateMs: (releases[i] as JudgedRelease).context.now - hold.dueAt,
  }));
}

/** Returns the receipt of a release; null where nothing was decided. */
function receiptOfRelease(
  deps: ReleaseDeps,
  brandId: string,
  { hold, row, context, decision }: JudgedRelease,
): Receipt | null {
  if (decision === null) return null;
  const ids = { brandId, id: deps.newId(), attemptId: hold.attemptId, customerId: hold.customerId };
  const related = { actorId: hold.sellerId, turnId: null, storeId: row.storeId };
  return receiptOf({ ...ids, ...related, suggestionId: row.suggestion?.id ?? null }, context, decision);
}
