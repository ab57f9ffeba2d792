/** Checks that work after an answer runs in order, one piece at a time, and that a flood of it is dropped. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterAnswer } from './after-answer.ts';

test('work runs one piece after the other, and failed work is reported and stops nothing', async () => {
  const errors: unknown[] = [];
  const work = afterAnswer((error) => errors.push(error));
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  work.add(async () => {
    await first.promise;
    order.push('first');
    throw new Error('failed');
  });
  work.add(async () => void order.push('second'));
  assert.deepEqual(order, []);
  first.resolve();
  await work.settled();
  assert.deepEqual(order, ['first', 'second']);
  assert.deepEqual(errors.map(String), ['Error: failed']);
});

test('two hundred pieces wait, a further one is dropped, and there is space again afterwards', async () => {
  const work = afterAnswer((error) => assert.fail(String(error)));
  const gate = Promise.withResolvers<void>();
  const added = Array.from({ length: 201 }, () => work.add(() => gate.promise));
  assert.deepEqual([added.filter(Boolean).length, added.at(-1)], [200, false]);
  gate.resolve();
  await work.settled();
  assert.equal(
    work.add(async () => {}),
    true,
  );
});
