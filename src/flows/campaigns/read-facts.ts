/** Reads the customers of a store as the rules of campaigns know them, page by page, so that no decision waits for it. */
import { type FactsTerms, readFactsOfCustomers, readFactsPage } from '#db/campaigns/customer-facts.ts';
import { listPurchasesOfCustomers, type PurchaseRow } from '#db/campaigns/customer-purchases.ts';
import { readSuggestionSettings } from '#db/campaigns/day-terms.ts';
import type { Db, Reads } from '#db/core/db.ts';
import { silenceContext } from '#flows/holds/new-minute.ts';
import type { BrandClocks, Timelines } from '#flows/policy/timelines.ts';
import type { AudienceFacts, Purchase } from '#rules/campaigns/audience-facts.ts';
import { purchasesNeeded } from '#rules/campaigns/audience-match.ts';
import type { Audience, Campaign } from '#rules/campaigns/campaign.ts';
import { isSilentAllDay } from '#rules/campaigns/silent-day.ts';
import { suggestionReasonOf } from '#rules/campaigns/suggestion-reason.ts';
import { relevantContacts } from '#rules/contact/earlier-contacts.ts';
import { DAY_MS, dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import { dateText, startOfDay } from '#rules/time/local-day.ts';

type Settings = NonNullable<(typeof readSuggestionSettings)['row']>;
export type FactsRow = NonNullable<(typeof readFactsPage)['row']>;

/** What the customers of all stores have in common. */
export interface BrandTerms {
  readonly brandId: string;
  readonly settings: Settings;
  readonly clocks: BrandClocks;
}

export interface StoreTerms {
  readonly id: string;
  readonly zone: string;
  readonly day: EpochDay;
  /** The store's open times of the day. */
  readonly usable: readonly Interval[];
}

const PAGE = 2_000;
/** A campaign suggests a customer again for the same reason only so long after a contact or a dismissal. */
const SERVED_DAYS = 300;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

interface FactsBatch {
  readonly rows: readonly FactsRow[];
  readonly purchases: ReadonlyMap<string, readonly Purchase[]>;
}

/** Returns null if there is no such brand. */
export function readBrandTerms(
  { db, timelines }: { readonly db: Reads; readonly timelines: Timelines },
  brandId: string,
): Promise<BrandTerms | null> {
  return db.read(brandId, async (reads) => {
    const [settings] = await reads.run(readSuggestionSettings, { brandId });
    if (settings === undefined) return null;
    return { brandId, settings, clocks: await timelines.at(reads, brandId, settings.revision) };
  });
}

/**
 * Yields the customers of a store in pages, each read in a transaction of its own. `at`: the instant from which contacts
 * count as earlier ones. `suggestions`: whether the customers' suggestions are read too.
 */
export async function* readFacts(
  db: Reads,
  terms: BrandTerms,
  store: StoreTerms,
  campaigns: readonly Wanting[],
  { at, suggestions }: { readonly at: Instant; readonly suggestions: boolean },
): AsyncGenerator<readonly AudienceFacts[]> {
  const { brandId } = terms;
  const asked = {
    ...factsTerms(terms, campaigns, at, { storeDay: store, suggestions }),
    storeId: store.id,
    limit: PAGE,
  };
  const audiences = campaigns.map(({ audience }) => audience);
  const readAfter = (afterName: string, afterId: string): Promise<FactsBatch> => {
    const reading = db.read(brandId, async (reads) => {
      const rows = await reads.run(readFactsPage, { ...asked, afterName, afterId });
      return { rows, purchases: await readPurchases(reads, brandId, rows, audiences, store.day) };
    });
    // A caller that needs no more pages does not wait for the page that is being read.
    reading.catch(() => undefined);
    return reading;
  };
  for (let reading: Promise<FactsBatch> | null = readAfter('', FIRST_ID); reading !== null; ) {
    const { rows, purchases }: FactsBatch = await reading;
    const last = rows.at(-1);
    // The database reads the next page while the rules judge this one.
    reading = last === undefined || rows.length < PAGE ? null : readAfter(last.sortName, last.id);
    yield rows.map((row) => factsOf(row, purchases.get(row.id) ?? [], terms, store, at));
  }
}

/** Reads some customers of several stores on one day, that of the first store. */
export async function readSomeFacts(
  db: Reads,
  terms: BrandTerms,
  stores: ReadonlyMap<string, StoreTerms>,
  campaign: Wanting,
  { customerIds, at }: { readonly customerIds: readonly string[]; readonly at: Instant },
): Promise<readonly AudienceFacts[]> {
  const [first] = stores.values();
  if (first === undefined || customerIds.length === 0) return [];
  const asked = { ...factsTerms(terms, [campaign], at, { storeDay: first, suggestions: false }), customerIds };
  const [rows, purchases] = await db.read(terms.brandId, async (reads) => {
    const found = await reads.run(readFactsOfCustomers, asked);
    return [found, await readPurchases(reads, terms.brandId, found, [campaign.audience], first.day)] as const;
  });
  return rows.flatMap((row) => {
    const store = stores.get(row.storeId);
    return store === undefined ? [] : [factsOf(row, purchases.get(row.id) ?? [], terms, store, at)];
  });
}

export type Wanting = Pick<Campaign, 'audience' | 'coolDownDays'>;

export function factsTerms(
  { brandId, settings: { coolDownDays, unansweredAfter, hasSilences, hasListings } }: BrandTerms,
  campaigns: readonly Wanting[],
  at: Instant,
  { storeDay, suggestions }: { readonly storeDay: StoreTerms; readonly suggestions: boolean },
): FactsTerms {
  const { zone, day } = storeDay;
  return {
    ...{ brandId, now: at, servedSince: startOfDay(zone, day) - SERVED_DAYS * DAY_MS, suggestions },
    tags: campaigns.some(({ audience }) => audience.tags !== undefined),
    contacts: coolDownDays > 0 || campaigns.some((campaign) => campaign.coolDownDays > 0),
    unanswered: unansweredAfter > 0,
    silences: hasSilences,
    listings: hasListings,
  };
}

/** A customer with more purchases is a till without a name: the newest ones tell enough. */
const MOST_PURCHASES = 1_000;
const FIRST_DATE = '0001-01-01';

/** Reads the purchases that the filters ask for, the newest first, and of every customer the newest one. */
export async function readPurchases(
  db: Db,
  brandId: string,
  customers: readonly { readonly id: string }[],
  audiences: readonly Audience[],
  day: EpochDay,
): Promise<ReadonlyMap<string, readonly Purchase[]>> {
  const needed = purchasesNeeded(audiences, day);
  const byCustomer = new Map<string, readonly Purchase[]>();
  const read = async (customerIds: readonly string[], since: string, most: number) => {
    if (customerIds.length === 0) return;
    const rows = await db.run(listPurchasesOfCustomers, { brandId, customerIds, since, on: dateText(day), most });
    for (const [id, of] of Map.groupBy(rows, ({ customerId }) => customerId))
      byCustomer.set(id, of.toSorted(newestFirst));
  };
  const ids = customers.map(({ id }) => id);
  if (needed !== 'last') await read(ids, needed === 'all' ? FIRST_DATE : needed.since, MOST_PURCHASES);
  if (needed !== 'all')
    await read(
      ids.filter((id) => !byCustomer.has(id)),
      FIRST_DATE,
      1,
    );
  return byCustomer;
}

/** Purchases of one day have no order of their own; their ids make the answer the same each time. */
function newestFirst(a: PurchaseRow, b: PurchaseRow): number {
  if (a.boughtOn !== b.boughtOn) return a.boughtOn < b.boughtOn ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

export function factsOf(
  row: FactsRow,
  purchases: readonly Purchase[],
  terms: BrandTerms,
  store: StoreTerms,
  at: Instant,
): AudienceFacts {
  const { settings } = terms;
  const { permission, permissionOn, doNotCallOn, numberContactedAt } = row;
  const boughtUntil =
    row.purchasedOn === null ? Number.NEGATIVE_INFINITY : startOfDay(store.zone, (dayOf(row.purchasedOn) ?? 0) + 1);
  const { coolDownDays, unansweredAfter } = settings;
  const unansweredAt = row.unansweredAt.filter((contactAt) => contactAt >= boughtUntil);
  const consentOn = permission === 'granted' ? permissionOn : null;
  return {
    ...{ id: row.id, storeId: row.storeId, sellerId: row.sellerId, name: row.name, city: row.city, tags: row.tags },
    ...{ bornOn: row.bornOn, lastContactAt: row.lastContactAt, purchases, open: row.open },
    customer: {
      availability: 'present',
      reachable: row.phoneKind === 'mobile' && row.wrongNumberAt === null,
      permission,
      optedOutAt: row.optedOutAt,
      doNotCall: doNotCallOn === null ? null : { listedOn: doNotCallOn, consentOn },
    },
    contacts: relevantContacts({ coolDownDays, contactedAt: numberContactedAt, unansweredAfter, unansweredAt }, at),
    numberContactedAt,
    isSilentAllDay: row.askedSilences.length > 0 && isSilent(row, terms, store),
    served: row.served.map(({ campaignId, reason }) => ({ campaignId, reason: suggestionReasonOf(reason) })),
  };
}

function isSilent(row: FactsRow, { settings, clocks }: BrandTerms, { zone, usable }: StoreTerms): boolean {
  const [first] = usable;
  if (first === undefined) return false;
  const { phone, city, state: customerState, toldZone, askedSilences } = row;
  const facts = { phone, city, customerState, toldZone, askedSilences };
  return isSilentAllDay(silenceContext(facts, { zone }, settings, clocks, first.start), usable);
}
