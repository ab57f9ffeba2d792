/** Shapes of held contacts, as their seller and managers see and change them (H3–H5). */
import { z } from 'zod';
import { Attempt, AttemptState } from '#contract/contact/attempt.ts';
import { Cursor, Id, InstantInput, InstantText, listOf } from '#contract/core/common.ts';
import { HOLD_END_REASONS, HOLD_ENDS } from '#rules/holds/hold.ts';

/** `waiting`: becomes ready at `heldUntil`; `ready`: can be sent until `heldUntil`; `ended`: see `ended`. */
export const HoldState = z.enum(['waiting', 'ready', 'ended']);
export const HoldEnd = z.enum(HOLD_ENDS);
export const HoldEndReason = z.enum(HOLD_END_REASONS);

/** The news that the seller has not read yet. */
export const HoldNews = z.enum(['moved', 'did_not_fit', 'returned', 'passed_on', 'ended']);

export const Hold = z.object({
  attempt: Attempt,
  state: HoldState,
  customer: z.object({ id: Id, name: z.string() }),
  seller: z.object({ id: Id, name: z.string() }),
  store: z.object({ id: Id, name: z.string(), zone: z.string() }),
  suggestionId: Id.nullable(),
  text: z.string().nullable(),
  /**
   * The earlier seller whom the text of a passed-on message still names; the new seller is asked before sending. Null:
   * none.
   */
  speaksAs: z.string().nullable(),
  heldUntil: InstantText.nullable(),
  heldAt: InstantText,
  readyAt: InstantText.nullable(),
  expiresAt: InstantText,
  /** Whether the seller chose the minute; otherwise it is a slot given by the queue. */
  chosen: z.boolean(),
  /** The manager who passed the contact on to its present seller. */
  passedBy: z.string().nullable(),
  /** Why the contact has this minute or how it ended: a sentence in the reader's language. */
  sentence: z.string(),
  ended: z.object({ as: HoldEnd, reason: HoldEndReason, at: InstantText, by: z.string().nullable() }).nullable(),
  /** Whether the contact was ended and can still be restored with one tap (H3). */
  mayReturn: z.boolean(),
  news: HoldNews.nullable(),
  /** Whether the contact waits for a later time than was offered, because that one was full (P3). */
  didNotFit: z.boolean(),
  /** Whether the contact failed too often to be tried again by itself; it waits for its seller or manager. */
  parked: z.boolean(),
});
export type Hold = z.infer<typeof Hold>;
export const HoldList = listOf(Hold);

/**
 * Query of `GET /api/v1/holds`. Waiting and ready contacts come by their time, ended ones newest first. `store`: all
 * contacts of the manager's store.
 */
export const HoldQuery = z.strictObject({
  state: HoldState.default('waiting'),
  whose: z.enum(['mine', 'store']).default('mine'),
  sellerId: Id.optional(),
  /** Only contacts with news for their seller. */
  news: z.stringbool().optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/**
 * Body of `PATCH /api/v1/attempts/:id`. `sellerId` is for managers: the seller of the same store to whom the contact is
 * passed on; it keeps its minute.
 */
export const ChangeHold = z.strictObject({
  text: z.string().max(4096).optional(),
  heldUntil: InstantInput.optional(),
  sellerId: Id.optional(),
});
export type ChangeHold = z.infer<typeof ChangeHold>;

export const Changed = z.object({ attempt: Attempt, heldUntil: InstantText.nullable() });

/** A held contact in a suggestion or in a customer's profile. */
export const HeldMark = z.object({
  attemptId: Id,
  state: AttemptState,
  heldUntil: InstantText,
  sellerId: Id,
  sellerName: z.string(),
});
