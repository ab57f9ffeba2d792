/** Tests each lint (A4): which policies cause it, with which paths and names, and which do not. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DEFAULT_POLICY, parsePolicy } from '#rules/policy/policy.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';
import { type Lint, type LintCode, lintPolicy } from './lint.ts';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const EVERY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const ALL_DAY = { start: '00:00', end: '24:00' };
const NIGHT = { start: '20:00', end: '08:00' };

const store = (
  name: string,
  state: string,
  zone: string,
  open: readonly [number, number] | null = [600, 1320],
): OpenStore => ({
  id: name,
  name,
  state,
  zone,
  hours: open === null ? [] : EVERY.map((_, weekday) => ({ weekday, opensMinute: open[0], closesMinute: open[1] })),
});
const PAULISTA = store('Paulista', 'SP', 'America/Sao_Paulo');
const MANAUS = store('Adrianópolis', 'AM', 'America/Manaus');
const RIO = store('Leblon', 'RJ', 'America/Sao_Paulo');
const BOSQUE = store('Bosque', 'AC', 'America/Rio_Branco');
const REMEDIOS = store('Remédios', 'PE', 'America/Noronha');
/** Lisbon's clock went forward on 29 March 2026 and goes back on 25 October 2026. */
const LISBON = store('Chiado', 'SP', 'Europe/Lisbon');
const BRAZIL = [PAULISTA, MANAUS, BOSQUE, REMEDIOS];
/** The same stores, which close before quiet hours begin. */
const EARLY = BRAZIL.map(({ name, state, zone }) => store(name, state, zone, [600, 1200]));

function lints(
  wanted: unknown,
  stores: readonly OpenStore[] = [PAULISTA, MANAUS],
  now = NOW,
  brandZone = 'America/Sao_Paulo',
): readonly Lint[] {
  const parsed = parsePolicy(wanted);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return lintPolicy(parsed.policy, stores, brandZone, now);
}
const codes = (wanted: unknown, stores?: readonly OpenStore[]) => lints(wanted, stores).map(({ code }) => code);
const placesOf = (code: LintCode, wanted: unknown, stores?: readonly OpenStore[], now?: number) =>
  lints(wanted, stores, now).find((lint) => lint.code === code)?.places ?? null;
const daily = (start: string, end: string) => ({ windows: [{ days: EVERY, start, end }] });
const on = (date: string, ...windows: { start: string; end: string }[]) => ({
  exceptions: [{ date, windows, label: '' }],
});

test('A4: the default policy with a holiday from the editor causes only the lint about that holiday’s long quiet time', () => {
  assert.deepEqual(lintPolicy(DEFAULT_POLICY, EARLY, 'America/Sao_Paulo', NOW), []);
  assert.deepEqual(codes(daily('21:00', '08:00'), EARLY), []);
  assert.deepEqual(codes(on('2026-12-25', ALL_DAY, NIGHT), EARLY.slice(0, 2)), ['long_quiet']);
  assert.deepEqual(codes(on('2026-11-27', { start: '22:00', end: '08:00' }), EARLY.slice(0, 2)), []);
});

suite('A4 long_quiet: more than 20 hours in a row', () => {
  const cases: readonly (readonly [string, unknown, readonly string[] | null])[] = [
    ['twenty hours are allowed', daily('12:00', '08:00'), null],
    ['a minute more than twenty hours is reported', daily('11:59', '08:00'), ['windows']],
    [
      'touching windows count as one quiet time',
      {
        windows: [
          { days: EVERY, ...NIGHT },
          { days: ['sun'], start: '08:00', end: '20:00' },
        ],
      },
      ['windows'],
    ],
    ['a whole day with its nights', on('2026-12-25', ALL_DAY, NIGHT), ['exceptions[0]']],
    ['a date that is over', on('2026-10-12', ALL_DAY, NIGHT), null],
    ['a date that opens', on('2026-12-24'), null],
  ];
  for (const [name, policy, places] of cases)
    test(name, () => assert.deepEqual(placesOf('long_quiet', policy), places));
});

