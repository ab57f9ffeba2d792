/** Finds what would make a campaign fit: more days, or more suggestions for each seller. Each answer is rehearsed. */

import { SUGGESTIONS_PER_SELLER_DAY } from '#rules/campaigns/campaign.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import { dateText } from '#rules/time/local-day.ts';
import type { CampaignToRehearse, RehearsedCampaign, StoreToRehearse } from './rehearsal.ts';
import { rehearseStore } from './rehearse-store.ts';

/** `to`: the last day. `suggestionsPerSellerDay`: over all campaigns; the campaign's own quota is raised to it as well. */
export type FixField = 'to' | 'perSellerDay' | 'suggestionsPerSellerDay';
export const FIX_FIELDS = ['to', 'perSellerDay', 'suggestionsPerSellerDay'] as const;

/** The least value found for each field; null: no value in its limits fits; left out: everybody fits already. */
export type FixesOfStores = { [field in FixField]?: number | null };

/** The longest period that is rehearsed, in days from now. */
export const MOST_DAYS = 92;

export function emptyFixes(): FixesOfStores {
  return {};
}

/** Combines the fixes of stores: a value that fits in one store fits a smaller need in another one. */
export function addStoreFixes(whole: FixesOfStores, part: FixesOfStores): void {
  for (const field of FIX_FIELDS) {
    const [known, found] = [whole[field], part[field]];
    if (found === undefined) continue;
    whole[field] = found === null || known === null ? null : Math.max(known ?? found, found);
  }
}

/** Tries greater values of each field until the store's rehearsal says that everybody fits. */
export function findFixes(
  store: StoreToRehearse,
  campaign: CampaignToRehearse,
  { doesNotFit, sellers }: RehearsedCampaign,
): FixesOfStores {
  if (doesNotFit === 0) return {};
  const served = [...sellers.values()].reduce((sum, count) => sum + count, 0);
  const ratio = (served + doesNotFit) / Math.max(1, served);
  const find = (field: FixField) => leastThatFits(field, campaign, ratio, (changed) => rehearseStore(store, changed));
  const fixes: FixesOfStores = { to: find('to'), perSellerDay: find('perSellerDay') };
  // The brand's quota need not change where the campaign's quota is enough.
  return fixes.perSellerDay === null ? { ...fixes, suggestionsPerSellerDay: find('suggestionsPerSellerDay') } : fixes;
}

/** Tries growing values until one fits, then values between the last two, and returns the least that was found. */
function leastThatFits(
  field: FixField,
  campaign: CampaignToRehearse,
  ratio: number,
  rehearse: (changed: CampaignToRehearse) => RehearsedCampaign,
): number | null {
  const range = rangeOf(field, campaign);
  if (range === null) return null;
  const { from, least, most } = range;
  const fits = (value: number) => rehearse(withValue(field, campaign, value)).doesNotFit === 0;
  const grown = (value: number, by: number) =>
    Math.min(most, Math.max(value + 1, from + Math.ceil((value - from) * by)));
  let [tooSmall, value, found] = [least - 1, grown(least - 1, ratio), null as number | null];
  for (let tries = 0; tries < MOST_TRIES && value > tooSmall; tries++) {
    if (fits(value)) found = value;
    else if (value === most) return null;
    else tooSmall = value;
    value = found === null ? grown(tooSmall, 1.5) : Math.floor((tooSmall + found) / 2);
  }
  return found;
}

const MOST_TRIES = 8;

/** `from`: where the field's amount begins to count; `least` and `most`: the values to try. Null: the field does not matter. */
function rangeOf(
  field: FixField,
  { campaigns, campaignId, perSellerDay, now, lastDay }: CampaignToRehearse,
): { from: number; least: number; most: number } | null {
  const rehearsed = campaigns.find(({ id }) => id === campaignId);
  if (rehearsed === undefined) return null;
  const today = Math.floor(now / DAY_LENGTH);
  const first = Math.max(today, (rehearsed.from === null ? null : dayOf(rehearsed.from)) ?? today);
  const ranges = {
    to: rehearsed.to === null ? null : { from: first - 1, least: lastDay + 1, most: today + MOST_DAYS - 1 },
    perSellerDay: { from: 0, least: rehearsed.perSellerDay + 1, most: perSellerDay },
    suggestionsPerSellerDay: { from: 0, least: perSellerDay + 1, most: SUGGESTIONS_PER_SELLER_DAY.most },
  };
  const range = ranges[field];
  return range === null || range.least > range.most ? null : range;
}

const DAY_LENGTH = 86_400_000;

function withValue(field: FixField, campaign: CampaignToRehearse, value: number): CampaignToRehearse {
  const changed = (fields: object) =>
    campaign.campaigns.map((each) => (each.id === campaign.campaignId ? { ...each, ...fields } : each));
  switch (field) {
    case 'to':
      return { ...campaign, lastDay: value as EpochDay, campaigns: changed({ to: dateText(value) }) };
    case 'perSellerDay':
      return { ...campaign, campaigns: changed({ perSellerDay: value }) };
    case 'suggestionsPerSellerDay':
      return { ...campaign, perSellerDay: value, campaigns: changed({ perSellerDay: value }) };
  }
}
