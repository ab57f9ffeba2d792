/** A power cut may leave any file of the data folder empty or cut short: the server starts, or names the file. */
import assert from 'node:assert/strict';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { endStarted, forget, newDataDir, runToEnd, start, within } from './running.ts';

const dataDir = newDataDir();
afterEach(endStarted);
after(() => forget(dataDir));

const pidFile = join(dataDir, 'postgres', 'postmaster.pid');

/** Starts a server, which must answer, and stops it again. */
async function serves(): Promise<void> {
  const server = await start(dataDir);
  const answer = await fetch(server.url);
  assert.equal(answer.status, 200);
  server.child.kill('SIGTERM');
  assert.equal(await within(server.ended), 0);
}

before(serves);

test('an empty postmaster.pid is removed, and the server starts', async () => {
  writeFileSync(pidFile, '');
  utimesSync(pidFile, new Date(0), new Date(0));
  await serves();
});

test('an empty postmaster.pid that was written a moment ago, as by a Postgres that is starting, is given a moment first', async () => {
  writeFileSync(pidFile, '');
  await serves();
});

test('a postmaster.pid that was cut short is no obstacle', async () => {
  writeFileSync(pidFile, '99');
  await serves();
});

for (const [name, what] of [
  ['postgres.secret', ''],
  ['postgres.secret', '0123456789abcdef'],
  ['secret', ''],
  ['secret', 'x'.repeat(64)],
]) {
  test(`a ${name} of ${what?.length} characters that are no secret is named, and nothing is put in its place`, async () => {
    const file = join(dataDir, name as string);
    const whole = readFileSync(file);
    writeFileSync(file, what as string);
    const { code, output } = await runToEnd(dataDir);
    assert.equal(code, 1, output);
    assert.match(output, /^\S+ is damaged: it should hold 64 hexadecimal digits .* copy .*\n$/);
    assert.ok(output.startsWith(file), output);
    assert.equal(readFileSync(file, 'utf8'), what);
    writeFileSync(file, whole);
    await serves();
  });
}
