/** Starts, pauses and ends campaigns. */
import { lockHoldsOfCampaign } from '#db/campaigns/campaign-figures.ts';
import { lockCampaign, readCampaign, updateCampaignState } from '#db/campaigns/campaigns.ts';
import { findBrokenConstraint, type Tx } from '#db/core/db.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import { endsOf } from '#flows/core/end-holds.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type CampaignStep, isRefusal, type StepRefusal, stateAfter } from '#rules/campaigns/campaign-life.ts';
import type { StartFault } from '#rules/campaigns/start/start-faults.ts';
import { type CampaignDeps, campaignOf, STARTED_NAME } from './campaign-deps.ts';
import { endSuggestionsOfCampaign } from './end-suggestions.ts';
import { findImpossible, type Impossible } from './find-impossible.ts';
import { findStartFaults, NAME_TAKEN } from './find-start-faults.ts';
import { wakeSuggestions } from './run-suggestions.ts';

type Refused = { readonly kind: StepRefusal | 'not_found' | 'campaign_changed' };

export type StartAnswer =
  | Refused
  | { readonly kind: 'started' }
  | { readonly kind: 'faulty'; readonly faults: readonly StartFault[] }
  | ({ readonly kind: 'impossible' } & Impossible);

/**
 * Starts a draft, or resumes a paused campaign. `partial` starts a campaign that is larger than its sellers can serve;
 * any other impossibility stays one.
 */
export async function startCampaign(
  deps: CampaignDeps,
  { brandId }: PersonActor,
  id: string,
  { partial }: { readonly partial: boolean },
): Promise<StartAnswer> {
  const [read, faults] = await deps.db.read(brandId, async (reads) => {
    const [found] = await reads.run(readCampaign, { brandId, id });
    return [found, found === undefined ? [] : await findStartFaults(reads, brandId, found)] as const;
  });
  if (!read) return { kind: 'not_found' };
  const campaign = campaignOf(read);
  const impossible = faults.length > 0 ? null : await findImpossible(deps, brandId, campaign, deps.now());
  const start = async (tx: Tx): Promise<StartAnswer> => {
    const [locked] = await tx.run(lockCampaign, { brandId, id });
    if (!locked) return { kind: 'not_found' };
    const next = stateAfter(locked.state, 'start');
    if (isRefusal(next)) return { kind: next };
    // The audience was counted before the lock, because a count may take seconds.
    if (locked.version !== campaign.version) return { kind: 'campaign_changed' };
    if (faults.length > 0) return { kind: 'faulty', faults };
    if (impossible !== null && !(partial && impossible.reason === 'too_large')) {
      return { kind: 'impossible', ...impossible };
    }
    const now = deps.now();
    tx.send(updateCampaignState, { brandId, id, state: next, at: now });
    wakeSuggestions(tx, brandId, now);
    return { kind: 'started' };
  };
  try {
    return await deps.db.inBrand(brandId, start);
  } catch (error) {
    // Another campaign with this name started after the names were compared.
    if (findBrokenConstraint(error) === STARTED_NAME) return { kind: 'faulty', faults: [NAME_TAKEN] };
    throw error;
  }
}

export function pauseCampaign(deps: CampaignDeps, author: PersonActor, id: string) {
  return stop(deps, author, id, 'pause');
}

export type EndAnswer = Refused | { readonly kind: 'stopped'; readonly cancelled: number };

/**
 * Ends a campaign for good. Contacts of the campaign that are held go on, as they were promised (H6), unless the manager
 * cancels them.
 */
export function endCampaign(deps: CampaignDeps, author: PersonActor, id: string, held: 'keep' | 'cancel') {
  return stop(deps, author, id, 'end', held);
}

function stop(
  deps: CampaignDeps,
  { brandId, personId: by }: PersonActor,
  id: string,
  step: Exclude<CampaignStep, 'start'>,
  held: 'keep' | 'cancel' = 'keep',
): Promise<EndAnswer> {
  return deps.db.inBrand<EndAnswer>(brandId, async (tx) => {
    const [locked] = await tx.run(lockCampaign, { brandId, id });
    if (!locked) return { kind: 'not_found' };
    const state = stateAfter(locked.state, step);
    if (isRefusal(state)) return { kind: state };
    const at = deps.now();
    tx.send(updateCampaignState, { brandId, id, state, at });
    const holds = held === 'keep' ? [] : await tx.run(lockHoldsOfCampaign, { brandId, campaignId: id });
    applyHoldChanges(tx, brandId, endsOf(holds, { reason: 'manager', by, at }));
    // The holds end first: a suggestion for which a held contact waits stays open.
    const why = step === 'end' ? 'campaign_ended' : 'campaign_paused';
    const suggestions = await endSuggestionsOfCampaign(tx, { brandId, campaignId: id, at }, why);
    const everywhere = { personId: null, storeId: null } as const;
    const gone = { kind: 'suggestion', ...everywhere, body: { campaignId: id } } as const;
    const ended = { kind: 'attempt', ...everywhere, body: { holds: true } } as const;
    if (holds.length > 0) await publishLiveEvent(tx, brandId, deps.hostNow(), ended, gone);
    else if (suggestions.length > 0) await publishLiveEvent(tx, brandId, deps.hostNow(), gone);
    return { kind: 'stopped', cancelled: holds.length };
  });
}
