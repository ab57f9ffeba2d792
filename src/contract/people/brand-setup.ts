/** The shape of what a new brand still lacks, as its manager reads it. */
import { z } from 'zod';
import { SETUP_PARTS } from '#rules/people/brand-setup.ts';

/** `missing` is empty for a brand that is set up. `stores`: how many stores lack the part; null: the whole brand. */
export const BrandSetup = z.object({
  missing: z.array(z.object({ part: z.enum(SETUP_PARTS), stores: z.int().nullable() })),
});
