/** Tests why a customer gets no suggestion on a day, as a table that a manager could check. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AT, campaignOf, DAY, factsOf } from '#kit/audience-facts.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import { dateText } from '#rules/time/local-day.ts';
import type { AudienceFacts, OpenSuggestion } from './audience-facts.ts';
import type { AudienceMatch } from './audience-match.ts';
import { blockOfDay, type LeftOutReason, leftOutOf, prepareText } from './left-out.ts';

const { customer, contacts } = factsOf();
const MET: AudienceMatch = { reason: { code: 'birthday', on: '11-24' }, endsOn: null };
const OLD = AT - 10 * DAY_MS;

type Case = readonly [name: string, Partial<AudienceFacts>, LeftOutReason | null, coolDownDays?: number];

const listed = { listedOn: '2026-02-01', consentOn: null };
const BLOCKS: readonly Case[] = [
  ['nothing stands against it', {}, null],
  ['a number that cannot be reached', { customer: { ...customer, reachable: false } }, 'customer_unavailable'],
  ['a customer who said stop', { customer: { ...customer, optedOutAt: OLD } }, 'opted_out'],
  ['permission refused', { customer: { ...customer, permission: 'refused' } }, 'opted_out'],
  ['permission unknown', { customer: { ...customer, permission: 'unknown' } }, 'no_permission'],
  ['a listed number', { customer: { ...customer, doNotCall: listed } }, 'do_not_call_list'],
  [
    'a listed number with a later consent',
    { customer: { ...customer, doNotCall: { ...listed, consentOn: '2026-03-01' } } },
    null,
  ],
  ['a silence for the whole day', { isSilentAllDay: true }, 'customer_asked_silence'],
  [
    'the brand’s cool-down',
    { contacts: { ...contacts, coolDownDays: 30, contactedAt: OLD }, numberContactedAt: OLD },
    'contacted_recently',
  ],
  ['a contact after the cool-down', { numberContactedAt: OLD }, null, 9],
  ['a contact in the campaign’s longer cool-down', { numberContactedAt: OLD }, 'contacted_recently', 11],
  ['a cool-down that ends in this instant', { numberContactedAt: OLD }, null, 10],
  [
    'as long a cool-down of the brand',
    { contacts: { ...contacts, coolDownDays: 11, contactedAt: OLD } },
    'contacted_recently',
    11,
  ],
  [
    'a shorter one of the campaign does not shorten the brand’s',
    { contacts: { ...contacts, coolDownDays: 30, contactedAt: OLD }, numberContactedAt: OLD },
    'contacted_recently',
    5,
  ],
  [
    'two contacts without an answer',
    { contacts: { ...contacts, unansweredAfter: 2, unansweredAt: [OLD, OLD - DAY_MS] } },
    'unanswered',
  ],
  ['one without an answer', { contacts: { ...contacts, unansweredAfter: 2, unansweredAt: [OLD] } }, null],
];

for (const [name, facts, reason, coolDownDays = 0] of BLOCKS) {
  test(`${name}: ${reason ?? 'can be suggested'}`, () => {
    assert.equal(blockOfDay(factsOf(facts), coolDownDays, AT), reason);
    assert.equal(outOf(facts, { coolDownDays }), reason);
  });
}

test('the reasons count in their order: only the first one is told', () => {
  const open = { ...OPEN, isHeld: true };
  const served = [{ campaignId: 'novidades', reason: MET.reason }];
  const given: Partial<AudienceFacts> = { open, served, isSilentAllDay: true };
  assert.equal(outOf(given, {}, { hasWords: false, isAway: true }), 'customer_asked_silence');
  assert.equal(outOf({ open, served }, {}, { hasWords: false, isAway: true }), 'variable_empty');
  assert.equal(outOf({ open, served }, {}, { isAway: true }), 'already_served');
  assert.equal(outOf({ open }, {}, { isAway: true }), 'other_suggestion');
  assert.equal(outOf({}, {}, { isAway: true }), 'seller_away');
});

test('a customer is served once for one reason of one campaign', () => {
  const served = (campaignId: string, reason: AudienceMatch['reason'] | null) =>
    outOf({ served: [{ campaignId, reason }] });
  assert.equal(served('novidades', { code: 'birthday', on: '11-24' }), 'already_served');
  assert.equal(served('novidades', { code: 'birthday', on: '11-25' }), null);
  assert.equal(served('novidades', { code: 'chosen' }), null);
  assert.equal(served('novidades', null), null);
  assert.equal(served('another', { code: 'birthday', on: '11-24' }), null);
});

const OPEN: OpenSuggestion = {
  ...{ id: 'open', campaignId: 'x', priority: 2, sellerId: 'ana', createdAt: AT - DAY_MS, endsOn: null },
  ...{ suggestedOn: dateText(DAY), isTouched: false, isHeld: false },
};

test('only a campaign that started later and comes first takes over what nobody touched', () => {
  const over = (open: Partial<OpenSuggestion>, runningSince: number | null = AT) =>
    outOf({ open: { ...OPEN, ...open } }, { runningSince });
  assert.equal(over({}), null);
  assert.equal(over({ priority: 1 }), 'other_suggestion', 'as early in the order');
  assert.equal(over({ isTouched: true }), 'other_suggestion');
  assert.equal(over({ isHeld: true }), 'other_suggestion');
  assert.equal(over({}, AT - DAY_MS), 'other_suggestion', 'started in the same instant');
  assert.equal(over({}, AT - 2 * DAY_MS), 'other_suggestion', 'started before');
  assert.equal(over({}, null), 'other_suggestion', 'never started');
});

test('each variable of the text needs a word for the customer', () => {
  const bought = [{ boughtOn: dateText(DAY - 62), cents: 1, items: 'vestido midi' }];
  const hasWords = (text: string, given: Partial<AudienceFacts> = {}) => prepareText(text)(factsOf(given), DAY);
  assert.equal(hasWords('Oi!'), true);
  assert.equal(hasWords('Oi, {primeiro_nome}! Aqui é {vendedor}, da {loja} ({marca}).'), true);
  assert.equal(hasWords('Oi, {primeiro_nome}!', { name: ' ' }), false);
  for (const variable of ['ultimo_item', 'dias_sem_comprar']) {
    assert.equal(hasWords(`Gostou? {${variable}}`), false, variable);
    assert.equal(hasWords(`Gostou? {${variable}}`, { purchases: bought }), true, variable);
    assert.equal(hasWords(`Gostou? {${variable}|sim}`), true, variable);
  }
});

/** Returns why the campaign *Novidades* leaves out a customer whom nothing else blocks. */
function outOf(
  facts: Partial<AudienceFacts>,
  campaign: { coolDownDays?: number; runningSince?: number | null } = {},
  given: { hasWords?: boolean; isAway?: boolean } = {},
): LeftOutReason | null {
  return leftOutOf(factsOf(facts), campaignOf(campaign), { at: AT, met: MET, hasWords: true, isAway: false, ...given });
}
