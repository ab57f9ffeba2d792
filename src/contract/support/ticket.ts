/** Shapes of tickets: a brand asks for quiet hours, support answers in the ticket's messages (A1, A2). */
import { z } from 'zod';
import { Cursor, Id, InstantText, listOf, writtenText } from '#contract/core/common.ts';
import { BrandRow } from '#contract/people/brand.ts';

/** A minute of the day as `HH:mm`; only an end may be `24:00`. */
const StartTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const EndTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

export const TicketKind = z.enum(['activate', 'change', 'deactivate']);
/**
 * `open`: the ticket waits for support. `answered`: it waits for the brand. `closed`: it is settled; a message of the
 * brand opens it again.
 */
export const TicketState = z.enum(['open', 'answered', 'closed']);

/** `start` and `end` are needed for `activate` and `change`, and must differ (T3). */
export const OpenTicket = z
  .strictObject({
    kind: TicketKind,
    start: StartTime.optional(),
    end: EndTime.optional(),
    reason: writtenText(2000),
  })
  .superRefine(({ kind, start, end }, context) => {
    const refuse = (path: string, code: string) =>
      context.addIssue({ code: 'custom', path: [path], message: code, params: { code } });
    if (kind === 'deactivate') {
      if (start !== undefined) refuse('start', 'not_for_deactivate');
      if (end !== undefined) refuse('end', 'not_for_deactivate');
      return;
    }
    if (start === undefined) refuse('start', 'missing');
    if (end === undefined) refuse('end', 'missing');
    if (start !== undefined && start === end) refuse('end', 'equal_times');
  });
export type OpenTicket = z.infer<typeof OpenTicket>;

/** A row of the brand's list or of support's queue. */
export const TicketRow = z.object({
  id: Id,
  /** Each brand counts its tickets from 1. */
  number: z.int(),
  kind: TicketKind,
  start: z.string().nullable(),
  end: z.string().nullable(),
  reason: z.string(),
  state: TicketState,
  openedBy: z.string(),
  createdAt: InstantText,
  /**
   * Since when the ticket waits for the side that must answer. Further messages of the brand in an open ticket do not
   * change this, so the ticket keeps its position in the queue.
   */
  updatedAt: InstantText,
  /** The version that was published for this ticket; null: none. */
  version: z.int().nullable(),
  /** Whether support wrote something that the reader has not seen; always false for support. */
  unread: z.boolean(),
  brand: BrandRow,
});
export type TicketRow = z.infer<typeof TicketRow>;

export const TicketMessage = z.object({
  id: Id,
  at: InstantText,
  side: z.enum(['brand', 'support']),
  author: z.string(),
  text: z.string(),
  /** The version that this message announces; null: none. */
  version: z.int().nullable(),
});

/** Another open ticket of the same brand. */
export const TicketAlsoWaiting = TicketRow.pick({
  id: true,
  number: true,
  kind: true,
  start: true,
  end: true,
  createdAt: true,
});

/**
 * A ticket with its messages, oldest first. When a person of the brand reads the ticket, it is marked as read, so
 * `unread` is false here. `alsoWaiting`: the brand's other open tickets, at most 20, oldest first, because one answer
 * may settle them all.
 */
export const Ticket = TicketRow.extend({
  messages: z.array(TicketMessage),
  alsoWaiting: z.array(TicketAlsoWaiting),
});
export type Ticket = z.infer<typeof Ticket>;

/**
 * For a brand its own tickets, newest first; for support those of all brands, the one that waits longest first.
 * `unread`: how many tickets have news. `serverTime`: the instant from which a screen counts their ages.
 */
export const TicketList = listOf(TicketRow).extend({ unread: z.int(), serverTime: InstantText, ticking: z.boolean() });
export const TicketQuery = z.strictObject({
  /** If left out: `open` for support, all for a brand. */
  state: TicketState.optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/**
 * Body of `POST /api/v1/tickets/:id/messages`, whose answer is the whole ticket. `close` (support only) closes the
 * ticket with this message.
 */
export const SayInTicket = z.strictObject({
  text: writtenText(4000),
  close: z.boolean().optional(),
});
