/** Tests which tests `npm run mutate` runs for a file of rules. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { test } from 'node:test';
import { testsOf } from '#kit/mutation-tests.ts';

const root = dirname(import.meta.dirname);
const rules = globSync('src/rules/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
const namesOf = (step: readonly string[] | undefined) => step?.map((file) => basename(file));
const fileOf = (name: string) => rules.find((file) => basename(file) === name) ?? assert.fail(name);

test('every file of rules has a test that can notice a change in it', () => {
  for (const file of rules) assert.notDeepEqual(testsOf(file, root), [], file);
});

test('the nearest test comes first, and tests that do not import the file are left out', () => {
  const [own, direct, others] = testsOf(fileOf('throttle.ts'), root);
  assert.deepEqual(namesOf(own), ['throttle.test.ts']);
  assert.deepEqual(namesOf(direct), ['pin-budget.test.ts']);
  assert.equal(others, undefined);
  const ofInterval = testsOf(fileOf('interval.ts'), root);
  assert.deepEqual(namesOf(ofInterval[0]), ['interval.test.ts']);
  assert.ok(ofInterval.at(-1)?.some((file) => basename(file) === 'decision-properties.test.ts'));
});
