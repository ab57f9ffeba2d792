/** One ticket with all that was said in it; who of the brand reads it has seen it. */
import type { Database } from '#db/core/db.ts';
import { listTicketMessages, markTicketSeen } from '#db/support/ticket-messages.ts';
import { findTicketById, listTicketsInState } from '#db/support/tickets.ts';

/** A page with more tickets that wait is not read: the queue has them all. */
const ALSO_WAITING = 20;

/**
 * `readerId`: a person of the brand; null for support, who sees and leaves no sign. Null where there is none.
 * `alsoWaiting`: the brand's other tickets that wait for support, the oldest first (A1).
 */
export async function seeTicket(db: Database, brandId: string, id: string, readerId: string | null) {
  const found = await db.read(brandId, async (reads) => {
    const finding = reads.run(findTicketById, { brandId, id, readerId });
    const listening = reads.run(listTicketMessages, { brandId, ticketId: id });
    const page = { brandId, readerId, beforeAt: null, beforeId: null, limit: ALSO_WAITING + 1 };
    const waiting = reads.run(listTicketsInState, { ...page, state: 'open' });
    const [[ticket], messages, open] = await Promise.all([finding, listening, waiting]);
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
