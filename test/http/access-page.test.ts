/** Tests that docs/access.md describes the access table of the code. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessPage } from '#kit/access-page.ts';

test('docs/access.md is the page that `node scripts/generate-access.ts` writes', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'access.md'), 'utf8');
  assert.equal(page, accessPage());
});
