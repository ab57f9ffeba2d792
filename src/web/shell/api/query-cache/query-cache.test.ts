/** What the screens share of the server's answers: asked once, renewed when told, gone when the device locks. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fetch } from './entry-store.ts';
import { createReads } from './query-cache.ts';

/** A server whose answers come when the test says so. */
function slowServer() {
  const asked: { give: (answer: unknown) => void; fail: (error: Error) => void; signal: AbortSignal }[] = [];
  const fetch: Fetch<unknown> = (signal) =>
    new Promise((give, fail) => {
      asked.push({ give, fail, signal });
    });
  return { asked, fetch };
}

function someReads({ online = true } = {}) {
  const world = { now: 0, online, waited: [] as number[] };
  const reads = createReads({
    monotonicMs: () => world.now,
    isOnline: () => world.online,
    isWorthAgain: (error) => (error as Error).message === 'lost',
    wait: async (ms) => void world.waited.push(ms),
  });
  return { reads, world };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('readings', () => {
  it('are asked once, however many show them, and told to all', async () => {
    const { reads } = someReads();
    const { asked, fetch } = slowServer();
    const told: string[] = [];
    reads.show('a', fetch, () => told.push('first'));
    reads.show('a', fetch, () => told.push('second'));
    const both = Promise.all([reads.read('a', 0), reads.read('a', 0)]);
    assert.equal(asked.length, 1);
    asked[0]?.give('answer');
    await both;
    assert.deepEqual(told, ['first', 'second']);
    assert.deepEqual(reads.peek('a'), { data: 'answer', error: null });
  });

  it('stay as they are while fresh, and keep what was read when the next reading fails', async () => {
    const { reads, world } = someReads();
    const { asked, fetch } = slowServer();
    reads.show('a', fetch, () => undefined);
    const first = reads.read('a', 10);
    asked[0]?.give('answer');
    await first;
    world.now = 9;
    await reads.read('a', 10);
    assert.equal(asked.length, 1);
    world.now = 10;
    const second = reads.read('a', 10);
    asked[1]?.fail(new Error('refused'));
    await second;
    assert.equal(reads.peek('a').data, 'answer');
    assert.equal(reads.peek('a').error?.message, 'refused');
  });

  it('are asked once more where no answer came, and not where one refused', async () => {
    const { reads, world } = someReads();
    const { asked, fetch } = slowServer();
    reads.show('a', fetch, () => undefined);
    const reading = reads.read('a', 0);
    asked[0]?.fail(new Error('lost'));
    await settled();
    assert.equal(asked.length, 2);
    assert.deepEqual(world.waited, [1_500]);
    asked[1]?.fail(new Error('lost'));
    await reading;
    assert.equal(reads.peek('a').error?.message, 'lost');
    const again = reads.read('a', 0);
    asked[2]?.fail(new Error('refused'));
    await again;
    assert.equal(asked.length, 3);
  });

  it('that failed are asked again with growing pauses while they are shown, and no more after an answer', async () => {
    const world = { waits: [] as { ms: number; over: () => void }[] };
    const reads = createReads({
      monotonicMs: () => 0,
      isOnline: () => true,
      isWorthAgain: () => true,
      wait: (ms) => new Promise((over) => void world.waits.push({ ms, over })),
    });
    let asked = 0;
    let fails = true;
    const fetch = async () => {
      asked++;
      if (fails) throw new Error('502');
      return 'answer';
    };
    const hide = reads.show('a', fetch, () => undefined);
    void reads.read('a', 0);
    for (let round = 0; round < 12; round++) {
      await settled();
      world.waits.at(-1)?.over();
    }
    const pauses = world.waits.map(({ ms }) => ms).filter((ms) => ms !== 1_500);
    assert.deepEqual(pauses.slice(0, 6), [4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    fails = false;
    const before = asked;
    await settled();
    world.waits.at(-1)?.over();
    await settled();
    assert.equal(asked, before + 1);
    assert.deepEqual(reads.peek('a'), { data: 'answer', error: null });
    const pausesSoFar = world.waits.length;
    await settled();
    assert.equal(world.waits.length, pausesSoFar);
    hide();
  });

  it('that failed are left alone once nothing shows them', async () => {
    const over: (() => void)[] = [];
    const reads = createReads({
      monotonicMs: () => 0,
      isOnline: () => true,
      isWorthAgain: () => true,
      wait: () => new Promise((done) => void over.push(done)),
    });
    let asked = 0;
    const fail = async () => {
      asked++;
      throw new Error('502');
    };
    const hide = reads.show('a', fail, () => undefined);
    void reads.read('a', 0);
    await settled();
    over.shift()?.();
    await settled();
    hide();
    over.shift()?.();
    await settled();
    assert.equal(asked, 2);
  });

  it('under way when invalidated are asked afresh, and the older answer never shows', async () => {
    const { reads } = someReads();
    const { asked, fetch } = slowServer();
    reads.show('list/one', fetch, () => undefined);
    const early = reads.read('list/one', 0);
    const late = reads.invalidate('list');
    assert.equal(asked[0]?.signal.aborted, true);
    asked[1]?.give('new');
    await Promise.all([late, settled()]);
    asked[0]?.give('old');
    await early;
    assert.equal(reads.peek('list/one').data, 'new');
  });

  it('that nothing shows wait with being read anew until something does', async () => {
    const { reads } = someReads();
    const { asked, fetch } = slowServer();
    const hide = reads.show('a', fetch, () => undefined);
    const first = reads.read('a', 1_000);
    asked[0]?.give('answer');
    await first;
    hide();
    await reads.invalidate('');
    assert.equal(asked.length, 1);
    reads.show('a', fetch, () => undefined);
    void reads.read('a', 1_000);
    assert.equal(asked.length, 2);
  });

  it('under a path are forgotten, answers under way with them; others stay', async () => {
    const { reads } = someReads();
    const { asked, fetch } = slowServer();
    reads.set('session', 'store');
    reads.set('customers/profile/1', 'Marina');
    reads.show('customers/list', fetch, () => undefined);
    const reading = reads.read('customers/list', 0);
    reads.forget('customers');
    asked[0]?.give('everybody');
    await reading;
    assert.equal(reads.peek('customers/list').data, undefined);
    assert.equal(reads.peek('customers/profile/1').data, undefined);
    assert.equal(reads.peek('session').data, 'store');
  });

  it('are extended where they still are what the next page was asked for, and else stay as they are', async () => {
    const { reads } = someReads();
    reads.set('list', 'page 1');
    reads.extend('list', 'page 1', 'pages 1 and 2');
    assert.equal(reads.peek('list').data, 'pages 1 and 2');
    reads.set('list', 'page 1, newer');
    reads.extend('list', 'page 1', 'pages 1 and 2, older');
    assert.equal(reads.peek('list').data, 'page 1, newer');
    reads.forget('list');
    reads.extend('list', 'page 1, newer', 'pages 1 and 2, of who was here before');
    assert.equal(reads.peek('list').data, undefined);
  });

  it('extended while being read anew are asked afresh, as long as they are now', async () => {
    const { reads } = someReads();
    const { asked, fetch } = slowServer();
    const lengths: unknown[] = [];
    reads.set('list', 'page 1');
    const fetchAll: Fetch<unknown> = (signal, before) => {
      lengths.push(before);
      return fetch(signal, before);
    };
    reads.show('list', fetchAll, () => undefined);
    const anew = reads.invalidate('list');
    reads.extend('list', 'page 1', 'pages 1 and 2');
    assert.equal(asked[0]?.signal.aborted, true);
    assert.deepEqual(lengths, ['page 1', 'pages 1 and 2']);
    asked[0]?.give('old');
    asked[1]?.give('new');
    await anew;
    assert.equal(reads.peek('list').data, 'new');
  });

  it('called off by a lost network leave nothing behind, and are asked again once it is back', async () => {
    const { reads, world } = someReads();
    const { asked, fetch } = slowServer();
    reads.show('a', fetch, () => undefined);
    const reading = reads.read('a', 0);
    world.online = false;
    await reads.invalidate('a');
    asked[0]?.give('old');
    await reading;
    assert.equal(reads.peek('a').data, undefined);
    world.online = true;
    const again = reads.read('a', 0);
    asked[1]?.give('new');
    await again;
    assert.equal(reads.peek('a').data, 'new');
  });

  it('are not asked without network: what is there stays', async () => {
    const { reads, world } = someReads({ online: false });
    const { asked, fetch } = slowServer();
    reads.show('a', fetch, () => undefined);
    await reads.read('a', 0);
    assert.equal(asked.length, 0);
    assert.deepEqual(reads.peek('a'), { data: undefined, error: null });
    world.online = true;
    void reads.invalidate('');
    assert.equal(asked.length, 1);
  });

  it('of long ago that nothing shows leave the memory', () => {
    const { reads } = someReads();
    const { fetch } = slowServer();
    for (let n = 0; n < 70; n++) reads.set(`customers/profile/${n}`, n);
    reads.show('a', fetch, () => undefined)();
    assert.equal(reads.peek('customers/profile/0').data, undefined);
    assert.equal(reads.peek('customers/profile/69').data, 69);
  });
});
