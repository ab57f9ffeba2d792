/** Customers that a typed text means: a few by their ids, or so many that a list is better read in its own order. */
import type { Db } from '#db/core/db.ts';
import { countWords, findCustomersWithFrequentWords, findCustomersWithWords } from '#db/customers/word-search.ts';

export interface WordRanges {
  /** Words from `words` inclusive to `wordEnds` exclusive. */
  readonly words: readonly string[];
  readonly wordEnds: readonly string[];
}

/** `many`: more than asked for, or all of the words are frequent; then every tenth row or so of any list matches. */
export type Matching = { readonly kind: 'few'; readonly ids: readonly string[] } | { readonly kind: 'many' };

/**
 * A range of words with fewer entries is read whole, looking for the other words at each customer. The most frequent
 * names of 200,000 customers stay below.
 */
const RARE = 30_000;
/** So many customers are asked for their other words one by one; more are found by reading each word's entries. */
const PROBED = 2_000;
/** Of one customer hardly more words than these have the same beginning. */
const SAME_BEGINNING = 8;

/** How a page of customers with these words is read. Null: nobody has them all. */
export async function chooseRead(reads: Db, brandId: string, ranges: WordRanges) {
  const { least, count, areFrequent } = await countEntries(reads, brandId, ranges);
  if (count === 0) return null;
  const { word, wordEnd } = withOthers(ranges, least);
  const found = count >= RARE ? 'inOrder' : areFrequent && ranges.words.length > 1 ? 'byWords' : 'byWord';
  return { found, word, wordEnd, most: RARE } as const;
}

/** `few`: up to how many customers the caller reads by their ids. */
export async function matchingCustomers(
  reads: Db,
  brandId: string,
  ranges: WordRanges,
  few: number,
): Promise<Matching> {
  const { least, count, areFrequent } = await countEntries(reads, brandId, ranges);
  if (count >= RARE) return { kind: 'many' };
  // The one word's entries are at least an eighth as many customers: reading them would only show that they are too many.
  if (ranges.words.length === 1 && count > few * SAME_BEGINNING) return { kind: 'many' };
  const found = areFrequent
    ? await reads.run(findCustomersWithFrequentWords, { brandId, ...ranges, most: RARE })
    : await reads.run(findCustomersWithWords, { brandId, ...withOthers(ranges, least), most: RARE });
  const ids = [...new Set(found.map(({ customerId }) => customerId))];
  return ids.length > few ? { kind: 'many' } : { kind: 'few', ids };
}

/** `least`: the range with the fewest entries, which are `count`; `areFrequent`: all are better read than asked for one by one. */
async function countEntries(reads: Db, brandId: string, ranges: WordRanges) {
  const counts = await reads.run(countWords, { brandId, ...ranges, most: RARE });
  const least = counts.reduce((best, { count }, i) => (count < (counts[best]?.count ?? RARE) ? i : best), 0);
  const areFrequent = counts.every(({ count }) => count > PROBED && count < RARE);
  return { least, count: counts[least]?.count ?? 0, areFrequent };
}

/** The range `index` as the one to read, the others to be looked for at each customer. */
function withOthers({ words, wordEnds }: WordRanges, index: number) {
  return {
    word: words[index] ?? '',
    wordEnd: wordEnds[index] ?? '',
    words: words.filter((_, i) => i !== index),
    wordEnds: wordEnds.filter((_, i) => i !== index),
  };
}
