/** A brand whose plan lacks quiet hours says that it would like them (A1): the wish, and how to reach whoever has it. */
import { z } from 'zod';
import { Cursor, Id, InstantText, listOf, writtenText } from '#contract/core/common.ts';
import { BrandRow } from '#contract/people/brand.ts';

export const LeaveLead = z.strictObject({
  /** A number, an address: as somebody wants to be reached. */
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

/** A brand's own, newest first; for support all brands', the oldest first. */
export const LeadList = listOf(Lead);
export const LeadQuery = z.strictObject({
  state: LeadState.optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
/** `PATCH /api/v1/leads/:id`, support alone; `open` takes a slip back. */
export const SettleLead = z.strictObject({ state: LeadState });