suite('A4, T7 morning_opens: after the date, hours are open that are quiet on an ordinary morning', () => {
  const cases: readonly (readonly [string, unknown, readonly string[] | null])[] = [
    ['the whole day alone leaves the next night open', on('2026-12-25', ALL_DAY), ['exceptions[0]']],
    ['the whole day with the ordinary night leaves nothing open', on('2026-12-25', ALL_DAY, NIGHT), null],
    ['no window at all', on('2026-12-25'), ['exceptions[0]']],
    ['a night that ends earlier', on('2026-11-27', { start: '22:00', end: '07:59' }), ['exceptions[0]']],
    ['a night that begins later', on('2026-11-27', { start: '23:00', end: '08:00' }), null],
    ['a night that ends later', on('2026-11-27', { start: '22:00', end: '09:00' }), null],
    [
      'each exception has its own path',
      { exceptions: [...on('2026-12-25', ALL_DAY, NIGHT).exceptions, ...on('2026-12-31').exceptions] },
      ['exceptions[1]'],
    ],
  ];
  for (const [name, policy, places] of cases)
    test(name, () => assert.deepEqual(placesOf('morning_opens', policy), places));
  test('a morning that another exception opens causes no lint for the date before', () => {
    const split = [
      { days: EVERY, start: '00:00', end: '08:00' },
      { days: EVERY, start: '20:00', end: '24:00' },
    ];
    const usual = on('2026-12-24', { start: '00:00', end: '08:00' }, { start: '20:00', end: '24:00' }).exceptions;
    const policy = { windows: split, exceptions: [...usual, ...on('2026-12-25').exceptions] };
    assert.equal(placesOf('morning_opens', policy), null);
  });
  test('a morning that the clock skips causes no lint', () => {
    // Samoa had no 30 December 2011.
    const apia = store('Apia', 'SP', 'Pacific/Apia');
    assert.equal(placesOf('morning_opens', on('2011-12-29'), [apia], Date.parse('2011-12-28T12:00:00Z')), null);
    assert.deepEqual(placesOf('morning_opens', on('2011-12-28'), [apia], Date.parse('2011-12-28T12:00:00Z')), [
      'exceptions[0]',
    ]);
  });
  test('the finding names the date', () => {
    assert.deepEqual(lints(on('2026-12-25')).find(({ code }) => code === 'morning_opens')?.names, ['2026-12-25']);
  });
});

suite('A4 no_night: a night without quiet time', () => {
  const cases: readonly (readonly [string, unknown, readonly string[] | null])[] = [
    ['a weekday without a window', { windows: [{ days: EVERY.slice(0, 6), ...NIGHT }] }, ['windows']],
    ['windows only during the day', daily('12:00', '14:00'), ['windows']],
    ['a window after 22:00 counts for the night', daily('22:00', '22:15'), null],
    ['a window that ends at 22:00 does not count for the night', daily('20:00', '22:00'), ['windows']],
    ['an empty date', on('2026-12-31'), ['exceptions[0]']],
    ['no windows at all', { windows: [] }, ['windows']],
    ['a date that is as empty as its weekday', { windows: [], ...on('2026-12-31') }, ['windows']],
    ['the date of today', on('2026-11-23'), ['exceptions[0]']],
  ];
  for (const [name, policy, places] of cases) test(name, () => assert.deepEqual(placesOf('no_night', policy), places));
});

suite('A4 no_night: where the clock changes', () => {
  test('a night in which clocks go back is checked to its own 06:00', () => {
    const now = Date.parse('2026-10-23T12:00:00Z');
    assert.equal(placesOf('no_night', daily('05:00', '06:00'), [LISBON], now), null);
  });
  test('the ordinary week is the seven dates from today', () => {
    const skipped = daily('01:00', '02:00');
    assert.equal(placesOf('no_night', skipped, [LISBON], Date.parse('2026-03-21T12:00:00Z')), null);
    assert.deepEqual(placesOf('no_night', skipped, [LISBON], Date.parse('2026-03-22T12:00:00Z')), ['windows']);
  });
});

