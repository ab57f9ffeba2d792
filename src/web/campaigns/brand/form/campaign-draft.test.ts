/** Tests that a campaign survives the form, and that empty filters ask nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audienceOf, draftOfCampaign, EMPTY_CAMPAIGN, fieldsOf } from './campaign-draft.ts';

test('a campaign that nobody edits is sent as it was read', () => {
  const campaign = {
    name: 'Aniversário',
    text: 'Oi, {primeiro_nome}!',
    audience: {
      lastPurchaseDays: { min: 30, max: null },
      birthdayWithinDays: 0,
      spent: { sinceDays: 90, min: 199.9 },
      item: 'vestido',
      storeIds: ['s1'],
      sellerIds: ['p1', 'p2'],
      tags: ['vip', 'noiva'],
      cities: ['São Paulo'],
      permission: 'granted' as const,
      neverContacted: true,
    },
    ...{ priority: 1, from: '2026-12-01', to: null, coolDownDays: 7, perSellerDay: 5 },
    ...{ legalBasis: 'legitimate_interest' as const, legalReason: 'Pós-venda' },
  };
  assert.deepEqual(fieldsOf(draftOfCampaign(campaign)), campaign);
});

test('an empty form asks nothing, and half of what was spent is not counted', () => {
  assert.deepEqual(fieldsOf(EMPTY_CAMPAIGN).audience, {});
  assert.deepEqual(audienceOf({ ...EMPTY_CAMPAIGN, spentMin: '100' }), {});
  assert.deepEqual(fieldsOf({ ...EMPTY_CAMPAIGN, tags: ' vip, ,vip; noiva' }).audience, { tags: ['vip', 'noiva'] });
  assert.deepEqual(fieldsOf({ ...EMPTY_CAMPAIGN, lastMax: '10' }).audience, { lastPurchaseDays: { min: 0, max: 10 } });
  assert.deepEqual(fieldsOf({ ...EMPTY_CAMPAIGN, spentMin: '99,90', spentDays: '30' }).audience, {
    spent: { sinceDays: 30, min: 99.9 },
  });
});

test('an amount is read as people type it, with thousands and cents', () => {
  for (const [text, min] of [
    ['1.200,50', 1200.5],
    ['1,200.50', 1200.5],
    ['1.200', 1200],
    ['99,9', 99.9],
    [',5', 0.5],
    ['12', 12],
  ] as const)
    assert.deepEqual(fieldsOf({ ...EMPTY_CAMPAIGN, spentMin: text, spentDays: '30' }).audience.spent?.min, min, text);
});

test('what is missing or half of a filter is kept in the draft, and shown empty again', () => {
  const typed = { ...EMPTY_CAMPAIGN, priority: '', perSellerDay: '', spentMin: '100' };
  const fields = fieldsOf(typed);
  assert.deepEqual([fields.priority, fields.perSellerDay, fields.audience.spent], [0, 0, { sinceDays: 0, min: 100 }]);
  assert.deepEqual(draftOfCampaign(fields), typed);
});

test('a reason stays with legitimate interest alone', () => {
  assert.equal(fieldsOf({ ...EMPTY_CAMPAIGN, legalReason: 'x' }).legalReason, null);
});
