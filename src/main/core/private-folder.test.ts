/** Tests of private folders: only the owner can read what is in the data folder. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { signingKeyOf } from '#db/core/installation/signing-key.ts';
import { headsKeeper } from '#main/record/head-file.ts';
import { CannotStart } from './cannot-start.ts';
import { makePrivateFolder } from './private-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'oto-private-'));
after(() => rmSync(folder, { recursive: true }));
const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8);

test('a new folder gets mode 0700, and so does an old folder that others could enter', () => {
  const [fresh, old] = [join(folder, 'a', 'fresh'), join(folder, 'old')];
  makePrivateFolder(fresh);
  assert.equal(modeOf(fresh), '700');
  mkdirSync(old);
  chmodSync(old, 0o755);
  makePrivateFolder(old);
  assert.equal(modeOf(old), '700');
});

test('a folder with the sticky bit keeps its mode', () => {
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  chmodSync(shared, 0o1777);
  makePrivateFolder(shared);
  assert.equal(modeOf(shared), '1777');
});

test('the heads keeper writes files that only the owner can read, and closes an open folder', async () => {
  const heads = join(folder, 'heads');
  mkdirSync(heads);
  chmodSync(heads, 0o755);
  const keep = headsKeeper(heads, signingKeyOf('a secret of tests'), async () => []);
  await keep('2026-11-23', { brand: { number: 1, link: 'ab' } });
  assert.equal(modeOf(heads), '700');
  assert.equal(modeOf(join(heads, '2026-11-23.json')), '600');
});

test('a path that cannot be a folder gives one sentence that says what to do', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  assert.throws(
    () => makePrivateFolder(join(file, 'data')),
    (error: Error) => {
      assert.ok(error instanceof CannotStart);
      assert.match(error.message, /file.* cannot be written: .*OTO_DATA_DIR\.$/);
      return true;
    },
  );
});
