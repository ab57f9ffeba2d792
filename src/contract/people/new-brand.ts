/** The shape of the request that creates a brand. */
import { z } from 'zod';
import { writtenText } from '#contract/core/common.ts';
import { Plan } from './brand.ts';

export const CreateBrand = z.strictObject({
  slug: z
    .string()
    .max(60)
    .describe('2 to 41 small letters, digits and hyphens, the first no hyphen; not the name of a page of the console'),
  name: writtenText(80),
  /** The article of the name in Portuguese sentences: *a* Aurora, *o* Cais; empty for none. */
  article: z.enum(['a', 'o', '']),
  plan: Plan,
  /** The zone of the brand's clock (C3). */
  zone: z.string().max(60).describe('A zone of a place in the tz database (T10), such as America/Sao_Paulo'),
});
