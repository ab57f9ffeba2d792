/** Reads the customers of a store for a rehearsal: few columns of many customers, so that 600,000 are read in seconds. */
import { type SqlBool, sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { FactsTerms } from './customer-facts.ts';

export interface RehearsalPage extends FactsTerms {
  readonly storeId: string;
  /** The day in question, `YYYY-MM-DD`: later purchases do not count. */
  readonly on: string;
  /** The last customer of the page before; empty texts before the first page. */
  readonly afterName: string;
  readonly afterId: string;
  readonly limit: number;
}

/**
 * Lists customers in the order of their names. `isSpecial`: the row does not tell everything about the customer, who is read
 * again by `readFactsOfCustomers`: there are suggestions, contacts, a listing, a stop of the number, tags, an asked silence or a
 * merged customer.
 */
export const listRehearsalCustomers = preparedRead<RehearsalPage>()('list_rehearsal_customers', (q, p) =>
  q
    .selectFrom('customers as c')
    .leftJoinLateral(
      sql<{
        boughtOn: string | null;
        cents: number | null;
        items: string | null;
      }>`(select u.bought_on::text as bought_on,
          u.total_cents as cents, u.items from purchases u
        where u.brand_id = c.brand_id and u.customer_id = c.id and u.bought_on <= ${p.on}::date
        order by u.bought_on desc, u.id desc limit 1)`.as('u'),
      (on) => on.onTrue(),
    )
    .where('c.brandId', '=', p.brandId)
    .where('c.storeId', '=', p.storeId)
    .where('c.availability', '=', sql.lit('present'))
    .where(sql<SqlBool>`(c.sort_name, c.id) > (${p.afterName}::text, ${p.afterId}::uuid)`)
    .orderBy('c.sortName')
    .orderBy('c.id')
    .limit(sql<number>`${p.limit}::int`)
    .select([
      ...(['c.id', 'c.sortName', 'c.name', 'c.storeId', 'c.sellerId', 'c.city', 'c.state', 'c.toldZone'] as const),
      ...(['c.phone', 'c.phoneKind', 'c.wrongNumberAt', 'c.permission', 'c.permissionOn', 'c.bornOn'] as const),
      ...(['c.lastContactAt', 'c.optedOutAt', 'c.contactFromMinute', 'u.boughtOn', 'u.cents', 'u.items'] as const),
      isSpecial(p).as('isSpecial'),
    ]),
);

/** Counts the customers of each store, from an index alone. */
export const countCustomersOfStores = preparedRead<{ brandId: string }>()('count_customers_of_stores', (q, p) =>
  q
    .selectFrom('customers as c')
    .where('c.brandId', '=', p.brandId)
    .where('c.availability', '=', sql.lit('present'))
    .groupBy('c.storeId')
    .select(['c.storeId', sql<number>`count(*)::int`.as('count')]),
);

/** A contact with the number is looked up only where a cool-down or unanswered contacts are asked for. */
function isSpecial(p: FactsTerms) {
  return sql<boolean>`(
      exists (select from customers m where m.brand_id = c.brand_id and m.merged_into = c.id)
      or exists (select from suggestions s where s.brand_id = c.brand_id and s.customer_id = c.id
        and (s.state = 'open' or (s.state in ('done', 'dismissed') and s.closed_at >= ${instant(p.servedSince)})))
      or ((${p.contacts}::boolean or ${p.unanswered}::boolean) and exists (select from handovers d
        where d.brand_id = c.brand_id and d.number_hash = c.number_hash and d.withdrawn_at is null))
      or (c.opted_out_at is null and exists (select from opt_outs o
        where o.brand_id = c.brand_id and o.number_hash = c.number_hash and o.lifted_at is null))
      or (${p.listings}::boolean and exists (select from do_not_call_numbers l
        where l.brand_id = c.brand_id and l.number_hash = c.number_hash and l.removed_at is null))
      or (${p.tags}::boolean and exists (select from customer_tags t
        where t.brand_id = c.brand_id and t.customer_id = c.id))
      or (${p.silences}::boolean and exists (select from asked_silences z where z.brand_id = c.brand_id
        and z.ended_at is null and (z.number_hash = c.number_hash or z.customer_id = c.id))))`;
}
