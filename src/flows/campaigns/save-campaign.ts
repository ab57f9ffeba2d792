/** Creates campaigns as drafts and changes them. Each change is a version that suggestions refer to. */
import { insertCampaign, insertCampaignVersion, lockCampaign, updateCampaign } from '#db/campaigns/campaigns.ts';
import { findBrokenConstraint, type Tx } from '#db/core/db.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import type { Campaign } from '#rules/campaigns/campaign.ts';
import { type StartFault, startFaults } from '#rules/campaigns/start/start-faults.ts';
import { type CampaignDeps, type CampaignFields, campaignOf, STARTED_NAME } from './campaign-deps.ts';

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'faulty'; readonly faults: readonly StartFault[] }
  | { readonly kind: 'not_found' | 'campaign_ended' | 'campaign_changed' | 'campaign_name_taken' };

/** Saves a new campaign as a draft, whatever it still lacks: starting checks (decision 0060). */
export async function createCampaign(
  deps: CampaignDeps,
  { brandId, personId }: PersonActor,
  fields: CampaignFields,
): Promise<SaveAnswer> {
  const campaign: Campaign = { ...fields, id: deps.newId(), version: 1 };
  return deps.db.inBrand<SaveAnswer>(brandId, async (tx) => {
    tx.send(insertCampaign, { ...campaign, brandId, at: deps.now() });
    keepVersion(tx, brandId, personId, campaign, deps.now());
    return { kind: 'saved', id: campaign.id };
  });
}

/**
 * Changes the fields that are given. `version`: what the author read; another present version refuses the change. A
 * campaign that runs or is paused must stay complete, because the next morning uses what is saved.
 */
export async function changeCampaign(
  deps: CampaignDeps,
  { brandId, personId }: PersonActor,
  id: string,
  { version, ...change }: Partial<CampaignFields> & { readonly version?: number },
): Promise<SaveAnswer> {
  return namesApart(() =>
    deps.db.inBrand<SaveAnswer>(brandId, async (tx) => {
      const [locked] = await tx.run(lockCampaign, { brandId, id });
      if (!locked) return { kind: 'not_found' };
      if (locked.state === 'ended') return { kind: 'campaign_ended' };
      if (version !== undefined && version !== locked.version) return { kind: 'campaign_changed' };
      const before = campaignOf(locked);
      const campaign = { ...before, ...change, version: before.version + 1 };
      const faults = locked.state === 'draft' ? [] : startFaults(campaign);
      if (faults.length > 0) return { kind: 'faulty', faults };
      if (isSame(before, campaign)) return { kind: 'saved', id };
      const at = deps.now();
      tx.send(updateCampaign, { ...campaign, brandId, at });
      keepVersion(tx, brandId, personId, campaign, at);
      return { kind: 'saved', id };
    }),
  );
}

function keepVersion(tx: Tx, brandId: string, by: string, campaign: Campaign, at: number): void {
  tx.send(insertCampaignVersion, {
    brandId,
    campaignId: campaign.id,
    version: campaign.version,
    at,
    by,
    body: campaign,
  });
}

/** Whether the change wrote what was there already. Filters are compared without regard to the order of their fields. */
function isSame(before: Campaign, after: Campaign): boolean {
  return sortedText({ ...before, version: 0 }) === sortedText({ ...after, version: 0 });
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Carries out a change, and answers where another campaign of the brand that has started has the name. */
async function namesApart(save: () => Promise<SaveAnswer>): Promise<SaveAnswer> {
  try {
    return await save();
  } catch (error) {
    if (findBrokenConstraint(error) === STARTED_NAME) return { kind: 'campaign_name_taken' };
    throw error;
  }
}
