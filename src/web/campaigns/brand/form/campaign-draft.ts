/** The draft of a campaign as it is typed, and what it becomes on the wire. */
import type { AudienceBody, CampaignFields } from '#web/campaigns/brand/campaigns-api.ts';

/** Every typed field is a text; an empty text of a filter asks nothing. `tags` and `cities` are separated by commas. */
export interface CampaignDraft {
  readonly name: string;
  readonly text: string;
  readonly priority: string;
  readonly from: string;
  readonly to: string;
  readonly coolDownDays: string;
  readonly perSellerDay: string;
  readonly legalBasis: CampaignFields['legalBasis'];
  readonly legalReason: string;
  readonly lastMin: string;
  readonly lastMax: string;
  readonly birthday: string;
  readonly spentMin: string;
  readonly spentDays: string;
  readonly item: string;
  readonly storeIds: readonly string[];
  readonly sellerIds: readonly string[];
  readonly tags: string;
  readonly cities: string;
  readonly permission: '' | 'granted' | 'unknown';
  readonly neverContacted: boolean;
}

export const EMPTY_CAMPAIGN: CampaignDraft = {
  ...{ name: '', text: '', priority: '10', from: '', to: '', coolDownDays: '0', perSellerDay: '10' },
  ...{ legalBasis: 'consent', legalReason: '', lastMin: '', lastMax: '', birthday: '', spentMin: '', spentDays: '' },
  ...{ item: '', storeIds: [], sellerIds: [], tags: '', cities: '', permission: '', neverContacted: false },
};

export function draftOfCampaign({ audience, ...campaign }: CampaignFields): CampaignDraft {
  const { lastPurchaseDays, birthdayWithinDays, spent, item, storeIds, sellerIds, tags, cities } = audience;
  return {
    ...{ name: campaign.name, text: campaign.text, priority: chosen(campaign.priority) },
    ...{ from: campaign.from ?? '', to: campaign.to ?? '', coolDownDays: String(campaign.coolDownDays) },
    ...{ perSellerDay: chosen(campaign.perSellerDay), legalBasis: campaign.legalBasis },
    legalReason: campaign.legalReason ?? '',
    lastMin: typed(lastPurchaseDays?.min),
    lastMax: typed(lastPurchaseDays?.max),
    birthday: typed(birthdayWithinDays),
    spentMin: typed(spent?.min),
    spentDays: chosen(spent?.sinceDays ?? 0),
    ...{ item: item ?? '', storeIds: storeIds ?? [], sellerIds: sellerIds ?? [] },
    ...{ tags: (tags ?? []).join(', '), cities: (cities ?? []).join(', ') },
    ...{ permission: audience.permission ?? '', neverContacted: audience.neverContacted ?? false },
  };
}

/** Zero stands for a number that its author has not chosen yet. */
function chosen(value: number): string {
  return value === 0 ? '' : String(value);
}

function typed(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

/**
 * Returns what the draft says on the wire. A number out of its range is sent as it is: a draft keeps it, and the campaign's
 * page asks to mend it. Spending without its days is kept likewise.
 */
export function fieldsOf(draft: CampaignDraft): CampaignFields {
  const isInterest = draft.legalBasis === 'legitimate_interest';
  return {
    name: draft.name.trim(),
    text: draft.text.trim(),
    audience: { ...audienceOf(draft), ...halfSpent(draft) },
    priority: numberOf(draft.priority) ?? 0,
    from: draft.from === '' ? null : draft.from,
    to: draft.to === '' ? null : draft.to,
    coolDownDays: numberOf(draft.coolDownDays) ?? 0,
    perSellerDay: numberOf(draft.perSellerDay) ?? 0,
    legalBasis: draft.legalBasis,
    legalReason: isInterest && draft.legalReason.trim() !== '' ? draft.legalReason.trim() : null,
  };
}

/** Returns the filters that were filled in. What was spent counts with both of its fields alone. */
export function audienceOf(draft: CampaignDraft): AudienceBody {
  const [min, max] = [numberOf(draft.lastMin), numberOf(draft.lastMax)];
  const birthday = numberOf(draft.birthday);
  const [spentMin, spentDays] = [numberOf(draft.spentMin), numberOf(draft.spentDays)];
  const [tags, cities] = [listOf(draft.tags), listOf(draft.cities)];
  return {
    ...((min !== null || max !== null) && { lastPurchaseDays: { min: min ?? 0, max } }),
    ...(birthday !== null && { birthdayWithinDays: birthday }),
    ...(spentMin !== null && spentDays !== null && { spent: { sinceDays: spentDays, min: spentMin } }),
    ...(draft.item.trim() !== '' && { item: draft.item.trim() }),
    ...(draft.storeIds.length > 0 && { storeIds: [...draft.storeIds] }),
    ...(draft.sellerIds.length > 0 && { sellerIds: [...draft.sellerIds] }),
    ...(tags.length > 0 && { tags }),
    ...(cities.length > 0 && { cities }),
    ...(draft.permission !== '' && { permission: draft.permission }),
    ...(draft.neverContacted && { neverContacted: true }),
  };
}

function halfSpent(draft: CampaignDraft): Pick<AudienceBody, 'spent'> {
  const [min, sinceDays] = [numberOf(draft.spentMin), numberOf(draft.spentDays)];
  return min === null || sinceDays !== null ? {} : { spent: { sinceDays: 0, min } };
}

/** Reads a number as it is typed in the three languages: the last comma or point before one or two digits is the decimal one. */
function numberOf(text: string): number | null {
  const [, whole = '', cents = ''] = /^([\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? [];
  const digits = whole.replace(/[.,]/g, '');
  return digits === '' && cents === '' ? null : Number(`${digits || '0'}.${cents || '0'}`);
}

function listOf(text: string): string[] {
  return [...new Set(text.split(/[,;]/).map((entry) => entry.trim()))].filter((entry) => entry !== '');
}
