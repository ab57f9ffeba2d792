/** Tests that every refused request, also one that the HTTP parser refuses, is a problem in the caller's language with all headers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { securityHeaders } from '#http/core/requests/security-headers.ts';
import { WRITING_LIMIT } from '#http/core/requests/writing-limit.ts';
import { openBareApp, type RawAnswer, sendRaw } from '#kit/bare-app.ts';

const { port } = await openBareApp({
  secure: true,
  requestLimits: { headersMs: 200, bodyMs: 300, idleMs: 65_000, checkEveryMs: 20 },
  routes: [
    async (routes) => {
      const config = { operations: ['read_health'] } as const;
      routes.get('/api/v1/thing', { config }, async () => ({}));
      routes.get('/api/v1/things/:id', { config }, async () => ({}));
      routes.post('/api/v1/thing', { config }, async () => ({}));
      routes.get('/api/v1/closed', { config: { operations: ['keep_turn'] } }, async () => ({}));
      routes.get('/api/v1/rare', { config: { ...config, rateLimit: { ...WRITING_LIMIT, max: 0 } } }, async () => ({}));
      routes.get('/api/v1/broken', { config }, async () => {
        throw new Error('a fault');
      });
    },
  ],
});

const LANGUAGE = 'Accept-Language: es\r\n';
const request = (line: string, ...headers: string[]) =>
  `${line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${LANGUAGE}${headers.map((each) => `${each}\r\n`).join('')}\r\n`;
const json = 'Content-Type: application/json';

const REFUSALS: readonly (readonly [what: string, status: number, raw: string])[] = [
  ['an unknown path', 404, request('GET /api/v1/nothing')],
  ['an unknown method of a known path', 404, request('DELETE /api/v1/thing')],
  ['an unknown method', 400, request('BREW /api/v1/thing')],
  ['a caller without a session', 401, request('GET /api/v1/closed')],
  ['a page of another site', 403, request('POST /api/v1/thing', 'Origin: https://evil.example')],
  ['a body that is not JSON', 400, `${request('POST /api/v1/thing', json, 'Content-Length: 1')}{`],
  ['a body of another type', 400, `${request('POST /api/v1/thing', 'Content-Type: text/plain', 'Content-Length: 1')}a`],
  ['a body too large', 413, request('POST /api/v1/thing', json, 'Content-Length: 99999999')],
  ['a body that never arrives', 408, request('POST /api/v1/thing', json, 'Content-Length: 9')],
  ['a path segment that is too long', 414, request(`GET /api/v1/things/${'x'.repeat(300)}`)],
  ['headers too large', 431, request('GET /api/v1/thing', `Cookie: ${'x'.repeat(20_000)}`)],
  ['a path too long for any header', 431, request(`GET /api/v1/things?${'x'.repeat(20_000)}`)],
  ['bad percent-encoding', 400, request('GET /api/v1/%zz')],
  ['bad percent-encoding of bytes', 400, request('GET /api/v1/things/%ff')],
  ['text that is not a request', 400, 'nonsense\r\n\r\n'],
  ['text that is not a header', 400, request('GET /api/v1/thing', 'no colon here')],
  ['two content lengths', 400, request('POST /api/v1/thing', 'Content-Length: 1', 'Content-Length: 2')],
  ['a request without a host', 400, `GET /api/v1/thing HTTP/1.1\r\nConnection: close\r\n${LANGUAGE}\r\n`],
  ['too many requests', 429, request('GET /api/v1/rare')],
  ['a request whose handler throws', 500, request('GET /api/v1/broken')],
];

const EXPECTED = Object.entries(securityHeaders(true));

function assertHeaders({ headers }: RawAnswer, what: string): void {
  for (const [name, value] of EXPECTED) assert.equal(headers[name], value, `${name} of ${what}`);
}

for (const [what, status, raw] of REFUSALS) {
  test(`${what} is refused with ${status}, as a problem, with the headers of every answer`, async () => {
    const answer = await sendRaw(port, raw);
    assert.equal(answer.status, status);
    assertHeaders(answer, what);
    assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
    const problem = JSON.parse(answer.body);
    assert.equal(problem.status, status);
    assert.match(problem.type, /^\/problems\/[a-z-]+$/);
    // Where the parser stops before the headers, the server does not know the caller's language.
    const isLanguageKnown = raw.includes(LANGUAGE) && answer.body.includes('"instance"');
    if (isLanguageKnown) assert.equal(answer.headers['content-language'], 'es');
  });
}

test('a refusal of the parser is in the caller’s language where the parser has read that header', async () => {
  const answer = await sendRaw(port, request('GET /api/v1/thing', 'no colon here'));
  assert.equal(answer.headers['content-language'], 'es');
  assert.match(JSON.parse(answer.body).detail, /^La dirección/);
});

test('a percent-encoded API path is also answered with all headers', async () => {
  for (const path of ['/%61pi/v1/thing', '/api/%76%31/thing', '/%61pi/v1/nothing']) {
    assertHeaders(await sendRaw(port, request(`GET ${path}`)), path);
  }
});
