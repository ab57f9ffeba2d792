/** The portfolio: whom a person may see, found by name, by number, or by how long nobody wrote. */

import type { Db, Reads } from '#db/core/db.ts';
import { searchPrefixes } from '#db/customers/customer-words.ts';
import { type CustomersWanted, customersPage } from '#db/customers/customers.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { scopeOf } from '#rules/people/access.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { chooseRead } from './matching-customers.ts';

export interface CustomerSearch {
  /** As typed; empty finds all. */
  readonly typed: string;
  readonly portfolio: 'mine' | 'store';
  /** Days without a contact, at least; null: however long. */
  readonly quietForDays: number | null;
  readonly after: { readonly sortName: string; readonly id: string } | null;
  readonly limit: number;
}

/** The customers that `find_customers` reaches. `last`: null where nothing follows. */
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
  const nothingAsked = search.typed.trim() !== '' && words.length === 0;
  const rows = nothingAsked ? [] : await db.read(brandId, (reads) => readPage(reads, wanted, words));
  const customers = rows.slice(0, limit);
  return { customers, last: rows.length > limit ? (customers.at(-1) ?? null) : null };
}

/** Who types more words than these is not looking for a name. */
const MOST_WORDS = 8;

/** '{' follows the letters and digits that words are made of. */
async function readPage(reads: Db, wanted: CustomersWanted, words: readonly string[]) {
  const { brandId, storeId, sellerId, quietSince } = wanted;
  const ranges = { words, wordEnds: words.map((word) => `${word}{`) };
  const chosen = words.length === 0 ? EVERYBODY : await chooseRead(reads, brandId, ranges);
  if (chosen === null) return [];
  const { found, ...entries } = chosen;
  const shape = { store: storeId !== null, seller: sellerId !== null, quiet: quietSince !== null, found } as const;
  return reads.run(customersPage(shape), { ...wanted, ...ranges, ...entries });
}

const EVERYBODY = { found: null, word: '', wordEnd: '', most: 0 } as const;
