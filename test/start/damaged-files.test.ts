/** Tests a start after a power cut, which may leave a file of the data folder empty or truncated: the server starts, or names the file. */
import assert from 'node:assert/strict';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { endStarted, newDataDir, removeDataDir, runToEnd, start, withTimeout } from './running.ts';

const dataDir = newDataDir();
afterEach(endStarted);
after(() => removeDataDir(dataDir));

const pidFile = join(dataDir, 'postgres', 'postmaster.pid');

/** Starts a server, checks that it answers, and stops it. */
async function checkServing(): Promise<void> {
  const server = await start(dataDir);
  const answer = await fetch(server.url);
  assert.equal(answer.status, 200);
  server.child.kill('SIGTERM');
  assert.equal(await withTimeout(server.ended), 0);
}

before(checkServing);

test('an empty postmaster.pid is removed, and the server starts', async () => {
  writeFileSync(pidFile, '');
  utimesSync(pidFile, new Date(0), new Date(0));
  await checkServing();
});

test('the server also starts with an empty postmaster.pid that was just written, as by a Postgres that is starting', async () => {
  writeFileSync(pidFile, '');
  await checkServing();
});

test('the server starts with a truncated postmaster.pid', async () => {
  writeFileSync(pidFile, '99');
  await checkServing();
});

for (const [name, damaged] of [
  ['postgres.secret', ''],
  ['postgres.secret', '0123456789abcdef'],
  ['secret', ''],
  ['secret', 'x'.repeat(64)],
]) {
  test(`a damaged ${name} of ${damaged?.length} characters is named in the error and not overwritten`, async () => {
    const file = join(dataDir, name as string);
    const whole = readFileSync(file);
    writeFileSync(file, damaged as string);
    const { code, output } = await runToEnd(dataDir);
    assert.equal(code, 1, output);
    assert.match(output, /^\S+ is damaged: it should hold 64 hexadecimal digits .* copy .*\n$/);
    assert.ok(output.startsWith(file), output);
    assert.equal(readFileSync(file, 'utf8'), damaged);
    writeFileSync(file, whole);
    await checkServing();
  });
}
