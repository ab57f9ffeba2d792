/** Tests of the weeks before and after a change, and of the hours of the week that a policy keeps quiet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import { dateText } from '#rules/time/local-day.ts';
import { comparedWeeks, cutDates, quietWeekHours, weekHour } from './compared-weeks.ts';

const day = (text: string) => dayOf(text) as EpochDay;
const texts = ({ before, after }: ReturnType<typeof cutDates>) => [dateText(before), dateText(after)];

test('a change at midnight leaves out no date of its zone; another one leaves out its date, and a date of a zone behind', () => {
  for (const [zones, at, before, after] of [
    [['America/Sao_Paulo'], '2026-10-12T00:00-03:00', '2026-10-11', '2026-10-12'],
    [['America/Sao_Paulo'], '2026-10-12T20:00-03:00', '2026-10-11', '2026-10-13'],
    [['America/Sao_Paulo', 'America/Manaus'], '2026-10-12T00:00-03:00', '2026-10-10', '2026-10-12'],
    [['America/Rio_Branco', 'America/Noronha'], '2026-10-12T20:00-05:00', '2026-10-11', '2026-10-13'],
  ] as const)
    assert.deepEqual(texts(cutDates(zones, Date.parse(at))), [before, after], `${zones} ${at}`);
});

test('whole weeks are counted from the change, and a part of a week is left out', () => {
  const cut = { before: day('2026-10-11'), after: day('2026-10-13') };
  const found = comparedWeeks(cut, { first: day('2026-09-25'), last: day('2026-11-01') }, 8);
  const said = (weeks: typeof found.before) => weeks.map(({ first, last }) => `${dateText(first)} ${dateText(last)}`);
  assert.deepEqual(said(found.before), ['2026-09-28 2026-10-04', '2026-10-05 2026-10-11']);
  assert.deepEqual(said(found.after), ['2026-10-13 2026-10-19', '2026-10-20 2026-10-26']);
  const few = comparedWeeks(cut, { first: day('2026-01-01'), last: day('2026-12-31') }, 1);
  assert.deepEqual(
    [said(few.before), said(few.after)],
    [['2026-10-05 2026-10-11'], ['2026-10-13 2026-10-19']],
    'those nearest to the change',
  );
  const none = comparedWeeks(cut, { first: Number.POSITIVE_INFINITY, last: day('2026-10-19') }, 8);
  assert.deepEqual(none, { before: [], after: [] });
});

test('each week is whole, within the dates, on its side of the change, and keeps the weekday of the change', () => {
  const aDay = fc.integer({ min: 20_000, max: 20_400 });
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 3 }), aDay, aDay, fc.nat(30), (before, gap, a, b, most) => {
      const cut = { before, after: before + gap };
      const within = { first: Math.min(a, b), last: Math.max(a, b) };
      const weeks = comparedWeeks(cut, within, most);
      for (const side of [weeks.before, weeks.after]) {
        assert.ok(side.length <= most);
        for (const [index, { first, last }] of side.entries()) {
          assert.equal(last - first, 6);
          assert.ok(within.first <= first && last <= within.last);
          if (index > 0) assert.equal(first, (side[index - 1]?.last ?? 0) + 1);
        }
      }
      for (const { last } of weeks.before) assert.ok(last <= before && (before - last) % 7 === 0);
      for (const { first } of weeks.after) assert.ok(first >= cut.after && (first - cut.after) % 7 === 0);
    }),
  );
});

test('quiet hours of the week: half an hour is enough, midnight is crossed, single dates do not count', () => {
  const usual = quietWeekHours(DEFAULT_POLICY);
  assert.equal(usual.size, 7 * 12);
  const monday = day('2026-11-23');
  assert.deepEqual(
    [7, 8, 19, 20].map((hour) => usual.has(weekHour(monday, hour))),
    [true, false, false, true],
  );
  const sunday = quietWeekHours({ windows: [{ days: ['sun'], start: '21:30', end: '01:29' }] });
  assert.deepEqual([...sunday], [0, 6 * 24 + 21, 6 * 24 + 22, 6 * 24 + 23]);
});
