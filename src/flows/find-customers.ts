/** The portfolio: whom a person may see, found by name, by number, or by how long nobody wrote. */
import { searchPrefixes } from '#db/customer-words.ts';
import { customersFound, customersPage } from '#db/customers.ts';
import type { Reads } from '#db/db.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { PersonActor } from './who-asks.ts';

export interface CustomerSearch {
  /** As typed; empty finds all. */
  readonly typed: string;
  readonly portfolio: 'mine' | 'store';
  /** Days without a contact, at least; null: however long. */
  readonly quietForDays: number | null;
  readonly after: { readonly sortName: string; readonly id: string } | null;
  readonly limit: number;
}

/** A seller and a store's manager see their store's customers, a brand manager all. `last`: null where nothing follows. */
export async function findCustomers(db: Reads, viewer: PersonActor, search: CustomerSearch, now: Instant) {
  const { brandId, storeId, personId } = viewer;
  const { after, limit, quietForDays } = search;
  const prefixes = searchPrefixes(search.typed).slice(0, MOST_WORDS);
  const wanted = {
    brandId,
    storeId,
    sellerId: search.portfolio === 'mine' ? personId : null,
    quietSince: quietForDays === null ? null : now - quietForDays * DAY_MS,
    afterName: after?.sortName ?? null,
    afterId: after?.id ?? null,
    limit: limit + 1,
  };
  const nothingAsked = search.typed.trim() !== '' && prefixes.length === 0;
  const rows = nothingAsked
    ? []
    : await db.read(brandId, (reads) =>
        prefixes.length === 0 ? reads.run(customersPage, wanted) : reads.run(customersFound, { ...wanted, prefixes }),
      );
  const customers = rows.slice(0, limit);
  return { customers, last: rows.length > limit ? (customers.at(-1) ?? null) : null };
}

/** Who types more words than these is not looking for a name. */
const MOST_WORDS = 8;
