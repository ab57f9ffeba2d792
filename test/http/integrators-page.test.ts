/** Sends each example of docs/integrators.md to the demo in the page's order, and checks that the answer has what the page shows. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer } from '#kit/demo-server.ts';

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'integrators.md'), 'utf8');
const EXAMPLE = /```http\n(?<request>[\s\S]*?)```\n```json (?<status>\d{3})\n(?<answer>[\s\S]*?)```/g;
/** In the page, the mark for any text. */
const ANY_TEXT = '…';
/** A word of the page for a value of an earlier answer, such as `CUSTOMER`. */
const PLACEHOLDER = /\b[A-Z]{3,}\d?\b/g;
const METHODS = new Set(['GET', 'POST', 'DELETE', 'PATCH']);

interface Example {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

const product = await startDemoServer();

test('every example of the integrators page gets the answer that the page shows', async () => {
  await product.at('2026-11-26T00:00:00Z');
  const examples = [...PAGE.matchAll(EXAMPLE)];
  assert.equal(examples.length, PAGE.split('```http').length - 1, 'every example must have a request and an answer');
  assert.ok(examples.length > 10);

  const device = product.device();
  const values = new Map(['KEY1', 'KEY2', 'KEY3', 'KEY4'].map((name) => [name, uuidv7()]));
  for (const { groups } of examples) {
    const { line, headers, body, status, answer } = readExample(groups as Record<string, string>, values);
    const [method = '', path = ''] = line.split(' ');
    const sent = await device.send(method, path, body, headers);
    assert.equal(sent.status, status, `${line}: ${JSON.stringify(sent.body)}`);
    compare(answer, sent.body, line, values);
  }
});

/** Reads an example and replaces its placeholders by values of earlier answers. */
function readExample(
  { request = '', status, answer = '' }: Record<string, string>,
  values: ReadonlyMap<string, string>,
): Example {
  const filled = request.replace(PLACEHOLDER, (name) => {
    if (METHODS.has(name)) return name;
    const value = values.get(name);
    assert.ok(value, `${name} is in no earlier answer`);
    return value;
  });
  const [line = '', ...rest] = filled.trim().split('\n');
  const bodyAt = rest.findIndex((each) => each.startsWith('{'));
  const headers = (bodyAt === -1 ? rest : rest.slice(0, bodyAt)).map((each) => each.split(': ') as [string, string]);
  const body = bodyAt === -1 ? undefined : JSON.parse(rest.slice(bodyAt).join('\n'));
  return {
    ...{ line, headers: Object.fromEntries(headers), body, status: Number(status) },
    answer: answer.trim() === '' ? null : JSON.parse(answer),
  };
}

/** Checks that `actual` has every value that the page shows; it may have more. A new placeholder takes the actual value. */
function compare(shown: unknown, actual: unknown, place: string, values: Map<string, string>): void {
  if (shown === ANY_TEXT) {
    assert.ok(typeof actual === 'string' && actual.length > 0, place);
  } else if (typeof shown === 'string' && shown.match(PLACEHOLDER)?.[0] === shown) {
    assert.equal(typeof actual, 'string', place);
    if (!values.has(shown)) values.set(shown, actual as string);
    assert.equal(actual, values.get(shown), place);
  } else if (typeof shown === 'object' && shown !== null) {
    assert.ok(typeof actual === 'object' && actual !== null, place);
    for (const [key, value] of Object.entries(shown)) {
      compare(value, (actual as Record<string, unknown>)[key], `${place} ${key}`, values);
    }
  } else {
    assert.deepEqual(actual, shown, place);
  }
}
