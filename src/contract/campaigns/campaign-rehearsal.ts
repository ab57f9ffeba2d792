/** Shapes of a campaign's rehearsal: what the campaign will be, day by day, before it is saved or on any day after. */
import { z } from 'zod';
import { CreateCampaign, LeftOut } from '#contract/campaigns/campaign.ts';
import { Id, InstantText } from '#contract/core/common.ts';
import { RehearsedDay } from '#contract/policy/rehearsed-day.ts';

/**
 * Body of `POST /api/v1/campaigns/rehearsal`: a campaign's fields. `campaignId`: the saved campaign that they replace; left out for a
 * new one. `answer`: `first` gives figures scaled from some stores, at once; `whole` rehearses all stores; `fixes` also finds
 * what would make the campaign fit, which takes longer.
 */
export const RehearseCampaign = CreateCampaign.extend({
  campaignId: Id.optional(),
  answer: z.enum(['first', 'whole', 'fixes']).default('whole'),
});
export type RehearseCampaign = z.infer<typeof RehearseCampaign>;

/** One change after which everybody fits; each was rehearsed. `suggestionsPerSellerDay` is the brand's setting. */
export const CampaignFix = z.discriminatedUnion('field', [
  z.object({ field: z.literal('to'), to: z.iso.date() }),
  z.object({ field: z.literal('perSellerDay'), perSellerDay: z.int() }),
  z.object({ field: z.literal('suggestionsPerSellerDay'), suggestionsPerSellerDay: z.int() }),
]);
export type CampaignFix = z.infer<typeof CampaignFix>;

/**
 * `total`: the customers whom the filters mean on any day: suggested, left out, or without a place. `sellers` is empty in an
 * estimate.
 */
export const CampaignRehearsal = z.object({
  isEstimate: z.boolean(),
  /** The instant of the rehearsal. */
  at: InstantText,
  from: z.iso.date(),
  to: z.iso.date(),
  /** What the figures depend on besides the campaign: the brand's policies, and the sellers' days off in the period. */
  basis: z.object({ policyRevision: z.int(), daysOff: z.int() }),
  total: z.int(),
  leftOut: z.array(LeftOut),
  days: z.array(RehearsedDay),
  sellers: z.array(z.object({ id: Id, name: z.string(), count: z.int() })),
  lastServedOn: z.iso.date().nullable(),
  doesNotFit: z.object({
    /** The customers for whom no seller has a place in the period. */
    count: z.int(),
    /** What would make them fit; empty unless `fixes` was asked for. */
    fixes: z.array(CampaignFix),
    /** The suggestions that lead to no contact, and the stores whose hours leave no time for them. */
    unused: z.int(),
    unusedIn: z.array(z.object({ id: Id, name: z.string() })),
  }),
});
export type CampaignRehearsal = z.infer<typeof CampaignRehearsal>;
