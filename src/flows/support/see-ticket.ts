/** Reads one ticket with all its messages, and marks it as read by a person of the brand. */
import type { Database } from '#db/core/db.ts';
import { listTicketMessages, markTicketSeen } from '#db/support/ticket-messages.ts';
import { findTicketById, listTicketsInState } from '#db/support/tickets.ts';

/** The most further waiting tickets that are listed; the queue has them all. */
const ALSO_WAITING = 20;

/**
 * Reads the ticket; null where it does not exist. `readerId` is a person of the brand; it is null for support, whose
 * reading is not marked. `alsoWaiting` has the brand's other tickets that wait for support, oldest first (A1).
 */
export async function seeTicket(db: Database, brandId: string, id: string, readerId: string | null) {
  const found = await db.read(brandId, async (reads) => {
    const finding = reads.run(findTicketById, { brandId, id, readerId });
    const readingMessages = reads.run(listTicketMessages, { brandId, ticketId: id });
    const page = { brandId, readerId, beforeAt: null, beforeId: null, limit: ALSO_WAITING + 1 };
    const waiting = reads.run(listTicketsInState, { ...page, state: 'open' });
    const [[ticket], messages, open] = await Promise.all([finding, readingMessages, waiting]);
    const alsoWaiting = open
      .filter((other) => other.id !== id)
      .slice(0, ALSO_WAITING)
      .toReversed();
    return ticket ? { ticket, messages, alsoWaiting } : null;
  });
  if (!found) return null;
  const { ticket, messages, alsoWaiting } = found;
  const last = messages.at(-1);
  if (readerId !== null && ticket.unread && last) {
    const seen = { brandId, ticketId: id, personId: readerId, seenAt: last.at };
    await db.inBrand(brandId, async (tx) => tx.send(markTicketSeen, seen));
  }
  return { ...ticket, unread: false, messages, alsoWaiting };
}
