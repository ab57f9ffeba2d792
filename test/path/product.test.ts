/** The product as `npm start` serves it, over HTTP: the API of contacts, quiet hours, support and the demo. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer } from '#kit/demo-server.ts';
import { publicationBody } from '#kit/publication-body.ts';

const product = await startDemoServer();
const ana = await product.held('paulista@aurora.example', '1111');
const davi = await product.held('adrianopolis@aurora.example', '1111');
const nina = await product.held('loja@brisa.example', '1111');
const support = await product.person('suporte@oto.example');

type Client = typeof ana;
const listSuggestions = async (client: Client) => (await client.get('/api/v1/suggestions')).body.items;
const postAttempt = (client: Client, body: Record<string, unknown>, key = uuidv7()) =>
  client.post('/api/v1/attempts', body, { 'idempotency-key': key });

test('at one instant a suggestion is refused and a profile contact warned in São Paulo, and suggestions go in Manaus and on Starter', async () => {
  await product.at('2026-11-23T23:00:00.000Z');
  const [first] = await listSuggestions(ana);
  const refused = await postAttempt(ana, { customerId: first.customer.id, suggestionId: first.id, text: first.text });
  assert.equal(refused.status, 409);
  assert.equal(refused.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  assert.equal(refused.headers.get('retry-after'), String(12 * 3600));
  assert.equal(refused.body.type, '/problems/quiet-hours');
  assert.equal(refused.body.title, 'Agora é Horário de Silêncio');
  assert.match(refused.body.detail, /A Aurora não inicia conversas entre 20:00 e 08:00/);
  assert.equal(refused.body.opensAt, '2026-11-24T11:00:00.000Z');
  assert.equal(refused.body.attempt.state, 'refused');
  assert.equal(refused.body.decision.quiet.zone, 'America/Sao_Paulo');
  assert.equal('acknowledgement' in refused.body, false);

  const warned = await postAttempt(ana, { customerId: first.customer.id, text: 'Oi' });
  assert.equal(warned.status, 428);
  assert.equal(warned.body.type, '/problems/warned');
  const acknowledged = await postAttempt(ana, {
    customerId: first.customer.id,
    text: 'Oi',
    acknowledgement: warned.body.acknowledgement,
  });
  assert.equal(acknowledged.status, 201);
  assert.match(acknowledged.body.handoff.url, /^https:\/\/wa\.me\/5511900\d{6}\?text=Oi$/);

  const [davisSuggestion] = await listSuggestions(davi);
  assert.equal(
    (await postAttempt(davi, { customerId: davisSuggestion.customer.id, suggestionId: davisSuggestion.id })).status,
    201,
    '19:00 in Manaus',
  );
  const [ninasSuggestion] = await listSuggestions(nina);
  assert.equal(
    (await postAttempt(nina, { customerId: ninasSuggestion.customer.id, suggestionId: ninasSuggestion.id })).status,
    201,
    'the plan Starter has no quiet hours',
  );
});

test('at 19:59:59.999 a contact is allowed, and its link ends at 20:00', async () => {
  await product.at('2026-11-23T22:59:59.999Z');
  const [, next] = await listSuggestions(ana);
  const started = await postAttempt(ana, { customerId: next.customer.id, suggestionId: next.id, text: next.text });
  assert.equal(started.status, 201);
  assert.equal(started.body.handoff.validUntil, '2026-11-23T23:00:00.000Z');
});

test('claiming another origin changes nothing, and an instant in the request is an unknown field (D15)', async () => {
  await product.at('2026-11-24T01:00:00.000Z');
  const [first] = await listSuggestions(ana);
  const body = { customerId: first.customer.id, suggestionId: first.id };
  assert.equal((await postAttempt(ana, { ...body, origin: 'profile' })).status, 409);
  const withInstant = await postAttempt(ana, { ...body, now: '2026-11-23T15:00:00.000Z' });
  assert.equal(withInstant.status, 400);
  assert.equal(withInstant.body.faults[0].code, 'unrecognized_keys');
  assert.equal((await postAttempt(ana, { customerId: first.customer.id, origin: 'reply' })).status, 400);
});

test('a key is required, is for one body, and gives the same answer again until the link has lapsed', async () => {
  await product.at('2026-11-23T15:00:00.000Z');
  const [first] = await listSuggestions(ana);
  const body = { customerId: first.customer.id, suggestionId: first.id, text: first.text };
  assert.equal((await ana.post('/api/v1/attempts', body)).body.type, '/problems/key-missing');
  const key = uuidv7();
  const [one, two] = [await postAttempt(ana, body, key), await postAttempt(ana, body, key)];
  assert.deepEqual([two.status, two.body], [one.status, one.body]);
  assert.equal((await postAttempt(ana, { ...body, text: 'Outra' }, key)).status, 422);
  await product.at('2026-11-23T15:02:00.000Z');
  const late = await postAttempt(ana, body, key);
  assert.deepEqual([late.status, late.body.handoff, late.body.lapsed], [201, null, true]);
});

test('asking for a decision gives no permit; only managers may ask for another instant', async () => {
  await product.at('2026-11-23T15:00:00.000Z');
  const [first] = await listSuggestions(ana);
  const asked = await ana.post('/api/v1/decisions', { customerId: first.customer.id, suggestionId: first.id });
  assert.deepEqual([asked.status, asked.body.verdict], [200, 'allow']);
  assert.equal('permit' in asked.body, false);
  const question = { customerId: first.customer.id, at: '2026-11-24T01:00:00.000Z' };
  assert.equal((await ana.post('/api/v1/decisions', question)).status, 403);
  const carla = await product.held('paulista@aurora.example', '9999');
  assert.equal((await carla.post('/api/v1/decisions', question)).body.verdict, 'warn');
});

test('asking in quiet hours gives the minute that a refused attempt is offered, and reserves no slot', async () => {
  await product.at('2026-11-23T15:00:00.000Z');
  const [first] = await listSuggestions(ana);
  const wish = { customerId: first.customer.id, suggestionId: first.id };
  const open = await ana.post('/api/v1/decisions', wish);
  assert.deepEqual([open.body.verdict, open.body.suggestedReleaseAt], ['allow', null]);
  await product.at('2026-11-24T01:00:00.000Z');
  const asked = await ana.post('/api/v1/decisions', wish);
  assert.equal(asked.body.verdict, 'block');
  assert.match(asked.body.suggestedReleaseAt, /^2026-11-24T/);
  const again = await ana.post('/api/v1/decisions', wish);
  assert.equal(again.body.suggestedReleaseAt, asked.body.suggestedReleaseAt);
  const refused = await postAttempt(ana, { ...wish, text: first.text }, uuidv7());
  assert.deepEqual([refused.status, refused.body.suggestedReleaseAt], [409, asked.body.suggestedReleaseAt]);
  const held = await postAttempt(ana, { ...wish, text: first.text, hold: true }, uuidv7());
  assert.deepEqual([held.status, held.body.heldUntil], [202, asked.body.suggestedReleaseAt]);
});

test('support asks for decisions as a manager of the brand that it names, and the brand reads that it did', async () => {
  await product.at('2026-11-23T15:00:00.000Z');
  const [first] = await listSuggestions(ana);
  const { body } = await support.get('/api/v1/brands');
  const [aurora, brisa] = ['aurora', 'brisa'].map(
    (slug) => body.items.find((item: { slug: string }) => item.slug === slug).id,
  );
  const question = { customerId: first.customer.id, suggestionId: first.id };
  const ask = (more: Record<string, unknown>, client = support) =>
    client.post('/api/v1/decisions', { ...question, ...more });
  assert.equal((await ask({ brandId: aurora })).body.verdict, 'allow');
  const night = await ask({ brandId: aurora, at: '2026-11-24T01:00:00.000Z' });
  assert.deepEqual([night.status, night.body.verdict, night.body.reason], [200, 'block', 'quiet_hours']);
  const withoutBrand = await ask({});
  assert.deepEqual([withoutBrand.status, withoutBrand.body.faults[0].path], [400, 'brandId']);
  assert.equal((await ask({ brandId: brisa })).status, 404);
  assert.equal((await ask({ brandId: uuidv7() })).status, 404);
  assert.equal((await ask({ brandId: aurora }, nina)).status, 403);
  assert.equal((await ask({ brandId: aurora }, ana)).status, 200);
  const brandManager = await product.person('gestao@aurora.example');
  const [access] = (await brandManager.get('/api/v1/support-looks')).body.items;
  assert.equal(access.sentence, 'Perguntou o que seria decidido sobre um contato, com o cliente oculto.');
});

test('the next attempt is decided by the version that support has just published; an invalid policy is refused with the place of its fault', async () => {
  await product.at('2026-11-23T15:00:00.000Z');
  const { body } = await support.get('/api/v1/brands');
  const brand = Object.fromEntries(body.items.map((item: { slug: string; id: string }) => [item.slug, item.id]));
  const path = `/api/v1/brands/${brand.aurora}/quiet-hours`;
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const policy = { windows: [{ days, start: '11:00', end: '13:00' }] };
  const bad = await support.post(path, { policy: { windows: [{ days, start: '20:00', end: '20:00' }] }, reason: 'x' });
  assert.deepEqual(
    [bad.status, bad.body.faults[0].path, bad.body.faults[0].code],
    [400, 'policy.windows[0].end', 'equal_times'],
  );
  const wish = { policy, effective: 'now', reason: 'Chamado 1042' };
  const unconfirmed = await support.post(path, wish);
  assert.deepEqual(
    [unconfirmed.status, unconfirmed.body.lints.map(({ code }: { code: string }) => code)],
    [422, ['no_night', 'hours_lost']],
  );
  const published = await support.post(path, publicationBody(policy));
  assert.equal(published.status, 201);
  const [first] = await listSuggestions(ana);
  const refused = await postAttempt(ana, { customerId: first.customer.id, suggestionId: first.id });
  assert.deepEqual([refused.status, refused.body.decision.policyVersion], [409, published.body.version]);

  assert.equal((await support.post(`${path}/suspend`, { until: null, reason: 'pausa' })).status, 200);
  const hours = (await ana.get('/api/v1/quiet-hours')).body;
  assert.deepEqual([hours.active, hours.reason, hours.notice.kind], [false, 'suspended', 'suspended']);
  await ana.post('/api/v1/quiet-hours/notice', { key: hours.notice.key });
  assert.equal((await ana.get('/api/v1/quiet-hours')).body.notice, null, 'the notice is shown once');
  assert.equal((await support.post(`${path}/resume`, { reason: 'volta' })).status, 200);
  assert.equal((await support.post(`${path}/resume`, { reason: 'volta' })).body.type, '/problems/not-suspended');
  await support.post(path, publicationBody({}, 'como antes'));

  const starter = await support.post(`/api/v1/brands/${brand.brisa}/quiet-hours`, {
    policy: {},
    effective: 'now',
    reason: 'x',
  });
  assert.deepEqual([starter.status, starter.body.type], [409, '/problems/plan-required']);
  const versions = (await support.get(`${path}/versions`)).body.items;
  assert.deepEqual(
    versions.map((event: { kind: string }) => event.kind),
    // The demo's own three versions are the last ones.
    ['publish', 'resume', 'suspend', 'publish', 'publish', 'publish', 'publish'],
  );
  const { rows } = await product.owner.query('select count(*)::int as n from support_access_log');
  assert.ok(rows[0].n > 0, 'each access of support is logged');
});

test('support’s operations are refused to the brand, and the brand’s to support', async () => {
  const brandManager = await product.person('gestao@aurora.example');
  assert.equal((await brandManager.get('/api/v1/brands')).status, 403);
  assert.equal((await ana.get('/api/v1/brands')).status, 403);
  assert.equal((await support.get('/api/v1/suggestions')).status, 403);
  assert.equal((await support.get('/api/v1/customers')).status, 403);
  assert.equal((await product.device().get('/api/v1/quiet-hours')).status, 401);
});

test('a change reaches open screens through the live log, and a reconnected screen gets what it missed', async () => {
  const stop = new AbortController();
  const cookie = [...ana.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const listen = async (lastEventId?: string, query = '') => {
    const headers = { cookie, ...(lastEventId && { 'last-event-id': lastEventId }) };
    const response = await fetch(`${product.base}/api/v1/live${query}`, { headers, signal: stop.signal });
    return (response.body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()).getReader();
  };
  const until = async (reader: ReadableStreamDefaultReader<string>, what: RegExp) => {
    for (let heard = ''; ; ) {
      const { value, done } = await reader.read();
      heard += value ?? '';
      const [found] = what.exec(heard) ?? [];
      if (found !== undefined) return found;
      assert.equal(done, false, `the stream ended before ${what}`);
    }
  };
  const first = await listen();
  const ready = await until(first, /id: (\d+)\nevent: resync/);
  const { liveAfter } = (await ana.get('/api/v1/session')).body;
  const { body } = await support.get('/api/v1/brands');
  const { id } = body.items.find((item: { slug: string }) => item.slug === 'aurora');
  await support.post(`/api/v1/brands/${id}/quiet-hours`, publicationBody({}, 'outra vez'));
  await until(first, /event: quiet-hours\ndata: \{"revision":\d+\}/);
  const again = await listen(/\d+/.exec(ready)?.[0]);
  await until(again, /event: quiet-hours/);
  const late = await listen(undefined, `?after=${liveAfter}`);
  assert.doesNotMatch(
    await until(late, /[\s\S]*event: quiet-hours/),
    /resync/,
    'a stream opened with the session’s number gets the events since then',
  );
  stop.abort();
});

test('the OpenAPI document describes the API and leaves out a route that does not exist', async () => {
  const { status, body } = await product.device().get('/openapi.json');
  assert.equal(status, 200);
  assert.ok(body.paths['/api/v1/attempts'].post);
  assert.equal(body.paths['/api/v1/keys'], undefined);
  const unknown = await product.device().get('/api/v1/keys');
  assert.equal(unknown.status, 404);
  const ready = await product.device().get('/readyz');
  assert.deepEqual([ready.status, ready.body.status, ready.body.notes], [200, 'ready', []]);
});

test('the metrics name origins, verdicts and routes, and no person, number or id', async () => {
  await product.at('2026-11-24T01:00:00.000Z');
  const [first] = await listSuggestions(ana);
  assert.equal((await postAttempt(ana, { customerId: first.customer.id, suggestionId: first.id })).status, 409);
  const response = await fetch(`${product.base}/metrics`);
  const counted = await response.text();
  assert.match(counted, /oto_decisions_total\{origin="suggestion",verdict="block",reason="quiet_hours"\} [1-9]/);
  assert.match(counted, /oto_request_seconds_count\{method="POST",route="\/api\/v1\/attempts",status="409"\} [1-9]/);
  for (const [labels] of counted.matchAll(/\{[^}]*\}/g)) {
    assert.doesNotMatch(labels, /wa\.me|\d{8}|[0-9a-f]{8}-[0-9a-f]{4}-7/);
  }
});

test('pages of the product may write on the port that the machine chose, and pages of other origins may not', async () => {
  const port = new URL(product.base).port;
  const refused = await support.post('/api/v1/decisions', {}, { origin: 'http://localhost:1' });
  assert.equal(refused.body.type, '/problems/wrong-origin');
  for (const host of ['localhost', '127.0.0.1']) {
    const own = await support.post('/api/v1/decisions', {}, { origin: `http://${host}:${port}` });
    assert.notEqual(own.body.type, '/problems/wrong-origin');
  }
});
