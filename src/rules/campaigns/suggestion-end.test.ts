/** Tests why an open suggestion ends by itself, day by day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AT, DAY, factsOf } from '#kit/audience-facts.ts';
import { dateText } from '#rules/time/local-day.ts';
import type { AudienceFacts, OpenSuggestion } from './audience-facts.ts';
import type { CampaignState } from './campaign.ts';
import { endOfSuggestion } from './suggestion-end.ts';

const OPEN: OpenSuggestion = {
  ...{ id: 'open', campaignId: 'x', priority: 1, sellerId: 'ana', createdAt: 1, endsOn: null },
  ...{ suggestedOn: dateText(DAY), isTouched: false, isHeld: false },
};
const { customer } = factsOf();

function endOf(open: Partial<OpenSuggestion>, facts: Partial<AudienceFacts> = {}, state: CampaignState = 'running') {
  return endOfSuggestion(factsOf({ ...facts, open: { ...OPEN, ...open } }), { state, to: null }, DAY, AT);
}

test('where no suggestion is open none ends', () => {
  assert.equal(endOfSuggestion(factsOf(), { state: 'running', to: null }, DAY, AT), null);
});

test('a stop, a lost permission and a list end it, also while it is held', () => {
  for (const isHeld of [false, true]) {
    assert.equal(endOf({ isHeld }, { customer: { ...customer, optedOutAt: 1 } }), 'stopped');
    assert.equal(endOf({ isHeld }, { customer: { ...customer, permission: 'unknown' } }), 'stopped');
    const doNotCall = { listedOn: '2026-02-01', consentOn: null };
    assert.equal(endOf({ isHeld }, { customer: { ...customer, doNotCall } }), 'stopped');
    assert.equal(endOf({ isHeld }, { customer: { ...customer, reachable: false } }), 'unreachable');
  }
});

test('a silence for the day does not end it: the customer can be contacted on another day', () => {
  assert.equal(endOf({}, { isSilentAllDay: true }), null);
});

test('the end of a campaign, a pause, and a campaign that is a draft again end it', () => {
  assert.equal(endOf({}, {}, 'draft'), 'campaign_ended');
  assert.equal(endOf({}, {}, 'ended'), 'campaign_ended');
  assert.equal(endOf({}, {}, 'paused'), 'campaign_paused');
});

test('a purchase on its day or later ends it from the next day on', () => {
  const bought = (day: number) => ({ purchases: [{ boughtOn: dateText(DAY + day), cents: 1, items: '' }] });
  const yesterday = { suggestedOn: dateText(DAY - 1) };
  assert.equal(endOf(yesterday, bought(-1)), 'bought');
  assert.equal(endOf(yesterday, bought(0)), 'bought');
  assert.equal(endOf(yesterday, bought(-2)), null);
  assert.equal(endOf({}, bought(0)), null, 'on its own day it stays');
});

test('it goes back to the pool after three days, and where the clock of a demo was moved back before its day', () => {
  const on = (day: number) => endOf({ suggestedOn: dateText(DAY + day) });
  assert.deepEqual([on(-3), on(-2), on(0), on(1)], ['not_used', null, null, 'not_used']);
});

test('one that is older than the date of suggestions ends with its reason alone', () => {
  assert.equal(endOf({ suggestedOn: null }), null);
  assert.equal(endOf({ suggestedOn: null, endsOn: dateText(DAY) }), null);
  assert.equal(endOf({ suggestedOn: null, endsOn: dateText(DAY - 1) }), 'reason_past');
});
