/**
 * Finds customers by words, counted and listed up to a limit, so that a frequent word costs no more than a rare one.
 */
import { type SqlBool, sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';

interface Ranges {
  readonly brandId: string;
  /** Ranges of words, from `words` inclusive to `wordEnds` exclusive; both lists have the same length. */
  readonly words: readonly string[];
  readonly wordEnds: readonly string[];
}

/** Counts the entries of each range, up to `most`, in the order of `words`. */
export const countWords = preparedRead<Ranges & { readonly most: number }>()('count_words', (q, p) =>
  q
    .selectFrom(
      sql<{ nr: number; count: number }>`(select f.nr, (select count(*)::int from (
          select from customer_words w where w.brand_id = ${p.brandId}::uuid
            and w.word >= f.word collate "C" and w.word < f.word_end collate "C"
          limit ${p.most}::int) as counted) as count
        from unnest(${p.words}::text[], ${p.wordEnds}::text[]) with ordinality as f(word, word_end, nr))`.as('f'),
    )
    .orderBy('f.nr')
    .select('f.count'),
);

/** Finds up to `most` customers with a word in the range from `word` to `wordEnd` and one in each other range. */
export const findCustomersWithWords = preparedRead<
  Ranges & { readonly word: string; readonly wordEnd: string; readonly most: number }
>()('find_customers_with_words', (q, p) =>
  q
    .selectFrom('customerWords as w')
    .where('w.brandId', '=', p.brandId)
    .where(sql<SqlBool>`w.word >= ${p.word}::text collate "C"`)
    .where(sql<SqlBool>`w.word < ${p.wordEnd}::text collate "C"`)
    .where(
      sql<SqlBool>`not exists (select from unnest(${p.words}::text[], ${p.wordEnds}::text[]) as f(word, word_end)
        where not exists (select from customer_words o where o.brand_id = ${p.brandId}::uuid
          and o.customer_id = w.customer_id
          and o.word >= f.word collate "C" and o.word < f.word_end collate "C"))`,
    )
    .limit(sql<number>`${p.most}::int`)
    .select('w.customerId'),
);

/**
 * Finds customers with a word in each range where all words are frequent, for which `customersWithWords` would check
 * candidates one by one: reads up to `most` entries of each range and groups them by customer. Every range must have
 * fewer entries than `most`, and there are at most 30 ranges.
 */
export const findCustomersWithFrequentWords = preparedRead<Ranges & { readonly most: number }>()(
  'find_customers_with_frequent_words',
  (q, p) =>
    q
      .selectFrom(
        sql<{ customerId: string; nr: number }>`(select w.customer_id, f.nr::int as nr
          from unnest(${p.words}::text[], ${p.wordEnds}::text[]) with ordinality as f(word, word_end, nr),
            lateral (select o.customer_id from customer_words o where o.brand_id = ${p.brandId}::uuid
              and o.word >= f.word collate "C" and o.word < f.word_end collate "C"
              limit ${p.most}::int) as w)`.as('w'),
      )
      .groupBy('w.customerId')
      .having(sql<SqlBool>`bit_or(1 << (w.nr - 1)) = (1 << cardinality(${p.words}::text[])) - 1`)
      .select('w.customerId'),
);
