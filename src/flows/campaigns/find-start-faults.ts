/** Finds what must be mended in a campaign before it can start: what it lacks, and a name that another campaign has. */
import { findStartedName } from '#db/campaigns/campaigns.ts';
import type { Db } from '#db/core/db.ts';
import { textFaults } from '#rules/campaigns/campaign-text.ts';
import { type StartFault, startFaults } from '#rules/campaigns/start/start-faults.ts';
import { type CampaignRecord, campaignOf } from './campaign-deps.ts';

export const NAME_TAKEN: StartFault = { path: 'name', code: 'campaign_name_taken' };

/** Returns the faults of a text as faults of its field. */
export function findTextFaults(text: string): readonly StartFault[] {
  return textFaults(text).map((fault) => ({ path: 'text', ...fault }));
}

/** Returns the faults in the order of the form; a campaign that has ended has nothing to mend. */
export async function findStartFaults(db: Db, brandId: string, record: CampaignRecord): Promise<readonly StartFault[]> {
  if (record.state === 'ended') return [];
  const { id, name } = record;
  const [same] = await db.run(findStartedName, { brandId, id, name });
  return [...(same === undefined ? [] : [NAME_TAKEN]), ...startFaults(campaignOf(record))];
}
