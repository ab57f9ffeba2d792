/** Tests the sentences about the differences between two policies. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_POLICY, type Policy } from '#rules/policy/policy.ts';
import { policyChanges } from './policy-change.ts';

const natal = { date: '2026-12-25', label: 'Natal', windows: [{ start: '00:00', end: '24:00' }] };

test('two equal policies give no sentence', () => {
  for (const language of ['pt-BR', 'en', 'es'] as const)
    assert.deepEqual(policyChanges(language, DEFAULT_POLICY, structuredClone(DEFAULT_POLICY)), []);
});

test('another order of keys is no change, because the database does not keep the order', () => {
  const { seller } = DEFAULT_POLICY.pace;
  const turned = { action: seller.action, perMinutes: seller.perMinutes, max: seller.max };
  const stored = { ...DEFAULT_POLICY, pace: { ...DEFAULT_POLICY.pace, seller: turned } };
  assert.deepEqual(policyChanges('pt-BR', stored, DEFAULT_POLICY), []);
});

test('a change of hours names the old and the new hours', () => {
  const [window] = DEFAULT_POLICY.windows;
  const later = { ...DEFAULT_POLICY, windows: [{ ...window, start: '21:00' }] } as Policy;
  assert.deepEqual(policyChanges('pt-BR', DEFAULT_POLICY, later), [
    'De “Todos os dias, das 20:00 às 08:00, no relógio de cada loja.” para “Todos os dias, das 21:00 às 08:00, no relógio de cada loja.”',
  ]);
});

test('each added, changed or removed date has a sentence', () => {
  const before = { ...DEFAULT_POLICY, exceptions: [natal, { ...natal, date: '2026-11-27', label: 'Black Friday' }] };
  const after = {
    ...DEFAULT_POLICY,
    exceptions: [
      { ...natal, date: '2026-11-27', label: 'Black Friday', windows: [] },
      { ...natal, date: '2027-01-01', label: '' },
    ],
  };
  assert.deepEqual(policyChanges('pt-BR', before, after), [
    'Muda a data 27 nov 2026 (Black Friday): nenhum silêncio começa.',
    'Entra a data 1 jan 2027: o dia inteiro.',
    'Sai a data 25 dez 2026 (Natal).',
  ]);
});

test('a change of what quiet hours do, and of the pace, has a sentence each', () => {
  const { pace } = DEFAULT_POLICY;
  const after: Policy = {
    ...DEFAULT_POLICY,
    actions: { profile: 'warn-with-reason', reply: 'warn', automation: 'hold' },
    pace: { seller: { ...pace.seller, action: 'off' }, releaseSpreadMinutes: 60, senderPerMinute: 80 },
  };
  assert.equal(policyChanges('pt-BR', DEFAULT_POLICY, after).length, 6);
  assert.equal(
    policyChanges('pt-BR', after, DEFAULT_POLICY)[3],
    'Ritmo: até 10 contatos novos em 10 min por vendedor.',
  );
});
