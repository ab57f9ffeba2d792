/** Explains one attempt: decides each of its contexts again, and reads how it waited and what its outcome was. */
import { findAttemptById, findNextAttempt } from '#db/contact/attempts.ts';
import { findHandover } from '#db/contact/handovers.ts';
import type { Reads } from '#db/core/db.ts';
import { listReceiptsOfAttempt, receiptOfRow } from '#db/record/receipts.ts';
import { readHoldSteps } from '#flows/holds/read-hold-steps.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { decide } from '#rules/contact/decide.ts';
import { explain } from '#rules/record/explain.ts';
import { contextOfReceipt, decisionOf, differences, zonesOf } from '#rules/record/receipt-replay.ts';
import { zoneFault } from '#rules/time/zone.ts';

export interface ExplainDeps {
  readonly db: Reads;
  readonly timelines: Timelines;
}

/** Returns the attempt with its decisions, oldest first; null where the brand has no such attempt. */
export async function explainAttempt({ db, timelines }: ExplainDeps, brandId: string, attemptId: string) {
  return db.read(brandId, async (reads) => {
    const findingAttempt = reads.run(findAttemptById, { brandId, id: attemptId });
    const readingReceipts = reads.run(listReceiptsOfAttempt, { brandId, attemptId });
    const findingHandover = reads.run(findHandover, { brandId, attemptId });
    const [[attempt], rows, [handover = null]] = await Promise.all([findingAttempt, readingReceipts, findingHandover]);
    if (!attempt) return null;
    const decisions = [];
    for (const row of rows) {
      const receipt = receiptOfRow(row);
      const clocks = await timelines.at(reads, brandId, receipt.policyRevision);
      const context = contextOfReceipt(receipt, clocks.timeline, clocks.around(receipt.decidedAt, zonesOf(receipt)));
      const decision = decisionOf(receipt);
      decisions.push({
        receipt,
        decision,
        explanation: explain(context),
        isSame: differences(decision, decide(context).decision).length === 0,
      });
    }
    const position = { brandId, customerId: attempt.customerId, at: attempt.createdAt, id: attemptId };
    const [next = null] = await reads.run(findNextAttempt, position);
    const holds = await readHoldSteps(reads, brandId, attemptId);
    const { zoneStore = null, zoneBrand = null } = decisions.at(-1)?.receipt ?? {};
    return { attempt, decisions, holds, handover, next, zone: knownZone(zoneStore, zoneBrand) };
  });
}

/** Returns the zone in which times are shown: the first that the runtime knows (C4). */
export function knownZone(...zones: readonly (string | null)[]): string {
  return zones.find((zone) => zone !== null && zoneFault(zone) === null) ?? 'UTC';
}

export type AttemptExplained = NonNullable<Awaited<ReturnType<typeof explainAttempt>>>;
