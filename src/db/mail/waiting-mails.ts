/** Queues mails about a ticket or about quiet hours within the transaction of what they tell, so that a crash loses none. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** Queues a mail to each person of support. Several messages in one ticket make one mail, until a server begins to send it. */
export const insertMailsToSupport = preparedWrite<{
  kind: 'ticket_opened' | 'ticket_message';
  brandId: string;
  ticketId: string;
  at: number;
}>()('insert_mails_to_support', (q, p) =>
  q.selectNoFrom(
    sql`insert_mails_to_support(${p.kind}::text, ${p.brandId}::uuid, ${p.ticketId}::uuid, ${instant(p.at)})`.as(
      'queued',
    ),
  ),
);

/**
 * Queues a mail to the person who opened the ticket; without a ticket, or where that person has no e-mail, to each of
 * the brand's managers who has one. `revision`: the event of the policy's log that the mail tells; null for an answer.
 */
export const insertMailsToBrand = preparedWrite<{
  kind: 'ticket_answered' | 'hours_changed';
  brandId: string;
  ticketId: string | null;
  revision: number | null;
  at: number;
}>()('insert_mails_to_brand', (q, p) =>
  q.selectNoFrom(
    sql`insert_mails_to_brand(${p.kind}::text, ${p.brandId}::uuid, ${p.ticketId}::uuid, ${p.revision}::int,
      ${instant(p.at)})`.as('queued'),
  ),
);
