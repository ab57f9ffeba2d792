/** Tests the product as `npm start` starts it: for the first time, again, and after a kill of the command. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import {
  descendantsOf,
  endStarted,
  killNow,
  newDataDir,
  processesOf,
  removeDataDir,
  runToEnd,
  start,
  waitUntil,
  withTimeout,
} from './running.ts';

const dataDir = newDataDir();
afterEach(endStarted);
after(() => removeDataDir(dataDir));

const command = [join(dirname(dirname(import.meta.dirname)), 'scripts', 'run.mjs'), 'start'];

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => null);
  return answer?.status === 200;
}

test('a first start fills the demo, prints the address and is ready, and Ctrl-C ends all processes', async () => {
  const server = await start(dataDir, command);
  assert.ok(await isReady(server.url));
  const { status, headers } = await fetch(server.url);
  assert.equal(status, 200);
  assert.match(headers.get('content-type') ?? '', /text\/html/);
  server.child.kill('SIGINT');
  assert.equal(await withTimeout(server.ended), 0);
  assert.deepEqual(processesOf(dataDir), []);
});

test('the next start is ready, and a second start meanwhile says so and ends', async () => {
  const server = await start(dataDir, command);
  assert.ok(await isReady(server.url));
  const second = await runToEnd(dataDir, command);
  assert.equal(second.code, 1);
  assert.match(second.output, /running on these data already/);
  server.child.kill('SIGTERM');
  assert.equal(await withTimeout(server.ended), 0);
});

test('the server and Postgres end by themselves after kill -9 of the command', async () => {
  const server = await start(dataDir, command);
  const below = descendantsOf(server.pid);
  killNow([server.pid]);
  await waitUntil(() => processesOf(dataDir).length === 0, 'Postgres has ended');
  const next = await start(dataDir, command);
  assert.ok(!descendantsOf(next.pid).some((pid) => below.includes(pid)));
  next.child.kill('SIGTERM');
  assert.equal(await withTimeout(next.ended), 0);
});
