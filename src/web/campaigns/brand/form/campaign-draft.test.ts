/** Tests that a campaign survives the form, and that empty filters ask nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOfCampaign, EMPTY_CAMPAIGN, fieldsOf } from './campaign-draft.ts';

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

test('an empty form asks nothing, and half of what was spent asks nothing', () => {
  assert.deepEqual(fieldsOf(EMPTY_CAMPAIGN).audience, {});
  assert.deepEqual(fieldsOf({ ...EMPTY_CAMPAIGN, spentMin: '100' }).audience, {});
  assert.deepEqual(fieldsOf({ ...EMPTY_CAMPAIGN, tags: ' vip, ,vip; noiva' }).audience, { tags: ['vip', 'noiva'] });
  assert.deepEqual(fieldsOf({ ...EMPTY_CAMPAIGN, lastMax: '10' }).audience, { lastPurchaseDays: { min: 0, max: 10 } });
  assert.deepEqual(fieldsOf({ ...EMPTY_CAMPAIGN, spentMin: '99,90', spentDays: '30' }).audience, {
    spent: { sinceDays: 30, min: 99.9 },
  });
});

test('a reason stays with legitimate interest alone', () => {
  assert.equal(fieldsOf({ ...EMPTY_CAMPAIGN, legalReason: 'x' }).legalReason, null);
});
