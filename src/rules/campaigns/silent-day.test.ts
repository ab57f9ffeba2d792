/** Tests whether the silence that a customer asked for leaves no time on a store's day (D4b). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import { isSilentAllDay } from './silent-day.ts';

const at = (time: string) => wall(`2026-08-05T${time}`, SAO_PAULO);
const hours = (start: string, end: string): AskedSilence => ({ days: ['wed'], start, end });
/** Wednesday's open times. Quiet hours begin at 20:00. */
const OPEN = [{ start: at('10:00'), end: at('22:00') }];
const TWICE = [
  { start: at('09:00'), end: at('12:00') },
  { start: at('14:00'), end: at('18:00') },
];

const CASES = [
  ['nothing was asked', [], OPEN, false],
  ['a silence until a date covers the day', [{ until: '2026-08-06' }], OPEN, true],
  ['a silence that ended yesterday', [{ until: '2026-08-04' }], OPEN, false],
  ['hours over all open times', [hours('08:00', '23:00')], OPEN, true],
  ['hours that end before the quiet time', [hours('08:00', '19:59')], OPEN, false],
  ['hours that end with the quiet time’s start', [hours('08:00', '20:00')], OPEN, true],
  ['hours over both open times of the day', [hours('09:00', '12:00'), hours('13:00', '18:00')], TWICE, true],
  ['hours over one open time of two', [hours('09:00', '12:00')], TWICE, false],
  ['a day without open times', [{ until: '2026-08-06' }], [], false],
] as const;

for (const [name, askedSilences, usable, expected] of CASES) {
  test(`${name}: ${expected ? 'no time is left' : 'the customer can be suggested'}`, () => {
    assert.equal(isSilentAllDay(aContext({ now: at('08:30'), askedSilences }), usable), expected);
  });
}

test('quiet hours that cover a whole day leave nobody out', () => {
  const context = aContext({ now: at('08:30') });
  assert.equal(isSilentAllDay(context, [{ start: at('20:00'), end: at('22:00') }]), false);
});
