/** Shapes of the vendor's support people, as they see each other. */
import { z } from 'zod';
import { Id, InstantText, listOf } from '#contract/core/common.ts';

export const SupportPerson = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  active: z.boolean(),
  createdAt: InstantText,
  /** The last sign-in, or the last use that prolonged a session that is still open; null: the person never signed in. */
  lastUsedAt: InstantText.nullable(),
});
export const SupportPeople = listOf(SupportPerson);
