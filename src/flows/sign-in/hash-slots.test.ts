import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashSlots } from './hash-slots.ts';

/** Work that ends when told to. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { work: () => promise, end: () => resolve('done'), fail: () => reject(new Error('failed')) };
}

test('two work at once, thirty wait, the next is told at once', async () => {
  const slots = hashSlots();
  let working = 0;
  let most = 0;
  const jobs = Array.from({ length: 32 }, held);
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

test('who waits goes in the order of coming, and work that fails frees its place', async () => {
  const slots = hashSlots();
  const [first, second] = [held(), held()];
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
