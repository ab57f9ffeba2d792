/** What lies in the data folder is for its owner alone. */
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

test('a folder is made for its owner alone, and one that others could enter is closed to them', () => {
  const [fresh, old] = [join(folder, 'a', 'fresh'), join(folder, 'old')];
  makePrivateFolder(fresh);
  assert.equal(modeOf(fresh), '700');
  mkdirSync(old);
  chmodSync(old, 0o755);
  makePrivateFolder(old);
  assert.equal(modeOf(old), '700');
});

test('a folder that everybody shares is left as it is', () => {
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  chmodSync(shared, 0o1777);
  makePrivateFolder(shared);
  assert.equal(modeOf(shared), '1777');
});

test('heads are written into a folder and files for their owner alone, also where the folder was open', async () => {
  const heads = join(folder, 'heads');
  mkdirSync(heads);
  chmodSync(heads, 0o755);
  const keep = headsKeeper(heads, signingKeyOf('a secret of tests'), async () => []);
  await keep('2026-11-23', { brand: { number: 1, link: 'ab' } });
  assert.equal(modeOf(heads), '700');
  assert.equal(modeOf(join(heads, '2026-11-23.json')), '600');
});

test('a place that is no folder is named in one sentence that says what to do', () => {
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
