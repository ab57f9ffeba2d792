/** Reads and writes campaigns and their versions. */
import { type SqlBool, sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant, json } from '#db/core/sql-values.ts';
import type { Audience, CampaignState, LegalBasis } from '#rules/campaigns/campaign.ts';

const COLUMNS = [
  ...(['id', 'name', 'state', 'template as text', 'priority', 'perSellerDay', 'coolDownDays', 'version'] as const),
  ...(['legalBasis', 'legalReason', 'startedAt', 'endedAt'] as const),
  sql<Audience>`audience`.as('audience'),
  sql<string | null>`from_on::text`.as('from'),
  sql<string | null>`to_on::text`.as('to'),
] as const;

/**
 * Lists campaigns in the order of state (running, paused, draft, ended), priority and id. `state` null: all of them;
 * `current`: all but the ended ones.
 */
export const listCampaigns = preparedRead<{ brandId: string; state: CampaignState | 'current' | null }>()(
  'list_campaigns',
  (q, p) =>
    q
      .selectFrom('campaigns')
      .where('brandId', '=', p.brandId)
      .where(
        sql<SqlBool>`(${p.state}::text is null or state = ${p.state}::text or (${p.state}::text = 'current' and state <> 'ended'))`,
      )
      .orderBy(sql`array_position(array['running', 'paused', 'draft', 'ended'], state)`)
      .orderBy('priority')
      .orderBy('id')
      .select(COLUMNS),
);

export const readCampaign = preparedRead<{ brandId: string; id: string }>()('read_campaign', (q, p) =>
  q.selectFrom('campaigns').where('brandId', '=', p.brandId).where('id', '=', p.id).select(COLUMNS),
);

/** Locks a campaign until the end of the transaction: changes of one campaign run one after the other. */
export const lockCampaign = preparedWrite<{ brandId: string; id: string }>()('lock_campaign', (q, p) =>
  q.selectFrom('campaigns').where('brandId', '=', p.brandId).where('id', '=', p.id).select(COLUMNS).forNoKeyUpdate(),
);

interface CampaignValues {
  readonly brandId: string;
  readonly id: string;
  readonly name: string;
  readonly audience: Audience;
  readonly text: string;
  readonly priority: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly coolDownDays: number;
  readonly perSellerDay: number;
  readonly legalBasis: LegalBasis;
  readonly legalReason: string | null;
  readonly version: number;
  readonly at: number;
}

/** Finds a campaign that has started, with this name, other than `id`. */
export const findStartedName = preparedRead<{ brandId: string; id: string; name: string }>()(
  'find_started_name',
  (q, p) =>
    q
      .selectFrom('campaigns')
      .where('brandId', '=', p.brandId)
      .where('name', '=', p.name)
      .where('startedAt', 'is not', null)
      .where('id', '<>', p.id)
      .select('id')
      .limit(1),
);

/** Inserts a campaign as a draft. */
export const insertCampaign = preparedWrite<CampaignValues>()('insert_campaign', (q, p) =>
  q.insertInto('campaigns').values({
    brandId: p.brandId,
    id: p.id,
    name: p.name,
    audience: json(p.audience),
    template: p.text,
    priority: p.priority,
    fromOn: p.from,
    toOn: p.to,
    coolDownDays: p.coolDownDays,
    perSellerDay: p.perSellerDay,
    legalBasis: p.legalBasis,
    legalReason: p.legalReason,
    version: p.version,
    createdAt: instant(p.at),
    updatedAt: instant(p.at),
  }),
);

/** Writes the fields of a campaign and its new version number. */
export const updateCampaign = preparedWrite<CampaignValues>()('update_campaign', (q, p) =>
  q
    .updateTable('campaigns')
    .set({
      name: p.name,
      audience: json(p.audience),
      template: p.text,
      priority: p.priority,
      fromOn: p.from,
      toOn: p.to,
      coolDownDays: p.coolDownDays,
      perSellerDay: p.perSellerDay,
      legalBasis: p.legalBasis,
      legalReason: p.legalReason,
      version: p.version,
      updatedAt: instant(p.at),
    })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id),
);

/** Writes a campaign's state. `active` stays true exactly while the campaign runs, for servers that know no state. */
export const updateCampaignState = preparedWrite<{
  brandId: string;
  id: string;
  state: CampaignState;
  at: number;
}>()('update_campaign_state', (q, p) =>
  q
    .updateTable('campaigns')
    .set({
      state: sql`${p.state}::text`,
      active: sql`${p.state}::text = 'running'`,
      runningSince: sql`case when ${p.state}::text = 'running' then ${instant(p.at)} else running_since end`,
      startedAt: sql`case when ${p.state}::text = 'running' then coalesce(started_at, ${instant(p.at)}) else started_at end`,
      endedAt: sql`case when ${p.state}::text = 'ended' then ${instant(p.at)} end`,
      updatedAt: instant(p.at),
    })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id),
);

/** Keeps what a campaign says from now on. `body`: the whole campaign. */
export const insertCampaignVersion = preparedWrite<{
  brandId: string;
  campaignId: string;
  version: number;
  at: number;
  by: string;
  body: object;
}>()('insert_campaign_version', (q, p) =>
  q.insertInto('campaignVersions').values({
    brandId: p.brandId,
    campaignId: p.campaignId,
    version: p.version,
    at: instant(p.at),
    byId: p.by,
    body: json(p.body),
  }),
);

/** Lists the last versions of a campaign with the names of those who saved them, the newest first. */
export const listCampaignVersions = preparedRead<{ brandId: string; campaignId: string }>()(
  'list_campaign_versions',
  (q, p) =>
    q
      .selectFrom('campaignVersions as v')
      .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'v.brandId').onRef('w.id', '=', 'v.byId'))
      .where('v.brandId', '=', p.brandId)
      .where('v.campaignId', '=', p.campaignId)
      .orderBy('v.version', 'desc')
      .limit(20)
      .select(['v.version', 'v.at', 'w.name as by']),
);
