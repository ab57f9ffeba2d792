/** Tests that text, instants and cursors that cannot be stored or are out of range are refused with a 400 that names the field. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { readOperations, type Schema } from './operations.ts';

const product = await startDemoServer();
await product.at('2026-11-23T15:00:00.000Z');
const operations = await readOperations(product.device());
const ana = await product.held('paulista@aurora.example', '1111');
const aurora = await product.person('gestao@aurora.example');
const brisa = await product.person('gestao@brisa.example');
const support = await product.person('suporte@oto.example');
const brandId = (await support.get('/api/v1/brands')).body.items[0].id;

const UNSTORABLE = ['a\0b', '\0', 'a\ud800', '\udc00b', '\ud83d\ude00\ud83d'];
const key = () => ({ 'idempotency-key': uuidv7() });
const faultsOf = (answer: { body: { faults?: readonly { path: string; code: string }[] } }) =>
  answer.body.faults?.map(({ path, code }) => [path, code]);

/** Returns the id of a customer with an open suggestion. */
async function findCustomerId() {
  const [suggestion] = (await ana.get('/api/v1/suggestions')).body.items;
  return suggestion.customer.id as string;
}

test('text with U+0000 or a lone surrogate is refused in every text field of a body, with the field’s name', async () => {
  const customerId = await findCustomerId();
  const cases: [Client, string, string, object, string][] = [
    [ana, 'POST', '/api/v1/attempts', { customerId, text: '?' }, 'text'],
    [ana, 'PATCH', `/api/v1/attempts/${uuidv7()}`, { text: '?' }, 'text'],
    [ana, 'POST', '/api/v1/quiet-hours/notice', { key: '?' }, 'key'],
    [ana, 'POST', '/api/v1/help/horario-de-silencio/feedback', { helpful: true, comment: '?' }, 'comment'],
    [aurora, 'POST', '/api/v1/tickets', { kind: 'deactivate', reason: '?' }, 'reason'],
    [brisa, 'POST', '/api/v1/leads', { contact: '(81) 90000-0000', wish: '?' }, 'wish'],
    [support, 'POST', `/api/v1/brands/${brandId}/quiet-hours/resume`, { reason: '?' }, 'reason'],
    [support, 'POST', `/api/v1/brands/${brandId}/quiet-hours/preview`, { policy: { label: '?' } }, 'policy.label'],
    [product.device(), 'POST', '/api/v1/session', { email: 'a@b.example', password: '?' }, 'password'],
  ];
  for (const [client, method, path, body, field] of cases) {
    for (const text of UNSTORABLE) {
      const damaged = JSON.parse(JSON.stringify(body), (_, value) => (value === '?' ? text : value));
      const answer = await client.send(method, path, damaged, key());
      assert.deepEqual([answer.status, faultsOf(answer)], [400, [[field, 'bad_text']]], `${method} ${path}`);
    }
  }
});

test('a field name with U+0000 is refused like a text', async () => {
  const answer = await ana.post('/api/v1/decisions', { customerId: uuidv7(), 'a\0': 1 });
  assert.deepEqual([answer.status, faultsOf(answer)], [400, [['body', 'bad_text']]]);
});

test('U+0000 is refused in every text parameter of a query and of a path', async () => {
  for (const operation of operations.filter(({ path }) => path.startsWith('/api/'))) {
    for (const parameter of operation.parameters) {
      if (parameter.in !== 'query' || parameter.schema.type !== 'string') continue;
      const client =
        operation.path.startsWith('/api/v1/brands') || operation.path.includes('ratings') ? support : aurora;
      const path = operation.path.replace('{id}', brandId).replace('{article}', 'horario-de-silencio');
      const answer = await client.get(`${path}?${parameter.name}=a%00b`);
      assert.deepEqual([answer.status, faultsOf(answer)], [400, [[parameter.name, 'bad_text']]], operation.name);
    }
  }
  const answer = await ana.get('/api/v1/help/a%00b/feedback');
  assert.deepEqual([answer.status, answer.body.type], [400, '/problems/bad-path']);
});

