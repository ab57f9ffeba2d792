/**
 * Lists the ids of all brands, for support, by the one SQL function that may cross brands. Everything else is read
 * brand by brand.
 */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';

export const listBrandIds = preparedRead<Record<never, never>>()('list_brand_ids', (q) =>
  q.selectNoFrom(sql<string[]>`array(select brand_ids())::text[]`.as('ids')),
);
