/** Tests that the next server starts however the last one ended, and that no acknowledged row is lost. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import {
  endStarted,
  killNow,
  newDataDir,
  processesOf,
  type Running,
  removeDataDir,
  runToEnd,
  start,
  waitUntil,
  withTimeout,
} from './running.ts';

const dataDir = newDataDir();
afterEach(endStarted);
after(() => removeDataDir(dataDir));

const isRoot = process.getuid?.() === 0;

async function stop({ child, ended }: Running): Promise<number | null> {
  child.kill('SIGTERM');
  return withTimeout(ended);
}

async function addBrand(url: string, slug: string): Promise<boolean> {
  const answer = await fetch(`${url}/${slug}`, { method: 'POST' }).catch(() => null);
  return answer?.status === 201;
}

async function readState(url: string): Promise<{ slugs: string[]; obstacles: string[] }> {
  const answer = await fetch(url);
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.json() as Promise<{ slugs: string[]; obstacles: string[] }>;
}

test('a first start is ready, and Ctrl-C, also sent several times, ends all processes within ten seconds', async () => {
  const server = await start(dataDir);
  assert.deepEqual((await readState(server.url)).obstacles, []);
  const beganAt = performance.now();
  for (let time = 0; time < 3; time += 1) server.child.kill('SIGINT');
  assert.equal(await withTimeout(server.ended), 0);
  assert.ok(performance.now() - beganAt < 10_000);
  assert.deepEqual(processesOf(dataDir), []);
});

test('only the owner may enter the data folder, also where others could before', async () => {
  chmodSync(dataDir, 0o755);
  const server = await start(dataDir);
  assert.equal((statSync(dataDir).mode & 0o7777).toString(8), '700');
  assert.equal(await stop(server), 0);
});

test('requests that run when the server is told to stop are answered', async () => {
  const server = await start(dataDir);
  const adding = Promise.all(Array.from({ length: 20 }, (_, n) => addBrand(server.url, `under-way-${n}`)));
  await waitUntil(async () => (await readState(server.url)).slugs.length > 0, 'the first row is written');
  server.child.kill('SIGTERM');
  assert.deepEqual(
    await adding,
    Array.from({ length: 20 }, () => true),
  );
  assert.equal(await withTimeout(server.ended), 0);
});

test('a second start on the same data says that a server is running, and does not disturb it', async () => {
  const first = await start(dataDir);
  const second = await runToEnd(dataDir);
  assert.equal(second.code, 1);
  assert.match(second.output, /A server is running on these data already/);
  assert.ok(second.output.includes(`process ${first.pid}`) && second.output.includes(dataDir), second.output);
  assert.equal(second.output.trim().split('\n').length, 1, 'the output is not one sentence');
  assert.ok(await addBrand(first.url, 'undisturbed'));
  assert.equal(await stop(first), 0);
  assert.deepEqual(processesOf(dataDir), []);
});

test('of two servers that start at the same time on new data, one serves and the other says so', async () => {
  const fresh = newDataDir();
  const outcomes = await Promise.allSettled([start(fresh), start(fresh)]);
  const serving = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  for (const { value } of serving) assert.equal(await stop(value), 0);
  assert.deepEqual([serving.length, refused.length], [1, 1]);
  assert.match(String(refused[0]?.reason), /A server is running on these data already/);
  removeDataDir(fresh);
});

test('after kill -9 of the server alone, the next server uses the running Postgres with every row', async () => {
  const killed = await start(dataDir);
  assert.ok(await addBrand(killed.url, 'before-kill'));
  const left = processesOf(dataDir);
  killNow([killed.pid]);
  await withTimeout(killed.ended);
  assert.deepEqual(processesOf(dataDir), left);

  const next = await start(dataDir);
  assert.deepEqual(processesOf(dataDir), left);
  assert.ok((await readState(next.url)).slugs.includes('before-kill'));
  assert.equal(await stop(next), 0);
  assert.deepEqual(processesOf(dataDir), []);
});

test('after kill -9 of the server and Postgres during writes, no acknowledged row is lost', async () => {
  const killed = await start(dataDir);
  const acknowledged: string[] = [];
  const write = async (writer: number) => {
    for (let n = 0; await addBrand(killed.url, `row-${writer}-${n}`); n += 1) acknowledged.push(`row-${writer}-${n}`);
  };
  const writers = [1, 2, 3, 4].map(write);
  await waitUntil(() => acknowledged.length > 100, 'a hundred rows are acknowledged');
  killNow([killed.pid, ...processesOf(dataDir)]);
  await Promise.all(writers);
  await waitUntil(() => processesOf(dataDir).length === 0, 'every process has ended');

  const next = await start(dataDir);
  const { slugs } = await readState(next.url);
  const lost = acknowledged.filter((slug) => !slugs.includes(slug));
  assert.deepEqual(lost, []);
  assert.equal(await stop(next), 0);
});

test('where Postgres alone is killed, the server starts it again and continues to serve', async () => {
  const server = await start(dataDir);
  const [postmaster = 0] = processesOf(dataDir);
  killNow([postmaster]);
  await waitUntil(() => !processesOf(dataDir).includes(postmaster), 'Postgres has ended');
  await waitUntil(() => addBrand(server.url, 'after-recovery'), 'the server answers again');
  const second = await runToEnd(dataDir);
  assert.match(second.output, /running on these data already/, 'the first server is not running any more');
  assert.equal(await stop(server), 0);
  assert.deepEqual(processesOf(dataDir), []);
});

test('the server starts where postmaster.pid names the process number of another program', async () => {
  const cluster = join(
    statSync(join(dataDir, 'WHERE.txt'), { throwIfNoEntry: false }) ? whereOf(dataDir) : dataDir,
    'postgres',
  );
  const note = `${process.pid}\n${cluster}\n1700000000\n5432\n${dataDir}\n\n  1234567    123\nready   \n`;
  writeFileSync(join(cluster, 'postmaster.pid'), note);
  const server = await start(dataDir);
  assert.deepEqual((await readState(server.url)).obstacles, []);
  assert.equal(await stop(server), 0);
});

test('data in a folder that only its owner may enter are served, and WHERE.txt says where they are', async () => {
  const closed = newDataDir();
  const inner = join(closed, 'home', 'data');
  mkdirSync(inner, { recursive: true, mode: 0o700 });
  const server = await start(inner);
  assert.ok(await addBrand(server.url, 'kept'));
  assert.equal(await stop(server), 0);
  if (isRoot) assert.match(readFileSync(join(inner, 'WHERE.txt'), 'utf8'), /^\/var\/lib\/oto\/[0-9a-f]{16}\n/);
  const next = await start(inner);
  assert.ok((await readState(next.url)).slugs.includes('kept'));
  assert.equal(await stop(next), 0);
  removeDataDir(inner);
  removeDataDir(closed);
});

test('a data folder whose path is too long for a socket is served over loopback, with a password', async () => {
  const long = join(newDataDir(), 'x'.repeat(100), 'data');
  mkdirSync(long, { recursive: true, mode: 0o755 });
  const server = await start(long);
  assert.deepEqual((await readState(server.url)).obstacles, []);
  assert.equal(await stop(server), 0);
  removeDataDir(long);
  removeDataDir(join(long, '..', '..'));
});

test('a start on a port in use prints one sentence, and leaves no process', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { code, output } = await runToEnd(dataDir, undefined, { PORT: String(port) });
  other.close();
  assert.equal(code, 1);
  assert.equal(output, `Port ${port} is taken. Give another in PORT.\n`);
  assert.deepEqual(processesOf(dataDir), []);
});

test('a start with faulty settings prints all faults and starts nothing', async () => {
  const { code, output } = await runToEnd(dataDir, undefined, { PORT: 'http', LOG_LEVEL: 'loud' });
  assert.equal(code, 1);
  assert.match(output, /^PORT is not .*\.\nLOG_LEVEL is not .*\.\n$/);
});

function whereOf(dir: string): string {
  return readFileSync(join(dir, 'WHERE.txt'), 'utf8').split('\n')[0] ?? '';
}
