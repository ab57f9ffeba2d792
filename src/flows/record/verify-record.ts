/**
 * Verifies a brand's chain of receipts and reports where it is broken (R3): from its first link, or from the mark that
 * retention left, to its head.
 */
import type { Reads } from '#db/core/db.ts';
import { FIRST_LINK } from '#db/core/first-chain-link.ts';
import { readLedger } from '#db/record/ledgers.ts';
import { linkOf, listReceiptsFrom, receiptOfRow } from '#db/record/receipts.ts';
import { readMark } from '#db/record/retention.ts';
import { sealOf } from './mark-seal.ts';

/** A head as it was written to a file: the number of receipts and the last link. */
export interface Head {
  readonly number: number;
  /** The link in hex. */
  readonly link: string;
}

export type Break =
  | { readonly kind: 'edited' | 'missing'; readonly number: number }
  | { readonly kind: 'cut' | 'head_differs'; readonly number: number }
  | { readonly kind: 'mark_edited' | 'not_deleted'; readonly number: number };

/** The last receipt that retention deleted, and the day (`YYYY-MM-DD`) of the deletion. */
export interface StartMark {
  readonly number: number;
  readonly day: string;
}

export interface Verified {
  readonly receipts: number;
  /** Where the record starts; null: at receipt 1. */
  readonly mark: StartMark | null;
  readonly head: Head;
  /** The first fault; null where there is none. */
  readonly broken: Break | null;
}

const PAGE = 2_000;

/**
 * Verifies the chain. `edited` means that a receipt's bytes or link differ from the chain. `missing` means that a
 * number does not exist; a record whose start is missing without a mark is broken so. `mark_edited` means that the mark's seal
 * is wrong, and `not_deleted` that there are receipts before the mark. `cut` means that the record ends before its ledger or before the known head, or that the
 * ledger is missing. `head_differs` means that the chain is not the one of that head. A known head from before the mark is
 * not compared.
 */
export async function verifyRecord(
  db: Reads,
  key: Uint8Array,
  brandId: string,
  known: Head | null = null,
): Promise<Verified> {
  for (let tries = 1; ; tries += 1) {
    const verified = await verifyOnce(db, key, brandId, known);
    if (verified.broken?.kind !== 'missing' || tries === MOST_TRIES) return verified;
    // Retention may have deleted receipts while the chain was walked.
    const [mark] = await db.read(brandId, (reads) => reads.run(readMark, { brandId }));
    if ((mark?.number ?? 0) === (verified.mark?.number ?? 0)) return verified;
  }
}

const MOST_TRIES = 5;

async function verifyOnce(db: Reads, key: Uint8Array, brandId: string, known: Head | null): Promise<Verified> {
  // The ledger is read before the receipts. Decisions made meanwhile make the record longer than its ledger, never shorter.
  const [[ledger], [mark], [first]] = await db.read(brandId, (reads) =>
    Promise.all([
      reads.run(readLedger, { brandId }),
      reads.run(readMark, { brandId }),
      reads.run(listReceiptsFrom, { brandId, after: 0, limit: 1 }),
    ]),
  );
  const heads = [ledger && { number: ledger.receiptNumber, link: ledger.link.toString('hex') }, known];
  let [number, link] = mark ? [mark.number, mark.link] : [0, FIRST_LINK as Buffer];
  let broken = mark ? markFault(key, brandId, mark, first?.number ?? null) : null;
  if (mark && heads.some((head) => head?.number === number && head.link !== link.toString('hex')))
    broken ??= { kind: 'head_differs', number };
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
  const start = mark ? { number: mark.number, day: mark.day } : null;
  return { receipts: number, mark: start, head: { number, link: link.toString('hex') }, broken };
}

function markFault(
  key: Uint8Array,
  brandId: string,
  mark: NonNullable<(typeof readMark)['row']>,
  first: number | null,
): Break | null {
  const { number } = mark;
  if (!sealOf(key, { ...mark, brandId }).equals(mark.seal)) return { kind: 'mark_edited', number };
  return first !== null && first <= number ? { kind: 'not_deleted', number: first } : null;
}

function withoutChain({ number, link, ...receipt }: ReturnType<typeof receiptOfRow>) {
  return receipt;
}
