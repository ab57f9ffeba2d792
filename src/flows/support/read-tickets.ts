/** Reads tickets: those of a brand, and support's queue over all brands. */
import type { Reads } from '#db/core/db.ts';
import {
  countTicketsWithNews,
  findTicketsByIds,
  listTickets,
  listTicketsInState,
  listWaitingTickets,
  type TicketState,
} from '#db/support/tickets.ts';
import { type PageAsked, pageOf } from '#flows/core/list-page.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { readWaiting } from './read-waiting.ts';

/**
 * Reads a brand's tickets, newest first; `state` null means all. `unread` is the number of all tickets with messages
 * that this person has not read.
 */
export async function readTickets(
  db: Reads,
  { brandId, personId: readerId }: PersonActor,
  state: TicketState | null,
  { after, limit }: PageAsked,
) {
  const args = { brandId, readerId, beforeAt: after?.at ?? null, beforeId: after?.id ?? null, limit: limit + 1 };
  const [rows, [news]] = await db.read(brandId, (reads) =>
    Promise.all([
      state === null ? reads.run(listTickets, args) : reads.run(listTicketsInState, { ...args, state }),
      reads.run(countTicketsWithNews, { brandId, readerId }),
    ]),
  );
  return { ...pageOf(rows, limit, ({ createdAt }) => createdAt), unread: news?.unread ?? 0 };
}

/** Reads the tickets of all brands in one state; the one that waits longest comes first. */
export async function readTicketQueue(db: Reads, state: TicketState, { after, limit }: PageAsked) {
  const from = { afterAt: after?.at ?? null, afterId: after?.id ?? null };
  const waiting = await db.readOutside((reads) => reads.run(listWaitingTickets, { state, ...from, limit: limit + 1 }));
  return readWaiting(db, {
    waiting,
    limit,
    rowsOf: (reads, brandId, ids) => reads.run(findTicketsByIds, { brandId, ids }),
    isOf: (ticket) => ticket.state === state,
    atOf: ({ updatedAt }) => updatedAt,
  });
}
