/** Customers that a typed text means: a few by their ids, or so many that a list is better read in its own order. */
import type { Db } from '#db/db.ts';
import { customersWithWords, wordCounts } from '#db/word-search.ts';

export interface WordRanges {
  /** Words from `words` inclusive to `wordEnds` exclusive. */
  readonly words: readonly string[];
  readonly wordEnds: readonly string[];
}

/** `many`: more than `FEW`, or all of the words are frequent; then every fiftieth row or so of any list matches. */
export type Matching = { readonly kind: 'few'; readonly ids: readonly string[] } | { readonly kind: 'many' };

export const FEW = 1_000;
/** A rarer word than this is read whole, looking for the other words at each customer. */
const RARE = 10_000;

export async function matchingCustomers(reads: Db, brandId: string, ranges: WordRanges): Promise<Matching> {
  const { words, wordEnds } = ranges;
  const counts = await reads.run(wordCounts, { brandId, ...ranges, most: RARE });
  const least = counts.reduce((best, { count }, i) => (count < (counts[best]?.count ?? RARE) ? i : best), 0);
  if ((counts[least]?.count ?? 0) >= RARE) return { kind: 'many' };
  const others = { words: words.filter((_, i) => i !== least), wordEnds: wordEnds.filter((_, i) => i !== least) };
  const found = await reads.run(customersWithWords, {
    ...{ brandId, word: words[least] ?? '', wordEnd: wordEnds[least] ?? '' },
    ...others,
    most: RARE,
  });
  const ids = [...new Set(found.map(({ customerId }) => customerId))];
  return ids.length > FEW ? { kind: 'many' } : { kind: 'few', ids };
}
