/** Tests the reading of stored reasons of suggestions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SuggestionReason, suggestionReasonOf } from './suggestion-reason.ts';

const EACH: readonly SuggestionReason[] = [
  { code: 'birthday', on: '02-29' },
  { code: 'inactive_days', lastOn: '2026-09-01' },
  { code: 'tag', tag: 'noivas' },
  { code: 'never_contacted' },
  { code: 'chosen' },
  { code: 'new_arrival', item: 'Camisa de linho' },
  { code: 'after_purchase', boughtOn: '2026-11-15', item: 'Vestido midi' },
  { code: 'cashback', untilOn: '2026-11-30' },
  { code: 'welcome' },
];

test('each reason of the closed list is read as it was stored', () => {
  for (const reason of EACH) assert.deepEqual(suggestionReasonOf(JSON.parse(JSON.stringify(reason))), reason);
});

test('an incomplete reason is null', () => {
  const broken = [
    null,
    'birthday',
    {},
    { code: 'constructor' },
    { code: 'birthday' },
    { code: 'birthday', on: '02-30' },
    { code: 'birthday', on: ['02-29'] },
    { code: 'inactive_days', lastOn: '01/09/2026' },
    { code: 'new_arrival', item: ' ' },
    { code: 'after_purchase', boughtOn: '2026-11-15' },
    { code: 'tag' },
    { code: 'after_purchase', item: 'Bolsa' },
    { code: 'cashback', untilOn: 5 },
    { code: 'cashback', untilOn: ['2026-11-30'] },
  ];
  for (const stored of broken) assert.equal(suggestionReasonOf(stored), null, JSON.stringify(stored));
});

test('unknown fields of a reason are dropped', () => {
  assert.deepEqual(suggestionReasonOf({ code: 'welcome', phone: '+5511900000000' }), { code: 'welcome' });
});
