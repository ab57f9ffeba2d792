/** Verifies a brand's chain of receipts from its first link to its head and reports where it is broken (R3). */
import type { Reads } from '#db/core/db.ts';
import { FIRST_LINK } from '#db/core/first-chain-link.ts';
import { readLedger } from '#db/record/ledgers.ts';
import { linkOf, listReceiptsFrom, receiptOfRow } from '#db/record/receipts.ts';

/** A head as it was written to a file: the number of receipts and the last link. */
export interface Head {
  readonly number: number;
  /** The link in hex. */
  readonly link: string;
}

export type Break =
  | { readonly kind: 'edited' | 'missing'; readonly number: number }
  | { readonly kind: 'cut' | 'head_differs'; readonly number: number };

export interface Verified {
  readonly receipts: number;
  readonly head: Head;
  /** The first fault; null where there is none. */
  readonly broken: Break | null;
}

const PAGE = 2_000;

/**
 * Verifies the chain. `edited` means that a receipt's bytes or link differ from the chain. `missing` means that a
 * number does not exist. `cut` means that the record ends before its ledger or before the known head, or that the
 * ledger is missing. `head_differs` means that the chain is not the one of that head.
 */
export async function verifyRecord(
  db: Reads,
  key: Uint8Array,
  brandId: string,
  known: Head | null = null,
): Promise<Verified> {
  // The ledger is read before the receipts. Decisions made meanwhile make the record longer than its ledger, never shorter.
  const [ledger] = await db.read(brandId, (reads) => reads.run(readLedger, { brandId }));
  const heads = [ledger && { number: ledger.receiptNumber, link: ledger.link.toString('hex') }, known];
  let [number, link] = [0, FIRST_LINK as Buffer];
  let broken: Break | null = null;
  for (;;) {
    const page = await db.read(brandId, (reads) =>
      reads.run(listReceiptsFrom, { brandId, after: number, limit: PAGE }),
    );
    for (const row of page) {
      const receipt = receiptOfRow(row);
      if (receipt.number !== number + 1) broken ??= { kind: 'missing', number: number + 1 };
      const expected = linkOf(key, link, receipt.number, withoutChain(receipt));
      if (!expected.equals(receipt.link)) broken ??= { kind: 'edited', number: receipt.number };
      [number, link] = [receipt.number, receipt.link];
      const differs = heads.some((head) => head?.number === number && head.link !== link.toString('hex'));
      if (differs) broken ??= { kind: 'head_differs', number };
    }
    if (page.length < PAGE) break;
  }
  if (!ledger || heads.some((head) => head && head.number > number)) broken ??= { kind: 'cut', number };
  return { receipts: number, head: { number, link: link.toString('hex') }, broken };
}

function withoutChain({ number, link, ...receipt }: ReturnType<typeof receiptOfRow>) {
  return receipt;
}
