/** Tests local dates and the beginnings of their days (T5). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY_MS, dayOf } from './calendar.ts';
import { dateText, localDay, startOfDay } from './local-day.ts';

const dayIn = (zone: string, at: string) => dateText(localDay(zone, Date.parse(at)));
const startIn = (zone: string, on: string) => new Date(startOfDay(zone, dayOf(on) as number)).toISOString();

test('the date is the one of the zone’s clock, before and after midnight', () => {
  assert.equal(dayIn('America/Sao_Paulo', '2026-11-23T02:59:59.999Z'), '2026-11-22');
  assert.equal(dayIn('America/Sao_Paulo', '2026-11-23T03:00:00.000Z'), '2026-11-23');
  assert.equal(dayIn('America/Rio_Branco', '2026-11-23T04:59:59.999Z'), '2026-11-22');
  assert.equal(dayIn('Pacific/Kiritimati', '2026-11-23T10:00:00.000Z'), '2026-11-24');
});

test('a day begins at its midnight, or at the jump that skips it (T5)', () => {
  assert.equal(startIn('America/Manaus', '2026-11-23'), '2026-11-23T04:00:00.000Z');
  assert.equal(startIn('America/Sao_Paulo', '2018-11-04'), '2018-11-04T03:00:00.000Z');
  assert.equal(startIn('America/Sao_Paulo', '2018-02-18'), '2018-02-18T03:00:00.000Z');
  assert.equal(startIn('Pacific/Apia', '2011-12-30'), '2011-12-30T10:00:00.000Z');
});

test('dates are formatted as YYYY-MM-DD, from year 0 to 9999', () => {
  const days = fc.integer({ min: -719_528, max: 2_932_896 });
  fc.assert(
    fc.property(days, (day) => {
      const text = dateText(day);
      assert.equal(dayOf(text), day);
      assert.equal(text, new Date(day * DAY_MS).toISOString().slice(0, 10));
    }),
  );
  for (const on of ['0000-01-01', '2000-02-29', '1900-02-28', '1900-03-01', '2100-03-01', '9999-12-31']) {
    assert.equal(dateText(dayOf(on) as number), on);
  }
});
