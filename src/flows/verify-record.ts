/** Walks a brand's chain of receipts from its first link to its head, and says where it is broken (R3). */
import type { Reads } from '#db/db.ts';
import { ledgerRead } from '#db/ledgers.ts';
import { FIRST_LINK, linkOf, receiptOfRow, receiptsFrom } from '#db/receipts.ts';

/** A head as it was written out: how many receipts there were, and the last link. */
export interface Head {
  readonly number: number;
  /** Hex. */
  readonly link: string;
}

export type Break =
  | { readonly kind: 'edited' | 'missing'; readonly number: number }
  | { readonly kind: 'cut' | 'head_differs'; readonly number: number };

export interface Verified {
  readonly receipts: number;
  readonly head: Head;
  /** The first fault; null: none. */
  readonly broken: Break | null;
}

const PAGE = 2_000;

/**
 * `edited`: a receipt's bytes or link are not what the chain says; `missing`: a number is not there; `cut`: the record
 * ends before its ledger, or before a head that was written out; `head_differs`: it is another chain than that head's.
 */
export async function verifyRecord(
  db: Reads,
  key: Uint8Array,
  brandId: string,
  known: Head | null = null,
): Promise<Verified> {
  let [number, link] = [0, FIRST_LINK as Buffer];
  let broken: Break | null = null;
  for (;;) {
    const page = await db.read(brandId, (reads) => reads.run(receiptsFrom, { brandId, after: number, limit: PAGE }));
    for (const row of page) {
      const receipt = receiptOfRow(row);
      if (receipt.number !== number + 1) broken ??= { kind: 'missing', number: number + 1 };
      const expected = linkOf(key, link, receipt.number, withoutChain(receipt));
      if (!expected.equals(receipt.link)) broken ??= { kind: 'edited', number: receipt.number };
      [number, link] = [receipt.number, receipt.link];
      if (known?.number === number && known.link !== link.toString('hex')) broken ??= { kind: 'head_differs', number };
    }
    if (page.length < PAGE) break;
  }
  const [ledger] = await db.read(brandId, (reads) => reads.run(ledgerRead, { brandId }));
  if (ledger && (ledger.receiptNumber > number || (known?.number ?? 0) > number)) broken ??= { kind: 'cut', number };
  if (ledger?.receiptNumber === number && !ledger.link.equals(link)) broken ??= { kind: 'head_differs', number };
  return { receipts: number, head: { number, link: link.toString('hex') }, broken };
}

function withoutChain({ number, link, ...receipt }: ReturnType<typeof receiptOfRow>) {
  return receipt;
}
