/** Support's word in a ticket: by itself, or as part of publishing the version that was asked for (A2). */
import type { Tx } from '#db/core/db.ts';
import type { LiveEvent } from '#db/record/ledgers.ts';
import { findLastMessageAt, insertTicketMessage } from '#db/support/ticket-messages.ts';
import { lockTicket, type TicketState, updateTicketState } from '#db/support/tickets.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A ticket that is held until the transaction's end. */
export interface HeldTicket {
  readonly id: string;
  readonly state: TicketState;
  /** The person of the brand who opened it. */
  readonly openedBy: string;
  /** When the last word was said in it. */
  readonly saidAt: Instant;
}

export interface TicketAnswer {
  readonly brandId: string;
  readonly ticket: HeldTicket;
  readonly messageId: string;
  readonly author: { readonly authorId: string; readonly authorName: string };
  /** Null: nothing is said, as where a version is published without an answer. */
  readonly text: string | null;
  /** Of the policy that was published for it: the ticket and the message name it. Null: none was. */
  readonly version: number | null;
  /** Settled with this; else it waits for the brand. */
  readonly closes: boolean;
  readonly at: Instant;
}

/** Takes the ticket; null where the brand has none of this id. After the policy's head, where both are taken. */
export async function ticketOf(tx: Tx, brandId: string, ticketId: string): Promise<HeldTicket | null> {
  // A second statement, not a part of the first: it sees what was said while the first one waited.
  const holding = tx.run(lockTicket, { brandId, id: ticketId });
  const listening = tx.run(findLastMessageAt, { brandId, ticketId });
  const [[held], [last]] = await Promise.all([holding, listening]);
  if (!held) return null;
  const { id, state, openedBy, createdAt } = held;
  return { id, state, openedBy, saidAt: last?.saidAt ?? createdAt };
}

/**
 * Sends what answers the ticket, and gives what the brand's managers are to be told as the ledger is taken
 * (`publishLiveEvent`). A `version` must have been appended to the policy's log before, in the same transaction.
 */
export function answerTicket(tx: Tx, answer: TicketAnswer): LiveEvent {
  const { brandId, ticket, messageId, author, text, version, closes } = answer;
  const at = afterLastWord(ticket, answer.at);
  if (text !== null) {
    const message = { brandId, id: messageId, ticketId: ticket.id, at, side: 'support', text, version } as const;
    tx.send(insertTicketMessage, { ...message, ...author });
  }
  tx.send(updateTicketState, { brandId, id: ticket.id, state: closes ? 'closed' : 'answered', version, at });
  return ticketEvent(ticket);
}

/** A word is later than the one before it, also where the demo's clock stands still or was moved back. */
export function afterLastWord({ saidAt }: HeldTicket, at: Instant): Instant {
  return Math.max(at, saidAt + 1);
}

/** For whoever opened it and, as all that is a person's, for the managers of the brand; for nobody of a store. */
export function ticketEvent({ id, openedBy }: Pick<HeldTicket, 'id' | 'openedBy'>): LiveEvent {
  return { kind: 'ticket', personId: openedBy, storeId: null, body: { ticketId: id } };
}
