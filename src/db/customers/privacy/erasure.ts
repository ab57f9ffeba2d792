/** Empties the rows of an erased customer. What the receipts and the stop list keep contains no personal data (R1, D2). */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { recordsQuery } from '#db/core/recordset.ts';
import { instant } from '#db/core/sql-values.ts';

type OfCustomers = { readonly brandId: string; readonly customerIds: readonly string[] };

/** Locks the customer and the customer's duplicates. The id of a duplicate stands for its customer. */
export const lockWithDuplicates = preparedWrite<{ brandId: string; customerId: string }>()(
  'lock_with_duplicates',
  (q, p) =>
    q
      .selectFrom('customers')
      .where('brandId', '=', p.brandId)
      .where(
        sql<boolean>`id = any(array(
          with main as (select coalesce(d.merged_into, d.id) as id from customers d
            where d.brand_id = ${p.brandId}::uuid and d.id = ${p.customerId}::uuid)
          select m.id from main m
          union select o.id from customers o, main m where o.brand_id = ${p.brandId}::uuid and o.merged_into = m.id))`,
      )
      .orderBy('id')
      .select(['id', 'name', 'code', 'phone', 'email', 'numberHash', 'permission', 'permissionOn', 'optedOutAt'])
      .select(['availability', 'mergedInto', 'storeId'])
      .forNoKeyUpdate(),
);

/** Empties customers' rows. What stays: the id, the store, and the hash of the code, by which an import leaves the row erased. */
export const clearCustomers = preparedWrite<{
  brandId: string;
  customers: readonly { readonly id: string; readonly codeHash: string | null }[];
}>()('clear_customers', (q, p) =>
  q
    .with('r', recordsQuery<{ id: string; codeHash: string | null }>(p.customers, 'id uuid, code_hash text'))
    .updateTable('customers as c')
    .from('r')
    .set({
      ...{ availability: 'erased', mergedInto: null, name: '', code: null, phone: null, phoneKind: 'none' },
      ...{ numberHash: null, email: null, bornOn: null, city: null, state: null, toldZone: null, note: null },
      ...{ sellerId: null, permission: 'unknown', permissionOn: null, optedOutAt: null, wrongNumberAt: null },
      ...{ lastContactAt: null, customerSince: null, contactFromMinute: null },
      codeHash: sql`decode(r.code_hash, 'hex')`,
    })
    .where('c.brandId', '=', p.brandId)
    .whereRef('c.id', '=', 'r.id'),
);

/** Empties the texts of the customers' attempts. */
export const clearAttemptTexts = preparedWrite<OfCustomers>()('clear_attempt_texts', (q, p) =>
  q
    .updateTable('attempts')
    .set({ text: null, sellerStretches: sql`'[]'`, speaksAs: null })
    .where('brandId', '=', p.brandId)
    .where(sql<boolean>`customer_id = any(${p.customerIds}::uuid[])`)
    .where(sql<boolean>`(text is not null or speaks_as is not null)`),
);

/** Deletes the tokens of the customers' warnings: a token contains the digest of a text. */
export const deleteTokensOfCustomers = preparedWrite<OfCustomers>()('delete_tokens_of_customers', (q, p) =>
  q
    .deleteFrom('acknowledgements')
    .where('brandId', '=', p.brandId)
    .where(
      sql<boolean>`attempt_id in (select a.id from attempts a
        where a.brand_id = ${p.brandId}::uuid and a.customer_id = any(${p.customerIds}::uuid[]))`,
    ),
);

/**
 * Deletes the answers that are kept under idempotency keys. A row of a version before the column names no customer: of those, all
 * rows of the people who wrote to the customer are deleted.
 */
export const deleteAnswersOfCustomers = preparedWrite<OfCustomers>()('delete_answers_of_customers', (q, p) =>
  q
    .deleteFrom('idempotencyKeys')
    .where('brandId', '=', p.brandId)
    .where(
      sql<boolean>`(customer_id = any(${p.customerIds}::uuid[]) or (customer_id is null and actor_id in (
        select r.actor_id from attempts a join receipts r on r.brand_id = a.brand_id and r.attempt_id = a.id
        where a.brand_id = ${p.brandId}::uuid and a.customer_id = any(${p.customerIds}::uuid[]))))`,
    ),
);

export const deleteTagsOfCustomers = preparedWrite<OfCustomers>()('delete_tags_of_customers', (q, p) =>
  q
    .deleteFrom('customerTags')
    .where('brandId', '=', p.brandId)
    .where(sql<boolean>`customer_id = any(${p.customerIds}::uuid[])`),
);

/** Dismisses the open suggestions of these customers. */
export const endSuggestionsOf = preparedWrite<OfCustomers & { at: number }>()('end_suggestions_of', (q, p) =>
  q
    .updateTable('suggestions')
    .set({ state: 'dismissed', closedAt: instant(p.at), closedReason: 'other' })
    .where('brandId', '=', p.brandId)
    .where('state', '=', 'open')
    .where(sql<boolean>`customer_id = any(${p.customerIds}::uuid[])`),
);

/**
 * Deletes purchases, and empties what suggestions, parked holds and the log of support's access say of customers whose
 * rows `clearCustomers` emptied before. `searches`: what support typed when it looked for them.
 */
export const clearErasedCustomers = preparedWrite<OfCustomers & { searches: readonly string[] }>()(
  'clear_erased_customers',
  (q, p) => q.selectNoFrom(sql`wipe_erased_customers(${p.customerIds}::uuid[], ${p.searches}::text[])`.as('wiped')),
);

/** Lists the different texts that support typed when it looked for customers of the brand. */
export const listSupportSearches = preparedRead<{ brandId: string }>()('list_support_searches', (q, p) =>
  q
    .selectFrom('supportAccessLog')
    .where('brandId', '=', p.brandId)
    .where('searched', 'is not', null)
    .distinct()
    .select(sql<string>`searched`.as('searched')),
);

/** Lists the codes of erased customers as hashes in hex. */
export const listErasedCodes = preparedRead<{ brandId: string }>()('list_erased_codes', (q, p) =>
  q
    .selectFrom('customers')
    .where('brandId', '=', p.brandId)
    .where('codeHash', 'is not', null)
    .select(['id', sql<string>`encode(code_hash, 'hex')`.as('hash')]),
);
