/** Tests the decision on a contact and its permit (D1–D17). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { aContext, published, quietFrom, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { timelineOf } from '#rules/policy/timeline.ts';
import { CHECKS } from './checks.ts';
import { decide, Permit } from './decide.ts';
import { isRefusedForQuiet, REASONS } from './decision.ts';

const NOON = wall('2026-08-05 12:00', SAO_PAULO);
const at = (time: string) => wall(`2026-08-05 ${time}`, SAO_PAULO);

test('D12: only allow gives a permit, which names exactly the message that may be sent', () => {
  const { decision, permit } = decide(aContext({ now: NOON }));
  assert.equal(decision.verdict, 'allow');
  assert.ok(permit !== null && Permit.is(permit));
  assert.equal(permit.attemptId, 'attempt');
  assert.equal(permit.customerId, 'customer');
  assert.equal(permit.textDigest, 'digest');
  assert.equal(permit.channel, 'handset');
  assert.equal(decide(aContext()).decision.verdict, 'warn');
  assert.equal(decide(aContext()).permit, null);
  assert.equal(decide(aContext({ wish: { suggestionOpen: true } })).permit, null);
});

test('D12: a question gets a decision and no permit', () => {
  const { decision, permit } = decide(aContext({ now: NOON, attempt: null }));
  assert.equal(decision.verdict, 'allow');
  assert.equal(permit, null);
});

test('D12: a permit is valid for two minutes, and never beyond the next change', () => {
  const validUntil = (time: string) => decide(aContext({ now: at(time) })).permit?.validUntil;
  assert.equal(validUntil('12:00'), NOON + 120_000);
  assert.equal(validUntil('19:58'), at('20:00'));
  assert.equal(validUntil('19:57:59.999'), at('19:59:59.999'));
  assert.equal(validUntil('19:59:59.999'), at('20:00'));
  assert.equal(decide(aContext({ now: NOON, policy: null })).permit?.validUntil, NOON + 120_000);
});

test('D12: the permit of a reply ends when the reply is no longer due', () => {
  const replying = decide(aContext({ now: NOON, conversation: { lastInboundAt: NOON - 24 * 3_600_000 + 5_000 } }));
  assert.equal(replying.decision.origin, 'reply');
  assert.equal(replying.decision.changesAt, NOON + 5_000);
  assert.equal(replying.permit?.validUntil, NOON + 5_000);
});

test('D11: a customer’s message dated later than now changes the decision at its own instant, and changesAt is that instant', () => {
  const inQuiet = (now: number, lastInboundAt: number) =>
    decide(aContext({ now, conversation: { lastInboundAt } })).decision;
  const now = at('21:00');
  const before = inQuiet(now, now + 1_000);
  assert.deepEqual([before.origin, before.changesAt], ['profile', now + 1_000]);
  assert.equal(inQuiet(now + 999, now + 1_000).origin, 'profile');
  assert.equal(inQuiet(now + 1_000, now + 1_000).origin, 'reply');
});

test('invariant 2: only decide makes a permit, and an object that looks like one is refused', () => {
  const { permit } = decide(aContext({ now: NOON }));
  assert.ok(permit !== null);
  const forge = permit.constructor as new (...args: unknown[]) => unknown;
  const terms = { attemptId: 'a', customerId: 'c', textDigest: 't' };
  assert.throws(() => new forge(Symbol('decide'), terms, 'handset', NOON + 120_000), /by decide alone/);
  assert.throws(() => new forge(), TypeError);
  assert.throws(() => Reflect.construct(forge, [undefined, terms, 'handset', 1]), TypeError);
  for (const fake of [null, undefined, 1, 'permit', terms, { ...permit }, Object.create(Permit.prototype), Permit]) {
    assert.equal(Permit.is(fake), false, inspect(fake));
  }
});

test('invariant 2: a permit never leaves the process', () => {
  const { permit } = decide(aContext({ now: NOON }));
  assert.throws(() => JSON.stringify({ permit }), /never leaves the process/);
  assert.equal(Permit.is(structuredClone(permit)), false);
  assert.deepEqual(Object.keys(permit ?? {}), []);
});

test('D11: the checks have the order of the reasons', () => {
  assert.deepEqual(
    CHECKS.map(({ reason }) => reason),
    REASONS,
  );
});

test('R2: a check of later rules is skipped for contexts of earlier rules', () => {
  const { decision } = decide(aContext({ rules: 0, customer: { permission: 'unknown' } }));
  assert.equal(decision.verdict, 'allow');
  assert.deepEqual(decision.reasons, []);
  assert.equal(decision.changesAt, null);
});

test('D11, T12: the decision contains the versions of policy and tz data', () => {
  const { decision } = decide(aContext({ tzVersion: '2031z' }));
  assert.equal(decision.policyVersion, 1);
  assert.equal(decision.tzVersion, '2031z');
});

test('D11: a coming version changes the decision at its instant, and opensAt follows it', () => {
  const earlierEnd = quietFrom('20:00', '07:00', {
    actions: { profile: 'warn-with-reason', reply: 'allow', automation: 'block' },
  });
  const timeline = timelineOf([
    published(1, quietFrom('20:00', '08:00'), '2026-01-01T00:00Z'),
    published(2, earlierEnd, at('23:00')),
  ]);
  const before = decide(aContext({ now: at('22:00'), timeline })).decision;
  assert.equal(before.policyVersion, 1);
  assert.equal(before.becauseNeeded, false);
  assert.equal(before.changesAt, at('23:00'));
  assert.equal(before.opensAt, wall('2026-08-06 07:00', SAO_PAULO));
  assert.equal(before.quiet?.until, wall('2026-08-06 07:00', SAO_PAULO));
  const after = decide(aContext({ now: at('23:00'), timeline })).decision;
  assert.equal(after.policyVersion, 2);
  assert.equal(after.becauseNeeded, true);
});

test('D9, D11: changesAt foresees the start and the end of a suspension', () => {
  const timeline = timelineOf([
    published(1, quietFrom('20:00', '08:00'), '2026-01-01T00:00Z'),
    { revision: 2, at: NOON, kind: 'suspend', from: at('22:00'), until: at('23:00') },
  ]);
  const decided = (time: string) => decide(aContext({ now: at(time), timeline })).decision;
  assert.equal(decided('21:00').opensAt, at('22:00'));
  assert.equal(decided('21:00').quiet?.until, at('22:00'));
  assert.equal(decided('22:00').verdict, 'allow');
  assert.equal(decided('22:00').quietHours, 'inactive');
  assert.equal(decided('22:00').changesAt, at('23:00'));
  assert.equal(decided('23:00').verdict, 'warn');
  assert.equal(decided('23:00').quiet?.since, at('23:00'));
});

test('D9: changesAt foresees a coming version', () => {
  const timeline = timelineOf([published(1, quietFrom('20:00', '08:00'), at('15:00'))]);
  const { decision } = decide(aContext({ now: NOON, timeline }));
  assert.equal(decision.quietHours, 'inactive');
  assert.equal(decision.changesAt, at('15:00'));
});

test('D11: changesAt is the earliest of several changes within 400 days', () => {
  const days = (n: number) => NOON + n * 86_400_000;
  const changesAt = (...starts: number[]) => {
    const events = starts.map((at, i) => published(i + 1, quietFrom('20:00', '08:00'), at));
    return decide(aContext({ now: NOON, timeline: timelineOf(events) })).decision.changesAt;
  };
  assert.equal(changesAt(days(3), days(5), days(7)), days(3));
  assert.equal(changesAt(days(400)), days(400));
  assert.equal(changesAt(days(400) + 1), null);
});

test('C2, T9: a quiet interval that began more than 100 days ago has no known beginning', () => {
  const since = (days: number) => {
    const began = NOON - days * 86_400_000;
    const timeline = timelineOf([published(1, quietFrom('00:00', '24:00'), began)]);
    return decide(aContext({ now: NOON, timeline })).decision.quiet?.since === began;
  };
  assert.equal(since(99), true);
  assert.equal(since(100), true);
  assert.equal(since(101), false);
});

test('T9: quiet time without an end has neither until nor opensAt', () => {
  const policy = quietFrom('00:00', '24:00');
  const { decision } = decide(aContext({ policy }));
  assert.equal(decision.verdict, 'warn');
  assert.equal(decision.opensAt, null);
  assert.equal(decision.changesAt, null);
  assert.equal(decision.quiet?.until, null);
});

test('T9: opensAt reaches 400 days ahead, to the millisecond', () => {
  const opening = (after: number) => {
    const from = NOON + 400 * 86_400_000 + after;
    const timeline = timelineOf([
      published(1, quietFrom('00:00', '24:00'), '2026-01-01T00:00Z'),
      { revision: 2, at: NOON, kind: 'suspend', from, until: null },
    ]);
    const { opensAt, changesAt, quiet } = decide(aContext({ now: NOON, timeline })).decision;
    return [opensAt, changesAt, quiet?.until].map((at) => (at === from ? 'then' : at));
  };
  assert.deepEqual(opening(0), ['then', 'then', 'then']);
  assert.deepEqual(opening(1), [null, null, null]);
});

test('D10: without quiet hours in the plan nothing changes by itself', () => {
  const { decision } = decide(aContext({ plan: 'starter' }));
  assert.equal(decision.changesAt, null);
});

test('D8: with an unsafe clock a person is warned and a machine is blocked without a known end', () => {
  const unsafe = (actor: 'person' | 'machine', clockUnsafe: boolean) =>
    decide(aContext({ now: NOON, clockUnsafe, wish: { actor } })).decision;
  assert.equal(unsafe('person', false).verdict, 'allow');
  const warned = unsafe('person', true);
  assert.deepEqual(warned.reasons, [{ reason: 'clock_unsafe', verdict: 'warn' }]);
  assert.equal(warned.opensAt, null);
  assert.deepEqual(unsafe('machine', true).reasons, [{ reason: 'clock_unsafe', verdict: 'block' }]);
});

test('D8, D17: an acknowledgement lets no release pass while the clock is unsafe, since nobody reads the clock there', () => {
  const acknowledged = ['clock_unsafe'] as const;
  const at = (actor: 'person' | 'release') =>
    decide(aContext({ now: NOON, clockUnsafe: true, acknowledged, wish: { actor } })).decision.verdict;
  assert.deepEqual([at('person'), at('release')], ['allow', 'block']);
});

test('P1: a reached limit does not affect replies and service messages', () => {
  const pacedAt = Array.from({ length: 10 }, (_, minutes) => NOON - minutes * 30_000);
  const reasons = (given: Parameters<typeof aContext>[0]) =>
    decide(aContext({ now: NOON, pacedAt, ...given })).decision.reasons.map(({ reason }) => reason);
  assert.deepEqual(reasons({}), ['pace']);
  assert.deepEqual(reasons({ conversation: { lastInboundAt: NOON - 60_000 } }), []);
  assert.deepEqual(reasons({ wish: { message: 'utility' } }), []);
  assert.deepEqual(reasons({ policy: null }), []);
});

test('D3, D4: a contact is refused for quiet if it was blocked with a reason of quiet among others', () => {
  const block = (...reasons: (typeof REASONS)[number][]) =>
    isRefusedForQuiet({ verdict: 'block', reasons: reasons.map((reason) => ({ reason, verdict: 'block' })) });
  assert.equal(block('quiet_hours'), true);
  assert.equal(block('zone_uncertain'), true);
  assert.equal(block('opted_out', 'quiet_hours'), true);
  assert.equal(block('opted_out'), false);
  assert.equal(isRefusedForQuiet({ verdict: 'warn', reasons: [{ reason: 'quiet_hours', verdict: 'warn' }] }), false);
});
