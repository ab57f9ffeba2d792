/** Tests how typed hours become a policy, and a policy becomes the fields of the form. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_POLICY, type Policy, parsePolicy } from '#rules/policy/policy.ts';
import { WEEK } from '#web/ui/ring/ring-hours.ts';
import { draftOf, faultsOf, isSamePolicy, readDraft, usualTimes } from './draft-policy.ts';
import type { HoursDraft } from './hours-draft.ts';
import { wholeDay } from './whole-day.ts';

const ZONE = 'America/Sao_Paulo';
const NOW = Date.parse('2026-11-22T13:00:00Z');
const draft: HoursDraft = { ...draftOf(null, { start: '21h', end: '800' }), reason: 'pedido da marca' };
const cais: Policy = {
  ...DEFAULT_POLICY,
  windows: [
    { days: ['mon', 'tue'], start: '20:00', end: '08:00' },
    { days: ['sat'], start: '22:00', end: '09:00' },
  ],
  exceptions: [{ date: '2026-11-27', windows: [{ start: '22:00', end: '08:00' }], label: 'Black Friday' }],
  clocks: 'store-and-customer',
  actions: { ...DEFAULT_POLICY.actions, profile: 'warn-with-reason' },
};

test('two times become one window on every day, and the other fields get their defaults', () => {
  const { policy, faults, effective } = readDraft(draft, ZONE, NOW);
  assert.deepEqual(policy, { ...DEFAULT_POLICY, windows: [{ days: [...WEEK], start: '21:00', end: '08:00' }] });
  assert.deepEqual(faults, {});
  assert.equal(effective, 'next-quiet-start');
});

test('a policy that is turned into fields and back is unchanged', () => {
  for (const policy of [DEFAULT_POLICY, cais]) {
    const read = readDraft(draftOf(policy, null), ZONE, NOW).policy;
    assert.deepEqual(read, policy);
    assert.deepEqual(parsePolicy(read), { ok: true, policy });
  }
  assert.deepEqual([draftOf(cais, null).byDay, draftOf(DEFAULT_POLICY, null).byDay], [true, false]);
});

test('the times of a ticket replace the hours, and every other field stays as published', () => {
  const { policy } = readDraft(draftOf(cais, { start: '21:00', end: '08:00' }), ZONE, NOW);
  assert.deepEqual(policy, { ...cais, windows: [{ days: [...WEEK], start: '21:00', end: '08:00' }] });
});

test('T3: equal times are a fault; the whole day is 00:00 to 24:00', () => {
  const times = (start: string, end: string) =>
    readDraft({ ...draft, windows: [{ days: WEEK, start, end }] }, ZONE, NOW);
  assert.equal(times('8', '08:00').policy, null);
  assert.deepEqual(times('8', '08:00').faults, { 'windows[0].end': { code: 'same' } });
  assert.equal(times('0', '24').policy?.windows[0]?.end, '24:00');
});

test('each fault is named at its field', () => {
  const unclear = {
    ...draft,
    byDay: true,
    windows: [
      { days: WEEK, start: 'noite', end: '' },
      { days: [], start: '20:00', end: '08:00' },
    ],
    exceptions: [
      { date: '2026-12-25', label: '', windows: [{ start: '00:00', end: 'x' }] },
      { date: '2026-12-25', label: '', windows: [] },
      { date: '', label: '', windows: [] },
    ],
    paceMax: 'dez',
    senderPerMinute: '60001',
    reason: '  ',
  };
  const { policy, faults, publishFaults } = readDraft(unclear, ZONE, NOW);
  assert.equal(policy, null);
  assert.deepEqual(faults, {
    'windows[0].start': { code: 'unclear' },
    'windows[0].end': { code: 'unclear' },
    'windows[1].days': { code: 'no_days' },
    'exceptions[0].windows[0].end': { code: 'unclear' },
    'exceptions[1].date': { code: 'date_twice' },
    'exceptions[2].date': { code: 'no_date' },
    'pace.seller.max': { code: 'no_number' },
    'pace.senderPerMinute': { code: 'no_number' },
  });
  assert.deepEqual(publishFaults, { reason: { code: 'missing' } });
});

test('a date is read on the brand’s clock, and must be in the future', () => {
  const dated = { ...draft, effective: 'date' as const, date: '2026-11-24', time: '8h' };
  const faultOf = (change: Partial<HoursDraft>, zone = ZONE) =>
    readDraft({ ...dated, ...change }, zone, NOW).publishFaults;
  assert.equal(readDraft(dated, ZONE, NOW).effective, '2026-11-24T11:00:00.000Z');
  assert.deepEqual(faultOf({ date: '2026-11-22' }), { effective: { code: 'past' } });
  assert.deepEqual(faultOf({ time: '' }), { effective: { code: 'missing' } });
  assert.deepEqual(faultOf({ date: '2026-03-08', time: '02:30' }, 'America/New_York'), {
    effective: { code: 'skipped' },
  });
});

test('a fault from the server is shown at its field', () => {
  assert.deepEqual(faultsOf([{ path: 'policy.exceptions[0].date', message: 'Essa data não existe.' }]), {
    'exceptions[0].date': { said: 'Essa data não existe.' },
  });
});

test('T7: a whole day keeps the night that its weekday begins', () => {
  assert.deepEqual(wholeDay('2026-12-26', cais.windows), [
    { start: '00:00', end: '24:00' },
    { start: '22:00', end: '09:00' },
  ]);
});

test('two times that replace the rules are those of the most days', () => {
  const nap = { days: ['sun'], start: '12:00', end: '14:00' } as const;
  const night = { days: ['mon', 'tue', 'wed', 'thu', 'sun'], start: '20:00', end: '08:00' } as const;
  assert.deepEqual(usualTimes([nap, night]), { start: '20:00', end: '08:00' });
  assert.deepEqual(usualTimes([]), { start: '20:00', end: '08:00' });
});

test('a policy counts as published only while neither the hours nor any other field changes', () => {
  const read = (change: Partial<HoursDraft>) => readDraft({ ...draftOf(cais, null), ...change }, ZONE, NOW).policy;
  assert.equal(isSamePolicy(read({}), cais), true);
  assert.equal(isSamePolicy(read({ reason: 'outro', effective: 'now', confirmed: ['end_2359'] }), cais), true);
  assert.equal(isSamePolicy(read({ paceMax: '7' }), cais), false);
  assert.equal(isSamePolicy(read({ exceptions: [] }), cais), false);
  assert.equal(isSamePolicy(read({ paceMax: 'x' }), cais), false, 'a policy with a fault is never the same');
  assert.equal(isSamePolicy(read({}), null), false, 'nothing was ever published');
});
