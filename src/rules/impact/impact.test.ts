/** Counting another policy's verdicts (A6): any split into parts gives the same whole, and a plain loop agrees. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aContext, quietFrom } from '#kit/a-context.ts';
import { anyContext } from '#kit/arbitrary-context.ts';
import { decide } from '#rules/contact/decide.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { type RecordedGroup, tallyGroup } from './impact.ts';
import { addTally, EXAMPLES, emptyTally, type ImpactTally } from './impact-tally.ts';

let counted = 0;
/** What is recorded is what this context was really answered, unless `recorded` is another. */
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

test('A6: judged by what was really in force, nothing differs, whatever the context', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const tally = all([group(context)]);
      assert.equal(tally.different, 0);
      assert.deepEqual(tally.would, tally.did);
      assert.deepEqual(tally.examples, []);
    }),
  );
});

test('A6: parts counted apart, in any number and order, are the whole', () => {
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

test('A6: a group of many contacts counts as each contact decided alone, in whatever order they come', () => {
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

test('A2: what would wait, what would be warned, at the hour of its own clock, and the stops of those hours', () => {
  const evening = at('2026-11-03T22:30:00Z');
  const groups = [
    group(person(evening, true, '19:00'), person(evening, true), true),
    group(person(evening, false, '19:00'), person(evening, false)),
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
      stops: { all: 2, inQuiet: 1 },
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

test('whom a stop keeps from being written to does not wait for the morning', () => {
  const evening = at('2026-11-03T22:30:00Z');
  const stopped = aContext({
    now: evening,
    policy: quietFrom('19:00', '08:00'),
    wish: { suggestionOpen: true },
    customer: { optedOutAt: 1 },
  });
  assert.deepEqual(all([group(stopped)]).would, { suggestion: 0, profile: 0 });
});

test('the examples are the newest, newest first, and few', () => {
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
