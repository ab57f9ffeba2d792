/**
 * Checks every operation of the API: no brand can read another, a caller who is not signed in reads nothing, and the
 * OpenAPI document says who may call.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
await product.at('2026-11-23T15:00:00.000Z');
const ana = await product.held('paulista@aurora.example', '1111');
const carla = await product.held('paulista@aurora.example', '9999');
const nina = await product.held('loja@brisa.example', '1111');
const aurora = await product.person('gestao@aurora.example');
const brisa = await product.person('gestao@brisa.example');
const support = await product.person('suporte@oto.example');

interface Described {
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
  readonly security?: unknown;
}

interface Operation extends Described {
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
}

const { body: contract } = await product.device().get('/openapi.json');
const operations: Operation[] = Object.entries<Record<string, Described>>(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { tags = [], ...rest }]) => ({
    ...rest,
    method: method.toUpperCase(),
    path,
    tags,
  })),
);

/** The operations that need no session. */
const OPEN = new Set([
  'POST /api/v1/session',
  'DELETE /api/v1/session',
  'POST /api/v1/session/totp',
  'POST /api/v1/links/open',
  'POST /api/v1/links/accept',
  'GET /api/v1/password/forgot',
  'POST /api/v1/password/forgot',
  'PUT /api/v1/mails/choice',
  'POST /emails',
  'POST /api/v1/password/reset',
  'GET /api/v1/demo/clock',
  'PUT /api/v1/demo/clock',
  'POST /api/v1/demo/session',
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'GET /.well-known/oto-record-keys.json',
]);

/** The queries without which a request cannot be parsed. */
const QUERIES: Readonly<Record<string, string>> = { 'GET /api/v1/finder': '?number=1' };

const send = ({ method, path }: Operation, id: string, client = product.device(), body: unknown = {}) =>
  client.send(
    method,
    path.replaceAll(/\{\w+\}/g, id) + (QUERIES[`${method} ${path}`] ?? ''),
    method === 'GET' ? undefined : body,
    {
      'idempotency-key': uuidv7(),
    },
  );

test('every operation except the open ones answers 401 to a caller who is not signed in', async (t) => {
  assert.ok(operations.length > 20, `${operations.length} operations`);
  for (const operation of operations) {
    const name = `${operation.method} ${operation.path}`;
    if (OPEN.has(name)) continue;
    await t.test(name, async () => {
      const { status, body } = await send(operation, uuidv7());
      assert.equal(status, 401);
      assert.match(body.type, /signed-out$/);
    });
  }
});

test('the OpenAPI document says of every operation who may call it and how it refuses', () => {
  const { Problem } = contract.components.schemas;
  assert.deepEqual(Problem.required, ['type', 'title', 'status', 'detail']);
  const { session } = contract.components.securitySchemes;
  assert.deepEqual([session.type, session.in, session.name], ['apiKey', 'cookie', 'oto_session']);
  for (const { method, path, responses, security } of operations) {
    if (!path.startsWith('/api/')) continue;
    const name = `${method} ${path}`;
    assert.deepEqual(security, OPEN.has(name) ? [] : [{ session: [] }], name);
    if (!OPEN.has(name)) assert.ok(responses[401] && responses[403], name);
    if (path.includes('{')) assert.ok(responses[404], name);
    assert.ok(responses[200] ?? responses[201] ?? responses[202] ?? responses[204], name);
    for (const [status, { description, content = {} }] of Object.entries(responses)) {
      if (Number(status) < 400) continue;
      assert.deepEqual(Object.keys(content), ['application/problem+json'], `${name} ${status}`);
      assert.match(description, /\w+ .*\w/, `${name} ${status}`);
    }
  }
});

test('the OpenAPI document lists every answer to an attempt, and says that the idempotency key is required', () => {
  const attempt = operations.find(({ method, path }) => method === 'POST' && path === '/api/v1/attempts');
  const answers = [201, 202, 400, 401, 403, 404, 409, 413, 422, 428, 429, 503];
  assert.deepEqual(Object.keys(attempt?.responses ?? {}).map(Number), answers);
  const key = attempt?.parameters?.find(({ name }) => name === 'idempotency-key');
  assert.deepEqual([key?.in, key?.required], ['header', true]);
});

