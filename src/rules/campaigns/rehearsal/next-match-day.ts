/** Finds the days on which the filters of a campaign may meet a customer whom they do not meet yet. */
import type { AudienceFacts } from '#rules/campaigns/audience-facts.ts';
import { nextBirthday } from '#rules/campaigns/audience-match.ts';
import type { Audience } from '#rules/campaigns/campaign.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';

/**
 * Returns a day after `day` before which the filters cannot meet the customer, who is not met on `day`; null: no later day
 * does. Only the filters that count days change by themselves: the days since the last purchase and the birthday.
 */
export function nextMatchDay(
  { lastPurchaseDays, birthdayWithinDays }: Audience,
  { purchases: [last], bornOn }: AudienceFacts,
  day: EpochDay,
): EpochDay | null {
  const afterPurchase = last === undefined ? null : (dayOf(last.boughtOn) as EpochDay) + (lastPurchaseDays?.min ?? 0);
  const waitsForDays = lastPurchaseDays !== undefined && afterPurchase !== null && afterPurchase > day;
  const birthday = birthdayWithinDays === undefined ? null : nextBirthday(bornOn, day);
  const firstOfBirthday = birthday === null ? null : birthday.day - (birthdayWithinDays ?? 0);
  const waitsForBirthday = firstOfBirthday !== null && firstOfBirthday > day;
  if (waitsForDays) return Math.max(afterPurchase as EpochDay, waitsForBirthday ? (firstOfBirthday as EpochDay) : 0);
  if (waitsForBirthday) return firstOfBirthday;
  return null;
}
