/** Ends the open suggestions of a campaign that was paused or ended. */
import { endCampaignSuggestions } from '#db/campaigns/planned-suggestions.ts';
import type { Tx } from '#db/core/db.ts';
import type { Instant } from '#rules/time/interval.ts';

/**
 * Ends a campaign's open suggestions in the caller's transaction and returns how many. A suggestion for which a held
 * contact waits stays until that contact ends. The caller publishes the event.
 */
export async function endSuggestionsOfCampaign(
  tx: Tx,
  { brandId, campaignId, at }: { readonly brandId: string; readonly campaignId: string; readonly at: Instant },
  why: 'campaign_paused' | 'campaign_ended',
): Promise<readonly { readonly id: string; readonly sellerId: string }[]> {
  return tx.run(endCampaignSuggestions, { brandId, campaignId, reason: why, at });
}
