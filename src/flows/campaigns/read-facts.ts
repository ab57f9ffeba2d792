/** Reads the customers of a store as the rules of campaigns know them, page by page, so that no decision waits for it. */
import { type FactsTerms, readFactsOfCustomers, readFactsPage } from '#db/campaigns/customer-facts.ts';
import { readSuggestionSettings } from '#db/campaigns/day-terms.ts';
import type { Reads } from '#db/core/db.ts';
import { silenceContext } from '#flows/holds/new-minute.ts';
import type { BrandClocks, Timelines } from '#flows/policy/timelines.ts';
import type { AudienceFacts } from '#rules/campaigns/audience-facts.ts';
import { purchasesNeeded } from '#rules/campaigns/audience-match.ts';
import type { Campaign } from '#rules/campaigns/campaign.ts';
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
 * count as earlier ones.
 */
export async function* readFacts(
  db: Reads,
  terms: BrandTerms,
  store: StoreTerms,
  campaigns: readonly Wanting[],
  at: Instant,
): AsyncGenerator<readonly AudienceFacts[]> {
  const { brandId } = terms;
  const asked = { ...factsTerms(terms, store, campaigns, at), storeId: store.id, limit: PAGE };
  let [afterName, afterId] = ['', FIRST_ID];
  for (;;) {
    const rows = await db.read(brandId, (reads) => reads.run(readFactsPage, { ...asked, afterName, afterId }));
    yield rows.map((row) => factsOf(row, terms, store, at));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    [afterName, afterId] = [last.sortName, last.id];
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
  const asked = { ...factsTerms(terms, first, [campaign], at), customerIds };
  const rows = await db.read(terms.brandId, (reads) => reads.run(readFactsOfCustomers, asked));
  return rows.flatMap((row) => {
    const store = stores.get(row.storeId);
    return store === undefined ? [] : [factsOf(row, terms, store, at)];
  });
}

export type Wanting = Pick<Campaign, 'audience' | 'coolDownDays'>;

export function factsTerms(
  { brandId, settings: { coolDownDays, unansweredAfter, hasSilences, hasListings } }: BrandTerms,
  { zone, day }: StoreTerms,
  campaigns: readonly Wanting[],
  at: Instant,
): FactsTerms {
  const audiences = campaigns.map(({ audience }) => audience);
  const needed = purchasesNeeded(audiences, day);
  return {
    ...{ brandId, on: dateText(day), now: at, servedSince: startOfDay(zone, day) - SERVED_DAYS * DAY_MS },
    tags: audiences.some(({ tags }) => tags !== undefined),
    purchasesSince: needed === 'last' ? null : needed === 'all' ? '0001-01-01' : needed.since,
    contacts: coolDownDays > 0 || campaigns.some((campaign) => campaign.coolDownDays > 0),
    unanswered: unansweredAfter > 0,
    silences: hasSilences,
    listings: hasListings,
  };
}

export function factsOf(row: FactsRow, terms: BrandTerms, store: StoreTerms, at: Instant): AudienceFacts {
  const { settings } = terms;
  const { permission, permissionOn, doNotCallOn, numberContactedAt } = row;
  const boughtUntil =
    row.purchasedOn === null ? Number.NEGATIVE_INFINITY : startOfDay(store.zone, (dayOf(row.purchasedOn) ?? 0) + 1);
  const { coolDownDays, unansweredAfter } = settings;
  const unansweredAt = row.unansweredAt.filter((contactAt) => contactAt >= boughtUntil);
  const consentOn = permission === 'granted' ? permissionOn : null;
  return {
    ...{ id: row.id, storeId: row.storeId, sellerId: row.sellerId, name: row.name, city: row.city, tags: row.tags },
    ...{ bornOn: row.bornOn, lastContactAt: row.lastContactAt, purchases: row.purchases, open: row.open },
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
