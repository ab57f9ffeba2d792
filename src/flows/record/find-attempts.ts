/** Finds attempts by customer, seller, store and time, newest first. */

import type { Db, Reads } from '#db/core/db.ts';
import { searchPrefixes } from '#db/customers/customer-words.ts';
import { listPeople } from '#db/people/people.ts';
import { type AttemptEvent, attemptEventsPage } from '#db/record/attempt-events.ts';
import { type AttemptsPageArgs, type AttemptsPageShape, attemptsPage } from '#db/record/attempt-pages.ts';
import { type PageAsked, pageOf } from '#flows/core/list-page.ts';
import { matchingCustomers, type WordRanges } from '#flows/customers/matching-customers.ts';
import { type AttemptState, isContact } from '#rules/contact/attempt.ts';
import { foldText } from '#rules/core/plain-words.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The attempts that the caller may see. Null fields do not narrow: all of the brand's. */
export interface AttemptScope {
  readonly brandId: string;
  readonly sellerId: string | null;
  readonly storeId: string | null;
}

export interface AttemptSearch {
  /** The customer's name or number as typed; empty for any customer. */
  readonly customer: string;
  /** Whether only whole words and numbers match. Otherwise a reader could spell out a masked customer letter by letter. */
  readonly wholeWords: boolean;
  /** A part of the seller's name as typed; empty for any seller. */
  readonly seller: string;
  readonly state: AttemptState | null;
  /** The event that must have happened; null for any. With an event, the list is in the order of its instants. */
  readonly event: AttemptEvent | null;
  /** The time of the attempt's beginning, or of the event. `from` is inclusive, `to` exclusive. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

export async function findAttempts(db: Reads, scope: AttemptScope, search: AttemptSearch, { after, limit }: PageAsked) {
  const { brandId } = scope;
  const words = searchPrefixes(search.customer).slice(0, MOST_WORDS);
  // A typed text without a word matches no customer. Without this line it would match all.
  if (search.customer.trim() !== '' && words.length === 0) return { rows: [], last: null };
  // Words consist of letters and digits: a space sorts before all of them, '{' after.
  const wordEnds = words.map((word) => `${word}${search.wholeWords ? ' ' : '{'}`);
  return db.read(brandId, async (reads) => {
    const chosen = await choosePage(reads, scope, search, { words, wordEnds });
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
  const page = attemptEventsPage({ event, ...filters, ofSeller: false, times: false });
  const all = { ...args, sellerIds: keys === 'sellers' ? ids : sellerIds, ofSeller: null, stores: [], times: [] };
  const rows = await reads.run(page, all);
  return pageOf(rows, args.limit - 1, ({ eventAt }) => eventAt);
}

/** The most words that a search uses. A longer text is not a name. */
const MOST_WORDS = 8;
/**
 * The most sellers for whom a page is read seller by seller. More sellers are most of the brand, whose attempts are
 * read in their own order.
 */
const FEW_SELLERS = 50;
/** The most customers for whom a page is read customer by customer. */
const FEW_CUSTOMERS = 1_000;

interface Chosen {
  readonly shape: AttemptsPageShape;
  readonly ids: readonly string[];
  readonly sellerIds: readonly string[];
}

/**
 * Chooses the index by which the page is read: a few customers, else a few sellers, else all attempts in order. Returns
 * null where no attempt can match.
 */
async function choosePage(
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
  const wanted = foldText(typed);
  const people = await reads.run(listPeople, { brandId });
  return people.filter(({ name }) => foldText(name).includes(wanted)).map(({ id }) => id);
}
