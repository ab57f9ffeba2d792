/** The types that queries are checked against are those of the database. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { describeSchema } from '#kit/describe-schema.ts';

test('src/db/schema.ts is what the migrations make; node scripts/generate-schema.ts writes it', async () => {
  const written = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'db', 'schema.ts'), 'utf8');
  assert.equal(written, await describeSchema());
});
