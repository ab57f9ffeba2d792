/** Tests the steps between the states of a campaign. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CAMPAIGN_STATES } from './campaign.ts';
import { isRefusal, stateAfter } from './campaign-life.ts';

test('a campaign goes from draft to running, pauses and resumes, and ends for good', () => {
  const steps = CAMPAIGN_STATES.map((state) => [
    state,
    stateAfter(state, 'start'),
    stateAfter(state, 'pause'),
    stateAfter(state, 'end'),
  ]);
  assert.deepEqual(steps, [
    ['draft', 'running', 'campaign_not_running', 'ended'],
    ['running', 'campaign_running', 'paused', 'ended'],
    ['paused', 'running', 'campaign_not_running', 'ended'],
    ['ended', 'campaign_ended', 'campaign_ended', 'campaign_ended'],
  ]);
  assert.deepEqual(CAMPAIGN_STATES.map(isRefusal), [false, false, false, false]);
  assert.deepEqual((['campaign_ended', 'campaign_running', 'campaign_not_running'] as const).map(isRefusal), [
    ...[true, true, true],
  ]);
});
