/** Reads a customer's last purchase inside a statement that selects the customer as `c`. */
import { type RawBuilder, sql } from 'kysely';

/** The date (`YYYY-MM-DD`) of the last purchase, those of the customer's duplicates included; null: there is none. */
export const lastPurchaseOn: RawBuilder<string | null> = sql`(select max(u.bought_on)::text from purchases u
  where u.brand_id = c.brand_id and u.customer_id = any(array(
    select x.id from customers x where x.brand_id = c.brand_id and (x.id = c.id or x.merged_into = c.id))))`;

/** The items of the last purchase, as on its receipt. */
export const lastItem: RawBuilder<string | null> = sql`(select u.items from purchases u
  where u.brand_id = c.brand_id and u.customer_id = any(array(
    select x.id from customers x where x.brand_id = c.brand_id and (x.id = c.id or x.merged_into = c.id)))
  order by u.bought_on desc, u.id desc limit 1)`;