test('a body with bytes that are not UTF-8 is refused, because another text would be stored than was sent', async () => {
  const body = Buffer.concat([Buffer.from('{"helpful":true,"comment":"'), Buffer.from([0xe9]), Buffer.from('"}')]);
  const response = await fetch(`${product.base}/api/v1/help/horario-de-silencio/feedback`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      cookie: [...ana.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
  assert.equal(response.status, 400);
  assert.equal((await response.json()).faults[0].code, 'bad_text');
});

test('the text of a held contact is stored exactly as typed, including line ends, accents and invisible characters', async () => {
  await product.at('2026-11-23T23:30:00.000Z');
  const texts = [
    '  Oi!\r\nTudo bem?\rSim\n\n ',
    'e\u0301 is not \u00e9',
    '\u200b\u202e\ufeff\u0001\u007f\ufffd',
    '👩‍👩‍👧‍👦 🇧🇷 \u{10ffff}\ufffe',
    '\t{primeiro_nome} %_\\ \'"`<b>&amp;',
  ];
  const { items } = (await ana.get('/api/v1/suggestions')).body;
  for (const [i, text] of texts.entries()) {
    const { id, customer } = items[i];
    const wish = { customerId: customer.id, suggestionId: id, origin: 'suggestion', text, hold: true };
    const { status, body } = await ana.post('/api/v1/attempts', wish, key());
    assert.equal(status, 202, JSON.stringify(body));
    assert.equal((await ana.get(`/api/v1/attempts/${body.attempt.id}`)).body.text, text);
    const changed = `${text}!`;
    assert.equal((await ana.send('PATCH', `/api/v1/attempts/${body.attempt.id}`, { text: changed })).status, 200);
    assert.equal((await ana.get(`/api/v1/holds/${body.attempt.id}`)).body.text, changed);
  }
  await product.at('2026-11-23T15:00:00.000Z');
});

test('a body nested deeper than 32 levels is refused', async () => {
  const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
  const preview = (levels: number) =>
    support.post(`/api/v1/brands/${brandId}/quiet-hours/preview`, `{"policy":${nested(levels)}}`);
  for (const levels of [40, 1_000, 100_000]) {
    const answer = await preview(levels);
    assert.deepEqual([answer.status, faultsOf(answer)?.[0]?.[1]], [400, 'too_deep'], `${levels}`);
  }
  const shallow = await preview(20);
  assert.notEqual(faultsOf(shallow)?.[0]?.[1], 'too_deep');
});

const OUTSIDE = [
  '0000-01-01T00:00:00Z',
  '0000-01-01T00:00:00+23:59',
  '1969-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00+00:01',
  '2200-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59-23:59',
];

test('instants outside the years 1970 to 2199 are refused in every parameter and field that takes one', async () => {
  let checked = 0;
  for (const operation of operations) {
    for (const { name, schema } of instantsOf(operation.parameters, operation.body)) {
      const isBirthday = name === 'bornOn';
      const firstRefused = isBirthday ? '1889-12-31' : '1969-12-31';
      for (const instant of schema === 'date' ? ['0000-01-01', firstRefused, '2200-01-01', '9999-12-31'] : OUTSIDE) {
        const answer = await sendWith(operation.name, name, instant);
        const code = isBirthday ? 'birth_date_out_of_range' : schema === 'date' ? 'date_range' : 'instant_range';
        assert.deepEqual(
          [answer.status, faultsOf(answer)],
          [400, [[name, code]]],
          `${operation.name} ${name} ${instant}`,
        );
        if (!isBirthday) assert.match(answer.body.faults[0].message, /1970.*2(200|199)/);
        checked++;
      }
    }
  }
  assert.ok(checked > 70, `${checked} refusals`);
});

/** Parameters that a query needs besides the instant. */
const BESIDE: Readonly<Record<string, object>> = {
  'GET /api/v1/reports/overview': { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' },
};

/** Minimal bodies that are well-formed except for the instant. */
const FIELDS: Readonly<Record<string, object>> = {
  'POST /api/v1/attempts': { customerId: uuidv7() },
  'POST /api/v1/decisions': { customerId: uuidv7() },
  'PATCH /api/v1/attempts/{id}': {},
  'POST /api/v1/rehearsal/thin-out': { attemptIds: ['01a22d76-ee45-7024-bfdd-a00c20082ad8'] },
  'POST /api/v1/brands/{id}/quiet-hours': { policy: {}, reason: 'x' },
  'POST /api/v1/brands/{id}/quiet-hours/suspend': { reason: 'x' },
  'POST /api/v1/brands/{id}/quiet-hours/preview': { policy: {} },
  'PUT /api/v1/demo/clock': {},
  'POST /api/v1/customers': { name: 'x' },
  'PATCH /api/v1/customers/{id}': {},
  'POST /api/v1/campaigns': { name: 'x' },
  'POST /api/v1/campaigns/rehearsal': { name: 'x' },
  'PATCH /api/v1/campaigns/{id}': {},
  'POST /api/v1/people/{id}/absences': { from: '2026-11-23', until: '2026-11-23' },
};

function sendWith(operation: string, name: string, instant: string) {
  const [method = '', template = ''] = operation.split(' ');
  const path = template.replace('{id}', brandId);
  const client = template.startsWith('/api/v1/brands') ? support : aurora;
  if (method === 'GET') {
    return client.get(`${path}?${new URLSearchParams({ ...BESIDE[operation], [name]: instant })}`);
  }
  const body = FIELDS[operation];
  assert.ok(body, `${operation} takes an instant: give it a body here`);
  return client.send(method, path, { ...body, [name]: instant }, key());
}

/** Returns the parameters and fields that take an instant or a date, directly or as one of several types. */
function instantsOf(parameters: readonly { name: string; schema: Schema }[], body: Schema | null) {
  const fields = Object.entries(body?.properties ?? {}).map(([name, schema]) => ({ name, schema }));
  return [...parameters, ...fields].flatMap(({ name, schema }) =>
    (schema.anyOf ?? [schema]).flatMap(({ format }) => {
      if (format === 'date-time') return [{ name, schema: 'instant' }];
      return format === 'date' ? [{ name, schema: 'date' }] : [];
    }),
  );
}

test('the demo’s clock accepts the first and the last instant of its range, and the product works at both', async () => {
  for (const now of ['1970-01-01T00:00:00.000Z', '2199-12-31T23:59:59.999Z']) {
    const { status } = await product.device().put('/api/v1/demo/clock', { now, ticking: false });
    assert.equal(status, 200);
    for (const path of [
      '/api/v1/quiet-hours',
      '/api/v1/suggestions',
      '/api/v1/holds',
      '/api/v1/reports/distribution',
    ]) {
      assert.equal((await ana.get(path)).status, 200, `${path} at ${now}`);
    }
    const customerId = (await ana.get('/api/v1/customers')).body.items[0].id;
    assert.equal((await ana.post('/api/v1/decisions', { customerId })).status, 200, now);
  }
  const beyond = await product.device().put('/api/v1/demo/clock', { now: '+275760-09-13T00:00:00.000Z' });
  assert.deepEqual(
    [beyond.status, faultsOf(beyond)],
    [
      400,
      [
        ['now', 'invalid_format'],
        ['now', 'instant_range'],
      ],
    ],
  );
  await product.at('2026-11-23T15:00:00.000Z');
});

test('a cursor that the API did not make is refused by every list that takes one', async () => {
  const of = (keys: unknown) => Buffer.from(JSON.stringify(keys)).toString('base64url');
  const id = uuidv7();
  const forged = [
    ...[
      'x',
      '####',
      `${of(['a', id])}=`,
      of(null),
      of({}),
      of([]),
      of([1, id, 2]),
      of(['a\0', id]),
      of(['a\ud800', id]),
    ],
    ...[of([null, id]), of([true, id]), of([1.5, id]), of([-1, id]), of([1e300, id]), of([8.64e15, id]), of([1, 'b'])],
    ...[of([0, 2 ** 53]), of([0, -1]), Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]).toString('base64url')],
  ];
  const lists = operations.filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'));
  assert.ok(lists.length >= 9, `${lists.length} lists`);
  for (const { name, path } of lists) {
    const client = path.startsWith('/api/v1/brands') || path.includes('ratings') ? support : aurora;
    const list = path.replace('{id}', brandId).replace('{article}', 'horario-de-silencio');
    for (const cursor of forged) {
      const answer = await client.get(`${list}?cursor=${encodeURIComponent(cursor)}`);
      assert.deepEqual([answer.status, faultsOf(answer)], [400, [['cursor', 'bad_cursor']]], `${name} ${cursor}`);
    }
  }
});

test('an unknown brand id in a path is answered 404 to support', async () => {
  for (const path of [
    '',
    '/attempts',
    '/quiet-hours/versions',
    '/quiet-hours/recommendation',
    '/quiet-hours/holidays',
  ]) {
    assert.equal((await support.get(`/api/v1/brands/${uuidv7()}${path}`)).status, 404, path);
  }
});
