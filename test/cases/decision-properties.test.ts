/** Checks properties that every decision has, with random contexts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyContext } from '#kit/arbitrary-context.ts';
import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import { decide } from '#rules/contact/decide.ts';
import type { Origin, Verdict } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { ORIGINS_BY_STRICTNESS } from '#rules/contact/origin.ts';
import { askedSilences } from '#rules/contact/quiet/asked-now.ts';
import { quietClocks } from '#rules/contact/quiet/quiet-clocks.ts';
import { WEEKDAYS } from '#rules/time/calendar.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';

const MINUTE = 60_000;
const RUNS = { numRuns: 400 };
const minuteOf = (at: number) => Math.floor(at / MINUTE) * MINUTE;
const strictnessOf = (verdict: Verdict) => ['allow', 'warn', 'block'].indexOf(verdict);
const decision = (context: DecisionContext) => decide(context).decision;
/** Returns the same wish at another instant, without an acknowledgement and with the same origin, as `opensAt` assumes. */
function contextAt(context: DecisionContext, now: number): DecisionContext {
  const { origin } = decision(context);
  const wish = { ...context.wish, claimed: origin };
  const quiet = quietClocks(context.timeline, context.zones, now, context.quiet);
  return { ...context, now, wish, quiet, acknowledged: [], because: null };
}

test('the same context gives the same bytes, and `decide` does not change the context', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const before = JSON.stringify(context);
      const once = JSON.stringify(decision(context));
      assert.equal(JSON.stringify(decision(context)), once);
      assert.equal(JSON.stringify(context), before);
    }),
    RUNS,
  );
});

test('T8: quiet clocks compiled for another instant give the same decision', () => {
  fc.assert(
    fc.property(anyContext, fc.integer({ min: -90, max: 90 }), (context, days) => {
      const others = quietClocks(context.timeline, context.zones, context.now + days * 86_400_000 * 0.5);
      const quiet = quietClocks(context.timeline, context.zones, context.now, others);
      assert.equal(JSON.stringify(decision({ ...context, quiet })), JSON.stringify(decision(context)));
    }),
    { numRuns: 100 },
  );
});

const ALWAYS: readonly AskedSilence[] = [{ days: WEEKDAYS, start: '00:00', end: '24:00' }];

test('a further fact against a contact never makes the decision less strict', () => {
  const worse: readonly ((context: DecisionContext) => DecisionContext)[] = [
    (context) => ({ ...context, customer: { ...context.customer, availability: 'erased' } }),
    (context) => ({ ...context, customer: { ...context.customer, reachable: false } }),
    (context) => ({ ...context, customer: { ...context.customer, permission: 'refused' } }),
    (context) => ({ ...context, customer: { ...context.customer, optedOutAt: context.now } }),
    (context) => ({
      ...context,
      earlierContacts: { ...context.earlierContacts, coolDownDays: 365, contactedAt: context.now },
    }),
    (context) => ({
      ...context,
      earlierContacts: {
        ...context.earlierContacts,
        unansweredAfter: 2,
        unansweredAt: [4, 5].map((n) => context.now - n * 86_400_000),
      },
    }),
    (context) => ({ ...context, asked: askedSilences(ALWAYS, context.zones, context.now) }),
    (context) => ({
      ...context,
      customer: { ...context.customer, doNotCall: { listedOn: '2026-01-01', consentOn: null } },
    }),
    (context) => ({ ...context, acknowledged: [] }),
    (context) => ({ ...context, because: null }),
    (context) => ({ ...context, wish: { ...context.wish, suggestionOpen: true } }),
  ];
  fc.assert(
    fc.property(anyContext, fc.constantFrom(...worse), (context, make) => {
      assert.ok(strictnessOf(decision(make(context)).verdict) >= strictnessOf(decision(context).verdict));
    }),
    RUNS,
  );
});

test('the stricter of the claimed and the derived origin counts, and a weaker claim is recorded', () => {
  fc.assert(
    fc.property(anyContext, fc.constantFrom(...ORIGINS_BY_STRICTNESS), (context, claimed) => {
      const honest = decision({ ...context, wish: { ...context.wish, claimed: null } });
      const claiming = decision({ ...context, wish: { ...context.wish, claimed } });
      const rank = (origin: Origin) => ORIGINS_BY_STRICTNESS.indexOf(origin);
      assert.equal(rank(claiming.origin), Math.max(rank(claimed), rank(honest.origin)));
      assert.equal(claiming.originClaimed, rank(claimed) < rank(honest.origin) ? claimed : null);
      assert.ok(strictnessOf(claiming.verdict) >= strictnessOf(honest.verdict));
    }),
    RUNS,
  );
});

