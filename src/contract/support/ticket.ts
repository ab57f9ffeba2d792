/** How a brand asks for quiet hours and support answers: a ticket with its thread (A1, A2). */
import { z } from 'zod';
import { Cursor, Id, InstantText, listOf, writtenText } from '#contract/core/common.ts';
import { BrandRow } from '#contract/people/brand.ts';

/** Minutes of the day as `HH:mm`; `24:00` only as an end. */
const StartTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const EndTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

export const TicketKind = z.enum(['activate', 'change', 'deactivate']);
/** `open`: the brand waits for support. `answered`: support for the brand. `closed`: settled; a word of the brand opens it again. */
export const TicketState = z.enum(['open', 'answered', 'closed']);

/** `start` and `end` belong to `activate` and `change`, and are not equal (T3). */
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

/** A line of the brand's list or of support's queue. */
export const TicketRow = z.object({
  id: Id,
  /** Counted within the brand, from 1. */
  number: z.int(),
  kind: TicketKind,
  start: z.string().nullable(),
  end: z.string().nullable(),
  reason: z.string(),
  state: TicketState,
  openedBy: z.string(),
  createdAt: InstantText,
  /** Since when it waits for whose turn it is: more words of the brand to a ticket that is open leave it its place. */
  updatedAt: InstantText,
  /** The version that was published for it. */
  version: z.int().nullable(),
  /** Support said something that the reader has not seen; false for support. */
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
  /** The version that this answer tells of. */
  version: z.int().nullable(),
});

/** Another ticket of the same brand that waits for support. */
export const TicketAlsoWaiting = TicketRow.pick({
  id: true,
  number: true,
  kind: true,
  start: true,
  end: true,
  createdAt: true,
});

/**
 * Oldest message first. Reading it as a person of the brand marks it read, so `unread` is false in it. `alsoWaiting` are
 * the brand's other tickets that are `open`, at most 20, the oldest first: one answer may settle them all.
 */
export const Ticket = TicketRow.extend({
  messages: z.array(TicketMessage),
  alsoWaiting: z.array(TicketAlsoWaiting),
});
export type Ticket = z.infer<typeof Ticket>;

/**
 * A brand's own, newest first; for support all brands', who waits longest first. `unread` counts the tickets with news;
 * `serverTime` is what their ages are told against.
 */
export const TicketList = listOf(TicketRow).extend({ unread: z.int(), serverTime: InstantText, ticking: z.boolean() });
export const TicketQuery = z.strictObject({
  /** Left out: for support `open`, for a brand all. */
  state: TicketState.optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** `POST /api/v1/tickets/:id/messages`, answered with the whole ticket. `close` (support alone) settles it with this answer. */
export const SayInTicket = z.strictObject({
  text: writtenText(4000),
  close: z.boolean().optional(),
});
