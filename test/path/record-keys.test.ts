/** The signed heads of a running product, checked without any secret, by the published keys alone (R3). */
import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { startServer } from '#kit/start-server.ts';

const PATH = '/.well-known/oto-record-keys.json';
const product = await startDemoServer();

interface Key {
  readonly kid: string;
  readonly x: string;
  readonly number: number;
  readonly since: string;
  readonly previous: string | null;
  readonly signature: string;
  readonly previousSignature: string | null;
}

async function isSigned(key: Key, signed: unknown, signature: string): Promise<boolean> {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.x };
  const imported = await webcrypto.subtle.importKey('jwk', jwk, 'Ed25519', true, ['verify']);
  const text = Buffer.from(JSON.stringify(signed));
  return webcrypto.subtle.verify('Ed25519', imported, Buffer.from(signature, 'hex'), text);
}

test('the keys are public, cacheable, the same on every server, and name no brand', async () => {
  const other = new Client(await product.another({ listens: false }));
  const answers = [await product.device().get(PATH), await other.get(PATH)];
  for (const { status, headers, body } of answers) {
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /^application\/json/);
    assert.equal(headers.get('cache-control'), 'public, max-age=300');
    assert.deepEqual(headers.getSetCookie(), []);
    assert.deepEqual(body, answers[0]?.body);
    assert.deepEqual(Object.keys(body), ['keys']);
  }
  const [key, ...others]: Key[] = (answers[0] ?? assert.fail()).body.keys;
  assert.ok(key);
  assert.deepEqual([others, key.number, key.previous, key.previousSignature], [[], 1, null, null]);
  const thumbprint = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${key.x}"}`).digest('base64url');
  assert.equal(key.kid, thumbprint);
  assert.ok(await isSigned(key, ['record-key/1', 1, key.kid, key.x, key.since, null], key.signature));
});

test('an unknown path under /.well-known/ answers 404 and not with a page of the app', async () => {
  const { status, body } = await product.device().get('/.well-known/another.json');
  assert.deepEqual([status, body.type], [404, '/problems/not-found']);
});

test('an address that asks too often is refused for the rest of the minute', async () => {
  const asking = Array.from({ length: 130 }, () => product.device().get(PATH));
  const statuses = new Set((await Promise.all(asking)).map(({ status }) => status));
  assert.deepEqual([...statuses].toSorted(), [200, 429]);
});

test('a server signs the heads that it writes to the day’s file, and a reader with the file alone can check them', async () => {
  const { close } = await startServer(product);
  // A server that stops first ends its first round of chores, which writes the heads.
  await close();
  const file = join('.tmp', `product-${process.pid}`, 'heads', `${new Date().toISOString().slice(0, 10)}.json`);
  const { format, keys, heads } = JSON.parse(readFileSync(file, 'utf8'));
  assert.equal(format, 'oto-heads/1');
  const [key]: Key[] = keys;
  assert.ok(key);
  for (const { brandId, number, link, day, kid, signature } of heads) {
    assert.equal(kid, key.kid);
    const signed = ['head/1', brandId, number, link, day, kid];
    assert.ok(await isSigned(key, signed, signature));
    assert.ok(!(await isSigned(key, ['head/1', uuidv7(), number, link, day, kid], signature)));
  }
  const { rows } = await product.owner.query('select count(*)::int as n from brands');
  assert.equal(heads.length, rows[0].n);
});
