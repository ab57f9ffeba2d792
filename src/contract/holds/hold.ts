/** What waits: held contacts as their seller and manager see and change them (H3–H5). */
import { z } from 'zod';
import { Attempt, AttemptState } from '#contract/contact/attempt.ts';
import { Cursor, Id, InstantInput, InstantText, listOf } from '#contract/core/common.ts';
import { HOLD_END_REASONS, HOLD_ENDS } from '#rules/holds/hold.ts';

/** `waiting`: comes back at `heldUntil`; `ready`: to be sent now, until `heldUntil`; `ended`: see `ended`. */
export const HoldState = z.enum(['waiting', 'ready', 'ended']);
export const HoldEnd = z.enum(HOLD_ENDS);
export const HoldEndReason = z.enum(HOLD_END_REASONS);

/** What its seller has not been told yet. */
export const HoldNews = z.enum(['moved', 'did_not_fit', 'returned', 'passed_on', 'ended']);

export const Hold = z.object({
  attempt: Attempt,
  state: HoldState,
  customer: z.object({ id: Id, name: z.string() }),
  seller: z.object({ id: Id, name: z.string() }),
  store: z.object({ id: Id, name: z.string(), zone: z.string() }),
  suggestionId: Id.nullable(),
  text: z.string().nullable(),
  /** It was passed on, and words of it still name this earlier seller: its seller is asked before it is sent. */
  speaksAs: z.string().nullable(),
  heldUntil: InstantText.nullable(),
  heldAt: InstantText,
  readyAt: InstantText.nullable(),
  expiresAt: InstantText,
  /** The seller named the minute; else it was given in turn. */
  chosen: z.boolean(),
  /** Who passed it on to its present seller. */
  passedBy: z.string().nullable(),
  /** Why this minute, or how it ended: a sentence in the reader's language. */
  sentence: z.string(),
  ended: z.object({ as: HoldEnd, reason: HoldEndReason, at: InstantText, by: z.string().nullable() }).nullable(),
  /** It was ended, and one tap takes that back (H3). */
  mayReturn: z.boolean(),
  news: HoldNews.nullable(),
  /** It waits for a later time than it was for, because that one was full (P3). */
  didNotFit: z.boolean(),
  /** It failed too often to be tried again by itself, and waits for its seller or manager. */
  parked: z.boolean(),
});
export type Hold = z.infer<typeof Hold>;
export const HoldList = listOf(Hold);

/** `GET /api/v1/holds`. Ready and waiting ones by their time, ended ones newest first. `store`: the manager's whole store. */
export const HoldQuery = z.strictObject({
  state: HoldState.default('waiting'),
  whose: z.enum(['mine', 'store']).default('mine'),
  sellerId: Id.optional(),
  /** Only those with something that their seller has not been told. */
  news: z.stringbool().optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Body of `PATCH /api/v1/attempts/:id`. `sellerId` is for managers: another seller of the store, who keeps its time. */
export const ChangeHold = z.strictObject({
  text: z.string().max(4096).optional(),
  heldUntil: InstantInput.optional(),
  sellerId: Id.optional(),
});
export type ChangeHold = z.infer<typeof ChangeHold>;

export const Changed = z.object({ attempt: Attempt, heldUntil: InstantText.nullable() });

/** What other answers say of a contact that waits: for a suggestion, a customer's profile. */
export const HeldMark = z.object({
  attemptId: Id,
  state: AttemptState,
  heldUntil: InstantText,
  sellerId: Id,
  sellerName: z.string(),
});
