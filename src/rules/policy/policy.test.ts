/** Tests the parsing of a policy and the faults in it (S1, T3, T6). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_POLICY, type Policy, parsePolicy } from './policy.ts';

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const night = { days: week, start: '20:00', end: '08:00' };

function policyOf(input: unknown): Policy {
  const parsed = parsePolicy(input);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.policy;
}

/** Returns the faults as `path: code`. */
function faultsOf(input: unknown): readonly string[] {
  const parsed = parsePolicy(input);
  assert.ok(!parsed.ok);
  return parsed.faults.map(({ path, code }) => `${path}: ${code}`);
}

test('an empty policy is quiet from 20:00 to 08:00, every day, on the store’s clock', () => {
  assert.deepEqual(policyOf({}), DEFAULT_POLICY);
  assert.deepEqual(JSON.parse(JSON.stringify(DEFAULT_POLICY)), {
    windows: [night],
    exceptions: [],
    clocks: 'store',
    actions: { profile: 'warn', reply: 'allow', automation: 'block' },
    pace: { seller: { max: 10, perMinutes: 10, action: 'warn' }, releaseSpreadMinutes: 120, senderPerMinute: 600 },
  });
});

test('each missing part takes its own defaults', () => {
  assert.deepEqual(policyOf({ actions: { profile: 'warn-with-reason' } }).actions, {
    profile: 'warn-with-reason',
    reply: 'allow',
    automation: 'block',
  });
  assert.deepEqual(policyOf({ actions: {}, pace: { seller: {} } }), DEFAULT_POLICY);
  assert.deepEqual(policyOf({ pace: { seller: { max: 3 }, senderPerMinute: 60 } }).pace, {
    seller: { max: 3, perMinutes: 10, action: 'warn' },
    releaseSpreadMinutes: 120,
    senderPerMinute: 60,
  });
  assert.equal(policyOf({ exceptions: [{ date: '2026-12-25', windows: [] }] }).exceptions[0]?.label, '');
});

test('a policy with every field is read as written', () => {
  const whole = {
    windows: [{ days: ['mon', 'fri'], start: '20:00', end: '24:00' }],
    exceptions: [{ date: '2026-11-27', windows: [{ start: '22:00', end: '08:00' }], label: 'Black Friday' }],
    clocks: 'store-and-customer',
    actions: { profile: 'warn-with-reason', reply: 'warn', automation: 'hold' },
    pace: { seller: { max: 5, perMinutes: 60, action: 'block' }, releaseSpreadMinutes: 0, senderPerMinute: 1 },
  };
  assert.deepEqual(policyOf(whole), whole);
  assert.equal(policyOf({ clocks: 'brand' }).clocks, 'brand');
  assert.equal(policyOf({ pace: { seller: { action: 'off' } } }).pace.seller.action, 'off');
});

test('T6: windows, days, exceptions and fields in any order give the same policy, byte for byte', () => {
  const a = {
    windows: [
      { days: ['sun', 'mon'], start: '20:00', end: '08:00' },
      { days: ['sat'], start: '09:00', end: '10:00' },
      { days: ['tue', 'mon'], start: '20:00', end: '08:00' },
    ],
    exceptions: [
      {
        date: '2026-12-25',
        windows: [
          { start: '20:00', end: '08:00' },
          { start: '00:00', end: '24:00' },
        ],
        label: 'Natal',
      },
      { date: '2026-11-27', windows: [], label: ' Black Friday ' },
    ],
  };
  const b = {
    exceptions: [
      { label: 'Black Friday', windows: [], date: '2026-11-27' },
      {
        windows: [
          { end: '24:00', start: '00:00' },
          { end: '08:00', start: '20:00' },
        ],
        label: 'Natal',
        date: '2026-12-25',
      },
    ],
    windows: [
      { end: '10:00', start: '09:00', days: ['sat'] },
      { end: '08:00', start: '20:00', days: ['mon', 'tue', 'sun'] },
    ],
  };
  assert.equal(JSON.stringify(policyOf(a)), JSON.stringify(policyOf(b)));
  assert.deepEqual(policyOf(a).windows, [
    { days: ['sat'], start: '09:00', end: '10:00' },
    { days: ['mon', 'tue', 'sun'], start: '20:00', end: '08:00' },
  ]);
  assert.deepEqual(
    policyOf(a).exceptions.map(({ date }) => date),
    ['2026-11-27', '2026-12-25'],
  );
});

