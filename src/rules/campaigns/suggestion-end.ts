/** Tells why an open suggestion ends by itself. */
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { AudienceFacts } from './audience-facts.ts';
import type { CampaignState } from './campaign.ts';
import { blockOfDay } from './left-out.ts';

export type EndReason =
  | 'reason_past'
  | 'campaign_paused'
  | 'campaign_ended'
  | 'not_used'
  | 'bought'
  | 'stopped'
  | 'taken_over'
  | 'unreachable';

/** A suggestion that nobody used for so many days goes back to the pool. */
export const UNUSED_DAYS = 3;

/** What the campaign of an open suggestion says; `to`: its last day, null: none. */
export interface CampaignOfSuggestion {
  readonly state: CampaignState;
  readonly to: EpochDay | null;
}

/**
 * Returns why the customer's open suggestion ends on a day; null: it stays, or there is none. While a held contact waits
 * for it, only the customer ends it: what was promised goes on although the campaign ended. A suggestion of a later day
 * is one of a demo whose clock was moved back.
 */
export function endOfSuggestion(
  facts: AudienceFacts,
  campaign: CampaignOfSuggestion | undefined,
  day: EpochDay,
  at: Instant,
): EndReason | null {
  const { open } = facts;
  if (open === null) return null;
  const block = blockOfDay({ ...facts, isSilentAllDay: false }, 0, at);
  if (block === 'opted_out' || block === 'no_permission' || block === 'do_not_call_list') return 'stopped';
  if (block === 'customer_unavailable') return 'unreachable';
  if (open.isHeld) return null;
  if (campaign === undefined || campaign.state === 'ended' || campaign.state === 'draft') return 'campaign_ended';
  if (campaign.to !== null && day > campaign.to) return 'campaign_ended';
  if (campaign.state === 'paused') return 'campaign_paused';
  const endsOn = dateOf(open.endsOn);
  if (endsOn !== null && day > endsOn) return 'reason_past';
  const suggestedOn = dateOf(open.suggestedOn);
  if (suggestedOn === null) return null;
  const boughtOn = dateOf(facts.purchases[0]?.boughtOn ?? null);
  if (boughtOn !== null && boughtOn >= suggestedOn && suggestedOn < day) return 'bought';
  if (suggestedOn > day || day - suggestedOn >= UNUSED_DAYS) return 'not_used';
  return null;
}

function dateOf(date: string | null): EpochDay | null {
  return date === null ? null : dayOf(date);
}
