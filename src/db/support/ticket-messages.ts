/** What is said in a ticket, by either side, and up to where each person of the brand has read it. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/values.ts';

/** `version`: of the policy that the message tells of; its event is written before. */
export const ticketMessageAdded = preparedWrite<{
  brandId: string;
  id: string;
  ticketId: string;
  at: number;
  side: 'brand' | 'support';
  authorId: string;
  authorName: string;
  text: string;
  version: number | null;
}>()('ticket_message_added', (q, p) =>
  q.insertInto('ticket_messages').values({
    brand_id: p.brandId,
    id: p.id,
    ticket_id: p.ticketId,
    at: instant(p.at),
    side: p.side,
    author_id: p.authorId,
    author_name: p.authorName,
    text: p.text,
    version: p.version,
  }),
);

/** Oldest first. */
export const ticketMessagesOf = preparedRead<{ brandId: string; ticketId: string }>()('ticket_messages_of', (q, p) =>
  q
    .selectFrom('ticket_messages')
    .where('brand_id', '=', p.brandId)
    .where('ticket_id', '=', p.ticketId)
    .orderBy('at')
    .orderBy('id')
    .select(['id', 'at', sql<'brand' | 'support'>`side`.as('side'), 'author_name as author', 'text', 'version']),
);

/** When the last word was said; null where none was. Right where the ticket is held. */
export const ticketSaidAt = preparedRead<{ brandId: string; ticketId: string }>()('ticket_said_at', (q, p) =>
  q
    .selectFrom('ticket_messages')
    .where('brand_id', '=', p.brandId)
    .where('ticket_id', '=', p.ticketId)
    .select(({ fn }) => fn.max('at').as('saidAt')),
);

/** A person has read up to `seenAt`; never back. */
export const ticketSeen = preparedWrite<{ brandId: string; ticketId: string; personId: string; seenAt: number }>()(
  'ticket_seen',
  (q, p) =>
    q
      .insertInto('tickets_seen')
      .values({ brand_id: p.brandId, ticket_id: p.ticketId, person_id: p.personId, seen_at: instant(p.seenAt) })
      .onConflict((clash) =>
        clash
          .columns(['brand_id', 'ticket_id', 'person_id'])
          .doUpdateSet({ seen_at: sql`greatest(tickets_seen.seen_at, excluded.seen_at)` }),
      ),
);