test('a policy in its normal form stays as it is', () => {
  const time = fc
    .integer({ min: 0, max: 1439 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  const window = fc
    .tuple(time, time)
    .filter(([start, end]) => start !== end)
    .map(([start, end]) => ({ start, end }));
  const windows = fc.array(
    fc.tuple(window, fc.subarray(week, { minLength: 1 })).map(([w, days]) => ({ days, ...w })),
    { maxLength: 8 },
  );
  const exceptions = fc.uniqueArray(
    fc.record({
      date: fc.constantFrom('2026-01-01', '2026-11-27', '2028-02-29'),
      windows: fc.array(window, { maxLength: 8 }),
    }),
    { selector: ({ date }) => date },
  );
  fc.assert(
    fc.property(windows, exceptions, (given, dated) => {
      const once = policyOf({ windows: given, exceptions: dated });
      assert.equal(JSON.stringify(policyOf(JSON.parse(JSON.stringify(once)))), JSON.stringify(once));
      assert.equal(
        JSON.stringify(policyOf({ exceptions: dated.toReversed(), windows: given.toReversed() })),
        JSON.stringify(once),
      );
    }),
  );
});

test('T3: equal times are refused, and 00:00 to 24:00 is the whole day', () => {
  const windows = [night, { days: ['mon'], start: '08:00', end: '08:00' }];
  assert.deepEqual(faultsOf({ windows }), ['windows[1].end: equal_times']);
  assert.deepEqual(faultsOf({ exceptions: [{ date: '2026-12-25', windows: [{ start: '00:00', end: '00:00' }] }] }), [
    'exceptions[0].windows[0].end: equal_times',
  ]);
  assert.equal(policyOf({ windows: [{ days: ['mon'], start: '00:00', end: '24:00' }] }).windows.length, 1);
});

test('24:00 is allowed as an end and refused as a start', () => {
  assert.deepEqual(faultsOf({ windows: [{ days: ['mon'], start: '24:00', end: '24:00' }] }), [
    'windows[0].start: start_is_24',
  ]);
});

test('each malformed value is refused with its path', () => {
  const windows = [{ days: ['mon'], start: '8:00', end: 800 }];
  assert.deepEqual(faultsOf({ windows }), ['windows[0].start: time_malformed', 'windows[0].end: not_a_text']);
  assert.deepEqual(faultsOf({ windows: [{ days: [], start: '20:00', end: '24:01' }] }), [
    'windows[0].days: no_days',
    'windows[0].end: time_malformed',
  ]);
  assert.deepEqual(faultsOf({ windows: [{ days: ['mon', 'Mon', 1], start: '20:00', end: '08:00' }] }), [
    'windows[0].days[1]: not_a_day',
    'windows[0].days[2]: not_a_day',
  ]);
  assert.deepEqual(faultsOf({ windows: [{ days: 'mon', start: '20:00', end: '08:00' }] }), [
    'windows[0].days: not_a_list',
  ]);
  assert.deepEqual(faultsOf({ windows: {}, exceptions: 'x' }), ['windows: not_a_list', 'exceptions: not_a_list']);
  assert.deepEqual(faultsOf({ windows: [7], exceptions: [null] }), [
    'windows[0]: not_an_object',
    'exceptions[0]: not_an_object',
  ]);
  assert.deepEqual(faultsOf({ windows: [{}] }), [
    'windows[0].days: missing_field',
    'windows[0].start: missing_field',
    'windows[0].end: missing_field',
  ]);
});

test('a window without days counts towards no day’s limit', () => {
  const nine = (more: object) => Array.from({ length: 9 }, () => ({ ...more, start: '20:00', end: '08:00' }));
  for (const code of faultsOf({ windows: nine({}) })) assert.match(code, /^windows\[\d\]\.days: missing_field$/);
  for (const code of faultsOf({ windows: nine({ days: 7 }) })) assert.match(code, /^windows\[\d\]\.days: not_a_list$/);
});

test('an exception needs a date that exists and occurs once', () => {
  const on = (date: unknown): unknown => ({ exceptions: [{ date, windows: [] }] });
  for (const date of ['2026-02-30', '2026-02-29', '27/11/2026', '2026-1-1', '']) {
    assert.deepEqual(faultsOf(on(date)), ['exceptions[0].date: not_a_date'], date);
  }
  assert.deepEqual(faultsOf(on(20261127)), ['exceptions[0].date: not_a_text']);
  const twice = { date: '2026-12-25', windows: [] };
  assert.deepEqual(faultsOf({ exceptions: [twice, { date: '2026-12-24', windows: [] }, twice] }), [
    'exceptions[2].date: date_twice',
  ]);
  assert.deepEqual(faultsOf({ exceptions: [{}] }), [
    'exceptions[0].windows: missing_field',
    'exceptions[0].date: missing_field',
  ]);
  assert.deepEqual(faultsOf({ exceptions: [{ date: '2026-12-25', windows: 1 }] }), [
    'exceptions[0].windows: not_a_list',
  ]);
  assert.deepEqual(faultsOf({ exceptions: [{ date: '2026-12-25', windows: [0] }] }), [
    'exceptions[0].windows[0]: not_an_object',
  ]);
});

test('a label has at most eighty characters', () => {
  const labelled = (label: unknown): unknown => ({ exceptions: [{ date: '2026-12-25', windows: [], label }] });
  assert.equal(policyOf(labelled('x'.repeat(80))).exceptions[0]?.label.length, 80);
  assert.deepEqual(faultsOf(labelled('x'.repeat(81))), ['exceptions[0].label: label_too_long']);
  assert.deepEqual(faultsOf(labelled(null)), ['exceptions[0].label: not_a_text']);
});

test('a day has at most eight windows, and a policy at most a hundred exceptions', () => {
  const at = (hour: number): { start: string; end: string } => ({
    start: `${String(hour).padStart(2, '0')}:00`,
    end: `${String(hour).padStart(2, '0')}:30`,
  });
  const eight = Array.from({ length: 8 }, (_, i) => ({ days: ['mon', 'tue'], ...at(i) }));
  assert.equal(policyOf({ windows: eight }).windows.length, 8);
  assert.equal(policyOf({ windows: [...eight, { days: ['wed'], ...at(9) }] }).windows.length, 9);
  assert.deepEqual(faultsOf({ windows: [...eight, { days: ['tue'], ...at(9) }, { days: ['tue'], ...at(10) }] }), [
    'windows[8]: too_many_windows',
  ]);
  assert.deepEqual(faultsOf({ windows: [...eight, { days: ['tue', 'wed'], ...at(9) }] }), [
    'windows[8]: too_many_windows',
  ]);
  const dated = (windows: number): unknown => ({
    exceptions: [{ date: '2026-12-25', windows: Array.from({ length: windows }, (_, i) => at(i)) }],
  });
  assert.equal(policyOf(dated(8)).exceptions[0]?.windows.length, 8);
  assert.deepEqual(faultsOf(dated(9)), ['exceptions[0].windows: too_many_windows']);
  const dates = (count: number): unknown => ({
    exceptions: Array.from({ length: count }, (_, i) => ({ date: `${2000 + i}-12-25`, windows: [] })),
  });
  assert.equal(policyOf(dates(100)).exceptions.length, 100);
  assert.deepEqual(faultsOf(dates(101)), ['exceptions: too_many_exceptions']);
});

test('unknown fields are refused at every level, and inherited fields are ignored', () => {
  const hostile = JSON.parse(
    '{ "__proto__": {}, "windows": [{ "days": ["mon"], "start": "20:00", "end": "08:00", "zone": 1 }] }',
  );
  assert.deepEqual(faultsOf(hostile), ['__proto__: unknown_field', 'windows[0].zone: unknown_field']);
  assert.deepEqual(faultsOf({ actions: { suggestion: 'allow' }, pace: { x: 1, seller: { y: 2 } } }), [
    'actions.suggestion: unknown_field',
    'pace.x: unknown_field',
    'pace.seller.y: unknown_field',
  ]);
  assert.deepEqual(
    faultsOf({ exceptions: [{ date: '2026-12-25', windows: [{ start: '20:00', end: '08:00', days: week }] }] }),
    ['exceptions[0].windows[0].days: unknown_field'],
  );
  assert.deepEqual(policyOf(Object.create({ clocks: 'brand' })), DEFAULT_POLICY);
});

test('only the listed choices and the allowed numbers are accepted', () => {
  assert.deepEqual(
    faultsOf({ clocks: 'customer', actions: { profile: 'block', reply: 'block', automation: 'allow' } }),
    [
      'clocks: not_a_choice',
      'actions.profile: not_a_choice',
      'actions.reply: not_a_choice',
      'actions.automation: not_a_choice',
    ],
  );
  assert.deepEqual(
    faultsOf({
      pace: { seller: { max: 0, perMinutes: 1.5, action: 'no' }, releaseSpreadMinutes: -1, senderPerMinute: '9' },
    }),
    [
      'pace.seller.max: out_of_range',
      'pace.seller.perMinutes: not_a_whole_number',
      'pace.seller.action: not_a_choice',
      'pace.releaseSpreadMinutes: out_of_range',
      'pace.senderPerMinute: not_a_whole_number',
    ],
  );
  const most = { seller: { max: 1000, perMinutes: 1440 }, releaseSpreadMinutes: 1440, senderPerMinute: 60_000 };
  assert.equal(policyOf({ pace: most }).pace.senderPerMinute, 60_000);
  const more = { seller: { max: 1001, perMinutes: 1441 }, releaseSpreadMinutes: 1441, senderPerMinute: 60_001 };
  assert.equal(faultsOf({ pace: more }).length, 4);
  const least = { seller: { max: 1, perMinutes: 1 }, releaseSpreadMinutes: 0, senderPerMinute: 1 };
  assert.equal(policyOf({ pace: least }).pace.releaseSpreadMinutes, 0);
  assert.equal(
    faultsOf({ pace: { seller: { max: 0, perMinutes: 0 }, releaseSpreadMinutes: -1, senderPerMinute: 0 } }).length,
    4,
  );
  assert.deepEqual(faultsOf({ pace: { seller: null } }), ['pace.seller: not_an_object']);
  assert.deepEqual(faultsOf({ actions: 1, pace: [] }), ['actions: not_an_object', 'pace: not_an_object']);
});

test('a value that is not an object is refused', () => {
  for (const input of [null, undefined, 1, 'x', true, []]) assert.deepEqual(faultsOf(input), [': not_an_object']);
});
