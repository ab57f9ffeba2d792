/** Tests of the embedded Postgres's start: each reason that keeps it from starting gives a sentence that says what to do. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { unwritable } from '#main/core/private-folder.ts';
import { portIn } from './postgres-address.ts';
import { startFault } from './postgres-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'oto-process-'));
after(() => rmSync(folder, { recursive: true }));

test('startFault has one sentence each for too little shared memory, a read-only folder and a full disk', () => {
  const said = {
    'FATAL:  could not resize shared memory segment "/PostgreSQL.3718462" to 1048576 bytes: No space left on device':
      /^Postgres needs more shared memory.*\/dev\/shm.*DATABASE_URL\.$/,
    'FATAL:  could not open shared memory segment "/PostgreSQL.1": Permission denied':
      /^Postgres needs more shared memory/,
    'FATAL:  could not create lock file "postmaster.pid": Read-only file system':
      /^\/data cannot be written: .*read-only/,
    'FATAL:  could not write lock file "postmaster.pid": No space left on device': /^\/data cannot be written: .*full/,
  };
  for (const [line, sentence] of Object.entries(said)) {
    assert.match(startFault(`LOG:  starting\n${line}\nLOG:  database system is shut down`, '/data') ?? '', sentence);
  }
  assert.equal(startFault('FATAL:  lock file "postmaster.pid" already exists', '/data'), null);
});

test('unwritable names the file, the reason and what to do, and returns null for other errors', () => {
  const error = (code: string) => Object.assign(new Error(code), { code, path: '/data/secret.1' });
  const sentence = /^\/data\/secret\.1 cannot be written: .*OTO_DATA_DIR\.$/;
  for (const code of ['EROFS', 'EACCES', 'ENOSPC']) {
    assert.match(unwritable('/data', error(code))?.message ?? '', sentence);
  }
  assert.equal(unwritable('/data', error('EMFILE')), null);
});

test('portIn returns 0, any free port, for a file that was not written completely', () => {
  const file = join(folder, 'port');
  assert.equal(portIn(file), 0);
  for (const [text, port] of [
    ['', 0],
    ['\0\0\0\0', 0],
    ['54x', 0],
    ['99999', 0],
    ['54321', 54321],
  ] as const) {
    writeFileSync(file, text);
    assert.equal(portIn(file), port);
  }
});
