/** A brand and its plan, as support's lists show them. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';

export const Plan = z.enum(['starter', 'growth', 'enterprise']);

/** A brand as support sees it. */
export const BrandRow = z.object({ id: Id, slug: z.string(), name: z.string(), plan: Plan });
