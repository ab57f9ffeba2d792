/**
 * The API stays as it was: `/openapi.json` says what `docs/api.jsonl` says, a line for each operation and one for the
 * rest. A deliberate change is written by `OTO_WRITE_API=1 npm test -- test/http/api-contract`.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';

const FILE = join(import.meta.dirname, '..', '..', 'docs', 'api.jsonl');
const product = await startDemoServer();
const { body: description } = await product.device().get('/openapi.json');

test('the description of every operation is the one that was agreed on', () => {
  const { paths, ...rest } = description;
  const lines = Object.entries<Record<string, object>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      lineOf({ operation: `${method.toUpperCase()} ${path}`, ...operation }),
    ),
  );
  const said = [lineOf(rest), ...lines.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'))];
  if (process.env.OTO_WRITE_API) writeFileSync(FILE, `${said.join('\n')}\n`);
  const agreed = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  assert.deepEqual(said.map(nameOf), agreed.map(nameOf));
  said.forEach((line, index) => {
    assert.deepEqual(JSON.parse(line), JSON.parse(agreed[index] as string));
  });
});

/** The order of fields says nothing. */
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
