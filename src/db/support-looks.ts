/** Each look that the vendor's support took into a brand. */
import { preparedWrite } from './prepared.ts';
import { instant } from './values.ts';

export const lookTraced = preparedWrite<{
  brandId: string;
  id: string;
  at: number;
  supportId: string;
  supportName: string;
  what: string;
}>()('look_traced', (q, p) =>
  q.insertInto('support_looks').values({
    brand_id: p.brandId,
    id: p.id,
    at: instant(p.at),
    support_id: p.supportId,
    support_name: p.supportName,
    what: p.what,
  }),
);
