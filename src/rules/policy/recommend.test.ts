/** Tests the recommended hours and the stores that are open in quiet hours (A3). */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { WEEKDAYS } from '#rules/time/calendar.ts';
import { intersect } from '#rules/time/interval.ts';
import { scheduleIntervals } from '#rules/time/schedule.ts';
import { type OpenStore, openIntervals } from '#rules/time/store-hours.ts';
import { DEFAULT_POLICY, type Policy, parsePolicy } from './policy.ts';
import { recommendHours } from './recommend.ts';
import { findStoresOpenInQuiet } from './store-conflicts.ts';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const WEEK = [0, 1, 2, 3, 4, 5, 6];

const store = (
  name: string,
  open: readonly [string, string] | null,
  days = WEEK,
  zone = 'America/Sao_Paulo',
): OpenStore => ({
  id: name,
  name,
  state: 'SP',
  zone,
  hours:
    open === null
      ? []
      : days.map((weekday) => ({ weekday, opensMinute: minute(open[0]), closesMinute: minute(open[1]) })),
});
const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const hours = (...stores: OpenStore[]) => {
  const { start, end } = recommendHours(stores);
  return `${start}-${end}`;
};

suite('A3 recommended hours: from the latest closing to the earliest opening, within limits', () => {
  const cases: readonly (readonly [string, string, readonly OpenStore[]])[] = [
    ['the only store decides', '19:00-09:00', [store('a', ['09:00', '19:00'])]],
    [
      'the latest closing and the earliest opening of all',
      '20:00-08:30',
      [store('a', ['10:00', '20:00']), store('b', ['08:30', '18:00'])],
    ],
    ['the start is at most 21:00', '21:00-10:00', [store('a', ['10:00', '22:00'])]],
    ['the end is at least 08:00', '18:00-08:00', [store('a', ['06:00', '18:00'])]],
    ['a closing after midnight counts as 24:00', '21:00-12:00', [store('a', ['12:00', '02:00'])]],
    [
      'one weekday is enough',
      '21:00-09:00',
      [store('a', ['09:00', '18:00'], [0, 1, 2, 3, 4]), store('b', ['10:00', '22:00'], [5])],
    ],
    ['a store without hours does not count', '19:00-09:00', [store('a', ['09:00', '19:00']), store('b', null)]],
    ['no hours are known', '20:00-08:00', [store('a', null)]],
    ['no store at all', '20:00-08:00', []],
    [
      'a store that is open through the night past 08:00',
      '21:00-08:00',
      [store('a', ['22:00', '09:30']), store('b', ['10:00', '19:00'])],
    ],
    [
      'a store that is open through the night until 08:00',
      '21:00-10:00',
      [store('a', ['22:00', '08:00']), store('b', ['10:00', '19:00'])],
    ],
    ['closed from 08:00 on', '20:00-08:00', [store('a', ['06:00', '08:00'])]],
    ['open from 21:00 on', '20:00-08:00', [store('a', ['21:00', '23:00'])]],
    [
      'open only at night, so that no hour between 08:00 and 21:00 decides',
      '20:00-08:00',
      [store('a', ['22:00', '06:00'])],
    ],
  ];
  for (const [name, expected, stores] of cases) test(name, () => assert.equal(hours(...stores), expected));
});

test('A3: the recommendation names the deciding closing and opening, and the stores without hours', () => {
  const { because, storesWithoutHours } = recommendHours([
    store('Paulista', ['10:00', '22:00'], [5]),
    store('Bosque', ['09:00', '21:00']),
    store('Nova', null),
  ]);
  assert.deepEqual(because, {
    latestClosing: { storeId: 'Paulista', storeName: 'Paulista', weekday: 'sat', time: '22:00' },
    earliestOpening: { storeId: 'Bosque', storeName: 'Bosque', weekday: 'mon', time: '09:00' },
  });
  assert.deepEqual(storesWithoutHours, [{ id: 'Nova', name: 'Nova' }]);
});

test('A3: among equal hours the first store decides', () => {
  const { because } = recommendHours([store('Bosque', ['09:00', '20:00']), store('Paulista', ['09:00', '20:00'])]);
  assert.equal(because?.latestClosing.storeId, 'Bosque');
  assert.equal(because?.earliestOpening.storeId, 'Bosque');
});

