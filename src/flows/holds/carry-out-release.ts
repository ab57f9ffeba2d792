/** A batch of judged releases in one commit: what becomes of each, a receipt a decision, and what open screens are told (H2, R3, R4). */
import type { Tx } from '#db/core/db.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import { eventsLogged, ledgerHeld, ledgerMoved, listenersWoken } from '#db/record/ledgers.ts';
import { linkOf, sendReceipts } from '#db/record/receipts.ts';
import { type Receipt, receiptOf } from '#rules/record/receipt.ts';
import type { JudgedRelease } from './judge-release.ts';
import type { ReleaseDeps, Released } from './release-due.ts';
import { effectsOf } from './release-effects.ts';

/** Writes all of them, one receipt a decision; the ledger is taken last. */
export async function carryOutReleases(
  deps: ReleaseDeps,
  tx: Tx,
  brandId: string,
  releases: readonly JudgedRelease[],
): Promise<readonly Released[]> {
  if (releases.length === 0) return [];
  const effects = await effectsOf(tx, brandId, releases);
  applyHoldChanges(
    tx,
    brandId,
    effects.map(({ change }) => change),
  );

  const [ledger] = await tx.run(ledgerHeld, { brandId });
  if (!ledger) throw new Error('the brand has no ledger');
  const { link, receiptNumber } = sendChained(deps, tx, ledger, receiptsOf(deps, brandId, releases));
  const events = effects.map(({ hold, state }, i) => ({
    number: ledger.eventNumber + 1 + i,
    kind: 'attempt' as const,
    personId: hold.sellerId,
    storeId: hold.storeId,
    body: { id: hold.attemptId, state, customerId: hold.customerId },
  }));
  tx.send(eventsLogged, { brandId, events, at: deps.hostNow() });
  tx.send(ledgerMoved, { brandId, receiptNumber, link, eventNumber: ledger.eventNumber + events.length });
  tx.send(listenersWoken, { brandId });
  return releases.map(({ hold, release, context }) => ({
    brandId,
    sellerId: hold.sellerId,
    storeId: hold.storeId,
    became: release.kind,
    lateMs: context.now - hold.dueAt,
  }));
}

function receiptsOf(deps: ReleaseDeps, brandId: string, releases: readonly JudgedRelease[]): readonly Receipt[] {
  return releases.flatMap(({ hold, row, context, decision }) => {
    if (decision === null) return [];
    const ids = { brandId, id: deps.newId(), attemptId: hold.attemptId, customerId: hold.customerId };
    const whose = { actorId: hold.sellerId, turnId: null, storeId: row.storeId };
    return [receiptOf({ ...ids, ...whose, suggestionId: row.suggestion?.id ?? null }, context, decision)];
  });
}

/** R3. Answers the chain's new head. */
function sendChained(
  { receiptKey }: ReleaseDeps,
  tx: Tx,
  head: { readonly link: Buffer; readonly receiptNumber: number },
  receipts: readonly Receipt[],
) {
  let { link, receiptNumber } = head;
  const chained = receipts.map((receipt) => {
    receiptNumber++;
    link = linkOf(receiptKey, link, receiptNumber, receipt);
    return { ...receipt, number: receiptNumber, link };
  });
  sendReceipts(tx, chained);
  return { link, receiptNumber };
}
