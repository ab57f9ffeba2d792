/** Adds support's answer to a ticket: alone, or as part of publishing the version that the ticket asked for (A2). */
import type { Tx } from '#db/core/db.ts';
import type { LiveEvent } from '#db/record/ledgers.ts';
import { findLastMessageAt, insertTicketMessage } from '#db/support/ticket-messages.ts';
import { lockTicket, type TicketState, updateTicketState } from '#db/support/tickets.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A ticket that the transaction locks until its end. */
export interface LockedTicket {
  readonly id: string;
  readonly state: TicketState;
  /** The person of the brand who opened it. */
  readonly openedBy: string;
  /** The instant of the last message. */
  readonly saidAt: Instant;
}

export interface TicketAnswer {
  readonly brandId: string;
  readonly ticket: LockedTicket;
  readonly messageId: string;
  readonly author: { readonly authorId: string; readonly authorName: string };
  /** The text of the answer; null for none, as where a version is published without an answer. */
  readonly text: string | null;
  /** The version that was published for the ticket; ticket and message name it. Null where none was. */
  readonly version: number | null;
  /** Whether the ticket is closed; else it waits for the brand. */
  readonly closes: boolean;
  readonly at: Instant;
}

/** Locks the ticket; null where the brand has no such ticket. A caller that also locks the policy head locks that first. */
export async function ticketOf(tx: Tx, brandId: string, ticketId: string): Promise<LockedTicket | null> {
  // The second statement is separate from the first, so that it sees messages that were added while the first one waited for the lock.
  const locking = tx.run(lockTicket, { brandId, id: ticketId });
  const readingLast = tx.run(findLastMessageAt, { brandId, ticketId });
  const [[locked], [last]] = await Promise.all([locking, readingLast]);
  if (!locked) return null;
  const { id, state, openedBy, createdAt } = locked;
  return { id, state, openedBy, saidAt: last?.saidAt ?? createdAt };
}

/**
 * Sends the statements of an answer, and returns the live event for the brand's managers, which the caller publishes
 * with the ledger (`publishLiveEvent`). A `version` must have been appended to the policy's log before, in the same
 * transaction.
 */
export function answerTicket(tx: Tx, answer: TicketAnswer): LiveEvent {
  const { brandId, ticket, messageId, author, text, version, closes } = answer;
  const at = afterLastMessage(ticket, answer.at);
  if (text !== null) {
    const message = { brandId, id: messageId, ticketId: ticket.id, at, side: 'support', text, version } as const;
    tx.send(insertTicketMessage, { ...message, ...author });
  }
  tx.send(updateTicketState, { brandId, id: ticket.id, state: closes ? 'closed' : 'answered', version, at });
  return ticketEvent(ticket);
}

/** Returns an instant later than the last message, even where the demo's clock was stopped or moved back. */
export function afterLastMessage({ saidAt }: LockedTicket, at: Instant): Instant {
  return Math.max(at, saidAt + 1);
}

/** The live event of a ticket: for the person who opened it and for the brand's managers, not for people of a store. */
export function ticketEvent({ id, openedBy }: Pick<LockedTicket, 'id' | 'openedBy'>): LiveEvent {
  return { kind: 'ticket', personId: openedBy, storeId: null, body: { ticketId: id } };
}