suite('A4 state_holiday: a holiday of one state affects the stores of others', () => {
  const revolution = on('2027-07-09', ALL_DAY, NIGHT);
  const cases: readonly (readonly [string, unknown, readonly OpenStore[], readonly string[] | null])[] = [
    ['São Paulo has it, Amazonas has not', revolution, [PAULISTA, MANAUS], ['exceptions[0]']],
    ['all stores are in São Paulo', revolution, [PAULISTA], null],
    ['no store is in São Paulo', revolution, [MANAUS, BOSQUE], null],
    ['the whole country has it', on('2026-12-25', ALL_DAY, NIGHT), [PAULISTA, MANAUS], null],
    ['Rio has Carnaval by law, the other states without a law', on('2027-02-09', ALL_DAY, NIGHT), [RIO, MANAUS], null],
    ['Acre’s own day falls on Corpus Christi', on('2028-06-15', ALL_DAY, NIGHT), [BOSQUE, MANAUS], null],
    ['the exception opens hours', on('2027-07-09', { start: '22:00', end: '08:00' }), [PAULISTA, MANAUS], null],
  ];
  for (const [name, policy, stores, places] of cases)
    test(name, () => assert.deepEqual(placesOf('state_holiday', policy, stores), places));
  test('the finding names the date', () => {
    assert.deepEqual(lints(revolution).find(({ code }) => code === 'state_holiday')?.names, ['2027-07-09']);
  });
  test('a date counts until it is over on every clock that counts', () => {
    const at = (time: string) => placesOf('state_holiday', revolution, [PAULISTA, REMEDIOS], Date.parse(time));
    assert.deepEqual(at('2027-07-09T15:00:00Z'), ['exceptions[0]']);
    assert.deepEqual(at('2027-07-10T02:59:59Z'), ['exceptions[0]'], 'on Noronha it is the next day already');
    assert.equal(at('2027-07-10T03:00:00Z'), null);
  });
  test('quiet time from the exception of the day before causes no lint for the holiday', () => {
    const long = on('2027-07-08', { start: '20:00', end: '19:59' }).exceptions;
    const within = on('2027-07-09', { start: '08:00', end: '19:00' }).exceptions;
    assert.deepEqual(placesOf('state_holiday', { exceptions: within }), ['exceptions[0]']);
    assert.equal(placesOf('state_holiday', { exceptions: [...long, ...within] }), null);
  });
});

suite('A4 end_2359 and short_window: of the week and of dates', () => {
  const dated = (start: string, end: string) => on('2026-12-24', { start, end }, NIGHT);
  test('an end of 23:59 is reported with its path, and 24:00 and 00:00 are not', () => {
    assert.deepEqual(placesOf('end_2359', daily('20:00', '23:59')), ['windows[0].end']);
    assert.deepEqual(placesOf('end_2359', dated('10:00', '23:59')), ['exceptions[0].windows[0].end']);
    assert.equal(placesOf('end_2359', daily('20:00', '24:00')), null);
    assert.equal(placesOf('end_2359', daily('23:59', '08:00')), null);
  });
  test('14 minutes are too short, also over midnight, and 15 are not', () => {
    assert.deepEqual(placesOf('short_window', daily('23:50', '00:04')), ['windows[0]']);
    assert.equal(placesOf('short_window', daily('23:50', '00:05')), null);
    assert.deepEqual(placesOf('short_window', dated('12:00', '12:14')), ['exceptions[0].windows[0]']);
  });
});

suite('A4 hours_lost: more than 6 opening hours a week of any store lie in the quiet', () => {
  const namesOf = (policy: unknown, stores: readonly OpenStore[]) =>
    lints(policy, stores).find(({ code }) => code === 'hours_lost')?.names ?? null;
  const SHOPPING = store('Shopping', 'SP', 'America/Sao_Paulo', [600, 1252]);
  const LONGER = store('Centro', 'SP', 'America/Sao_Paulo', [600, 1251]);
  const weekly = (end: string) => ({ windows: [{ days: ['mon'], start: '10:00', end }] });
  test('6 hours a week need no confirmation', () => assert.equal(namesOf(weekly('16:00'), [PAULISTA]), null));
  test('one minute more names the store', () => assert.deepEqual(namesOf(weekly('16:01'), [PAULISTA]), ['Paulista']));
  test('the store that loses most comes first, each with its minutes', () => {
    const later = store('Norte', 'SP', 'America/Sao_Paulo', [600, 1260]);
    const lint = lints(daily('20:00', '08:00'), [later, PAULISTA]).find(({ code }) => code === 'hours_lost');
    assert.deepEqual(lint, {
      code: 'hours_lost',
      places: ['windows'],
      names: ['Paulista', 'Norte'],
      minutesAWeek: [840, 420],
    });
  });
  test('only stores that lose more than 6 hours are named', () =>
    assert.deepEqual(namesOf(daily('20:00', '08:00'), [SHOPPING, LONGER]), ['Shopping']));
  test('a store without known hours loses no hours', () =>
    assert.equal(namesOf(daily('10:00', '20:00'), [store('Nova', 'SP', 'America/Sao_Paulo', null)]), null));
});

