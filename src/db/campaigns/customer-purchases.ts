/** Reads the purchases of a page of customers: one statement for the page costs a tenth of a subquery for each customer. */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';

export interface PurchaseRow {
  readonly customerId: string;
  readonly id: string;
  readonly boughtOn: string;
  readonly cents: number;
  readonly items: string;
}

/**
 * Lists the purchases of customers from `since` to `on`, both included, each customer's newest ones first: at most `most`
 * and all others of the same day.
 */
export const listPurchasesOfCustomers = preparedRead<{
  brandId: string;
  customerIds: readonly string[];
  /** `YYYY-MM-DD`. */
  since: string;
  on: string;
  most: number;
}>()('list_purchases_of_customers', (q, p) =>
  q
    .selectFrom(
      sql<PurchaseRow>`(select i.id as customer_id, b.id, b.bought_on, b.total_cents as cents, b.items
        from unnest(${p.customerIds}::uuid[]) as i(id)
        cross join lateral (select u.id, u.bought_on, u.total_cents, u.items from purchases u
          where u.brand_id = ${p.brandId}::uuid and u.customer_id = i.id
            and u.bought_on between ${p.since}::date and ${p.on}::date
          order by u.bought_on desc fetch first (${p.most}::int) rows with ties) b)`.as('b'),
    )
    .selectAll('b'),
);
