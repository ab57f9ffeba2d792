/** The page of who may do what is as the code says it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessPage } from '#kit/access-page.ts';

test('docs/access.md is as `node scripts/generate-access.ts` writes it', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'access.md'), 'utf8');
  assert.equal(page, accessPage());
});
