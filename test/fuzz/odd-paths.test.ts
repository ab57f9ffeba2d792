/** Tests that paths that no browser sends are refused with a 4xx problem. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';
import { sender } from './send.ts';

const product = await startDemoServer();
const { send, close } = sender(product.base);
after(close);

const get = async (path: string, method = 'GET') => {
  const answer = await send({ method, path, headers: {}, body: null }, '');
  assert.notEqual(answer, 'hung', path);
  return answer as Exclude<typeof answer, 'hung'>;
};

test('a path with empty or dot segments, U+0000, backslashes or invalid bytes is answered 400 as bad-path', async () => {
  const paths = [
    ...['//', '//api/v1/brands', '///etc/passwd', '/assets//x', '/api//v1/session'],
    ...['/..', '/.', '/../etc/passwd', '/%2e%2e/etc/passwd', '/assets/../../x', '/api/v1/..', '/docs/%2e%2e%2fx/../y'],
    ...['/%00', '/api/v1/%00', '/api/v1/brands/%00', '/docs/static/%00', '/assets/a%0ab', '/api/v1/customers/%7f'],
    ...['/%', '/%ff', '/api/v1/brands/%ff', '/api/v1/help/%ED%A0%80/feedback', '/\\', '/%5c%5c', '/api\\v1'],
    ...['/api/v1/session?x=%', '/api/v1/session?x=%ff', '*'],
  ];
  for (const path of paths) {
    const { status, contentType, text } = await get(path);
    const type = contentType.startsWith('application/problem+json') ? JSON.parse(text).type : contentType;
    assert.deepEqual([status, type], [400, '/problems/bad-path'], path);
  }
});

test('a bad path is refused for every method', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    for (const path of ['//', '/api/v1/%00', '/%ff'])
      assert.equal((await get(path, method)).status, 400, `${method} ${path}`);
  }
});

test('a very long path is refused as a problem', async () => {
  for (const path of [
    `/api/v1/brands/${'a'.repeat(300)}`,
    `/api/v1/${'a'.repeat(9_000)}`,
    `/docs/${'a/'.repeat(2_000)}`,
  ]) {
    const { status, contentType } = await get(path);
    assert.ok(status >= 400 && status < 500, `${status}`);
    assert.match(contentType, /^application\/problem\+json/);
  }
});

test('encoded letters, an empty query and the absolute form of a proxy are accepted', async () => {
  assert.equal((await get('/api/v1/help/caf%C3%A9/feedback')).status, 401);
  assert.equal((await get('/healthz?')).status, 200);
  assert.equal((await get('/healthz?q=a%2Fb+c')).status, 200);
  assert.equal((await get(`${product.base}/healthz`)).status, 200);
});
