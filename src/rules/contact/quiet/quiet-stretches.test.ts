/** Tests when quiet time next begins for one contact, on all clocks that count. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyContext } from '#kit/arbitrary-context.ts';
import { aContext, MANAUS, quietFrom, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { timelineOf } from '#rules/policy/timeline.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { isQuiet, nextQuietStart, quietStretches } from './quiet-stretches.ts';

const at = (text: string) => wall(text, SAO_PAULO);

test('the next start is after now: at night it is the next evening, and at 20:00 a day later', () => {
  const context = aContext();
  const cases = [
    ['2026-08-05T19:59', '2026-08-05T20:00'],
    ['2026-08-05T20:00', '2026-08-06T20:00'],
    ['2026-08-06T07:59', '2026-08-06T20:00'],
    ['2026-08-06T08:00', '2026-08-06T20:00'],
  ] as const;
  for (const [from, next] of cases) assert.equal(nextQuietStart(context, at(from)), at(next), from);
});

test('C2: the customer’s night starts no quiet time while the store’s night already runs', () => {
  const policy = quietFrom('20:00', '08:00', { clocks: 'store-and-customer' });
  const zones = { customer: [MANAUS], customerFrom: 'area_code' } as const;
  const context = aContext({ policy, zones });
  assert.equal(nextQuietStart(context, at('2026-08-05T19:00')), at('2026-08-05T20:00'));
  assert.equal(nextQuietStart(context, at('2026-08-05T20:30')), at('2026-08-06T20:00'));
});

test('T9: no quiet time starts if two clocks are quiet alternately without a gap', () => {
  const policy = quietFrom('20:00', '08:00', { clocks: 'store-and-customer' });
  const zones = { store: 'Etc/GMT+6', customer: ['Etc/GMT-6'], customerFrom: 'area_code' } as const;
  assert.equal(nextQuietStart(aContext({ policy, zones }), at('2026-08-05T12:00')), null);
});

test('T9: a start after exactly 400 days counts, and a millisecond later does not', () => {
  const now = at('2026-08-05T12:00');
  const next = (from: number) => {
    const timeline = timelineOf([
      { revision: 1, at: now, kind: 'publish', version: 1, policy: quietFrom('00:00', '24:00'), effectiveAt: from },
    ]);
    return nextQuietStart(aContext({ timeline, now }), now);
  };
  assert.equal(next(now + HORIZON_MS), now + HORIZON_MS);
  assert.equal(next(now + HORIZON_MS + 1), null);
});

test('D9, D10: no quiet time starts without a policy in force or without quiet hours in the plan', () => {
  assert.equal(nextQuietStart(aContext({ policy: null }), at('2026-08-05T12:00')), null);
  assert.equal(nextQuietStart(aContext({ plan: 'starter' }), at('2026-08-05T12:00')), null);
});

test('T8: a quiet interval begins at the next start, and none begins earlier', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const start = nextQuietStart(context, context.now);
      if (start === null || start > context.now + 200 * DAY_MS) return;
      assert.ok(isQuiet(context, start) && !isQuiet(context, start - 1));
      assert.equal(quietStretches(context, context.now, start).length, isQuiet(context, context.now) ? 1 : 0);
    }),
  );
});

test('quiet intervals are in order, apart, and cut at both ends of the question', () => {
  assert.deepEqual(quietStretches(aContext(), at('2026-08-05T21:00'), at('2026-08-07T21:00')), [
    { start: at('2026-08-05T21:00'), end: at('2026-08-06T08:00') },
    { start: at('2026-08-06T20:00'), end: at('2026-08-07T08:00') },
    { start: at('2026-08-07T20:00'), end: at('2026-08-07T21:00') },
  ]);
});

test('C2: overlapping nights of two clocks are one interval', () => {
  const policy = quietFrom('20:00', '08:00', { clocks: 'store-and-customer' });
  const context = aContext({ policy, zones: { customer: [MANAUS], customerFrom: 'area_code' } });
  assert.deepEqual(quietStretches(context, at('2026-08-05T12:00'), at('2026-08-06T12:00')), [
    { start: at('2026-08-05T20:00'), end: at('2026-08-06T09:00') },
  ]);
});
