/** Reads the story of an attempt: the attempt with each of its decisions, oldest first. */
import { findAttemptById } from '#db/contact/attempts.ts';
import { findHandover } from '#db/contact/handovers.ts';
import type { Reads } from '#db/core/db.ts';
import { listReceiptsOfAttempt, receiptOfRow } from '#db/record/receipts.ts';
import { decisionOf } from '#rules/record/receipt-replay.ts';

/** Returns the story; null where the brand has no such attempt. */
export async function readAttemptStory(db: Reads, brandId: string, id: string) {
  return db.read(brandId, async (reads) => {
    const findingAttempt = reads.run(findAttemptById, { brandId, id });
    const readingReceipts = reads.run(listReceiptsOfAttempt, { brandId, attemptId: id });
    const findingHandover = reads.run(findHandover, { brandId, attemptId: id });
    const [[attempt], rows, [handover = null]] = await Promise.all([findingAttempt, readingReceipts, findingHandover]);
    if (!attempt) return null;
    const receipts = rows.map((row) => {
      const receipt = receiptOfRow(row);
      return { receipt, decision: decisionOf(receipt) };
    });
    return { attempt, receipts, handover };
  });
}
