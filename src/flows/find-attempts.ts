/** Attempts found by whom they were to, who made them, where and when; the newest first. */
import { attemptsPage } from '#db/attempts.ts';
import { searchPrefixes } from '#db/customer-words.ts';
import type { Reads } from '#db/db.ts';
import { peopleOf } from '#db/people.ts';
import { folded } from '#rules/plain-words.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type PageAsked, pageOf } from './page.ts';

/** Whose attempts may be seen: nulls see all of the brand's. */
export interface AttemptScope {
  readonly brandId: string;
  readonly sellerId: string | null;
  readonly storeId: string | null;
}

export interface AttemptSearch {
  /** A customer's name or number, as typed; empty: anybody. */
  readonly customer: string;
  /** Only whole words and numbers find: letter by letter, who is masked could be spelled out. */
  readonly wholeWords: boolean;
  /** Part of a seller's name, as typed; empty: anybody. */
  readonly seller: string;
  readonly state: string | null;
  /** `from` inclusive, `to` not. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

export async function findAttempts(
  db: Reads,
  { brandId, sellerId, storeId }: AttemptScope,
  { customer, wholeWords, seller, state, from, to }: AttemptSearch,
  { after, limit }: PageAsked,
) {
  const words = searchPrefixes(customer).slice(0, MOST_WORDS);
  // What was typed and holds no word finds nobody, rather than everybody.
  if (customer.trim() !== '' && words.length === 0) return { rows: [], last: null };
  // Words are made of letters and digits: a space comes before all of them, '{' after.
  const wordEnds = words.map((word) => `${word}${wholeWords ? ' ' : '{'}`);
  return db.read(brandId, async (reads) => {
    const sellerIds = seller.trim() === '' ? null : await named(reads, brandId, seller);
    const rows = await reads.run(attemptsPage, {
      ...{ brandId, words, wordEnds, sellerIds, sellerId, storeId, state, from, to },
      beforeAt: after?.at ?? null,
      beforeId: after?.id ?? null,
      limit: limit + 1,
    });
    return pageOf(rows, limit, ({ createdAt }) => createdAt);
  });
}

/** Who types more words than these is not looking for a name. */
const MOST_WORDS = 8;

async function named(reads: Parameters<Parameters<Reads['read']>[1]>[0], brandId: string, typed: string) {
  const wanted = folded(typed);
  const people = await reads.run(peopleOf, { brandId });
  return people.filter(({ name }) => folded(name).includes(wanted)).map(({ id }) => id);
}
