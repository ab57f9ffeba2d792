/** Shapes of leads: a brand whose plan lacks quiet hours asks for them (A1), with a way to reach the person. */
import { z } from 'zod';
import { Cursor, Id, InstantText, listOf, writtenText } from '#contract/core/common.ts';
import { BrandRow } from '#contract/people/brand.ts';

export const LeaveLead = z.strictObject({
  /** How to reach the person: a number, an e-mail address, or any other text. */
  contact: writtenText(200, 3),
  wish: writtenText(2000),
});
export const LeadState = z.enum(['open', 'done']);
export const Lead = z.object({
  id: Id,
  brand: BrandRow,
  person: z.string(),
  contact: z.string(),
  wish: z.string(),
  state: LeadState,
  createdAt: InstantText,
  doneAt: InstantText.nullable(),
  doneBy: z.string().nullable(),
});
export type Lead = z.infer<typeof Lead>;

/** For a brand its own leads, newest first; for support those of all brands, oldest first. */
export const LeadList = listOf(Lead);
export const LeadQuery = z.strictObject({
  state: LeadState.optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
/** Body of `PATCH /api/v1/leads/:id`, for support only. `open` reverts a mistaken `done`. */
export const SettleLead = z.strictObject({ state: LeadState });
