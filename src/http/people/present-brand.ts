/** Builds the body of a brand in support's queues, beside the ticket or lead. */
import type { z } from 'zod';
import type { BrandRow } from '#contract/people/brand.ts';

export interface BrandColumns {
  readonly brandId: string;
  readonly brandSlug: string;
  readonly brandName: string;
  readonly brandPlan: string;
}

export function brandRow({ brandId, brandSlug, brandName, brandPlan }: BrandColumns): z.infer<typeof BrandRow> {
  return { id: brandId, slug: brandSlug, name: brandName, plan: brandPlan as z.infer<typeof BrandRow>['plan'] };
}