test('A3: a store that is open through the night into the day closes at 24:00 and opens on the next day at 00:00', () => {
  assert.deepEqual(recommendHours([store('Bar', ['22:00', '09:30'], [6])]).because, {
    latestClosing: { storeId: 'Bar', storeName: 'Bar', weekday: 'sun', time: '24:00' },
    earliestOpening: { storeId: 'Bar', storeName: 'Bar', weekday: 'mon', time: '00:00' },
  });
});

const anyStore = fc
  .record({
    zone: fc.constantFrom('America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco', 'America/Noronha'),
    days: fc.subarray(WEEK, { minLength: 1 }),
    opens: fc.integer({ min: 0, max: 1439 }),
    closes: fc.integer({ min: 1, max: 1440 }),
  })
  .filter(({ opens, closes }) => opens !== closes % 1440)
  .map(
    ({ zone, days, opens, closes }): OpenStore => ({
      id: 'x',
      name: 'x',
      state: 'SP',
      zone,
      hours: days.map((weekday) => ({ weekday, opensMinute: opens, closesMinute: closes })),
    }),
  );

test('A3: no opening hour between 08:00 and 21:00 becomes quiet if that can be avoided', () => {
  fc.assert(
    fc.property(fc.array(anyStore, { maxLength: 6 }), (stores) => {
      const { start, end, because } = recommendHours(stores);
      const parsed = parsePolicy({ windows: [{ days: WEEKDAYS, start, end }] });
      assert.ok(parsed.ok, `${start}-${end}`);
      if (because === null) return;
      const comfort = { ...DEFAULT_POLICY, windows: [{ days: WEEKDAYS, start: '21:00', end: '08:00' }] };
      for (const each of stores) {
        const [from, to] = [NOW, NOW + 8 * 86_400_000];
        const open = openIntervals(each, from, to);
        const quiet = scheduleIntervals(parsed.policy, each.zone, from, to);
        const allowed = scheduleIntervals(comfort, each.zone, from, to);
        const cut = intersect(open, quiet);
        assert.deepEqual(intersect(cut, allowed), cut, `${start}-${end} cuts into the day`);
      }
    }),
    { numRuns: 400 },
  );
});

suite('A3 stores open in quiet hours, with the minutes per week', () => {
  const found = (policy: unknown, ...stores: OpenStore[]) => {
    const parsed = parsePolicy(policy);
    assert.ok(parsed.ok);
    return findStoresOpenInQuiet(stores, parsed.policy, 'America/Sao_Paulo', NOW).map((each) => [
      each.storeName,
      each.minutesAWeek,
    ]);
  };
  const mall = store('Mall', ['10:00', '22:00'], [0, 1, 2, 3, 4, 5]);
  test('two hours on six days', () => assert.deepEqual(found({}, mall), [['Mall', 720]]));
  test('one hour on six days from 21:00', () => {
    assert.deepEqual(found({ windows: [{ days: WEEKDAYS, start: '21:00', end: '08:00' }] }, mall), [['Mall', 360]]);
  });
  test('a store that closes before quiet hours has no conflict', () =>
    assert.deepEqual(found({}, store('Rua', ['09:00', '20:00'])), []));
  test('a store that closes a minute after quiet hours begin has a conflict', () =>
    assert.deepEqual(found({}, store('Rua', ['09:00', '20:01'])), [['Rua', 7]]));
  test('on the brand’s clock quiet hours begin an hour later in Manaus', () => {
    const manaus = store('Manaus', ['09:00', '19:30'], WEEK, 'America/Manaus');
    assert.deepEqual(found({}, manaus), []);
    assert.deepEqual(found({ clocks: 'brand' }, manaus), [['Manaus', 210]]);
  });
  test('an exception does not count for the ordinary week', () => {
    const exceptions = [{ date: '2026-11-27', windows: [{ start: '08:00', end: '24:00' }], label: '' }];
    assert.deepEqual(found({ exceptions }, store('Rua', ['09:00', '18:00'])), []);
  });
  test('a store is left out where its zone, or the brand’s clock that counts for it, is not known', () => {
    const lost = store('Perdida', ['10:00', '22:00'], WEEK, 'America/Nowhere');
    assert.deepEqual(found({}, lost, mall), [['Mall', 720]]);
    assert.deepEqual(found({ clocks: 'brand' }, lost, mall), [['Mall', 720]]);
    const brand: Policy = { ...DEFAULT_POLICY, clocks: 'brand' };
    assert.deepEqual(findStoresOpenInQuiet([mall], brand, 'America/Nowhere', NOW), []);
  });
  test('hours past midnight count', () =>
    assert.deepEqual(found({}, store('Bar', ['18:00', '02:00'], [4])), [['Bar', 360]]));
});
