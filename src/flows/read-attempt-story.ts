/** One attempt and each decision on it, oldest first. */
import { attemptById } from '#db/attempts.ts';
import type { Reads } from '#db/db.ts';
import { handoverOfAttempt } from '#db/handovers.ts';
import { receiptOfRow, receiptsOfAttempt } from '#db/receipts.ts';
import { decisionOf } from '#rules/receipt-replay.ts';

/** Null where the brand has no such attempt. */
export async function readAttemptStory(db: Reads, brandId: string, id: string) {
  return db.read(brandId, async (reads) => {
    const finding = reads.run(attemptById, { brandId, id });
    const judging = reads.run(receiptsOfAttempt, { brandId, attemptId: id });
    const handing = reads.run(handoverOfAttempt, { brandId, attemptId: id });
    const [[attempt], rows, [handover = null]] = await Promise.all([finding, judging, handing]);
    if (!attempt) return null;
    const receipts = rows.map((row) => {
      const receipt = receiptOfRow(row);
      return { receipt, decision: decisionOf(receipt) };
    });
    return { attempt, receipts, handover };
  });
}
