/** Shapes of a brand's settings. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';

/** `secondFactorRequired`: whether managers must have a second factor to sign in with an account of their own. */
export const Settings = z.object({ secondFactorRequired: z.boolean() });
export type Settings = z.infer<typeof Settings>;

export const ChangeSettings = z.strictObject({ secondFactorRequired: z.boolean().optional() });

/** `brandId`: support names the brand. */
export const SettingsQuery = z.strictObject({ brandId: Id.optional() });
