/** The brand's plan, which only a change under the policy's head may touch (D10). */
import { preparedWrite } from '#db/core/prepared.ts';
import type { Plan } from '#rules/policy/plan.ts';

export const brandPlanSet = preparedWrite<{ brandId: string; plan: Plan }>()('brand_plan_set', (q, p) =>
  q.updateTable('brands').set({ plan: p.plan }).where('brandId', '=', p.brandId),
);
