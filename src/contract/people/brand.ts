/** The shape of a brand with its plan, as support's lists show it. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { PLANS } from '#rules/policy/plan.ts';

export const Plan = z.enum(PLANS);

export const BrandRow = z.object({ id: Id, slug: z.string(), name: z.string(), plan: Plan });
