/**
 * Tests the counts of another policy's verdicts (A6): any split into parts gives the same total, and a plain loop
 * agrees.
 */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { anyContext } from '#kit/arbitrary-context.ts';
import { aContext, type Given, quietFrom } from '#kit/context-fixture.ts';
import { decide } from '#rules/contact/decide.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { type RecordedGroup, tallyGroup } from './impact.ts';
import { addTally, EXAMPLES, emptyTally, type ImpactTally } from './impact-tally.ts';

let counted = 0;
/** Records the decision of this context, unless `recorded` gives another one. */
function group(context: DecisionContext, recorded = context, stopped = false): RecordedGroup {
  const { decision } = decide(recorded);
  const { verdict, reasons, origin } = decision;
  const id = String(++counted).padStart(8, '0');
  const zone = 'America/Sao_Paulo';
  return {
    context,
    verdict,
    reasons,
    origin,
    storeId: `s${counted % 3}`,
    zone,
    stopped,
    instants: [context.now],
    attemptId: () => id,
  };
}
const plain = ({ stores, ...tally }: ImpactTally) => ({
  ...tally,
  stores: [...stores].toSorted(([a], [b]) => (a < b ? -1 : 1)),
});
const all = (groups: readonly RecordedGroup[]) => {
  const tally = emptyTally();
  for (const each of groups) tallyGroup(tally, each);
  return tally;
};

test('A6: judging any context by the policy that was in force finds no difference', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const tally = all([group(context)]);
      assert.equal(tally.different, 0);
      assert.deepEqual(tally.would, tally.did);
      assert.deepEqual(tally.examples, []);
    }),
  );
});

test('A6: parts that are counted separately, in any number and order, add up to the whole', () => {
  const recorded = fc.tuple(anyContext, fc.boolean(), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(fc.array(recorded, { maxLength: 24 }), fc.boolean(), (drawn, reversed) => {
      const groups = drawn.map(([context, stopped, part]) => ({
        part,
        group: group(context, aContext({ now: context.now }), stopped),
      }));
      const whole = all(groups.map((each) => each.group));
      const together = emptyTally();
      for (const part of reversed ? [3, 2, 1, 0] : [0, 1, 2, 3]) {
        addTally(together, all(groups.filter((each) => each.part === part).map((each) => each.group)));
      }
      assert.deepEqual(plain(together), plain(whole));
    }),
    { numRuns: 60 },
  );
});

