/** Opens a ticket by which a brand manager asks for quiet hours, for other hours, or for none (A1). */

import type { Database } from '#db/core/db.ts';
import { insertMailsToSupport } from '#db/mail/waiting-mails.ts';
import { readBrandCard } from '#db/people/brands.ts';
import { insertTicket, lockTicketNumbers } from '#db/support/tickets.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { includesQuietHours, type Plan } from '#rules/policy/plan.ts';
import type { Instant } from '#rules/time/interval.ts';
import { ticketEvent } from './answer-ticket.ts';

export interface TicketDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  readonly newId: () => string;
}

/** The hours as `HH:mm`; they must differ. Both are null for `deactivate`, and only then. */
export interface TicketWish {
  readonly kind: 'activate' | 'change' | 'deactivate';
  readonly start: string | null;
  readonly end: string | null;
  readonly reason: string;
}

export type OpenTicketAnswer =
  | { readonly kind: 'opened'; readonly ticketId: string }
  | { readonly kind: 'plan_required'; readonly plan: Plan };

/** Opens the ticket and queues a mail to support. A brand may have several open tickets; support sees all of them. */
export function openTicket(
  deps: TicketDeps,
  { brandId, personId, name }: PersonActor,
  wish: TicketWish,
): Promise<OpenTicketAnswer> {
  return deps.db.inBrand<OpenTicketAnswer>(brandId, async (tx) => {
    const [brand] = await tx.run(readBrandCard, { brandId });
    if (!brand) throw new Error(`The brand ${brandId} of the person does not exist.`);
    const plan = brand.plan;
    if (!includesQuietHours(plan)) return { kind: 'plan_required', plan };

    const id = deps.newId();
    const ticket = { brandId, id, ...wish, openedBy: personId, openedName: name, at: deps.now() };
    tx.send(lockTicketNumbers, { brandId });
    tx.send(insertTicket, ticket);
    tx.send(insertMailsToSupport, { kind: 'ticket_opened', brandId, ticketId: id, at: deps.hostNow() });
    await publishLiveEvent(tx, brandId, deps.hostNow(), ticketEvent(ticket));
    return { kind: 'opened', ticketId: id };
  });
}
