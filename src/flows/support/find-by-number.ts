/** Finds tickets, receipts and attempts by a number or id that a person reads out to support, in any brand. */
import type { Reads } from '#db/core/db.ts';
import {
  findBrandOfAttempt,
  findBrandsWithReceipt,
  findReceiptByNumber,
  findTicketsByNumber,
  readAttemptOutline,
} from '#db/support/finder.ts';
import { findBrandOfTicket, findTicketsByIds } from '#db/support/tickets.ts';

/** At least one of `number`, `attemptId` and `ticketId` must be given. */
export interface FinderQuestion {
  readonly number: number | null;
  readonly attemptId: string | null;
  readonly ticketId: string | null;
  /** Null for all brands. */
  readonly brandId: string | null;
}

/** The most entries of a list. A person who reads out a number also knows the brand, which narrows a longer list. */
const MOST = 10;

export async function findByNumber(db: Reads, question: FinderQuestion) {
  const [tickets, receipts, attempts] = await Promise.all([
    findTickets(db, question),
    findReceipts(db, question),
    findAttempt(db, question),
  ]);
  return {
    tickets: tickets.slice(0, MOST),
    receipts: receipts.slice(0, MOST),
    attempts,
    more: tickets.length > MOST || receipts.length > MOST,
  };
}

type IdOfBrand = { readonly brandId: string; readonly id: string };

async function findTickets(db: Reads, { number, ticketId, brandId }: FinderQuestion) {
  const ids: IdOfBrand[] = [];
  if (number !== null)
    ids.push(
      ...(await db.readOutside((reads) => reads.run(findTicketsByNumber, { number, brandId, limit: MOST + 1 }))),
    );
  if (ticketId !== null) {
    const [found] = await db.readOutside((reads) => reads.run(findBrandOfTicket, { id: ticketId }));
    if (found?.brandId) ids.push({ brandId: found.brandId, id: ticketId });
  }
  const rows = ids
    .filter((each) => brandId === null || each.brandId === brandId)
    .map((each) =>
      db.read(each.brandId, (reads) => reads.run(findTicketsByIds, { brandId: each.brandId, ids: [each.id] })),
    );
  return (await Promise.all(rows)).flat();
}

async function findReceipts(db: Reads, { number, brandId }: FinderQuestion) {
  if (number === null) return [];
  const brands = await db.readOutside((reads) =>
    reads.run(findBrandsWithReceipt, { number, brandId, limit: MOST + 1 }),
  );
  const rows = brands.map((each) =>
    db.read(each.brandId, (reads) => reads.run(findReceiptByNumber, { brandId: each.brandId, number })),
  );
  return (await Promise.all(rows)).flat();
}

async function findAttempt(db: Reads, { attemptId, brandId }: FinderQuestion) {
  if (attemptId === null) return [];
  const [found] = await db.readOutside((reads) => reads.run(findBrandOfAttempt, { id: attemptId }));
  const ofBrand = found?.brandId ?? null;
  if (ofBrand === null || (brandId !== null && brandId !== ofBrand)) return [];
  return db.read(ofBrand, (reads) => reads.run(readAttemptOutline, { brandId: ofBrand, id: attemptId }));
}