test('A6: a group counts like its contacts decided one by one, in any order', () => {
  const hours = fc.array(fc.integer({ min: -72 * 60, max: 72 * 60 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(anyContext, hours, fc.boolean(), fc.boolean(), (context, minutes, ascending, stopped) => {
      const order = ascending ? minutes.toSorted((a, b) => a - b) : minutes;
      const instants = order.map((minute) => context.now + minute * 60_000);
      const recorded = group(context, aContext({ now: context.now }), stopped);
      const together = all([{ ...recorded, instants, attemptId: (i) => `a${instants[i]}` }]);
      const alone = instants.map((now) => ({ ...recorded, instants: [now], attemptId: () => `a${now}` }));
      assert.deepEqual(plain(together), plain(all(alone)));
      const quiet = instants.filter((now) => decide({ ...context, now }).decision.quiet !== null);
      assert.deepEqual(
        together.stops,
        stopped ? { all: instants.length, inQuiet: quiet.length } : { all: 0, inQuiet: 0 },
      );
    }),
  );
});

const at = (iso: string) => Date.parse(iso);
const person = (now: number, suggestionOpen: boolean, start = '20:00') =>
  aContext({ now, policy: quietFrom(start, '08:00'), wish: { suggestionOpen } });

test('A2: contacts that would be blocked or warned count at the hour of their own clock, and so do stops', () => {
  const evening = at('2026-11-03T22:30:00Z');
  const groups = [
    group(person(evening, true, '19:00'), person(evening, true), true),
    group(person(evening, false, '19:00'), person(evening, false), true),
    group(person(at('2026-11-03T15:00:00Z'), true, '19:00'), person(at('2026-11-03T15:00:00Z'), true), true),
  ];
  const { would, did, different, hours, stops, attempts, examples } = all(groups);
  assert.deepEqual(
    { attempts, would, did, different, stops },
    {
      attempts: 3,
      would: { suggestion: 1, profile: 1 },
      did: { suggestion: 0, profile: 0 },
      different: 2,
      stops: { all: 3, inQuiet: 2 },
    },
  );
  assert.deepEqual(hours[19], { attempts: 2, suggestion: 1, profile: 1 });
  assert.deepEqual(hours[12], { attempts: 1, suggestion: 0, profile: 0 });
  assert.deepEqual(
    examples.map((each) => [each.did, each.would]),
    [
      ['allow', 'warn'],
      ['allow', 'block'],
    ],
  );
});

test('a contact that a stop blocks does not count as blocked by quiet hours', () => {
  const evening = at('2026-11-03T22:30:00Z');
  const stopped = aContext({
    now: evening,
    policy: quietFrom('19:00', '08:00'),
    wish: { suggestionOpen: true },
    customer: { optedOutAt: 1 },
  });
  assert.deepEqual(all([group(stopped)]).would, { suggestion: 0, profile: 0 });
});

test('the examples are the few newest ones, newest first', () => {
  const start = at('2026-11-03T22:30:00Z');
  const groups = Array.from({ length: 20 }, (_, i) => {
    const now = start + ((i * 7) % 20) * 60_000;
    return group(person(now, true, '19:00'), person(now, true));
  });
  const { examples } = all(groups);
  assert.equal(examples.length, EXAMPLES);
  assert.deepEqual(
    examples.map((each) => (each.at - start) / 60_000),
    [19, 18, 17, 16, 15, 14, 13, 12],
  );
});

test('among equal instants the examples are those with the greatest ids', () => {
  const now = at('2026-11-03T22:30:00Z');
  const one = group(person(now, true, '19:00'), person(now, true));
  const ids = ['07', '03', '11', '01', '10', '05', '12', '02', '09', '04', '08', '06'];
  const { examples } = all(ids.map((id) => ({ ...one, attemptId: () => id })));
  assert.deepEqual(
    examples.map(({ attemptId }) => attemptId),
    ['12', '11', '10', '09', '08', '07', '06', '05'],
  );
});

test('each store has its own counts, and contacts without a store count under the empty id', () => {
  const evening = person(at('2026-11-03T22:30:00Z'), true, '19:00');
  const { stores } = all([null, 'centro', null, null].map((storeId) => ({ ...group(evening), storeId })));
  assert.deepEqual(
    stores,
    new Map([
      ['', { attempts: 3, suggestion: 3, profile: 0 }],
      ['centro', { attempts: 1, suggestion: 1, profile: 0 }],
    ]),
  );
});

test('the hour is the one that the clock showed at the contact, also if the clock was set back in between', () => {
  const before = at('2026-11-01T05:30:00Z');
  const jump = at('2026-11-01T06:00:00Z');
  const later = at('2026-11-01T15:00:00Z');
  const one = { ...group(aContext({ now: before, policy: null })), zone: 'America/New_York' };
  const { hours } = all([{ ...one, instants: [later, before, jump] }]);
  assert.deepEqual(
    hours.flatMap(({ attempts }, hour) => (attempts > 0 ? [[hour, attempts]] : [])),
    [
      [1, 2],
      [10, 1],
    ],
  );
});

describe('the effect of quiet hours', () => {
  const evening = at('2026-11-03T22:30:00Z');
  const would = (given: Given) =>
    all([group(aContext({ now: evening, policy: quietFrom('19:00', '08:00'), ...given }))]).would;

  it('is also counted if no zone is known', () => {
    assert.deepEqual(would({ zones: { store: 'Nowhere/Atall', brandStores: [] } }), { suggestion: 0, profile: 1 });
  });

  it('is counted only for suggestions and profiles, not for machines, releases or replies', () => {
    const none = { suggestion: 0, profile: 0 };
    const policy = quietFrom('19:00', '08:00', { actions: { profile: 'warn', reply: 'warn', automation: 'block' } });
    assert.deepEqual(would({ wish: { actor: 'machine' } }), none);
    assert.deepEqual(would({ wish: { actor: 'release' } }), none);
    assert.deepEqual(would({ policy, conversation: { lastInboundAt: evening - 60_000 } }), none);
  });
});

describe('a contact that would be decided differently', () => {
  const noon = at('2026-11-03T15:00:00Z');
  const paced = (action: 'warn' | 'block' | 'off', start: string, given: Given = {}) => {
    const pace = { seller: { max: 1, perMinutes: 10, action }, releaseSpreadMinutes: 120, senderPerMinute: 600 };
    return aContext({ now: noon, policy: quietFrom(start, '08:00', { pace }), pacedAt: [noon - 60_000], ...given });
  };

  it('is one whose accepted warning would not be enough', () => {
    const asked = (profile: 'warn' | 'warn-with-reason') =>
      aContext({
        policy: quietFrom('20:00', '08:00', { actions: { profile, reply: 'allow', automation: 'block' } }),
        acknowledged: ['quiet_hours'],
      });
    assert.equal(all([group(asked('warn-with-reason'), asked('warn'))]).different, 1);
  });

  it('is one that would be warned for another reason', () => {
    assert.equal(all([group(paced('off', '11:00'), paced('warn', '20:00'))]).different, 1);
  });

  it('is one with an additional reason, even with the same verdict', () => {
    const given: Given = { wish: { suggestionOpen: true }, customer: { permission: 'unknown' } };
    assert.equal(all([group(paced('block', '20:00', given), paced('warn', '20:00', given))]).different, 1);
  });
});
