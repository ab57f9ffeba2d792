/** Tests which week is the last one that is over on the clocks of all stores. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateText } from '#rules/time/local-day.ts';
import { lastEndedWeek } from './ended-week.ts';

const CASES: readonly (readonly [at: string, zones: readonly string[], monday: string])[] = [
  ['2026-11-22T23:59:59-03:00', ['America/Sao_Paulo'], '2026-11-09'],
  ['2026-11-23T00:00:00-03:00', ['America/Sao_Paulo'], '2026-11-16'],
  ['2026-11-29T12:00:00-03:00', ['America/Sao_Paulo'], '2026-11-16'],
  ['2026-11-23T00:00:00-03:00', ['America/Sao_Paulo', 'America/Rio_Branco'], '2026-11-09'],
  ['2026-11-23T02:00:00-03:00', ['America/Sao_Paulo', 'America/Rio_Branco'], '2026-11-16'],
  ['2027-01-04T12:00:00-03:00', ['America/Noronha'], '2026-12-28'],
];

for (const [at, zones, monday] of CASES)
  test(`at ${at} the last week of ${zones.join(' and ')} began on ${monday}`, () => {
    assert.equal(dateText(lastEndedWeek(zones, Date.parse(at))), monday);
  });
