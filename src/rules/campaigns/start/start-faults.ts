/** Finds what a draft still lacks before it may start. A draft keeps each of these faults; a running campaign has none. */
import { CAMPAIGN_LIMITS, type Campaign } from '#rules/campaigns/campaign.ts';
import { type TextFault, textFaults } from '#rules/campaigns/campaign-text.ts';

/** A fault of a field, which its author corrects before the campaign starts. */
export type StartFault =
  | { readonly path: 'name' | 'text' | 'legalReason'; readonly code: 'required' }
  /** Another campaign of the brand that has started has this name. */
  | { readonly path: 'name'; readonly code: 'campaign_name_taken' }
  | ({ readonly path: 'text' } & TextFault)
  | { readonly path: 'to'; readonly code: 'period_swapped' }
  | { readonly path: 'audience.spent'; readonly code: 'spent_days_missing' }
  | { readonly path: 'audience.tags'; readonly code: 'tag_malformed' }
  | { readonly path: LimitedPath; readonly code: 'out_of_range'; readonly least: number; readonly most: number };

type LimitedPath = 'priority' | 'coolDownDays' | 'perSellerDay' | 'audience.birthdayWithinDays';
type Checked = Omit<Campaign, 'id' | 'version'>;

/** Returns what is missing or faulty before a campaign may run, in the order of the form. */
export function startFaults(campaign: Checked): readonly StartFault[] {
  const { name, text, from, to, legalBasis, legalReason } = campaign;
  const faults: StartFault[] = [];
  if (name.trim() === '') faults.push({ path: 'name', code: 'required' });
  if (from !== null && to !== null && to < from) faults.push({ path: 'to', code: 'period_swapped' });
  faults.push(...limitFaults(campaign), ...filterFaults(campaign));
  if (text.trim() === '') faults.push({ path: 'text', code: 'required' });
  for (const fault of textFaults(text)) faults.push({ path: 'text', ...fault });
  if (legalBasis === 'legitimate_interest' && (legalReason ?? '').trim() === '') {
    faults.push({ path: 'legalReason', code: 'required' });
  }
  return faults;
}

function limitFaults({ priority, perSellerDay, coolDownDays }: Checked): readonly StartFault[] {
  const { priority: ofPriority, perSellerDay: ofSeller, coolDownDays: ofDays } = CAMPAIGN_LIMITS;
  return [
    ...outOfRange('priority', priority, ofPriority),
    ...outOfRange('perSellerDay', perSellerDay, ofSeller),
    ...outOfRange('coolDownDays', coolDownDays, ofDays),
  ];
}

/** Spending needs the days in which it is counted; a tag longer than any tag of a customer meets nobody. */
function filterFaults({ audience: { birthdayWithinDays, spent, tags } }: Checked): readonly StartFault[] {
  return [
    ...outOfRange('audience.birthdayWithinDays', birthdayWithinDays ?? 0, CAMPAIGN_LIMITS.birthdayDays),
    ...(spent !== undefined && spent.sinceDays < 1
      ? [{ path: 'audience.spent', code: 'spent_days_missing' } as const]
      : []),
    ...(tags?.some((tag) => tag.length > CAMPAIGN_LIMITS.tagLength)
      ? [{ path: 'audience.tags', code: 'tag_malformed' } as const]
      : []),
  ];
}

function outOfRange(
  path: LimitedPath,
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
): readonly StartFault[] {
  return value < least || value > most ? [{ path, code: 'out_of_range', least, most }] : [];
}
