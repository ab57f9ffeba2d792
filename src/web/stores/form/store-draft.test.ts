/** Tests the draft of a store: nothing is sent for a store that nobody changed, and each fault has its place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { words } from '#words/stores/stores.pt-BR.ts';
import { changesOf, draftOfStore, faultsOf, wishOf } from './store-draft.ts';

const STORE = {
  ...{ id: '1', code: 'SP01', name: 'Paulista', address: '', city: 'São Paulo', state: 'SP', people: 2 },
  ...{ zone: 'America/Sao_Paulo', hasHours: true, signIn: 'active' as const, closedAt: null, email: null },
  hours: [
    { weekday: 0, opens: '10:00', closes: '24:00' },
    { weekday: 6, opens: '14:00', closes: '20:00' },
  ],
  dates: [{ date: '2026-12-25', opens: null, closes: null, label: 'Natal' }],
  ...{ inTheWay: { people: 2, customers: 0, held: 0 }, changes: [] },
};
const wished = (change: object) => wishOf({ ...draftOfStore(STORE), ...change }, STORE.zone);

test('a store that nobody changed has no changes, and a changed field is sent whole', () => {
  assert.deepEqual(changesOf(STORE, wished({})), {});
  assert.deepEqual(changesOf(STORE, wished({ name: ' Augusta ', dates: [] })), { name: 'Augusta', dates: [] });
});

test('each fault is at its field: empty names, unreadable and equal times, dates twice', () => {
  const draft = draftOfStore(STORE);
  const [first] = draft.dates;
  const week = draft.week.map((day, n) =>
    n === 0 ? { ...day, opens: 'nove' } : n === 6 ? { ...day, closes: '14:00' } : day,
  );
  const faults = faultsOf(
    {
      ...draft,
      name: ' ',
      week,
      dates: [...draft.dates, { ...first, date: '2026-12-25', label: '', isOpen: false, opens: '', closes: '' }],
    },
    'x',
    words,
  );
  assert.deepEqual(faults, {
    name: words.missing,
    'week.0.opens': words.unreadable,
    'week.6.closes': words.equalTimes,
    'dates.1.date': words.dateTwice,
  });
  assert.deepEqual(faultsOf(draft, '', words), { zone: words.missing });
});
