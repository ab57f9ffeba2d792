/** Tests the rules T1–T9 against the answers of independent programs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePolicy } from '#rules/policy/policy.ts';
import { compileQuiet } from '#rules/time/quiet.ts';
import { type Vector, vectorsOf } from './vectors.ts';

const recent = vectorsOf('quiet-hours').vectors;
const historic = vectorsOf('quiet-hours-historic').vectors;

test('the vectors are complete: 1,836 of 2015–2037 and 90 older', () => {
  assert.deepEqual([recent.length, historic.length], [1836, 90]);
});

test('T4: every vector near a repeated hour is answered as zoneinfo, zdump and Temporal answer', () => {
  agree([...recent, ...historic].filter(({ kind }) => kind === 'overlap'));
});

test('T5: every vector near a skipped hour or date is answered as these programs answer', () => {
  agree([...recent, ...historic].filter(({ kind }) => kind === 'gap'));
});

test('T1, T2, T6, T7, T9: every other vector is answered as these programs answer', () => {
  agree([...recent, ...historic].filter(({ kind }) => kind === 'random'));
});

function agree(vectors: readonly Vector[]): void {
  assert.ok(vectors.length > 0);
  for (const { id, zone, policy, at, quiet, changesAt } of vectors) {
    const parsed = parsePolicy(policy);
    assert.ok(parsed.ok);
    const clock = compileQuiet(parsed.policy, zone, { from: at, to: at + 1 });
    assert.deepEqual(clock.at(at), { quiet, changesAt }, `vector ${id} in ${zone}`);
  }
}
