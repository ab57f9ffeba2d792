/** Shapes of campaigns, as the brand manager reads, writes, counts, starts and ends them. */
import { z } from 'zod';
import { Cursor, DateInput, Id, InstantText, listOf, writtenText } from '#contract/core/common.ts';
import { Fault } from '#contract/core/problem.ts';
import type { Audience } from '#rules/campaigns/campaign.ts';
import { CAMPAIGN_LIMITS, CAMPAIGN_STATES, LEGAL_BASES } from '#rules/campaigns/campaign.ts';

export const CampaignState = z.enum(CAMPAIGN_STATES);

/** A number as it was typed. Starting checks its limits, so that a draft with a wrong number is saved too. */
const Amount = z.int().min(0).max(CAMPAIGN_LIMITS.number);
const Ids = z.array(Id).max(CAMPAIGN_LIMITS.listEntries);

/**
 * The filters; a customer must meet all of them. `lastPurchaseDays`: days since the last purchase, both included.
 * `spent.min`: reais. An empty list asks nothing.
 */
export const AudienceBody = z.strictObject({
  lastPurchaseDays: z.strictObject({ min: Amount.default(0), max: Amount.nullable().default(null) }).optional(),
  birthdayWithinDays: Amount.optional(),
  spent: z
    .strictObject({
      sinceDays: Amount,
      min: z.number().min(0).max(10_000_000_000).multipleOf(0.01),
    })
    .optional(),
  item: writtenText(CAMPAIGN_LIMITS.itemLength).optional(),
  storeIds: Ids.optional(),
  sellerIds: Ids.optional(),
  tags: z.array(writtenText(CAMPAIGN_LIMITS.entryLength)).max(CAMPAIGN_LIMITS.listEntries).optional(),
  cities: z.array(writtenText(CAMPAIGN_LIMITS.entryLength)).max(CAMPAIGN_LIMITS.listEntries).optional(),
  permission: z.enum(['granted', 'unknown']).optional(),
  neverContacted: z.boolean().optional(),
});
export type AudienceBody = z.infer<typeof AudienceBody>;

/** Returns the filters as the rules know them. A list without entries and a `false` ask nothing, and are left out. */
export function audienceOf({ spent, neverContacted, ...rest }: AudienceBody): Audience {
  const filters = Object.entries(rest).filter(
    ([, filter]) => filter !== undefined && !(Array.isArray(filter) && filter.length === 0),
  );
  return {
    ...(Object.fromEntries(filters) as Audience),
    ...(spent && { spent: { sinceDays: spent.sinceDays, minCents: Math.round(spent.min * 100) } }),
    ...(neverContacted && { neverContacted }),
  };
}

/** Returns the filters as the wire shows them. */
export function audienceBody({ spent, ...rest }: Audience): AudienceBody {
  return {
    ...(rest as AudienceBody),
    ...(spent && { spent: { sinceDays: spent.sinceDays, min: spent.minCents / 100 } }),
  };
}

const FIELDS = {
  name: writtenText(CAMPAIGN_LIMITS.nameLength, 0),
  audience: AudienceBody,
  text: z.string().trim().max(CAMPAIGN_LIMITS.textLength),
  priority: Amount,
  from: DateInput.nullable(),
  to: DateInput.nullable(),
  coolDownDays: Amount,
  perSellerDay: Amount,
  legalBasis: z.enum(LEGAL_BASES),
  legalReason: z.string().trim().max(CAMPAIGN_LIMITS.legalReasonLength).nullable(),
};

/** A new campaign, saved as a draft. Nothing is needed to save; `toMend` of the answer says what starting needs. */
export const CreateCampaign = z.strictObject({
  name: FIELDS.name.default(''),
  audience: FIELDS.audience.default({}),
  text: FIELDS.text.default(''),
  priority: FIELDS.priority.default(10),
  from: FIELDS.from.default(null),
  to: FIELDS.to.default(null),
  coolDownDays: FIELDS.coolDownDays.default(0),
  perSellerDay: FIELDS.perSellerDay.default(10),
  legalBasis: FIELDS.legalBasis.default('consent'),
  legalReason: FIELDS.legalReason.default(null),
});
export type CreateCampaign = z.infer<typeof CreateCampaign>;

