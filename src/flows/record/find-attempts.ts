/** Attempts found by whom they were to, who made them, where and when; the newest first. */

import type { Db, Reads } from '#db/core/db.ts';
import { searchPrefixes } from '#db/customers/customer-words.ts';
import { listPeople } from '#db/people/people.ts';
import { type AttemptEvent, attemptEventsPage } from '#db/record/attempt-events.ts';
import { type AttemptsPageArgs, type AttemptsPageShape, attemptsPage } from '#db/record/attempt-pages.ts';
import { type PageAsked, pageOf } from '#flows/core/list-page.ts';
import { matchingCustomers, type WordRanges } from '#flows/customers/matching-customers.ts';
import { type AttemptState, isContact } from '#rules/contact/attempt.ts';
import { folded } from '#rules/core/plain-words.ts';
import type { Instant } from '#rules/time/interval.ts';

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
  readonly state: AttemptState | null;
  /** Null: whatever happened to it. Otherwise the list is in the order in which it happened. */
  readonly event: AttemptEvent | null;
  /** `from` inclusive, `to` not: of the attempt's beginning, or of the event. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

export async function findAttempts(db: Reads, scope: AttemptScope, search: AttemptSearch, { after, limit }: PageAsked) {
  const { brandId } = scope;
  const words = searchPrefixes(search.customer).slice(0, MOST_WORDS);
  // What was typed and holds no word finds nobody, rather than everybody.
  if (search.customer.trim() !== '' && words.length === 0) return { rows: [], last: null };
  // Words are made of letters and digits: a space comes before all of them, '{' after.
  const wordEnds = words.map((word) => `${word}${search.wholeWords ? ' ' : '{'}`);
  return db.read(brandId, async (reads) => {
    const chosen = await choose(reads, scope, search, { words, wordEnds });
    if (chosen === null) return { rows: [], last: null };
    const args = {
      ...{ brandId, words, wordEnds, ids: chosen.ids, sellerIds: chosen.sellerIds },
      ...{ storeId: scope.storeId, state: search.state, from: search.from, to: search.to },
      beforeAt: after?.at ?? null,
      beforeId: after?.id ?? null,
      limit: limit + 1,
    };
    if (search.event !== null) return pageOfEvent(reads, search.event, chosen, args);
    const rows = await reads.run(attemptsPage(chosen.shape), args);
    return pageOf(rows, limit, ({ createdAt }) => createdAt);
  });
}

async function pageOfEvent(reads: Db, event: AttemptEvent, { shape, ids, sellerIds }: Chosen, args: AttemptsPageArgs) {
  const { keys, store, state, words } = shape;
  const sellers = shape.sellers || keys === 'sellers';
  const filters = { customers: keys === 'customers', sellers, store, state: state !== null, words };
  const page = attemptEventsPage({ event, ...filters });
  const rows = await reads.run(page, keys === 'sellers' ? { ...args, sellerIds: ids } : { ...args, sellerIds });
  return pageOf(rows, args.limit - 1, ({ eventAt }) => eventAt);
}

/** Who types more words than these is not looking for a name. */
const MOST_WORDS = 8;
/** A page of each of so many sellers is still read quickly; more are most of the brand, which is read in its own order. */
const FEW_SELLERS = 50;
/** A page of each of so many customers is still read quickly. */
const FEW_CUSTOMERS = 1_000;

interface Chosen {
  readonly shape: AttemptsPageShape;
  readonly ids: readonly string[];
  readonly sellerIds: readonly string[];
}

/** By which index the page is read: few customers, else few sellers, else everything in order. Null: nobody is meant. */
async function choose(
  reads: Db,
  { brandId, sellerId, storeId }: AttemptScope,
  { seller, state }: AttemptSearch,
  ranges: WordRanges,
): Promise<Chosen | null> {
  const named = seller.trim() === '' ? null : await sellersNamed(reads, brandId, seller);
  const sellers = sellerId === null ? named : named === null || named.includes(sellerId) ? [sellerId] : [];
  const matching = ranges.words.length === 0 ? null : await matchingCustomers(reads, brandId, ranges, FEW_CUSTOMERS);
  if (sellers?.length === 0 || (matching?.kind === 'few' && matching.ids.length === 0)) return null;
  const sellerIds = sellers ?? [];
  const filters = { store: storeId !== null, state: state && (isContact(state) ? 'contact' : 'other') } as const;
  if (matching?.kind === 'few') {
    const shape = { keys: 'customers', sellers: sellers !== null, words: false, ...filters } as const;
    return { shape, ids: matching.ids, sellerIds };
  }
  const words = matching?.kind === 'many';
  if (sellers !== null && sellers.length <= FEW_SELLERS) {
    return { shape: { keys: 'sellers', sellers: false, words, ...filters }, ids: sellers, sellerIds };
  }
  return { shape: { keys: null, sellers: sellers !== null, words, ...filters }, ids: [], sellerIds };
}

async function sellersNamed(reads: Db, brandId: string, typed: string): Promise<readonly string[]> {
  const wanted = folded(typed);
  const people = await reads.run(listPeople, { brandId });
  return people.filter(({ name }) => folded(name).includes(wanted)).map(({ id }) => id);
}