test('D13: an acknowledgement passes no block, and no warning that it does not name', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const { verdict, reasons, acknowledged, becauseNeeded } = decision(context);
      if (verdict === 'allow') {
        assert.ok(reasons.every((found) => found.verdict === 'warn' && context.acknowledged.includes(found.reason)));
        assert.equal(acknowledged, reasons.length > 0);
      } else {
        assert.ok(reasons.some((found) => found.verdict === verdict));
        assert.ok(!acknowledged);
      }
      if (reasons.some((found) => found.verdict === 'block')) assert.equal(verdict, 'block');
      assert.ok(!becauseNeeded || verdict === 'warn');
    }),
    RUNS,
  );
});

test('D17: a machine is never warned', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      assert.notEqual(decision({ ...context, wish: { ...context.wish, actor: 'machine' } }).verdict, 'warn');
    }),
    RUNS,
  );
});

test('D12: only an allowed contact has a permit, which is valid for at most two minutes and not beyond the next change', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const { decision, permit } = decide(context);
      assert.equal(permit !== null, decision.verdict === 'allow');
      if (permit === null) return;
      assert.ok(permit.validUntil > context.now);
      assert.equal(
        permit.validUntil,
        Math.min(decision.changesAt ?? Number.POSITIVE_INFINITY, context.now + 2 * MINUTE),
      );
    }),
    RUNS,
  );
});

test('D11: the decision stays the same until changesAt', () => {
  fc.assert(
    fc.property(anyContext, fc.double({ min: 0, max: 1, noNaN: true }), (context, share) => {
      const now = decision(context);
      if (now.changesAt === null) return;
      assert.ok(now.changesAt > context.now);
      const between = context.now + Math.floor(share * (now.changesAt - 1 - context.now));
      const quiet = quietClocks(context.timeline, context.zones, between, context.quiet);
      const then = decision({ ...context, now: between, quiet, lastRefusedAt: null });
      assert.equal(then.verdict, now.verdict);
      assert.deepEqual(then.reasons, now.reasons);
      assert.equal(then.opensAt, now.opensAt);
      assert.deepEqual(then.quiet, now.quiet);
      assert.equal(then.policyVersion, now.policyVersion);
    }),
    RUNS,
  );
});

test('D11: the contact is allowed without a warning at opensAt, and at no change before it', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const { opensAt, verdict } = decision(context);
      if (verdict === 'allow') return assert.equal(opensAt, null);
      if (opensAt === null) return;
      assert.ok(opensAt >= context.now && opensAt - context.now <= HORIZON_MS);
      assert.equal(decision(contextAt(context, opensAt)).reasons.length, 0);
      let at = context.now;
      for (let steps = 0; at < opensAt; steps++) {
        assert.ok(steps < 3000);
        const then = decision(contextAt(context, at));
        assert.ok(then.reasons.length > 0, `the contact is already allowed at ${at}`);
        at = then.changesAt ?? opensAt;
      }
    }),
    { numRuns: 200 },
  );
});

test('D11: a search minute by minute finds the same opening', () => {
  fc.assert(
    fc.property(anyContext, (drawn) => {
      const { contactedAt, unansweredAt } = drawn.earlierContacts;
      // The search sees whole minutes alone, so that no change may lie between two of them.
      const earlierContacts = {
        ...drawn.earlierContacts,
        contactedAt: contactedAt === null ? null : minuteOf(contactedAt),
        unansweredAt: unansweredAt.map(minuteOf),
      };
      const context = { ...drawn, now: minuteOf(drawn.now), earlierContacts };
      const { opensAt, verdict } = decision(context);
      if (verdict === 'allow') return;
      const end = context.now + 3 * 24 * 60 * MINUTE;
      assert.equal(opensAt !== null && opensAt < end ? opensAt : null, walkToOpening(context, end));
    }),
    { numRuns: 40 },
  );
});

test('"Origins": afterRefusal is true only from the profile, in quiet time, after a refusal in the same interval', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const { afterRefusal, origin, quiet } = decision(context);
      const { lastRefusedAt, now } = context;
      const inside =
        quiet !== null && lastRefusedAt !== null && lastRefusedAt <= now && lastRefusedAt >= (quiet.since ?? -Infinity);
      assert.equal(afterRefusal, origin === 'profile' && inside);
    }),
    RUNS,
  );
});

test('D9: without a policy in force the decision names no clock and has no reason from a clock', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const { quietHours, quiet, policyVersion, reasons } = decision(context);
      assert.equal(quietHours === 'inactive', policyVersion === null);
      const byClock = reasons.some(({ reason }) => reason === 'quiet_hours' || reason === 'zone_uncertain');
      if (quietHours === 'inactive') assert.ok(quiet === null && !byClock);
      if (byClock) assert.ok(quiet !== null);
    }),
    RUNS,
  );
});

/** Decides for each minute and returns the first at which the contact is allowed without a warning, or null. */
function walkToOpening(context: DecisionContext, end: number): number | null {
  for (let at = context.now; at < end; at += MINUTE) {
    if (decision(contextAt(context, at)).reasons.length === 0) return at;
  }
  return null;
}
