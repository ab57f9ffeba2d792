/** Tests the form in which asked silences are kept, and the instants at which a silence until a date ends (D4b, T4). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS } from '#rules/time/calendar.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { compileAsked, normalAsked, presentSilences } from './asked-silence.ts';

const NOW = Date.parse('2026-08-05T12:00Z');
const LUNCH = { days: ['wed', 'mon', 'wed'], start: '12:00', end: '13:30' } as const;

test('one wish has one form: each weekday once, Monday first, and no other field', () => {
  assert.deepEqual(normalAsked(LUNCH), { days: ['mon', 'wed'], start: '12:00', end: '13:30' });
  assert.deepEqual(normalAsked({ ...LUNCH, note: 'x' } as typeof LUNCH), normalAsked(LUNCH));
  assert.deepEqual(normalAsked({ until: '2026-08-10', note: 'x' } as { until: string }), { until: '2026-08-10' });
});

test('a date that has passed on every clock of the world is left out, and hours never are', () => {
  const until = (date: string) => ({ until: date });
  const [past, yesterday, today] = [until('2026-08-03'), until('2026-08-04'), until('2026-08-05')];
  assert.deepEqual(presentSilences([past, LUNCH, yesterday, today], NOW), [LUNCH, yesterday, today]);
  assert.deepEqual(presentSilences([past], NOW), []);
});

test('a silence until a date ends with the last midnight of that date, also where clocks change', () => {
  const cases = [
    ['America/Sao_Paulo', '2026-08-06', '2026-08-07T03:00Z'],
    // The clocks of Havana go back at 01:00 on 1 November, so its midnight comes twice.
    ['America/Havana', '2026-10-30', '2026-10-31T04:00Z'],
    ['America/Havana', '2026-10-31', '2026-11-01T05:00Z'],
    ['America/Havana', '2026-11-01', '2026-11-02T05:00Z'],
    // The clocks of Auckland go forward at 02:00 on 27 September.
    ['Pacific/Auckland', '2026-09-26', '2026-09-26T12:00Z'],
    ['Pacific/Auckland', '2026-09-27', '2026-09-27T11:00Z'],
  ] as const;
  for (const [zone, until, end] of cases) {
    const ends = Date.parse(end);
    const clock = compileAsked([{ until }], zone, ends - 2 * DAY_MS);
    assert.deepEqual(clock.at(ends - 1), { quiet: true, changesAt: ends }, `${zone} ${until}`);
    assert.equal(clock.at(ends).quiet, false, `${zone} ${until}`);
  }
});

test('of several dates the last one counts, and hours are added to them', () => {
  const zone = 'America/Sao_Paulo';
  const clock = compileAsked([{ until: '2026-08-07' }, LUNCH, { until: '2026-08-05' }], zone, NOW);
  const ends = Date.parse('2026-08-08T03:00Z');
  assert.deepEqual(clock.at(NOW), { quiet: true, changesAt: ends });
  assert.deepEqual(clock.at(ends), { quiet: false, changesAt: Date.parse('2026-08-10T15:00Z') });
});

test('a silence that ends where the clock begins leaves no trace', () => {
  const end = Date.parse('2026-08-05T03:00Z');
  const clock = compileAsked([{ until: '2026-08-04' }], 'America/Sao_Paulo', end + DAY_MS);
  assert.equal(clock.from, end);
  assert.deepEqual(clock.at(end), { quiet: false, changesAt: null });
  assert.deepEqual(clock.intervals(end, end + 3 * DAY_MS), []);
});

test('a clock answers for a day before the decision and 400 days after it', () => {
  const clock = compileAsked([LUNCH], 'America/Sao_Paulo', NOW);
  assert.equal(clock.covers(NOW - DAY_MS), true);
  assert.equal(clock.covers(NOW + HORIZON_MS), true);
});
