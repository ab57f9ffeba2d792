/** Creates a brand on the server. */
import type { CreateBrand } from '#contract/people/new-brand.ts';
import { type Answer, call } from '#web/shell/api/call.ts';
import type { Shape } from '#web/shell/api/routes.ts';
import type { Brand } from '#web/shell/support/brands-api.ts';

export type BrandWish = Shape<typeof CreateBrand>;

export function createBrand(wish: BrandWish): Promise<Answer<Brand>> {
  return call('/brands', { method: 'POST', body: wish });
}
