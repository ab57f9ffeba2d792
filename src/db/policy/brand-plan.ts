/** The brand's plan, which only a change under the policy's head may touch (D10). */
import { preparedWrite } from '#db/core/prepared.ts';

export const brandPlanSet = preparedWrite<{ brandId: string; plan: string }>()('brand_plan_set', (q, p) =>
  q.updateTable('brands').set({ plan: p.plan }).where('brand_id', '=', p.brandId),
);
