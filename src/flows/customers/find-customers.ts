/** Finds the customers that a person may see: by name, by number, or by the time since the last contact. */

import type { Db, Reads } from '#db/core/db.ts';
import { searchPrefixes } from '#db/customers/customer-words.ts';
import { type CustomersWanted, customersPage } from '#db/customers/customers.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { scopeOf } from '#rules/people/access.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { chooseRead } from './matching-customers.ts';

export interface CustomerSearch {
  /** The text as typed; an empty text finds all customers. */
  readonly typed: string;
  readonly portfolio: 'mine' | 'store';
  /** The least number of days without a contact; null for no limit. */
  readonly quietForDays: number | null;
  readonly after: { readonly sortName: string; readonly id: string } | null;
  readonly limit: number;
}

/** Returns the customers that `find_customers` reaches. `last` is null where no customer follows. */
export async function findCustomers(db: Reads, viewer: PersonActor, search: CustomerSearch, now: Instant) {
  const { brandId, personId } = viewer;
  const { after, limit, quietForDays } = search;
  const words = searchPrefixes(search.typed).slice(0, MOST_WORDS);
  const wanted = {
    brandId,
    storeId: scopeOf('find_customers', viewer).storeId,
    sellerId: search.portfolio === 'mine' ? personId : null,
    quietSince: quietForDays === null ? null : now - quietForDays * DAY_MS,
    afterName: after?.sortName ?? null,
    afterId: after?.id ?? null,
    limit: limit + 1,
  };
  const hasNoWord = search.typed.trim() !== '' && words.length === 0;
  const rows = hasNoWord ? [] : await db.read(brandId, (reads) => readPage(reads, wanted, words));
  const customers = rows.slice(0, limit);
  return { customers, last: rows.length > limit ? (customers.at(-1) ?? null) : null };
}

/** The most words that a search uses. A longer text is not a name. */
const MOST_WORDS = 8;

/** Reads a page. '{' is the first character after the letters and digits that words consist of, so that it ends a range of words. */
async function readPage(reads: Db, wanted: CustomersWanted, words: readonly string[]) {
  const { brandId, storeId, sellerId, quietSince } = wanted;
  const ranges = { words, wordEnds: words.map((word) => `${word}{`) };
  const chosen = words.length === 0 ? ALL_CUSTOMERS : await chooseRead(reads, brandId, ranges);
  if (chosen === null) return [];
  const { found, ...entries } = chosen;
  const shape = { store: storeId !== null, seller: sellerId !== null, quiet: quietSince !== null, found } as const;
  return reads.run(customersPage(shape), { ...wanted, ...ranges, ...entries });
}

const ALL_CUSTOMERS = { found: null, word: '', wordEnd: '', most: 0 } as const;
