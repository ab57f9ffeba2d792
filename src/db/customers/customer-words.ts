/** Splits names and numbers into the words by which a customer is found, and writes them. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { json } from '#db/core/sql-values.ts';
import { plainWords } from '#rules/core/plain-words.ts';

/**
 * Returns the words to store for a customer: those of the name, "D'Ávila" also as one word; the number with area code,
 * without it, and its last four digits. A search finds a customer by the beginning of any word.
 */
export function searchWords(name: string, e164: string | null): string[] {
  const joined = name.split(/\s+/).map((part) => plainWords(part).join(''));
  const words = [...plainWords(name), ...joined, ...numberWords(e164 ?? '')];
  return [...new Set(words)].filter((word) => word !== '');
}

/**
 * Returns the prefixes of a typed text; a customer must match all of them. A number may be typed with signs, spaces,
 * +55 or a trunk 0.
 */
export function searchPrefixes(typed: string): string[] {
  if (/^[\d\s()+.-]+$/.test(typed)) {
    const digits = typed
      .replace(/^\s*\+\s*55/, '')
      .replace(/\D/g, '')
      .replace(/^0+/, '');
    const national = digits.replace(/^55(?=\d{10,11}$)/, '');
    return national === '' ? [] : [national];
  }
  return [...new Set(plainWords(typed))];
}

/** Deletes the words of customers. */
export const deleteCustomerWords = preparedWrite<{ brandId: string; customerIds: readonly string[] }>()(
  'delete_customer_words',
  (q, p) =>
    q
      .deleteFrom('customerWords')
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`customer_id = any(${p.customerIds}::uuid[])`),
);

export const insertCustomerWords = preparedWrite<{
  brandId: string;
  customers: readonly { readonly id: string; readonly words: readonly string[] }[];
}>()('insert_customer_words', (q, p) =>
  q
    .insertInto('customerWords')
    .columns(['brandId', 'word', 'sortName', 'customerId'])
    .expression(
      sql`select ${p.brandId}::uuid, w.word, c.sort_name, r.id
        from jsonb_to_recordset(${json(p.customers)}) as r(id uuid, words text[])
          cross join lateral (select c.sort_name from customers c
            where c.brand_id = ${p.brandId}::uuid and c.id = r.id offset 0) c,
          unnest(r.words) as w(word)
        order by w.word, c.sort_name, r.id`,
    ),
);

/** Returns the words of a number. A foreign number keeps its country code, since people type it. */
function numberWords(e164: string): string[] {
  const digits = e164.slice(1);
  if (!digits.startsWith('55')) return [digits, digits.slice(-4)];
  return [digits.slice(2), digits.slice(4), digits.slice(-4)];
}
