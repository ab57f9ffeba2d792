/** Tests that a difference between two rehearsals is told by its causes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cause, changesSince, type KeptFigures } from './changes-since.ts';

const BEFORE: KeptFigures = {
  ...{ at: '2026-11-23T12:00:00.000Z', fields: '{}', policyRevision: 3, daysOff: 2, stops: 4, customers: 90 },
};

const CASES: readonly (readonly [string, Partial<KeptFigures>, readonly Cause[]])[] = [
  ['nothing', { at: '2026-11-24T12:00:00.000Z' }, []],
  ['a stop', { stops: 5 }, [{ kind: 'stops', count: 1 }]],
  ['a publication', { policyRevision: 4 }, [{ kind: 'hours' }]],
  ['an absence', { daysOff: 5 }, [{ kind: 'daysOff', count: 3 }]],
  ['an absence that was taken back', { daysOff: 0 }, [{ kind: 'daysOff', count: -2 }]],
  ['a purchase that takes a customer out', { customers: 89 }, [{ kind: 'customers', count: -1 }]],
  ['the campaign itself, first', { fields: '{"to":null}', stops: 6 }, [{ kind: 'draft' }, { kind: 'stops', count: 2 }]],
];

for (const [what, change, causes] of CASES) {
  test(`a difference is told by its cause: ${what}`, () => {
    assert.deepEqual(changesSince(BEFORE, { ...BEFORE, ...change }), causes);
  });
}
