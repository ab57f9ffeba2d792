/** What the flows of campaigns need, and the shapes that they share. */
import type { listCampaigns } from '#db/campaigns/campaigns.ts';
import type { Database } from '#db/core/db.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import type { Campaign } from '#rules/campaigns/campaign.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface CampaignDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  /** The app's clock, by which campaigns run. */
  readonly now: () => Instant;
  /** The host's clock, by which live events are ordered. */
  readonly hostNow: () => Instant;
  readonly newId: () => string;
}

/** The unique index that keeps the names of campaigns apart that have started. */
export const STARTED_NAME = 'campaigns_started_name';

export type CampaignRecord = NonNullable<(typeof listCampaigns)['row']>;

/** The fields of a campaign that its manager writes. */
export type CampaignFields = Omit<Campaign, 'id' | 'version'>;

/** Returns what the version log keeps: the whole campaign. */
export function campaignOf(record: CampaignRecord): Campaign {
  const { state: _state, startedAt: _startedAt, endedAt: _endedAt, ...campaign } = record;
  return campaign;
}
