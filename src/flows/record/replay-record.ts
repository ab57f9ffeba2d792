/** Decides every recorded context again and reports each decision that differs from the recorded bytes (R2). */
import type { Reads } from '#db/core/db.ts';
import { listReceiptsFrom, receiptOfRow } from '#db/record/receipts.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { decide } from '#rules/contact/decide.ts';
import type { Decision } from '#rules/contact/decision.ts';
import { contextOfReceipt, decisionOf, differences, zonesOf } from '#rules/record/receipt-replay.ts';

export interface Difference {
  readonly number: number;
  readonly receiptId: string;
  readonly fields: readonly (keyof Decision)[];
  /** Whether the receipt was recorded with another version of the tz data. Such a difference is reported and is not a failure. */
  readonly otherTzData: boolean;
}

const PAGE = 2_000;

/** Calls `onDifference` for each difference. Returns how many receipts were decided again. */
export async function replayRecord(
  { db, timelines, tzVersion }: { readonly db: Reads; readonly timelines: Timelines; readonly tzVersion: string },
  brandId: string,
  onDifference: (difference: Difference) => void,
): Promise<number> {
  let [judged, after] = [0, 0];
  for (;;) {
    const page = await db.read(brandId, async (reads) => {
      const rows = await reads.run(listReceiptsFrom, { brandId, after, limit: PAGE });
      for (const row of rows) {
        const receipt = receiptOfRow(row);
        const clocks = await timelines.at(reads, brandId, receipt.policyRevision);
        const quiet = clocks.around(receipt.decidedAt, zonesOf(receipt));
        const { decision } = decide(contextOfReceipt(receipt, clocks.timeline, quiet));
        const fields = differences(decisionOf(receipt), decision);
        const otherTzData = receipt.tzVersion !== tzVersion;
        if (fields.length > 0) onDifference({ number: receipt.number, receiptId: receipt.id, fields, otherTzData });
      }
      return rows;
    });
    judged += page.length;
    after = page.at(-1)?.number ?? after;
    if (page.length < PAGE) return judged;
  }
}