/**
 * What changes; a field that is left out stays. `version`: the version that the caller read; where another person saved
 * meanwhile, nothing is written.
 */
export const ChangeCampaign = z.strictObject({ ...z.object(FIELDS).partial().shape, version: z.int().optional() });
export type ChangeCampaign = z.infer<typeof ChangeCampaign>;

/**
 * The suggestions of a campaign by their result. `sent`: contacts that were handed over to WhatsApp. `putOff`: contacts that
 * quiet hours refused. `answered`: customers with whom the seller talked or to whom the seller sold.
 */
export const CampaignFigures = z.object({
  suggested: z.int(),
  sent: z.int(),
  putOff: z.int(),
  answered: z.int(),
});

export const CampaignRow = z.object({
  id: Id,
  name: z.string(),
  state: CampaignState,
  priority: z.int(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  version: z.int(),
  figures: CampaignFigures,
});
export type CampaignRow = z.infer<typeof CampaignRow>;
export const CampaignList = listOf(CampaignRow).extend({ total: z.int() });

/** `state` `current`: all but the ended ones. The running campaigns come first, each state in the order of priority. */
export const CampaignQuery = z.strictObject({
  state: z.enum(['current', 'all', ...CAMPAIGN_STATES]).default('all'),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Customers whom the filters mean and nobody suggests, by reason. */
export const LeftOut = z.object({ reason: z.string(), count: z.int() });

/** One day of a campaign in all its stores. `withoutSeller`: customers who wait for a new portfolio. */
export const CampaignDay = z.object({
  date: z.iso.date(),
  matched: z.int(),
  suggested: z.int(),
  withoutSeller: z.int(),
  leftOut: z.array(LeftOut),
});

/**
 * `held`: contacts of the campaign that wait. `open`: suggestions that nobody has used yet. `toMend`: what must be mended
 * before the campaign can start, each with its place; empty for every campaign that runs.
 */
export const Campaign = CampaignRow.extend({
  audience: AudienceBody,
  text: z.string(),
  coolDownDays: z.int(),
  perSellerDay: z.int(),
  legalBasis: z.enum(LEGAL_BASES),
  legalReason: z.string().nullable(),
  startedAt: InstantText.nullable(),
  endedAt: InstantText.nullable(),
  held: z.int(),
  open: z.int(),
  toMend: z.array(Fault),
  /** The last 31 days with figures, the newest first. */
  days: z.array(CampaignDay),
  /** The saved versions, the newest first. */
  versions: z.array(z.object({ version: z.int(), at: InstantText, by: z.string() })),
});
export type Campaign = z.infer<typeof Campaign>;

/** `partial`: starts a campaign that is larger than its sellers can serve; the rest is counted every day. */
export const StartCampaign = z.strictObject({ partial: z.boolean().default(false) });

/** `held`: what becomes of the contacts that wait: they stay (`keep`), or are cancelled. */
export const EndCampaign = z.strictObject({ held: z.enum(['keep', 'cancel']).default('keep') });
export const CampaignEnded = z.object({ campaign: Campaign, cancelled: z.int() });

/** `exact` reads every customer; without it the answer is estimated from a sample at once. */
export const CountAudience = z.strictObject({
  audience: FIELDS.audience,
  text: FIELDS.text.default(''),
  coolDownDays: FIELDS.coolDownDays.default(0),
  exact: z.boolean().default(false),
});

/**
 * `matched`: customers whom the filters mean. `reachable`: those of them who could be suggested today. `examples`: at
 * most three of them with their text.
 */
export const AudienceCounted = z.object({
  isEstimate: z.boolean(),
  matched: z.int(),
  reachable: z.int(),
  leftOut: z.array(LeftOut),
  examples: z.array(z.object({ id: Id, name: z.string(), text: z.string() })),
});
export type AudienceCounted = z.infer<typeof AudienceCounted>;
