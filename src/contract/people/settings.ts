/** Shapes of a brand's settings. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';

/** The days of the cool-down: 0 means none (D6). */
const CoolDownDays = z.int().min(0).max(365);

/** The number of unanswered contacts after which nobody begins another one: 0 means that they are not counted, and 1 is refused (D6b). */
const UnansweredAfter = z
  .int()
  .min(0)
  .max(10)
  .refine((contacts) => contacts !== 1);

/**
 * `secondFactorRequired`: whether managers must have a second factor to sign in with an account of their own.
 * `coolDownDays` and `unansweredAfter`: when a number rests after contacts (D6, D6b).
 */
export const Settings = z.object({
  secondFactorRequired: z.boolean(),
  coolDownDays: CoolDownDays,
  unansweredAfter: UnansweredAfter,
});
export type Settings = z.infer<typeof Settings>;

export const ChangeSettings = z.strictObject({
  secondFactorRequired: z.boolean().optional(),
  coolDownDays: CoolDownDays.optional(),
  unansweredAfter: UnansweredAfter.optional(),
});

/** `brandId`: support names the brand. */
export const SettingsQuery = z.strictObject({ brandId: Id.optional() });
