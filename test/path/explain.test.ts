/**
 * The explanation of one attempt: who may read it, how much of it, and what the support access log records of
 * support's reading.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
const NIGHT = '2026-11-24T01:14:00.000Z';
await product.at(NIGHT);

const ana = await product.held('paulista@aurora.example', '1111');
const bruno = await product.held('paulista@aurora.example', '2222');
const carla = await product.held('paulista@aurora.example', '9999');
const otherStore = await product.held('adrianopolis@aurora.example', '9999');
const aurora = await product.person('gestao@aurora.example');
const brisa = await product.person('gestao@brisa.example');
const support = await product.person('suporte@oto.example');

interface Known {
  readonly attemptId: string;
  readonly customerId: string;
  readonly name: string;
  readonly phone: string;
}

const auroraId: string = (await product.owner.query(`select brand_id as id from brands where slug = 'aurora'`)).rows[0]
  .id;
const TEXT = 'Oi! Chegou a coleção que você pediu.';

/** Tries a suggestion of Ana's in quiet hours; `n` is the suggestion's position in her list. */
async function refuseSuggestion(n = 0): Promise<Known> {
  const suggestion = (await ana.get('/api/v1/suggestions?limit=100')).body.items[n];
  const wish = { customerId: suggestion.customer.id, suggestionId: suggestion.id, text: TEXT };
  const { status, body } = await ana.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(status, 409);
  const { rows } = await product.owner.query('select name, phone from customers where id = $1', [wish.customerId]);
  return { attemptId: body.attempt.id, customerId: wish.customerId, ...rows[0] };
}

const shared = await refuseSuggestion();
const supportPath = (id: string, brandId = auroraId) => `/api/v1/brands/${brandId}/attempts/${id}`;
const readExplanation = (client: Client, id: string, headers = {}) =>
  client.get(`/api/v1/attempts/${id}/explanation`, headers);
const readAccessLog = async () => (await aurora.get('/api/v1/support-looks?limit=100')).body.items;

test('a manager reads why, clock by clock and check by check, and what another origin would have been answered', async () => {
  const { status, body } = await readExplanation(carla, shared.attemptId);
  assert.equal(status, 200);
  assert.deepEqual(
    [body.attempt.customerName, body.attempt.customerPhone, body.attempt.text, body.attempt.masked],
    [shared.name, shared.phone, TEXT, false],
  );
  assert.equal(body.attempt.storeName, 'Paulista');
  const [decision] = body.decisions;
  assert.equal(decision.sentence, 'Este contato foi adiado: eram 22:14 em São Paulo, dentro do Horário de Silêncio.');
  assert.deepEqual(
    decision.checks.map(({ reason }: { reason: string }) => reason),
    [
      ...['customer_unavailable', 'opted_out', 'no_permission', 'do_not_call_list', 'quiet_hours', 'zone_uncertain'],
      ...['customer_asked_silence', 'contacted_recently', 'unanswered', 'pace', 'clock_unsafe'],
    ],
  );
  assert.deepEqual(decision.clocks, [
    {
      clock: 'store',
      zone: 'America/Sao_Paulo',
      quiet: true,
      sentence: 'Relógio da loja, em São Paulo: 22:14, silêncio desde hoje, 20:00, até amanhã, 08:00.',
    },
  ]);
  assert.deepEqual(
    decision.whatIf.map(({ origin, verdict, opensAt }: Record<string, unknown>) => [origin, verdict, opensAt]),
    [
      ['suggestion', 'block', '2026-11-24T11:00:00.000Z'],
      ['profile', 'warn', '2026-11-24T11:00:00.000Z'],
      ['reply', 'allow', null],
      ['service', 'allow', null],
      ['automation', 'block', '2026-11-24T11:00:00.000Z'],
    ],
  );
  assert.equal(decision.reproduced, true);
  assert.deepEqual(body.after, []);
  assert.match(
    (await readExplanation(carla, shared.attemptId, { 'accept-language': 'en' })).body.decisions[0].sentence,
    /put off/,
  );
  assert.match(
    (await readExplanation(carla, shared.attemptId, { 'accept-language': 'es' })).body.decisions[0].sentence,
    /aplazado/,
  );
});

