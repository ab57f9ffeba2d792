/** Tests that the generated types of the schema are those of the migrated database. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { describeSchema } from '#kit/describe-schema.ts';

test('src/db/schema.ts describes the schema that the migrations create; node scripts/generate-schema.ts writes it', async () => {
  const written = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'db', 'schema.ts'), 'utf8');
  assert.equal(written, await describeSchema());
});
