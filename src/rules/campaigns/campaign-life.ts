/** Defines the states of a campaign and the steps between them. */
import type { CampaignState } from './campaign.ts';

export type CampaignStep = 'start' | 'pause' | 'end';
export type StepRefusal = 'campaign_running' | 'campaign_not_running' | 'campaign_ended';

/** Returns the state after a step, or why the step is refused. A draft may end too: its author gives it up. */
export function stateAfter(state: CampaignState, step: CampaignStep): CampaignState | StepRefusal {
  if (state === 'ended') return 'campaign_ended';
  switch (step) {
    case 'start':
      return state === 'running' ? 'campaign_running' : 'running';
    case 'pause':
      return state === 'running' ? 'paused' : 'campaign_not_running';
    case 'end':
      return 'ended';
  }
}

export function isRefusal(answer: CampaignState | StepRefusal): answer is StepRefusal {
  return answer.startsWith('campaign_');
}
