/** Tests of the clock watch with a real database (D8): each change of the clock's state is reported once. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, beforeEach, test } from 'node:test';
import { listen } from '#db/core/connection/listen.ts';
import type { Reads } from '#db/core/db.ts';
import { urlOf } from '#db/core/installation/roles.ts';
import { clearClockWatches, readDatabaseClock } from '#db/time/database-clock.ts';
import { createMetrics } from '#http/core/metrics.ts';
import { withDatabase } from '#kit/database.ts';
import { HostClockWatch, startClockWatch } from './clock-watch.ts';

const { db, logins } = await withDatabase();
const HOUR = 3_600_000;

/** How far this test moves the host's wall clock and monotonic clock. */
const host = { setBy: 0, sleptFor: 0 };
const told: (string | null)[] = [];
const metrics = createMetrics();
const deps = {
  db,
  hostNow: () => Date.now() + host.setBy,
  monotonicNow: () => performance.now() + host.sleptFor,
  onChange: (why: string | null) => {
    told.push(why);
    metrics.setClockSafe(why === null);
  },
};
beforeEach(() => {
  Object.assign(host, { setBy: 0, sleptFor: 0 });
  told.length = 0;
});

/** Moves all clocks by 66 s in steps of a second, checks each second and compares each fifth, without waiting. */
async function passAgreeingMinute(watch: HostClockWatch): Promise<void> {
  for (let second = 0; second <= 65; second++) {
    host.sleptFor += 1_000;
    host.setBy += 1_000;
    ahead += 1_000;
    watch.check();
    if (second % 5 === 0) await watch.compare();
  }
}
/** How far this test moves the database's clock. */
let ahead = 0;
const movedAlong: Pick<Reads, 'readOutside'> = {
  readOutside: (work) =>
    db.readOutside((reads) =>
      work({
        q: reads.q,
        run: async (statement, args) => {
          const rows = await reads.run(statement, args);
          return statement.name === readDatabaseClock.name
            ? rows.map((row) => ({ ...row, now: (row as { now: number }).now + ahead }))
            : rows;
        },
      }),
    ),
};

test('the clock is safe at once if the database agrees at the start', async () => {
  const { watch, stop } = await startClockWatch(deps);
  assert.deepEqual([watch.isSafe(), watch.why(), told], [true, null, [null]]);
  await stop();
});

test('the clock is unsafe if the database disagrees at the start, and the reason says by how much', async () => {
  host.setBy = -2 * HOUR;
  const { watch, stop } = await startClockWatch(deps);
  assert.equal(watch.isSafe(), false);
  assert.match(watch.why() ?? '', /^the host’s clock is 7(199\.\d|200(\.\d)?) s behind the database’s$/);
  await stop();
});

test('a jump makes the clock unsafe at the next question, is reported once, and ends after a minute of agreement', async () => {
  const watch = new HostClockWatch({ ...deps, db: movedAlong });
  await watch.compare();
  host.setBy = HOUR;
  assert.deepEqual([watch.isSafe(), watch.isSafe()], [false, false]);
  assert.deepEqual(told, [null, 'the host’s clock was set, or the host slept']);
  assert.match(await metrics.registry.metrics(), /^oto_clock_unsafe 1$/m);
  await watch.compare();
  assert.match(
    watch.why() ?? '',
    /^the host’s clock is 3600(\.\d)? s ahead of|^the host’s clock is 3599\.\d s ahead of/,
  );

  host.setBy = ahead;
  await passAgreeingMinute(watch);
  assert.equal(watch.isSafe(), true);
  assert.match(await metrics.registry.metrics(), /^oto_clock_unsafe 0$/m);
  assert.equal(told.at(-1), null);
});

test('a database that does not answer changes nothing', async () => {
  const watch = new HostClockWatch({ ...deps, db: { readOutside: () => Promise.reject(new Error('gone')) } });
  await watch.compare();
  assert.equal(watch.why(), 'the host’s clock has not been compared with the database’s yet');
});

test('`clear` of an operator makes the clock safe on every watch that listens', { timeout: 20_000 }, async () => {
  const watches = [new HostClockWatch(deps), new HostClockWatch(deps)];
  for (const watch of watches) await watch.compare();
  host.setBy = HOUR;
  assert.deepEqual(
    watches.map((watch) => watch.isSafe()),
    [false, false],
  );

  const heard = new EventTarget();
  const connected = once(heard, 'connected');
  const listener = listen({
    url: urlOf('oto_runtime', logins),
    channels: {
      oto_clock_clear: () => {
        for (const watch of watches) watch.clear();
        heard.dispatchEvent(new Event('cleared'));
      },
    },
    onConnected: () => heard.dispatchEvent(new Event('connected')),
    onError: (error) => assert.fail(error),
  });
  after(() => listener.close());
  await connected;
  const cleared = once(heard, 'cleared');
  await db.outside(async (tx) => tx.send(clearClockWatches, {}));
  await cleared;
  assert.deepEqual(
    watches.map((watch) => watch.isSafe()),
    [true, true],
  );
});
