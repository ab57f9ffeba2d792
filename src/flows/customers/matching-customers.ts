/** Finds the customers that match typed words: a few by their ids, or `many` where the caller should read its list in its own order. */
import type { Db } from '#db/core/db.ts';
import { countWords, findCustomersWithFrequentWords, findCustomersWithWords } from '#db/customers/word-search.ts';

export interface WordRanges {
  /** Each range of words goes from `words` (inclusive) to `wordEnds` (exclusive). */
  readonly words: readonly string[];
  readonly wordEnds: readonly string[];
}

/**
 * `many` means that more customers match than the caller asked for, or that all of the words are frequent. About every
 * tenth row of any list matches then.
 */
export type Matching = { readonly kind: 'few'; readonly ids: readonly string[] } | { readonly kind: 'many' };

/**
 * A range of words with fewer entries is read whole, and the other words are looked up for each customer. The most
 * frequent names of 200,000 customers stay below this number.
 */
const RARE = 30_000;
/** Up to so many customers are asked for their other words one by one. For more, the entries of each word are read. */
const MOST_ASKED_EACH = 2_000;
/** Hardly any customer has more words than these with the same beginning. */
const SAME_BEGINNING = 8;

/** Chooses how a page of customers with these words is read. Returns null where no customer has all words. */
export async function chooseRead(reads: Db, brandId: string, ranges: WordRanges) {
  const { least, count, areFrequent } = await countEntries(reads, brandId, ranges);
  if (count === 0) return null;
  const { word, wordEnd } = withOthers(ranges, least);
  const found = count >= RARE ? 'inOrder' : areFrequent && ranges.words.length > 1 ? 'byWords' : 'byWord';
  return { found, word, wordEnd, most: RARE } as const;
}

/** Finds the customers with these words. `few` is the largest number of customers that the caller reads by id. */
export async function matchingCustomers(
  reads: Db,
  brandId: string,
  ranges: WordRanges,
  few: number,
): Promise<Matching> {
  const { least, count, areFrequent } = await countEntries(reads, brandId, ranges);
  if (count >= RARE) return { kind: 'many' };
  // The entries of one word are at most eight for each customer. Where there are more than `few` times eight, reading
  // them would only show that the customers are too many.
  if (ranges.words.length === 1 && count > few * SAME_BEGINNING) return { kind: 'many' };
  const found = areFrequent
    ? await reads.run(findCustomersWithFrequentWords, { brandId, ...ranges, most: RARE })
    : await reads.run(findCustomersWithWords, { brandId, ...withOthers(ranges, least), most: RARE });
  const ids = [...new Set(found.map(({ customerId }) => customerId))];
  return ids.length > few ? { kind: 'many' } : { kind: 'few', ids };
}

/**
 * Counts the entries of each range. `least` is the index of the range with the fewest entries, and `count` is their
 * number. `areFrequent` says that reading the entries of every word is faster than asking each customer.
 */
async function countEntries(reads: Db, brandId: string, ranges: WordRanges) {
  const counts = await reads.run(countWords, { brandId, ...ranges, most: RARE });
  const least = counts.reduce((best, { count }, i) => (count < (counts[best]?.count ?? RARE) ? i : best), 0);
  const areFrequent = counts.every(({ count }) => count > MOST_ASKED_EACH && count < RARE);
  return { least, count: counts[least]?.count ?? 0, areFrequent };
}

/** Returns the range `index` as the one to read; the other ranges are looked up for each customer. */
function withOthers({ words, wordEnds }: WordRanges, index: number) {
  return {
    word: words[index] ?? '',
    wordEnd: wordEnds[index] ?? '',
    words: words.filter((_, i) => i !== index),
    wordEnds: wordEnds.filter((_, i) => i !== index),
  };
}
