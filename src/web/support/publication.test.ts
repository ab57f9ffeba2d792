import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WEEK } from '#web/ring/hours.ts';
import type { Hours } from '#words/sentence.ts';
import type { HoursDraft } from './hours-draft.ts';
import { placeOfFault, readDraft } from './publication.ts';

const ZONE = 'America/Sao_Paulo';
const NOW = Date.parse('2026-11-22T13:00:00Z');
const draft: HoursDraft = {
  start: '21h',
  end: '800',
  effective: 'next-quiet-start',
  date: '',
  time: '',
  reason: 'pedido da marca',
  replacing: false,
  keepDates: true,
};
const cais = {
  windows: [
    { days: ['mon', 'tue'], start: '20:00', end: '08:00' },
    { days: ['sat'], start: '22:00', end: '09:00' },
  ],
  exceptions: [{ date: '2026-11-27', windows: [{ start: '22:00', end: '08:00' }], label: 'Black Friday' }],
  clocks: 'store-and-customer',
  actions: { profile: 'warn-with-reason' },
} as const satisfies Hours & { actions: unknown };

test('two times become one window on every day', () => {
  const { hours, faults, effective } = readDraft(draft, null, ZONE, NOW);
  assert.deepEqual(hours, {
    clocks: 'store',
    windows: [{ days: [...WEEK], start: '21:00', end: '08:00' }],
    exceptions: [],
  });
  assert.deepEqual(faults, {});
  assert.equal(effective, 'next-quiet-start');
});

test('what two times do not say stays as it was published: clocks, actions, special dates', () => {
  const { hours } = readDraft(draft, cais, ZONE, NOW);
  assert.deepEqual(hours, { ...cais, windows: [{ days: [...WEEK], start: '21:00', end: '08:00' }] });
});

test('special dates go only where that was asked for', () => {
  assert.deepEqual(readDraft({ ...draft, keepDates: false }, cais, ZONE, NOW).hours?.exceptions, []);
});

test('T3: equal times are no hours; the whole day is 00:00 to 24:00', () => {
  const same = readDraft({ ...draft, start: '8', end: '08:00' }, null, ZONE, NOW);
  assert.equal(same.hours, null);
  assert.deepEqual(same.faults, { times: 'same' });
  assert.equal(readDraft({ ...draft, start: '0', end: '24' }, null, ZONE, NOW).hours?.windows[0]?.end, '24:00');
});

test('what is unclear is named at its place', () => {
  const { hours, faults } = readDraft({ ...draft, start: 'noite', end: '', reason: '  ' }, null, ZONE, NOW);
  assert.equal(hours, null);
  assert.deepEqual(faults, { start: 'unclear', end: 'unclear', reason: 'missing' });
});

test('a date is read on the brand’s clock, and must be still to come', () => {
  const dated = { ...draft, effective: 'date' as const, date: '2026-11-24', time: '8h' };
  assert.equal(readDraft(dated, null, ZONE, NOW).effective, '2026-11-24T11:00:00.000Z');
  assert.deepEqual(readDraft({ ...dated, date: '2026-11-22' }, null, ZONE, NOW).faults, { effective: 'past' });
  assert.deepEqual(readDraft({ ...dated, time: '' }, null, ZONE, NOW).faults, { effective: 'missing' });
  assert.deepEqual(readDraft({ ...dated, date: '2026-03-08', time: '02:30' }, null, 'America/New_York', NOW).faults, {
    effective: 'skipped',
  });
});

test('a refusal of the server is shown where it belongs', () => {
  assert.equal(placeOfFault('policy.windows[0].start'), 'start');
  assert.equal(placeOfFault('policy.windows[0].end'), 'end');
  assert.equal(placeOfFault('policy.exceptions[0].date'), 'times');
  assert.equal(placeOfFault('effective'), 'effective');
  assert.equal(placeOfFault('reason'), 'reason');
  assert.equal(placeOfFault('confirmed'), null);
});