test('a warning and the acknowledgement are two decisions; the hand-over, the outcome and the next attempt come after them', async () => {
  const { customerId, attemptId } = await refuseSuggestion(1);
  const post = (body: unknown) => ana.post('/api/v1/attempts', body, { 'idempotency-key': uuidv7() });
  const warned = await post({ customerId, origin: 'profile', text: TEXT });
  assert.equal(warned.status, 428);
  const on = { customerId, origin: 'profile', text: TEXT, acknowledgement: warned.body.acknowledgement };
  const gone = await post(on);
  assert.equal(gone.status, 201, JSON.stringify(gone.body));
  const id = gone.body.attempt.id;
  assert.equal((await ana.post(`/api/v1/attempts/${id}/outcome`, { outcome: 'stop' })).status, 200);

  const first = (await readExplanation(carla, attemptId)).body;
  assert.deepEqual(
    first.after.map(({ attemptId: next }: { attemptId: string }) => next),
    [id],
  );
  assert.match(first.after[0].sentence, /^Nova tentativa, por Ana /);
  const { decisions, after } = (await readExplanation(aurora, id)).body;
  assert.deepEqual(
    decisions.map(({ verdict }: { verdict: string }) => verdict),
    ['warn', 'allow'],
  );
  assert.match(decisions[0].originSentence, /depois que a sugestão foi adiada/);
  assert.match(decisions[1].sentence, /^Este contato seguiu depois do aviso/);
  assert.deepEqual(
    after.map(({ sentence }: { sentence: string }) => sentence),
    ['O WhatsApp foi aberto com o texto.', 'A pessoa pediu para parar.'],
  );
});

test('the store manager, the brand manager and support read an explanation, and no other caller does', async () => {
  const { attemptId } = shared;
  for (const seller of [ana, bruno]) assert.equal((await readExplanation(seller, attemptId)).status, 403);
  assert.equal(
    (await readExplanation(support, attemptId)).status,
    403,
    'support reads explanations at an address of its own',
  );
  for (const stranger of [otherStore, brisa]) assert.equal((await readExplanation(stranger, attemptId)).status, 404);
  assert.equal((await readExplanation(aurora, attemptId)).status, 200);
  assert.equal((await readExplanation(aurora, uuidv7())).status, 404);
  const { rows } = await product.owner.query(`select brand_id as id from brands where slug = 'brisa'`);
  assert.equal((await support.get(`${supportPath(attemptId, rows[0].id)}/explanation`)).status, 404);
  assert.equal((await support.post(`${supportPath(attemptId, rows[0].id)}/reveal`, { reason: 'x' })).status, 404);
  assert.equal((await support.get(`${supportPath(attemptId, uuidv7())}/explanation`)).status, 404);
  for (const client of [ana, carla, aurora, brisa]) {
    assert.equal((await client.get(`/api/v1/brands/${auroraId}/attempts`)).status, 403);
    assert.equal((await client.get(`${supportPath(attemptId)}/explanation`)).status, 403);
    assert.equal((await client.post(`${supportPath(attemptId)}/reveal`, { reason: 'x' })).status, 403);
  }
  for (const client of [ana, carla, support]) assert.equal((await client.get('/api/v1/support-looks')).status, 403);
});

