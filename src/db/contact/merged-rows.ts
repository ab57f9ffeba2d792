/**
 * Selects what binds a customer besides the own row: the rows that were merged into the customer. A merged row keeps its
 * number, so that a stop, a listing, a silence and earlier contacts of that number hold for the surviving customer.
 */
import { type RawBuilder, sql } from 'kysely';

/** Selects the number hashes of the customer with this table alias, as an array: the own one and those of merged rows. */
export function selectNumberHashes(alias = 'c'): RawBuilder<Buffer[]> {
  const c = sql.table(alias);
  return sql`array_append(array(select m.number_hash from customers m
    where m.brand_id = ${c}.brand_id and m.merged_into = ${c}.id and m.number_hash is not null), ${c}.number_hash)`;
}

/** Selects the ids of the customer with this table alias and of the rows merged into it, as an array. */
export function selectRowIds(alias = 'c'): RawBuilder<string[]> {
  const c = sql.table(alias);
  return sql`array_append(array(select m.id from customers m
    where m.brand_id = ${c}.brand_id and m.merged_into = ${c}.id), ${c}.id)`;
}
