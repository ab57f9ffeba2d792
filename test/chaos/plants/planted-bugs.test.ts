/** A planted bug that matches the product's text no more proves nothing: each must still match, whether the check plays it or not. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { plantedBugs } from './planted-bugs.ts';

const root = join(import.meta.dirname, '..', '..', '..');

for (const { name, changes } of plantedBugs) {
  test(`the text that the planted bug "${name}" changes is in the product exactly once`, () => {
    for (const { file, find } of changes) {
      const text = readFileSync(join(root, file), 'utf8');
      assert.equal(text.split(find).length - 1, 1, `${file}: ${find}`);
    }
  });
}
