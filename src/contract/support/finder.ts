/** Shapes of support's finder, which finds tickets and receipts by number, tickets and attempts by id, in all brands or one. */
import { z } from 'zod';
import { Id, InstantText } from '#contract/core/common.ts';
import { BrandRow } from '#contract/people/brand.ts';
import { ATTEMPT_STATES } from '#rules/contact/attempt.ts';
import { TicketRow } from './ticket.ts';

/** At least one of `number`, `attemptId` and `ticketId` is needed. `brandId` limits the search to one brand. */
export const FinderQuery = z
  .strictObject({
    /** The number of a ticket or receipt; each brand counts its own from 1. */
    number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
    attemptId: Id.optional(),
    ticketId: Id.optional(),
    brandId: Id.optional(),
  })
  .superRefine(({ number, attemptId, ticketId }, context) => {
    if (number === undefined && attemptId === undefined && ticketId === undefined)
      context.addIssue({ code: 'custom', path: ['number'], message: 'missing', params: { code: 'missing' } });
  });

const FoundTicket = TicketRow.pick({
  id: true,
  number: true,
  kind: true,
  start: true,
  end: true,
  state: true,
  brand: true,
}).extend({ type: z.literal('ticket') });

/** A receipt of a decision; a screen opens its attempt. It does not contain the customer. */
const FoundReceipt = z.object({
  type: z.literal('receipt'),
  id: Id,
  number: z.int(),
  decidedAt: InstantText,
  attemptId: Id,
  brand: BrandRow,
});

const FoundAttempt = z.object({
  type: z.literal('attempt'),
  id: Id,
  state: z.enum(ATTEMPT_STATES),
  createdAt: InstantText,
  brand: BrandRow,
});

/** Tickets come first, those that wait for support before the others; then receipts, newest first; then the attempt. */
export const FinderAnswer = z.object({
  items: z.array(z.discriminatedUnion('type', [FoundTicket, FoundReceipt, FoundAttempt])),
  /** Whether further brands have a ticket or receipt with that number. */
  more: z.boolean(),
});
export type FinderAnswer = z.infer<typeof FinderAnswer>;
export type FoundItem = FinderAnswer['items'][number];
