/** Checks how many hashes run at once, how many wait, and in which order they run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashSlots } from './hash-slots.ts';

/** Makes work that ends when the test says so. */
function controlledWork() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { work: () => promise, end: () => resolve('done'), fail: () => reject(new Error('failed')) };
}

test('two hashes run at once, thirty wait, and a further one is refused at once', async () => {
  const slots = hashSlots();
  let working = 0;
  let most = 0;
  const jobs = Array.from({ length: 32 }, controlledWork);
  const answers = jobs.map(({ work }) =>
    slots.run(async () => {
      most = Math.max(most, ++working);
      await work();
      working--;
      return 'done';
    }),
  );
  assert.equal(await slots.run(async () => 'never'), 'busy');
  for (const { end } of jobs) end();
  assert.deepEqual(new Set(await Promise.all(answers)), new Set(['done']));
  assert.equal(most, 2);
});

test('waiting work runs in the order of its requests, and failed work frees its slot', async () => {
  const slots = hashSlots();
  const [first, second] = [controlledWork(), controlledWork()];
  const order: string[] = [];
  const broken = slots.run(first.work);
  const other = slots.run(second.work);
  const third = slots.run(async () => order.push('third'));
  const fourth = slots.run(async () => order.push('fourth'));
  first.fail();
  await assert.rejects(broken, /failed/);
  await Promise.all([third, fourth]);
  assert.deepEqual(order, ['third', 'fourth']);
  second.end();
  assert.equal(await other, 'done');
  assert.equal(await slots.run(async () => 'free again'), 'free again');
});
