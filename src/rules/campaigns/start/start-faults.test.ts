/** Tests what a draft may lack and a running campaign may not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startFaults } from './start-faults.ts';

const WHOLE: Parameters<typeof startFaults>[0] = {
  ...{ name: 'Aniversário', text: 'Oi, {nome}', audience: {}, priority: 1, from: null, to: null },
  ...{ coolDownDays: 0, perSellerDay: 1, legalBasis: 'consent', legalReason: null },
};
const codes = (change: object) => startFaults({ ...WHOLE, ...change }).map(({ path, code }) => `${path} ${code}`);

test('a campaign without a name, a text, or with swapped dates or an unreasoned interest does not start', () => {
  assert.deepEqual(startFaults(WHOLE), []);
  assert.deepEqual(codes({ name: ' ' }), ['name required']);
  assert.deepEqual(codes({ text: ' ' }), ['text required']);
  assert.deepEqual(codes({ from: '2026-12-02', to: '2026-12-01' }), ['to period_swapped']);
  assert.deepEqual(codes({ from: '2026-12-01', to: '2026-12-01' }), []);
  assert.deepEqual(codes({ from: '2026-12-01' }), []);
  assert.deepEqual(codes({ to: '2026-12-01' }), []);
  assert.deepEqual(codes({ legalBasis: 'legitimate_interest', legalReason: '  ' }), ['legalReason required']);
  assert.deepEqual(codes({ legalBasis: 'legitimate_interest', legalReason: null }), ['legalReason required']);
  assert.deepEqual(codes({ legalBasis: 'legitimate_interest', legalReason: 'Pós-venda' }), []);
});

test('an unknown variable is named with its place', () => {
  const text = 'Oi, {apelido}!';
  const [fault] = startFaults({ ...WHOLE, text });
  assert.deepEqual(fault, { path: 'text', code: 'unknown_variable', start: 4, end: 13, written: '{apelido}' });
});

test('a number out of its range is named with the range', () => {
  for (const [change, path] of [
    [{ priority: 0 }, 'priority'],
    [{ priority: 100 }, 'priority'],
    [{ perSellerDay: 0 }, 'perSellerDay'],
    [{ perSellerDay: 101 }, 'perSellerDay'],
    [{ coolDownDays: 366 }, 'coolDownDays'],
    [{ audience: { birthdayWithinDays: 61 } }, 'audience.birthdayWithinDays'],
  ] as const)
    assert.deepEqual(codes(change), [`${path} out_of_range`], JSON.stringify(change));
  const [fault] = startFaults({ ...WHOLE, priority: 100 });
  assert.deepEqual(fault, { path: 'priority', code: 'out_of_range', least: 1, most: 99 });
  const edges = { priority: 99, perSellerDay: 100, coolDownDays: 365, audience: { birthdayWithinDays: 60 } };
  assert.deepEqual(codes(edges), []);
});

test('spending without its days, and a tag longer than any tag, are named', () => {
  assert.deepEqual(codes({ audience: { spent: { sinceDays: 0, minCents: 1 } } }), [
    'audience.spent spent_days_missing',
  ]);
  assert.deepEqual(codes({ audience: { spent: { sinceDays: 1, minCents: 1 } } }), []);
  assert.deepEqual(codes({ audience: { tags: ['vip', 'x'.repeat(31)] } }), ['audience.tags tag_malformed']);
  assert.deepEqual(codes({ audience: { tags: ['x'.repeat(30)] } }), []);
});