test('support reads name, number and text only after giving a reason, for half an hour, and the brand reads who, what and why', async () => {
  const known = await refuseSuggestion(2);
  const path = supportPath(known.attemptId);
  const before = await support.get(`${path}/explanation`);
  assert.equal(before.status, 200);
  assert.equal(before.body.attempt.masked, true);
  assert.equal(before.body.attempt.customerName[0], known.name[0]);
  assert.match(before.body.attempt.customerPhone, /^•••• \d{4}$/);
  assert.deepEqual([before.body.attempt.text, before.body.attempt.revealedForMs], [null, null]);
  assertNamesNobody(before.body, known);

  for (const reason of [undefined, '', '  ', 'x'.repeat(501)])
    assert.equal((await support.post(`${path}/reveal`, { reason })).status, 400);
  assertNamesNobody((await support.get(`${path}/explanation`)).body, known);

  const shown = await support.post(`${path}/reveal`, { reason: 'A loja ligou: cliente reclamou' });
  assert.equal(shown.status, 200);
  const again = await support.get(`${path}/explanation`);
  for (const { body } of [shown, again]) {
    assert.deepEqual([body.attempt.customerName, body.attempt.customerPhone], [known.name, known.phone]);
    assert.equal(body.attempt.text, TEXT);
    assert.ok(body.attempt.revealedForMs > 0 && body.attempt.revealedForMs <= 30 * 60_000);
  }
  assertNamesNobody((await support.get(`/api/v1/brands/${auroraId}/attempts`)).body, known);
  assert.equal(
    (await support.get(`${supportPath(shared.attemptId)}/explanation`)).body.attempt.masked,
    true,
    'the reveal is for one attempt',
  );

  const mine = (await readAccessLog()).filter(({ attemptId }: { attemptId: string }) => attemptId === known.attemptId);
  assert.deepEqual(
    mine.map(({ sentence, reason }: Record<string, string>) => [sentence, reason]),
    [
      ['Viu o nome, o número e o texto de uma tentativa de contato.', 'A loja ligou: cliente reclamou'],
      ['Abriu uma tentativa de contato, com o cliente oculto.', null],
    ],
  );
  const { rows } = await product.owner.query(`select name from auth."user" where email = 'suporte@oto.example'`);
  assert.equal(mine[0].supportName, rows[0].name);
  assert.deepEqual((await brisa.get('/api/v1/support-looks')).body.items, [], 'each brand reads its own access log');

  await product.owner.query(`update reveals set until = revealed_at where attempt_id = $1`, [known.attemptId]);
  assertNamesNobody((await support.get(`${path}/explanation`)).body, known);
});

test('support finds a customer by whole words and whole numbers only, so that no name can be guessed letter by letter', async () => {
  const found = async (query: string) =>
    (await support.get(`/api/v1/brands/${auroraId}/attempts?${new URLSearchParams({ query, limit: '100' })}`)).body
      .items;
  const has = (items: readonly { id: string }[]) => items.some(({ id }) => id === shared.attemptId);
  const [first = ''] = shared.name.split(' ');
  assert.ok(has(await found(first.toLowerCase())));
  assert.ok(has(await found(shared.name)));
  assert.ok(has(await found(shared.phone)));
  assert.ok(
    has(await found(shared.phone.slice(-4))),
    'support can search for the part of the number that a masked attempt shows',
  );
  for (const part of [first.slice(0, -1), shared.phone.slice(0, -1), shared.phone.slice(-4, -1), '…'])
    assert.ok(!has(await found(part)), part);
  const managers = await carla.get(`/api/v1/attempts?${new URLSearchParams({ query: first.slice(0, -1) })}`);
  assert.ok(has(managers.body.items), 'a manager can search by the beginning of a name');
});

test('the brand reads each name or number that support searched for, as typed, whether found or not', async () => {
  const search = (query: string) =>
    support.get(`/api/v1/brands/${auroraId}/attempts?${new URLSearchParams({ query })}`);
  const probes = [shared.name, 'Ninguém Assim', '4321', shared.phone];
  for (const query of probes) {
    await search(query);
    await search(query);
  }
  const logged = (await readAccessLog())
    .filter(({ searched }: { searched: string | null }) => probes.includes(searched ?? ''))
    .map(({ sentence, searched }: Record<string, string>) => [searched, sentence]);
  // The test before may have searched for the same text within half an hour: the access log has each text once.
  for (const query of probes) {
    assert.deepEqual(
      logged.filter(([searched]: string[]) => searched === query),
      [[query, 'Buscou tentativas de contato por nome ou número, com os clientes ocultos.']],
      query,
    );
  }
});

