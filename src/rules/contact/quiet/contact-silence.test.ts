/** Tests when a held contact has to wait: in quiet hours and in a silence that the customer asked for (H6, H7, D4b). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyContext } from '#kit/arbitrary-context.ts';
import { aContext, published, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import { askedSilences } from '#rules/contact/quiet/asked-now.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { timelineOf } from '#rules/policy/timeline.ts';
import { DAY_MS, WEEKDAYS } from '#rules/time/calendar.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { isSilent, nextSilentStart, silentStretches } from './contact-silence.ts';
import { isQuiet, nextQuietStart, quietStretches } from './quiet-stretches.ts';

const at = (text: string) => wall(text, SAO_PAULO);
/** Quiet from 20:00 to 08:00, and no messages before 14:00. */
const BEFORE_TWO: readonly AskedSilence[] = [{ days: WEEKDAYS, start: '00:00', end: '14:00' }];

test('H7: both silences are one stretch where they touch, and the contact waits in each', () => {
  const context = aContext({ now: at('2026-08-05T15:00'), askedSilences: BEFORE_TWO });
  assert.deepEqual(silentStretches(context, at('2026-08-05T15:00'), at('2026-08-06T15:00')), [
    { start: at('2026-08-05T20:00'), end: at('2026-08-06T14:00') },
  ]);
  const times = ['13:59', '14:00', '19:59', '20:00'] as const;
  assert.deepEqual(
    times.map((time) => isSilent(context, at(`2026-08-06T${time}`))),
    [true, false, false, true],
  );
});

test('H4: the next silence begins with the quiet hours or with the wish, whichever is earlier', () => {
  const lunch: readonly AskedSilence[] = [{ days: ['wed'], start: '17:00', end: '18:00' }];
  const context = aContext({ now: at('2026-08-05T15:00'), askedSilences: lunch });
  assert.equal(nextSilentStart(context, at('2026-08-05T15:00')), at('2026-08-05T17:00'));
  assert.equal(nextSilentStart(context, at('2026-08-05T17:00')), at('2026-08-05T20:00'));
});

test('T9: a silence without an end or without a known zone begins no second time and leaves no time', () => {
  const always: readonly AskedSilence[] = [{ days: WEEKDAYS, start: '00:00', end: '24:00' }];
  const now = at('2026-08-05T15:00');
  const context = aContext({ now, askedSilences: always });
  assert.equal(nextSilentStart(context, now), null);
  const blind = { ...context, asked: askedSilences(always, { ...context.zones, store: 'x', brandStores: [] }, now) };
  assert.deepEqual(silentStretches(blind, now, now + DAY_MS), [{ start: now, end: now + DAY_MS }]);
  assert.equal(isSilent(blind, now), true);
});

test('T9: a silence that begins 400 days later is found, and one that begins a millisecond after that is not', () => {
  const now = at('2026-08-05T22:14');
  const next = (begin: number) =>
    nextSilentStart(aContext({ now, timeline: timelineOf([published(1, DEFAULT_POLICY, begin)]) }), now);
  assert.equal(next(now + HORIZON_MS), now + HORIZON_MS);
  assert.equal(next(now + HORIZON_MS + 1), null);
});

test('T8: without a wish the answers are those of quiet hours alone', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const { now } = context;
      assert.equal(isSilent(context, now), isQuiet(context, now));
      assert.equal(nextSilentStart(context, now), nextQuietStart(context, now));
      assert.deepEqual(silentStretches(context, now, now + 3 * DAY_MS), quietStretches(context, now, now + 3 * DAY_MS));
    }),
  );
});
