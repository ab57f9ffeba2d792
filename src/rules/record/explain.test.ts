/** Tests that an explanation agrees with `decide` for any context. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { anyContext } from '#kit/arbitrary-context.ts';
import { aContext, MANAUS, quietFrom, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { decide } from '#rules/contact/decide.ts';
import { DEFAULT_POLICY, type SellerPace } from '#rules/policy/policy.ts';
import { explain } from './explain.ts';

test('the checks that do not allow are exactly the decision’s reasons, in their order', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const { decision } = decide(context);
      const against = explain(context).checks.filter(({ verdict, judged }) => judged && verdict !== 'allow');
      assert.deepEqual(
        against.map(({ reason, verdict }) => ({ reason, verdict })),
        decision.reasons,
      );
    }),
  );
});

test('each other origin has the verdict of decide for a wish of that origin', () => {
  const night = aContext();
  assert.deepEqual(
    explain(night).whatIf.map(({ origin, verdict, reason, opensAt }) => [origin, verdict, reason, opensAt]),
    [
      ['suggestion', 'block', 'quiet_hours', wall('2026-08-06T08:00', SAO_PAULO)],
      ['profile', 'warn', 'quiet_hours', wall('2026-08-06T08:00', SAO_PAULO)],
      ['reply', 'allow', null, null],
      ['service', 'allow', null, null],
      ['automation', 'block', 'quiet_hours', wall('2026-08-06T08:00', SAO_PAULO)],
    ],
  );
  fc.assert(
    fc.property(anyContext, (context) => {
      for (const { origin, verdict, opensAt } of explain(context).whatIf) {
        if (verdict === 'allow') assert.equal(opensAt, null);
        if (origin === 'suggestion') assert.notEqual(verdict, 'warn');
      }
    }),
  );
});

test('the verdict of another origin does not depend on the origin of the wish', () => {
  const wish = { actor: 'machine', claimed: 'suggestion', suggestionOpen: true, message: 'utility' } as const;
  const conversation = { lastInboundAt: wall('2026-08-05T22:00', SAO_PAULO) };
  assert.deepEqual(explain(aContext({ wish, conversation })).whatIf, explain(aContext()).whatIf);
});

test('T8: a contact that was not allowed is allowed at the instant given for its own origin', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const profile = explain(context).whatIf.find(({ origin }) => origin === 'profile');
      if (profile?.opensAt == null) return;
      const quiet = aContext({ ...context, policy: null, timeline: context.timeline, now: profile.opensAt }).quiet;
      const then = {
        ...context,
        now: profile.opensAt,
        quiet,
        wish: {
          ...context.wish,
          actor: 'person' as const,
          claimed: null,
          suggestionOpen: false,
          message: 'text' as const,
        },
        conversation: { lastInboundAt: null, lastOutboundAt: null },
        acknowledged: [],
      };
      assert.equal(decide(then).decision.verdict, 'allow');
    }),
  );
});

test('C2: the explanation has every clock that counted, with its reading', () => {
  const context = aContext({
    policy: quietFrom('20:00', '08:00', { clocks: 'store-and-customer' }),
    now: wall('2026-08-05T20:30', SAO_PAULO),
    zones: { customer: [MANAUS], customerFrom: 'area_code' },
  });
  assert.deepEqual(
    explain(context).clocks.map(({ clock, zone, quiet, changesAt }) => [clock, zone, quiet?.end ?? null, changesAt]),
    [
      ['store', SAO_PAULO, wall('2026-08-06T08:00', SAO_PAULO), wall('2026-08-06T08:00', SAO_PAULO)],
      ['customer', MANAUS, null, wall('2026-08-05T20:00', MANAUS)],
    ],
  );
});

test('C4: a clock of an unknown zone is quiet without an end, and D9: without a policy there is no clock', () => {
  const blind = explain(aContext({ zones: { store: 'Nowhere/Atall', brandStores: [] } })).clocks;
  assert.deepEqual(blind, [
    {
      clock: 'store',
      zone: null,
      certain: false,
      quiet: { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY },
      changesAt: null,
    },
  ]);
  assert.deepEqual(explain(aContext({ policy: null })).clocks, []);
});

test('D13: an acknowledged warning is marked as such, and D17: a machine’s warning is a block', () => {
  const gone = explain(aContext({ acknowledged: ['quiet_hours'] })).checks;
  assert.deepEqual(
    gone.find(({ reason }) => reason === 'quiet_hours'),
    {
      reason: 'quiet_hours',
      judged: true,
      verdict: 'warn',
      acknowledged: true,
    },
  );
  const machine = explain(
    aContext({
      wish: { actor: 'machine' },
      conversation: { lastInboundAt: wall('2026-08-05T22:00', SAO_PAULO) },
      policy: { ...DEFAULT_POLICY, actions: { ...DEFAULT_POLICY.actions, reply: 'warn' } },
    }),
  ).checks;
  assert.equal(machine.find(({ reason }) => reason === 'quiet_hours')?.verdict, 'block');
});

describe('the seller’s count against the limit', () => {
  const now = wall('2026-08-05T10:00', SAO_PAULO);
  const MINUTE = 60_000;

  /** After contacts 1 and 4 minutes ago, with two allowed in five minutes unless `limit` says otherwise. */
  function explainPaced(limit: Partial<SellerPace> = {}, rules = 3) {
    const seller = { max: 2, perMinutes: 5, action: 'warn' as const, ...limit };
    const policy = { ...DEFAULT_POLICY, pace: { ...DEFAULT_POLICY.pace, seller } };
    return explain(aContext({ now, policy, rules, pacedAt: [now - MINUTE, now - 4 * MINUTE] }));
  }

  it('P1: has the count and the instant from which the limit allows the next contact', () => {
    assert.deepEqual(explainPaced().pace, { max: 2, perMinutes: 5, count: 2, freeAt: now + MINUTE });
    assert.deepEqual(explainPaced({ max: 3 }).pace, { max: 3, perMinutes: 5, count: 2, freeAt: now });
  });

  it('is missing if no limit was in force', () => {
    assert.equal(explainPaced({ action: 'off' }).pace, null);
    assert.equal(explain(aContext({ now, policy: null, pacedAt: [now] })).pace, null);
  });

  it('R2: is missing for rules without a limit, whose check allows', () => {
    const { pace, checks } = explainPaced({}, 1);
    assert.equal(pace, null);
    assert.deepEqual(
      checks.find(({ reason }) => reason === 'pace'),
      { reason: 'pace', judged: false, verdict: 'allow', acknowledged: false },
    );
  });

  it('P1: warns a person with a suggestion or profile, blocks a machine, and does not affect replies and services', () => {
    assert.deepEqual(
      explainPaced().whatIf.map(({ origin, verdict, opensAt }) => [origin, verdict, opensAt]),
      [
        ['suggestion', 'warn', now + MINUTE],
        ['profile', 'warn', now + MINUTE],
        ['reply', 'allow', null],
        ['service', 'allow', null],
        ['automation', 'block', now + MINUTE],
      ],
    );
  });
});