test('attempts are found by customer, seller, state and time, each alone and all together, page by page', async () => {
  const of = async (client: Client, base: string, asked: Record<string, string>) => {
    const { status, body } = await client.get(`${base}?${new URLSearchParams({ limit: '100', ...asked })}`);
    assert.equal(status, 200);
    return body.items as { id: string; sellerName: string; state: string; createdAt: string; customerName: string }[];
  };
  for (const [client, base] of [
    [support, `/api/v1/brands/${auroraId}/attempts`],
    [aurora, '/api/v1/attempts'],
    [carla, '/api/v1/attempts'],
  ] as const) {
    const bySeller = await of(client, base, { seller: 'ana' });
    assert.ok(bySeller.length > 0 && bySeller.every(({ sellerName }) => /ana/i.test(sellerName)));
    assert.deepEqual(await of(client, base, { seller: 'ninguém assim' }), []);
    const warned = await of(client, base, { state: 'refused' });
    assert.ok(warned.length > 0 && warned.every(({ state }) => state === 'refused'));
    const day = { from: '2026-11-17T03:00:00Z', to: '2026-11-18T03:00:00Z' };
    const dayOf = await of(client, base, day);
    assert.ok(dayOf.length > 0);
    assert.ok(dayOf.every(({ createdAt }) => createdAt >= '2026-11-17T03' && createdAt < '2026-11-18T03'));
    const all = { query: shared.name, seller: 'Ana', state: 'refused', from: NIGHT };
    assert.deepEqual(
      (await of(client, base, all)).map(({ id }) => id),
      [shared.attemptId],
    );
    assert.deepEqual(
      await of(client, base, { ...all, to: NIGHT }),
      [],
      'the end of the stretch is not part of the stretch',
    );
  }
  const base = `/api/v1/brands/${auroraId}/attempts`;
  const first = (await support.get(`${base}?limit=2`)).body;
  const second = (await support.get(`${base}?limit=2&cursor=${encodeURIComponent(first.next)}`)).body;
  assert.equal(new Set([...first.items, ...second.items].map(({ id }: { id: string }) => id)).size, 4);
  const stores = async (client: Client) => {
    const { items } = (await client.get('/api/v1/attempts?limit=100')).body;
    return [...new Set(items.map(({ storeName }: { storeName: string }) => storeName))];
  };
  assert.deepEqual(await stores(carla), ['Paulista'], 'a store manager finds only the attempts of their own store');
  assert.ok((await stores(aurora)).length > 1);
});

test('reading again within half an hour is one entry of the access log, later a second one, and its pages join without gaps', async () => {
  const { attemptId } = await refuseSuggestion(3);
  const mine = async () =>
    (await readAccessLog()).filter((each: { attemptId: string }) => each.attemptId === attemptId).length;
  for (let times = 0; times < 3; times++) await support.get(`${supportPath(attemptId)}/explanation`);
  assert.equal(await mine(), 1);
  await product.owner.query(`update support_access_log set at = at - interval '31 minutes' where attempt_id = $1`, [
    attemptId,
  ]);
  await support.get(`${supportPath(attemptId)}/explanation`);
  assert.equal(await mine(), 2);

  const all = await readAccessLog();
  const pages: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const { body }: { body: { items: { id: string }[]; next: string | null } } = await aurora.get(
      `/api/v1/support-looks?limit=2${next && `&cursor=${encodeURIComponent(next)}`}`,
    );
    pages.push(...body.items.map(({ id }) => id));
    next = body.next;
  }
  assert.deepEqual(
    pages,
    all.map(({ id }: { id: string }) => id),
  );
});

test('no other answer that support can read names a customer', async () => {
  const { rows } = await product.owner.query(
    `select c.name, c.phone from customers c join brands b using (brand_id) where b.slug = 'aurora' and phone is not null`,
  );
  const policy = {
    windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], start: '19:00', end: '09:00' }],
  };
  const answers = [
    await support.get('/api/v1/brands'),
    await support.get(`/api/v1/brands/${auroraId}`),
    await support.get(`/api/v1/brands/${auroraId}/quiet-hours/versions`),
    await support.get(`/api/v1/brands/${auroraId}/quiet-hours/recommendation`),
    await support.post(`/api/v1/brands/${auroraId}/quiet-hours/preview`, { policy, impact: true }),
    await support.get(`/api/v1/brands/${auroraId}/attempts?limit=100`),
    await support.get('/api/v1/tickets?limit=100'),
    await support.get('/api/v1/leads?limit=100'),
    await support.get('/api/v1/help/horario-de-silencio/ratings'),
  ];
  for (const { status, body } of answers) {
    assert.equal(status, 200, JSON.stringify(body));
    const text = JSON.stringify(body);
    for (const { name, phone } of rows) {
      assert.equal(text.includes(phone.slice(1)), false, phone);
      assert.equal(text.includes(name), false, name);
    }
  }
});

function assertNamesNobody(body: unknown, { name, phone }: Known): void {
  const text = JSON.stringify(body);
  for (const secret of [name, ...name.split(' ').filter((word) => word.length > 2), phone, phone.slice(-8), TEXT])
    assert.equal(text.includes(secret), false, secret);
}
