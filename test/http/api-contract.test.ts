/**
 * Tests that the API has not changed by accident: `/openapi.json` must equal `docs/api.jsonl`, which has a line for each
 * operation and one for the rest. `OTO_WRITE_API=1 npm test -- test/http/api-contract` writes a deliberate change to the file.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';

const FILE = join(import.meta.dirname, '..', '..', 'docs', 'api.jsonl');
const product = await startDemoServer();
const { body: description } = await product.device().get('/openapi.json');

test('the description of every operation equals its line in docs/api.jsonl', () => {
  const { paths, ...rest } = description;
  const lines = Object.entries<Record<string, object>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      lineOf({ operation: `${method.toUpperCase()} ${path}`, ...operation }),
    ),
  );
  const served = [lineOf(rest), ...lines.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'))];
  if (process.env.OTO_WRITE_API) writeFileSync(FILE, `${served.join('\n')}\n`);
  const agreed = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  assert.deepEqual(served.map(nameOf), agreed.map(nameOf));
  served.forEach((line, index) => {
    assert.deepEqual(JSON.parse(line), JSON.parse(agreed[index] as string));
  });
});

/** Writes a value as JSON with sorted fields, because the order of fields has no meaning. */
function lineOf(value: object): string {
  return JSON.stringify(value, (_, each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function nameOf(line: string): string {
  return JSON.parse(line).operation ?? 'the rest';
}
