/** Writes the brand's plan. The caller has locked the policy head (D10). */
import { preparedWrite } from '#db/core/prepared.ts';
import type { Plan } from '#rules/policy/plan.ts';

export const updateBrandPlan = preparedWrite<{ brandId: string; plan: Plan }>()('update_brand_plan', (q, p) =>
  q.updateTable('brands').set({ plan: p.plan }).where('brandId', '=', p.brandId),
);
