/** Tells whether the filters of a campaign meet a customer on a day, and for which reason. */
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import { dateParts, dateText } from '#rules/time/local-day.ts';
import type { AudienceFacts, Purchase } from './audience-facts.ts';
import type { Audience } from './campaign.ts';
import { plainText } from './plain-text.ts';
import type { SuggestionReason } from './suggestion-reason.ts';

export interface AudienceMatch {
  readonly reason: SuggestionReason;
  /** The last day on which the filters meet the customer; null: no last day is known. */
  readonly endsOn: EpochDay | null;
}

export type MatchAudience = (facts: AudienceFacts, day: EpochDay) => AudienceMatch | null;

/** Prepares the filters of an audience for many customers. An empty list meets nobody. */
export function prepareAudience(audience: Audience): MatchAudience {
  const { lastPurchaseDays, birthdayWithinDays, spent, neverContacted, permission } = audience;
  const isInStores = oneOf(audience.storeIds);
  const isOfSellers = oneOf(audience.sellerIds);
  const isInCities = oneOf(audience.cities?.map(plainText));
  const hasTag = oneOf(audience.tags?.map(plainText));
  const item = audience.item === undefined ? null : plainText(audience.item);
  const chosenTag = audience.tags?.[0] ?? null;

  return (facts, day) => {
    if (!isInStores(facts.storeId) || !isOfSellers(facts.sellerId)) return null;
    if (permission !== undefined && facts.customer.permission !== permission) return null;
    if (neverContacted === true && facts.lastContactAt !== null) return null;
    if (!isInCities(facts.city === null ? null : plainText(facts.city))) return null;
    const tag = chosenTag === null ? null : facts.tags.find((each) => hasTag(plainText(each)));
    if (tag === undefined) return null;

    const last = facts.purchases[0];
    const sinceLast = last === undefined ? null : daysSince(last, day);
    if (lastPurchaseDays !== undefined && !isWithin(sinceLast, lastPurchaseDays)) return null;
    const birthday = birthdayWithinDays === undefined ? null : nextBirthday(facts.bornOn, day);
    if (birthdayWithinDays !== undefined && (birthday === null || birthday.day - day > birthdayWithinDays)) return null;
    if (spent !== undefined && spentSince(facts.purchases, day - spent.sinceDays) < spent.minCents) return null;
    const bought = item === null ? null : facts.purchases.find(({ items }) => plainText(items).includes(item));
    if (bought === undefined) return null;

    const recencyEnds =
      lastPurchaseDays?.max == null || sinceLast === null ? null : day - sinceLast + lastPurchaseDays.max;
    const endsOn = earlierDay(birthday?.day ?? null, recencyEnds);
    return { endsOn, reason: reasonOf(audience, { birthday, last, bought, tag }) };
  };
}

/** Returns the first date of purchases that the filters of these audiences ask for; `last`: the newest purchase is enough. */
export function purchasesNeeded(audiences: readonly Audience[], day: EpochDay): 'last' | 'all' | { since: string } {
  if (audiences.some(({ item }) => item !== undefined)) return 'all';
  const days = audiences.flatMap(({ spent }) => (spent === undefined ? [] : [spent.sinceDays]));
  return days.length === 0 ? 'last' : { since: dateText(day - Math.max(...days)) };
}

interface Met {
  readonly birthday: { readonly on: string } | null;
  readonly last: Purchase | undefined;
  readonly bought: Purchase | null;
  readonly tag: string | null;
}

/** A purchase is recent up to this many days; beyond it the days without a purchase are what a seller tells. */
const RECENT_DAYS = 29;

/** Names what a seller can say: the birthday, then the last purchase, then what the other filters ask for. */
function reasonOf(
  { lastPurchaseDays, neverContacted }: Audience,
  { birthday, last, bought, tag }: Met,
): SuggestionReason {
  if (birthday !== null) return { code: 'birthday', on: birthday.on };
  if (lastPurchaseDays !== undefined && last !== undefined) {
    const isRecent = lastPurchaseDays.max !== null && lastPurchaseDays.max <= RECENT_DAYS;
    if (!isRecent || last.items.trim() === '') return { code: 'inactive_days', lastOn: last.boughtOn };
    return { code: 'after_purchase', boughtOn: last.boughtOn, item: last.items };
  }
  if (bought !== null) return { code: 'after_purchase', boughtOn: bought.boughtOn, item: bought.items };
  if (tag !== null) return { code: 'tag', tag };
  return { code: neverContacted === true ? 'never_contacted' : 'chosen' };
}

/**
 * Returns the next birthday from a day on, with the date of birth as `MM-DD`; null: it is not known. A birthday on
 * 29 February is on the 28th in other years.
 */
export function nextBirthday(bornOn: string | null, day: EpochDay): { day: EpochDay; on: string } | null {
  if (bornOn === null || dayOf(`2000-${bornOn.slice(5)}`) === null) return null;
  const on = bornOn.slice(5);
  const { year } = dateParts(day);
  const [thisYear, nextYear] = [birthdayIn(year, on), birthdayIn(year + 1, on)];
  return { day: thisYear >= day ? thisYear : nextYear, on };
}

function birthdayIn(year: number, on: string): EpochDay {
  return dayOf(`${year}-${on}`) ?? (dayOf(`${year}-02-28`) as EpochDay);
}

function spentSince(purchases: readonly Purchase[], first: EpochDay): number {
  let cents = 0;
  for (const purchase of purchases) {
    const boughtOn = dayOf(purchase.boughtOn) as EpochDay;
    if (boughtOn >= first) cents += purchase.cents;
  }
  return cents;
}

/** Returns the whole days from a purchase to a day. */
export function daysSince({ boughtOn }: Purchase, day: EpochDay): number {
  return day - (dayOf(boughtOn) as EpochDay);
}

function isWithin(days: number | null, { min, max }: { readonly min: number; readonly max: number | null }): boolean {
  return days !== null && days >= min && (max === null || days <= max);
}

function oneOf(values: readonly string[] | undefined): (value: string | null) => boolean {
  if (values === undefined) return () => true;
  const set = new Set(values);
  return (value) => value !== null && set.has(value);
}

function earlierDay(a: EpochDay | null, b: EpochDay | null): EpochDay | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}
