/** Shapes of a brand's settings. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { SUGGESTIONS_PER_SELLER_DAY } from '#rules/campaigns/campaign.ts';
import { RETENTION_LIMITS } from '#rules/record/retention.ts';

/** The days of the cool-down: 0 means none (D6). */
const CoolDownDays = z.int().min(0).max(365);

/** The number of unanswered contacts after which nobody begins another one: 0 means that they are not counted, and 1 is refused (D6b). */
const UnansweredAfter = z
  .int()
  .min(0)
  .max(10)
  .refine((contacts) => contacts !== 1);

const SuggestionsPerSellerDay = z.int().min(SUGGESTIONS_PER_SELLER_DAY.least).max(SUGGESTIONS_PER_SELLER_DAY.most);

const Retention = z.object({
  textsDays: z.int().min(RETENTION_LIMITS.textsDays.least).max(RETENTION_LIMITS.textsDays.most),
  draftsDays: z.int().min(RETENTION_LIMITS.draftsDays.least).max(RETENTION_LIMITS.draftsDays.most),
  receiptsDays: z.int().min(RETENTION_LIMITS.receiptsDays.least).max(RETENTION_LIMITS.receiptsDays.most),
});

/**
 * `secondFactorRequired`: whether managers must have a second factor to sign in with an account of their own.
 * `coolDownDays` and `unansweredAfter`: when a number rests after contacts (D6, D6b). `suggestionsPerSellerDay`: the
 * most suggestions of one seller and day, over all campaigns. `retention`: the days for which texts of
 * messages that went, texts that did not go, and receipts are kept; receipts at least as long as the cool-down.
 */
export const Settings = z.object({
  secondFactorRequired: z.boolean(),
  coolDownDays: CoolDownDays,
  unansweredAfter: UnansweredAfter,
  suggestionsPerSellerDay: SuggestionsPerSellerDay,
  retention: Retention,
});
export type Settings = z.infer<typeof Settings>;

export const ChangeSettings = z.strictObject({
  secondFactorRequired: z.boolean().optional(),
  coolDownDays: CoolDownDays.optional(),
  unansweredAfter: UnansweredAfter.optional(),
  suggestionsPerSellerDay: SuggestionsPerSellerDay.optional(),
  retention: z.strictObject(Retention.shape).partial().optional(),
});

/** `brandId`: support names the brand. */
export const SettingsQuery = z.strictObject({ brandId: Id.optional() });
