/**
 * Adds a message to a ticket. After a message of the brand the ticket waits for support; after one of support it waits
 * for the brand or is closed.
 */
import type { Tx } from '#db/core/db.ts';
import { insertMailsToBrand, insertMailsToSupport } from '#db/mail/waiting-mails.ts';
import type { LiveEvent } from '#db/record/ledgers.ts';
import { insertTicketMessage } from '#db/support/ticket-messages.ts';
import { updateTicketState } from '#db/support/tickets.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { PersonActor, SupportActor } from '#flows/people/identify-caller.ts';
import { afterLastMessage, answerTicket, type LockedTicket, ticketEvent, ticketOf } from './answer-ticket.ts';
import type { TicketDeps } from './open-ticket.ts';

/** The text of a message. Only support may set `closes`. */
export interface MessageText {
  readonly text: string;
  readonly closes: boolean;
}

/**
 * Adds the message; `brandId` is the brand of the ticket. Returns `not_found` where the brand has no such ticket. The
 * brand's open screens get an event for messages of both sides, and the other side gets a mail.
 */
export function addTicketMessage(
  deps: TicketDeps,
  speaker: PersonActor | SupportActor,
  brandId: string,
  ticketId: string,
  { text, closes }: MessageText,
): Promise<'said' | 'not_found'> {
  return deps.db.inBrand(brandId, async (tx) => {
    const ticket = await ticketOf(tx, brandId, ticketId);
    if (!ticket) return 'not_found';
    const message = { brandId, ticket, messageId: deps.newId(), text, at: deps.now() };
    const event =
      speaker.kind === 'person'
        ? addToTicket(tx, speaker, message)
        : answerTicket(tx, {
            ...message,
            author: { authorId: speaker.supportId, authorName: speaker.name },
            version: null,
            closes,
          });
    const queued = { brandId, ticketId, at: deps.hostNow() };
    if (speaker.kind === 'person') tx.send(insertMailsToSupport, { ...queued, kind: 'ticket_message' });
    else tx.send(insertMailsToBrand, { ...queued, kind: 'ticket_answered', revision: null });
    await publishLiveEvent(tx, brandId, deps.hostNow(), event);
    return 'said';
  });
}

interface AddedMessage {
  readonly brandId: string;
  readonly ticket: LockedTicket;
  readonly messageId: string;
  readonly text: string;
  readonly at: number;
}

/** Adds a message of the brand. A ticket that waits already keeps its position in the queue. */
function addToTicket(tx: Tx, { personId, name }: PersonActor, message: AddedMessage): LiveEvent {
  const { brandId, ticket, messageId, text } = message;
  const at = afterLastMessage(ticket, message.at);
  const author = { side: 'brand', authorId: personId, authorName: name } as const;
  tx.send(insertTicketMessage, { brandId, id: messageId, ticketId: ticket.id, at, ...author, text, version: null });
  if (ticket.state !== 'open') tx.send(updateTicketState, { brandId, id: ticket.id, state: 'open', version: null, at });
  return ticketEvent(ticket);
}