/** Valid bodies: a server refuses a role only after it could parse the request. */
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /api/v1/brands': { slug: 'nova', name: 'Nova', article: 'a', plan: 'growth', zone: 'America/Sao_Paulo' },
  'PATCH /api/v1/brands/{id}': { plan: 'starter' },
  'DELETE /api/v1/brands/{id}/people/{personId}/second-factor': { reason: 'Perdeu o celular' },
  'DELETE /api/v1/support/second-factor': { email: 'sofia@oto.example', reason: 'Perdeu o celular' },
  'POST /api/v1/brands/{id}/quiet-hours': { policy: {}, effective: 'now', reason: 'x' },
  'POST /api/v1/brands/{id}/quiet-hours/preview': { policy: {} },
  'POST /api/v1/brands/{id}/quiet-hours/suspend': { until: null, reason: 'x' },
  'POST /api/v1/brands/{id}/quiet-hours/resume': { reason: 'x' },
  'POST /api/v1/brands/{id}/attempts/{attemptId}/reveal': { reason: 'x' },
  'PATCH /api/v1/leads/{id}': { state: 'done' },
  'POST /api/v1/stores': { code: 'X1', name: 'Nova', city: 'Recife', state: 'PE' },
};

test('A1: every role of a brand is refused all operations of support, and the brand’s policy and plan stay as they were', async (t) => {
  const ofSupport = operations.filter(
    ({ path, tags }) => path.startsWith('/api/v1/brands') || tags.includes('support'),
  );
  assert.ok(ofSupport.length >= 9, `${ofSupport.length} operations`);
  const readState = async () => {
    const { rows } = await product.owner.query(
      `select b.brand_id as id, b.plan, h.revision from brands b join policy_heads h using (brand_id) where b.slug = 'aurora'`,
    );
    return rows[0];
  };
  const before = await readState();
  for (const operation of ofSupport) {
    const name = `${operation.method} ${operation.path}`;
    await t.test(name, async () => {
      for (const client of [ana, carla, aurora]) {
        const { status, body } = await send(operation, before.id, client, BODIES[name]);
        assert.deepEqual([status, body.type], [403, '/problems/forbidden']);
      }
    });
  }
  assert.deepEqual(await readState(), before);
});

test('customers, suggestions, attempts and people of another brand are not found', async () => {
  const [suggestion] = (await ana.get('/api/v1/suggestions')).body.items;
  const customerId = suggestion.customer.id;
  const started = await ana.post('/api/v1/attempts', { customerId }, { 'idempotency-key': uuidv7() });
  assert.equal(started.status, 201);
  const attemptId = started.body.attempt.id;
  const personId = started.body.attempt.sellerId;

  for (const client of [nina, brisa]) {
    assert.equal((await client.get(`/api/v1/customers/${customerId}`)).status, 404);
    assert.equal((await client.get(`/api/v1/attempts/${attemptId}`)).status, 404);
    assert.equal((await client.post(`/api/v1/attempts/${attemptId}/outcome`, { outcome: 'stop' })).status, 404);
    const dismissed = await client.post(`/api/v1/suggestions/${suggestion.id}/dismiss`, { reason: 'other' });
    assert.equal(dismissed.status, 404);
    const attempted = await client.post('/api/v1/attempts', { customerId }, { 'idempotency-key': uuidv7() });
    assert.equal(attempted.status, 404);
    assert.equal((await client.post('/api/v1/decisions', { customerId })).status, 404);
    assert.ok([403, 404].includes((await client.post(`/api/v1/people/${personId}/unlock`, {})).status));
  }
  const { rows } = await product.owner.query('select opted_out_at, last_contact_at from customers where id = $1', [
    customerId,
  ]);
  assert.equal(rows[0].opted_out_at, null);
});

test('no answer to one brand contains an id or a number of another brand’s customers', async () => {
  const readIdsAndNumbers = async (slug: string) => {
    const { rows } = await product.owner.query(
      `select c.id::text, c.name, c.phone from customers c join brands b using (brand_id) where b.slug = $1`,
      [slug],
    );
    return rows.flatMap(({ id, phone }) => [id, ...(phone ? [phone.slice(1)] : [])]);
  };
  const lists = [
    '/api/v1/suggestions',
    '/api/v1/customers?limit=100',
    '/api/v1/attempts',
    '/api/v1/quiet-hours',
    '/api/v1/reports/distribution',
    '/api/v1/session',
  ];
  const aurorasSecrets = await readIdsAndNumbers('aurora');
  assert.ok(aurorasSecrets.length > 500);
  for (const client of [nina, brisa]) {
    for (const path of lists) {
      const { status, body } = await client.get(path);
      assert.equal(status, 200, path);
      const text = JSON.stringify(body);
      for (const secret of aurorasSecrets) assert.equal(text.includes(secret), false, `${path} tells ${secret}`);
    }
  }
});

test('support reads brands and their policies, and no customer', async () => {
  for (const path of ['/api/v1/suggestions', '/api/v1/customers', '/api/v1/attempts', '/api/v1/quiet-hours']) {
    assert.equal((await support.get(path)).status, 403, path);
  }
});