suite('A4 never_sent: a store whose suggestions can never go', () => {
  const named = (policy: unknown, stores: readonly OpenStore[]) =>
    lints(policy, stores).find(({ code }) => code === 'never_sent')?.names ?? null;
  test('quiet time without an end affects every store', () => {
    assert.deepEqual(named(daily('00:00', '24:00'), [PAULISTA, MANAUS]), ['Paulista', 'Adrianópolis']);
    assert.deepEqual(placesOf('never_sent', daily('00:00', '24:00'), []), ['windows']);
  });
  test('the brand’s clock must have an open moment if no store’s zone is known', () => {
    const lost = store('Perdida', 'SP', 'America/Nowhere');
    const found = lints(daily('00:00', '24:00'), [lost]).filter(({ code }) => code === 'never_sent');
    assert.deepEqual(found, [{ code: 'never_sent', places: ['windows'], names: [] }]);
    assert.equal(placesOf('never_sent', daily('00:01', '24:00'), [lost]), null);
    assert.deepEqual(
      named(daily('00:00', '24:00'), [lost, PAULISTA]),
      ['Paulista'],
      'a store whose zone is known is named',
    );
  });
  test('only a store that is open solely in quiet hours is named', () => {
    const late = store('Noturna', 'SP', 'America/Sao_Paulo', [1200, 1440]);
    assert.deepEqual(named(daily('20:00', '08:00'), [PAULISTA, late]), ['Noturna']);
    assert.deepEqual(placesOf('never_sent', daily('20:00', '08:00'), [PAULISTA, late]), ['windows']);
    assert.equal(named(daily('20:01', '08:00'), [PAULISTA, late]), null);
  });
  test('C1: a store needs an open moment on its own clock, not on the clocks of the other stores', () => {
    const unknown = [PAULISTA, MANAUS].map(({ name, state, zone }) => store(name, state, zone, null));
    assert.equal(named(daily('11:00', '10:00'), unknown), null);
  });
  test('a store without known hours needs only some open moment', () => {
    const unknown = store('Nova', 'SP', 'America/Sao_Paulo', null);
    assert.equal(named(daily('08:01', '08:00'), [unknown]), null);
    assert.deepEqual(named(daily('00:00', '24:00'), [unknown]), ['Nova']);
  });
  test('C2, C3: the clocks that count are tried', () => {
    const hardly = { ...daily('10:00', '08:00'), clocks: 'store-and-customer' };
    const early = store('Cedo', 'SP', 'America/Sao_Paulo', [480, 600]);
    assert.deepEqual(named(hardly, [early]), ['Cedo'], 'a customer in Rio Branco is never awake with it');
    assert.equal(named({ ...hardly, clocks: 'store' }, [early]), null);
    const manaus = store('Manaus', 'AM', 'America/Manaus', [480, 540]);
    assert.equal(named({ ...daily('09:00', '08:00'), clocks: 'store' }, [manaus]), null);
    assert.deepEqual(named({ ...daily('09:00', '08:00'), clocks: 'brand' }, [manaus]), ['Manaus']);
  });
});

test('A4 clock_change: a zone whose clocks change within twelve months is named, and Brazil has none today', () => {
  const found = lints(daily('22:00', '08:00'), [PAULISTA, LISBON]);
  assert.deepEqual(found, [{ code: 'clock_change', places: [], names: ['Europe/Lisbon'] }]);
});

test('A4: a zone that the runtime does not know is left out without an error', () => {
  const lost = store('Perdida', 'SP', 'America/Nowhere');
  assert.deepEqual(codes(daily('22:00', '08:00'), [lost, PAULISTA]), []);
  assert.deepEqual(codes(daily('20:00', '23:59'), [lost]), ['end_2359']);
  const blind = lints(daily('20:00', '23:59'), [lost], NOW, 'America/Nowhere').map(({ code }) => code);
  assert.deepEqual(blind, ['end_2359'], 'not even the brand’s zone is known');
});
