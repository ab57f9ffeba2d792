/** A word in a ticket: the brand's makes it wait for support, support's for the brand, or settles it. */
import type { Tx } from '#db/core/db.ts';
import type { LiveEvent } from '#db/record/ledgers.ts';
import { insertTicketMessage } from '#db/support/ticket-messages.ts';
import { updateTicketState } from '#db/support/tickets.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { PersonActor, SupportActor } from '#flows/people/identify-caller.ts';
import { afterLastWord, answerTicket, type HeldTicket, ticketEvent, ticketOf } from './answer-ticket.ts';
import type { TicketDeps } from './open-ticket.ts';

/** `closes` is support's alone. */
export interface Word {
  readonly text: string;
  readonly closes: boolean;
}

/** `brandId`: of the ticket. A person's own, else there is none. Both sides' open screens of the brand hear of it. */
export function addTicketMessage(
  deps: TicketDeps,
  speaker: PersonActor | SupportActor,
  brandId: string,
  ticketId: string,
  { text, closes }: Word,
): Promise<'said' | 'not_found'> {
  return deps.db.inBrand(brandId, async (tx) => {
    const ticket = await ticketOf(tx, brandId, ticketId);
    if (!ticket) return 'not_found';
    const word = { brandId, ticket, messageId: deps.newId(), text, at: deps.now() };
    const event =
      speaker.kind === 'person'
        ? addToTicket(tx, speaker, word)
        : answerTicket(tx, {
            ...word,
            author: { authorId: speaker.supportId, authorName: speaker.name },
            version: null,
            closes,
          });
    await publishLiveEvent(tx, brandId, deps.hostNow(), event);
    return 'said';
  });
}

interface AddedWord {
  readonly brandId: string;
  readonly ticket: HeldTicket;
  readonly messageId: string;
  readonly text: string;
  readonly at: number;
}

/** A ticket that waits already keeps its place in the queue. */
function addToTicket(tx: Tx, { personId, name }: PersonActor, word: AddedWord): LiveEvent {
  const { brandId, ticket, messageId, text } = word;
  const at = afterLastWord(ticket, word.at);
  const author = { side: 'brand', authorId: personId, authorName: name } as const;
  tx.send(insertTicketMessage, { brandId, id: messageId, ticketId: ticket.id, at, ...author, text, version: null });
  if (ticket.state !== 'open') tx.send(updateTicketState, { brandId, id: ticket.id, state: 'open', version: null, at });
  return ticketEvent(ticket);
}
