/** Reads and writes the messages of tickets, and up to which message each person of the brand has read. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** Inserts a message. `version`: the version of the policy that the message is about, whose event is written before. */
export const insertTicketMessage = preparedWrite<{
  brandId: string;
  id: string;
  ticketId: string;
  at: number;
  side: 'brand' | 'support';
  authorId: string;
  authorName: string;
  text: string;
  version: number | null;
}>()('insert_ticket_message', (q, p) =>
  q.insertInto('ticketMessages').values({
    brandId: p.brandId,
    id: p.id,
    ticketId: p.ticketId,
    at: instant(p.at),
    side: p.side,
    authorId: p.authorId,
    authorName: p.authorName,
    text: p.text,
    version: p.version,
  }),
);

/** Lists the messages of a ticket, oldest first. */
export const listTicketMessages = preparedRead<{ brandId: string; ticketId: string }>()(
  'list_ticket_messages',
  (q, p) =>
    q
      .selectFrom('ticketMessages')
      .where('brandId', '=', p.brandId)
      .where('ticketId', '=', p.ticketId)
      .orderBy('at')
      .orderBy('id')
      .select(['id', 'at', 'side', 'authorName as author', 'text', 'version']),
);

/**
 * Finds the instant of the last message; null: there is none. The answer stays right only while the ticket is locked.
 */
export const findLastMessageAt = preparedRead<{ brandId: string; ticketId: string }>()('find_last_message_at', (q, p) =>
  q
    .selectFrom('ticketMessages')
    .where('brandId', '=', p.brandId)
    .where('ticketId', '=', p.ticketId)
    .select(({ fn }) => fn.max('at').as('saidAt')),
);

/** Records that a person has read up to `seenAt`; never moves the mark back. */
export const markTicketSeen = preparedWrite<{ brandId: string; ticketId: string; personId: string; seenAt: number }>()(
  'mark_ticket_seen',
  (q, p) =>
    q
      .insertInto('ticketsSeen')
      .values({ brandId: p.brandId, ticketId: p.ticketId, personId: p.personId, seenAt: instant(p.seenAt) })
      .onConflict((clash) =>
        clash
          .columns(['brandId', 'ticketId', 'personId'])
          .doUpdateSet({ seenAt: sql`greatest(tickets_seen.seen_at, excluded.seen_at)` }),
      ),
);
