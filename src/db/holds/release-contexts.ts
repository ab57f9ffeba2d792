/** Reads what decisions about many releases need, in one statement, with the columns of a single contact's context. */
import { sql } from 'kysely';
import { contextColumns, contextOfOtherTables } from '#db/contact/context.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { recordsQuery } from '#db/core/recordset.ts';
import { instant } from '#db/core/sql-values.ts';

/** Reads the contexts. `id` is the hold's id; the suggestion is that of the hold's attempt. */
export const readReleaseContexts = preparedRead<{
  brandId: string;
  releases: readonly {
    readonly id: string;
    readonly customerId: string;
    readonly sellerId: string;
    readonly storeId: string;
    readonly attemptId: string;
  }[];
  pacedSince: number;
}>()('read_release_contexts', (q, p) =>
  q
    .with(
      'r',
      recordsQuery<{ id: string; customerId: string }>(
        p.releases,
        'id uuid, customer_id uuid, seller_id uuid, store_id uuid, attempt_id uuid',
      ),
    )
    .selectFrom('r')
    .innerJoin('customers as c', 'c.id', 'r.customerId')
    .innerJoin('brands as b', 'b.brandId', 'c.brandId')
    .innerJoin('policyHeads as h', 'h.brandId', 'c.brandId')
    .where('c.brandId', '=', p.brandId)
    .select('r.id as holdId')
    .select(contextColumns)
    .select(
      contextOfOtherTables({
        personId: sql`r.seller_id`,
        storeId: sql`r.store_id`,
        attemptId: sql`r.attempt_id`,
        pacedSince: instant(p.pacedSince),
        suggestion: sql`attempts t join suggestions g on g.brand_id = t.brand_id and g.id = t.suggestion_id
          where t.brand_id = c.brand_id and t.id = r.attempt_id`,
      }),
    ),
);
