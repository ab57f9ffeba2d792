/** Checks that heavy work is limited: at once, for each person, and in how many people wait. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HeavyWorkRefused, heavyQueue } from './heavy-queue.ts';

/** Makes work that ends when the test says so. */
function controlledWork() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    started.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  return { started, work, end: (name: string) => ends.get(name)?.() };
}

const isRefused = (why: string) => (error: unknown) => error instanceof HeavyWorkRefused && error.why === why;

test('no more work runs at once than allowed, and waiting work runs in the order in which people began to wait', async () => {
  const { started, work, end } = controlledWork();
  const queue = heavyQueue({ atOnce: 2, maxWaiting: 10 });
  const all = ['a', 'b', 'c', 'd'].map((name) => queue.run(name, work(name)));
  await Promise.resolve();
  assert.deepEqual(started, ['a', 'b']);
  end('b');
  await all[1];
  assert.deepEqual(started, ['a', 'b', 'c']);
  end('a');
  end('c');
  await Promise.all([all[0], all[2]]);
  end('d');
  assert.deepEqual(await Promise.all(all), ['a', 'b', 'c', 'd']);
});

test('a person’s second request waits for the first, a third replaces the second, and others are not delayed', async () => {
  const { started, work, end } = controlledWork();
  const queue = heavyQueue({ atOnce: 2, maxWaiting: 10 });
  const first = queue.run('ana', work('first'));
  const second = queue.run('ana', work('second'));
  const refused = assert.rejects(second, isRefused('replaced'));
  const third = queue.run('ana', work('third'));
  await refused;
  const other = queue.run('bia', work('bia'));
  await Promise.resolve();
  assert.deepEqual(started, ['first', 'bia']);
  end('first');
  await first;
  assert.deepEqual(started, ['first', 'bia', 'third']);
  end('third');
  end('bia');
  assert.deepEqual(await Promise.all([third, other]), ['third', 'bia']);
});

test('a request is refused at once where too many people wait already', async () => {
  const { work, end } = controlledWork();
  const queue = heavyQueue({ atOnce: 1, maxWaiting: 1 });
  const running = queue.run('a', work('a'));
  const waiting = queue.run('b', work('b'));
  await assert.rejects(queue.run('c', work('c')), isRefused('full'));
  end('a');
  await running;
  end('b');
  await waiting;
});

test('failed work frees its place in the queue for the next', async () => {
  const queue = heavyQueue({ atOnce: 1, maxWaiting: 1 });
  await assert.rejects(
    queue.run('a', () => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.equal(await queue.run('a', async () => 'yes'), 'yes');
});
