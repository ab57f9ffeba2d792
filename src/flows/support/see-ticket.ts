/** One ticket with all that was said in it; who of the brand reads it has seen it. */
import type { Database } from '#db/core/db.ts';
import { ticketMessagesOf, ticketSeen } from '#db/support/ticket-messages.ts';
import { ticketById } from '#db/support/tickets.ts';

/** `readerId`: a person of the brand; null for support, who sees and leaves no sign. Null where there is none. */
export async function seeTicket(db: Database, brandId: string, id: string, readerId: string | null) {
  const found = await db.read(brandId, async (reads) => {
    const finding = reads.run(ticketById, { brandId, id, readerId });
    const listening = reads.run(ticketMessagesOf, { brandId, ticketId: id });
    const [[ticket], messages] = await Promise.all([finding, listening]);
    return ticket ? { ticket, messages } : null;
  });
  if (!found) return null;
  const { ticket, messages } = found;
  const last = messages.at(-1);
  if (readerId !== null && ticket.unread && last) {
    const seen = { brandId, ticketId: id, personId: readerId, seenAt: last.at };
    await db.inBrand(brandId, async (tx) => tx.send(ticketSeen, seen));
  }
  return { ...ticket, unread: false, messages };
}
