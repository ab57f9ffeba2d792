/**
 * Tickets from the brand's wish to support's answer: who may read and answer, in which state they are, and who gets
 * live events (A1, A2).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { answerTicket, ticketOf } from '#flows/support/answer-ticket.ts';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { liveStream } from '#kit/live-stream.ts';

const product = await startDemoServer();
const NOON = '2026-11-23T15:00:00.000Z';
await product.at(NOON);
// The demo has tickets already, and one brand manager for each brand: this test makes Fátima a second one.
await product.owner.query('truncate tickets_seen, ticket_messages, tickets');
await product.owner.query(`update people set role = 'brand_manager', store_id = null where name = 'Fátima Leão'`);

const ana = await product.held('paulista@aurora.example', '1111');
const carla = await product.held('paulista@aurora.example', '9999');
const aurora = await product.person('gestao@aurora.example');
const fatima = await product.person('fatima@aurora.example');
const brisa = await product.person('gestao@brisa.example');
const cais = await product.person('gestao@cais.example');
const support = await product.person('suporte@oto.example');

const WISH = { kind: 'change', start: '21:00', end: '08:00', reason: 'As lojas fecham às 22:00.' };

async function openTicket(client: Client, wish: Record<string, unknown> = WISH) {
  const { status, body } = await client.post('/api/v1/tickets', wish);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

async function postMessage(client: Client, id: string, text: string, more = {}) {
  const { status, body } = await client.post(`/api/v1/tickets/${id}/messages`, { text, ...more });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

async function findBrandId(slug: string): Promise<string> {
  const { rows } = await product.owner.query('select brand_id as id from brands where slug = $1', [slug]);
  return rows[0].id;
}

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

test('a ticket stores the wish and is open', async () => {
  const ticket = await openTicket(aurora, { ...WISH, reason: '  As lojas fecham às 22:00.\n' });
  assert.deepEqual(
    { ...ticket, id: null, number: null, brand: ticket.brand.slug, openedBy: typeof ticket.openedBy },
    {
      ...WISH,
      id: null,
      number: null,
      state: 'open',
      openedBy: 'string',
      createdAt: NOON,
      updatedAt: NOON,
      version: null,
      unread: false,
      brand: 'aurora',
      messages: [],
      alsoWaiting: [],
    },
  );
  assert.deepEqual((await aurora.get(`/api/v1/tickets/${ticket.id}`)).body, ticket);
  const off = await openTicket(aurora, { kind: 'deactivate', reason: 'Só por este mês.' });
  assert.deepEqual([off.start, off.end], [null, null]);
  const all = await openTicket(aurora, { kind: 'activate', start: '00:00', end: '24:00', reason: 'Dia todo.' });
  assert.deepEqual([all.start, all.end], ['00:00', '24:00']);
});

test('tickets are numbered within their brand without gaps, also when several are opened at once', async () => {
  const ofAurora = await Promise.all([aurora, fatima, aurora, fatima, aurora].map((client) => openTicket(client)));
  const ofCais = await openTicket(cais);
  const { rows } = await product.owner.query('select number from tickets where brand_id = $1 order by number', [
    await findBrandId('aurora'),
  ]);
  assert.deepEqual(
    rows.map(({ number }) => number),
    rows.map((_, index) => index + 1),
  );
  assert.equal(new Set(ofAurora.map(({ number }) => number)).size, 5);
  assert.equal(ofCais.number, 1);
});

test('T3: an invalid wish is refused with the field at fault and a sentence for that fault, in three languages', async () => {
  const cases = [
    [{ ...WISH, end: '21:00' }, 'end', 'equal_times', /iguais/, /are the same/, /son iguales/],
    [{ ...WISH, start: undefined }, 'start', 'missing', /horário/, /time is missing/, /Falta este horario/],
    [{ ...WISH, end: undefined }, 'end', 'missing', /horário/, /time is missing/, /Falta este horario/],
    [
      { ...WISH, kind: 'deactivate', end: undefined },
      'start',
      'not_for_deactivate',
      /desativar/,
      /deactivate/,
      /desact/,
    ],
    [
      { ...WISH, kind: 'deactivate', start: undefined },
      'end',
      'not_for_deactivate',
      /desativar/,
      /deactivate/,
      /desact/,
    ],
    [{ ...WISH, start: '24:00' }, 'start', 'invalid_format', /formato/, /format/, /formato/],
    [{ ...WISH, end: '8:00' }, 'end', 'invalid_format', /formato/, /format/, /formato/],
    [{ ...WISH, kind: 'pause' }, 'kind', 'invalid_value', /aceitos/, /accepted/, /aceptados/],
    [{ ...WISH, reason: ' \n ' }, 'reason', 'too_small', /mínimo/, /minimum/, /mínimo/],
    [{ ...WISH, reason: 'x'.repeat(2001) }, 'reason', 'too_big', /2000/, /2000/, /2000/],
    [{ ...WISH, policy: {} }, 'body', 'unrecognized_keys', /policy/, /policy/, /policy/],
  ] as const;
  const before = (await aurora.get('/api/v1/tickets?limit=100')).body.items.length;
  for (const [wish, path, code, ...sentences] of cases) {
    for (const [index, language] of ['pt-BR', 'en', 'es'].entries()) {
      const { status, body } = await cais.post('/api/v1/tickets', wish, { 'accept-language': language });
      assert.equal(status, 400);
      assert.deepEqual([body.faults[0].path, body.faults[0].code], [path, code]);
      assert.match(body.faults[0].message, sentences[index] as RegExp);
    }
  }
  assert.equal((await aurora.get('/api/v1/tickets?limit=100')).body.items.length, before);
});

test('A1: on the plan Starter a ticket is refused with the way to talk to the team, and nothing is stored', async () => {
  const { status, body } = await brisa.post('/api/v1/tickets', WISH);
  assert.deepEqual([status, body.type], [409, '/problems/plan-required']);
  assert.match(body.detail, /plano Starter: em “Falar com o time do Oto”/);
  const { rows } = await product.owner.query('select from tickets where brand_id = $1', [await findBrandId('brisa')]);
  assert.equal(rows.length, 0);
});

test('people who work in a store cannot open, read or answer tickets', async () => {
  const { id } = await openTicket(fatima);
  for (const client of [ana, carla]) {
    assert.equal((await client.post('/api/v1/tickets', WISH)).status, 403);
    assert.equal((await client.get('/api/v1/tickets')).status, 403);
    assert.equal((await client.get(`/api/v1/tickets/${id}`)).status, 403);
    assert.equal((await client.post(`/api/v1/tickets/${id}/messages`, { text: 'Oi' })).status, 403);
  }
  assert.equal((await support.post('/api/v1/tickets', WISH)).status, 403);
});

test('another brand’s ticket is not found and is in no list', async () => {
  const { id } = await openTicket(fatima, { ...WISH, reason: 'Só da Aurora.' });
  await postMessage(support, id, 'Resposta só para a Aurora.');
  for (const client of [brisa, cais]) {
    assert.equal((await client.get(`/api/v1/tickets/${id}`)).status, 404);
    assert.equal((await client.post(`/api/v1/tickets/${id}/messages`, { text: 'Oi' })).status, 404);
    const { status, body } = await client.get('/api/v1/tickets?limit=100');
    assert.equal(status, 200);
    assert.doesNotMatch(JSON.stringify(body), /Aurora/i);
  }
  const unknown = `/api/v1/tickets/${uuidv7()}`;
  for (const client of [aurora, support]) {
    assert.equal((await client.get(unknown)).status, 404);
    assert.equal((await client.post(`${unknown}/messages`, { text: 'Oi' })).status, 404);
  }
  assert.equal((await fatima.get(`/api/v1/tickets/${id}`)).body.messages.length, 1);
});

test('a message of the brand makes a ticket open, also a closed one; a message of support makes it answered or closed', async () => {
  const { id } = await openTicket(aurora);
  const states = [
    (await postMessage(support, id, 'Qual loja?')).state,
    (await postMessage(aurora, id, 'Todas.')).state,
    (await postMessage(support, id, 'Pronto.', { close: true })).state,
    (await postMessage(fatima, id, 'Mais uma coisa.')).state,
    (await postMessage(support, id, 'Diga.', { close: false })).state,
  ];
  assert.deepEqual(states, ['answered', 'open', 'closed', 'open', 'answered']);
  const refused = await aurora.post(`/api/v1/tickets/${id}/messages`, { text: 'Fechem.', close: true });
  assert.equal(refused.status, 403);

  const { body } = await support.get(`/api/v1/tickets/${id}`);
  assert.equal(body.state, 'answered');
  assert.deepEqual(
    body.messages.map(({ side, text }: { side: string; text: string }) => `${side}: ${text}`),
    ['support: Qual loja?', 'brand: Todas.', 'support: Pronto.', 'brand: Mais uma coisa.', 'support: Diga.'],
  );
  assert.deepEqual(new Set(body.messages.map(({ version }: { version: null }) => version)), new Set([null]));
  assert.equal(body.messages[3].author, 'Fátima Leão');
});

test('messages sent at the same moment get different times, and the last one decides the state', async () => {
  const { id } = await openTicket(cais);
  const texts = ['a', 'b', 'c', 'd', 'e', 'f'];
  await Promise.all(texts.map((text, index) => postMessage(index % 2 ? cais : support, id, text)));
  const { body } = await cais.get(`/api/v1/tickets/${id}`);
  const instants: string[] = body.messages.map(({ at }: { at: string }) => at);
  assert.equal(new Set(instants).size, texts.length);
  assert.ok(instants.every((at) => at > NOON));
  assert.equal(body.state, body.messages.at(-1).side === 'brand' ? 'open' : 'answered');
});

test('a message of support is unread for each manager until that manager reads it, also when the demo’s clock moves back', async () => {
  const { id } = await openTicket(fatima);
  const isUnread = async (client: Client) => {
    const { body } = await client.get('/api/v1/tickets?limit=100');
    return body.items.find((item: { id: string }) => item.id === id).unread;
  };
  const countUnread = async (client: Client) => (await client.get('/api/v1/tickets?limit=1')).body.unread;
  const before = [await countUnread(fatima), await countUnread(aurora)];

  await postMessage(support, id, 'Olá.');
  assert.deepEqual([await isUnread(fatima), await isUnread(aurora)], [true, true]);
  assert.deepEqual(
    [await countUnread(fatima), await countUnread(aurora)],
    before.map((count) => count + 1),
  );
  assert.equal((await fatima.get(`/api/v1/tickets/${id}`)).body.unread, false);
  assert.deepEqual([await isUnread(fatima), await isUnread(aurora)], [false, true]);

  await postMessage(aurora, id, 'Oi.');
  assert.deepEqual(
    [await isUnread(fatima), await isUnread(aurora)],
    [false, false],
    'a colleague’s message is not unread',
  );

  await postMessage(support, id, 'No mesmo instante.');
  assert.equal(await isUnread(fatima), true);
  await fatima.get(`/api/v1/tickets/${id}`);
  await product.at('2026-11-20T15:00:00.000Z');
  await postMessage(support, id, 'Três dias antes.');
  assert.equal(await isUnread(fatima), true);
  const { messages } = (await fatima.get(`/api/v1/tickets/${id}`)).body;
  assert.equal(messages.at(-1).text, 'Três dias antes.');
  assert.equal(await isUnread(fatima), false);
  await product.at(NOON);
  assert.equal((await support.get('/api/v1/tickets')).body.unread, 0);
});

test('each manager of the brand gets each live event of a ticket once; people of a store and other brands get none', async () => {
  const listening = [aurora, fatima, ana, carla, cais].map((client) => liveStream(product.base, client));
  const [aurorasStream, fatimasStream, sellerStream, storeManagerStream, otherBrandStream] =
    await Promise.all(listening);
  const { id } = await openTicket(aurora);
  await postMessage(support, id, 'Olá.');
  await postMessage(fatima, id, 'Oi.');
  for (const slug of ['aurora', 'cais']) {
    const brandId = await findBrandId(slug);
    const lastEvent = { kind: 'suggestion', personId: null, storeId: null, body: { id: 'last' } } as const;
    await product.db.inBrand(brandId, (tx) => publishLiveEvent(tx, brandId, Date.now(), lastEvent));
  }
  const eventText = `event: ticket\ndata: {"ticketId":"${id}"}`;
  for (const [stream, times] of [
    [aurorasStream, 3],
    [fatimasStream, 3],
    [sellerStream, 0],
    [storeManagerStream, 0],
    [otherBrandStream, 0],
  ] as const) {
    const heard = (await stream?.until(/"id":"last"/)) ?? '';
    assert.equal(heard.split(eventText).length - 1, times);
    assert.equal(heard.split('event: ticket').length - 1, times);
  }
});

test('support’s queue has the tickets of all brands, the longest waiting first, page by page', async () => {
  await product.owner.query('truncate tickets_seen, ticket_messages, tickets');
  const at = async (minute: number) => product.at(`2026-11-24T15:${String(minute).padStart(2, '0')}:00.000Z`);
  const waiting: string[] = [];
  for (const [minute, client] of [fatima, cais, fatima, cais, fatima].entries()) {
    await at(minute);
    waiting.push((await openTicket(client)).id);
  }
  const [first, second, third, fourth, fifth] = waiting as [string, string, string, string, string];
  const queue = async (query = '') => (await support.get(`/api/v1/tickets${query}`)).body;
  assert.deepEqual(ids((await queue()).items), waiting);
  assert.equal((await queue()).next, null);
  assert.deepEqual((await queue()).items[1].brand, {
    id: await findBrandId('cais'),
    slug: 'cais',
    name: 'Cais',
    plan: 'enterprise',
  });

  for (const size of [1, 2, 4, 5]) {
    const pages: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: { id: string }[]; next: string | null } = await queue(
        `?limit=${size}${next && `&cursor=${encodeURIComponent(next)}`}`,
      );
      assert.ok(page.items.length <= size && page.items.length > 0);
      pages.push(...ids(page.items));
      next = page.next;
    }
    assert.deepEqual(pages, waiting, `pages of ${size}`);
  }

  await at(10);
  await postMessage(fatima, first, 'Ainda esperando.');
  await postMessage(support, third, 'Qual loja?');
  assert.deepEqual(
    ids((await queue()).items),
    [first, second, fourth, fifth],
    'a further message of the brand keeps the ticket’s place',
  );
  assert.deepEqual(ids((await queue('?state=answered')).items), [third]);
  await at(11);
  await postMessage(fatima, third, 'Todas.');
  await postMessage(support, second, 'Pronto.', { close: true });
  assert.deepEqual(ids((await queue()).items), [first, fourth, fifth, third], 'a ticket that is open again comes last');
  assert.deepEqual(ids((await queue('?state=closed')).items), [second]);

  const own = (await aurora.get('/api/v1/tickets')).body;
  assert.deepEqual(ids(own.items), [fifth, third, first], 'a brand reads its own tickets, newest first');
  assert.deepEqual(ids((await aurora.get('/api/v1/tickets?state=answered')).body.items), []);
  const firstPage = (await aurora.get('/api/v1/tickets?limit=2')).body;
  const secondPage = (await aurora.get(`/api/v1/tickets?limit=2&cursor=${encodeURIComponent(firstPage.next)}`)).body;
  assert.deepEqual([ids(firstPage.items), ids(secondPage.items), secondPage.next], [[fifth, third], [first], null]);
  await product.at(NOON);
});

test('a cursor that the server did not make is refused', async () => {
  const makeCursor = (keys: unknown) => Buffer.from(JSON.stringify(keys)).toString('base64url');
  const invalidCursors = [
    'x',
    makeCursor([1]),
    makeCursor(['a', uuidv7()]),
    makeCursor([1, 'b']),
    makeCursor([1e300, uuidv7()]),
    makeCursor([-1, uuidv7()]),
  ];
  for (const client of [aurora, support]) {
    for (const cursor of invalidCursors) {
      const { status, body } = await client.get(`/api/v1/tickets?cursor=${cursor}`);
      assert.deepEqual([status, body.type], [400, '/problems/invalid'], cursor);
    }
  }
});

test('each time support reads a ticket, the access log gets an entry', async () => {
  const { id } = await openTicket(fatima);
  const countAccesses = async () => {
    const { rows } = await product.owner.query(
      `select support_name from support_access_log where brand_id = $1 and what like 'ticket %'`,
      [await findBrandId('aurora')],
    );
    return rows.length;
  };
  const before = await countAccesses();
  await aurora.get(`/api/v1/tickets/${id}`);
  assert.equal(await countAccesses(), before);
  await support.get(`/api/v1/tickets/${id}`);
  assert.equal(await countAccesses(), before + 1);
});

test('a publication closes the ticket with its version, with a message or without one', async () => {
  const brandId = await findBrandId('aurora');
  const publishFor = async (ticketId: string, text: string | null) =>
    product.db.inBrand(brandId, async (tx) => {
      const ticket = await ticketOf(tx, brandId, ticketId);
      if (!ticket) return null;
      const author = { authorId: 'support', authorName: 'Suporte' };
      const answer = { brandId, ticket, messageId: uuidv7(), author, text, version: 1, closes: true, at: Date.now() };
      const event = answerTicket(tx, answer);
      const hours = { kind: 'quiet-hours', personId: null, storeId: null, body: { revision: 1 } } as const;
      await publishLiveEvent(tx, brandId, Date.now(), hours, event);
      return event;
    });
  const [withText, withoutText, foreign] = [await openTicket(fatima), await openTicket(fatima), await openTicket(cais)];
  const stream = await liveStream(product.base, aurora);
  assert.deepEqual((await publishFor(withText.id, 'Vale a partir de hoje.'))?.body, { ticketId: withText.id });
  await publishFor(withoutText.id, null);
  assert.equal(await publishFor(foreign.id, 'Olá.'), null);
  await stream.until(new RegExp(`event: quiet-hours[^]*event: ticket\ndata: {"ticketId":"${withText.id}"}`));

  const [answered, closed] = [
    (await aurora.get(`/api/v1/tickets/${withText.id}`)).body,
    (await aurora.get(`/api/v1/tickets/${withoutText.id}`)).body,
  ];
  assert.deepEqual([answered.state, answered.version, closed.state, closed.version], ['closed', 1, 'closed', 1]);
  assert.deepEqual([answered.messages.length, answered.messages[0].version, closed.messages.length], [1, 1, 0]);
  const reopened = await postMessage(aurora, withText.id, 'Obrigada!');
  assert.deepEqual([reopened.state, reopened.version], ['open', 1], 'the version stays named');
});

test('messages are limited in length, and each person in requests a minute', async () => {
  const { id } = await openTicket(fatima);
  const path = `/api/v1/tickets/${id}/messages`;
  for (const text of ['', '  ', 'x'.repeat(4001)]) assert.equal((await support.post(path, { text })).status, 400);
  assert.equal((await support.post(path, { text: 'x'.repeat(4000) })).status, 201);
  const bruno = await product.held('paulista@aurora.example', '2222');
  const answers = [];
  for (let times = 0; times < 31; times++) answers.push(await bruno.post('/api/v1/tickets', WISH));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [...Array(30).fill(403), 429],
  );
  const last = answers.at(-1);
  assert.equal(last?.body.type, '/problems/too-many-requests');
  assert.ok(Number(last?.headers.get('retry-after')) > 0);
});

test('A1: a ticket lists the brand’s other waiting tickets to both sides, the oldest first', async () => {
  await product.owner.query('truncate tickets_seen, ticket_messages, tickets');
  const first = await openTicket(cais);
  await product.at('2026-11-23T15:01:00.000Z');
  const second = await openTicket(cais, { kind: 'deactivate', reason: 'Férias coletivas.' });
  await product.at('2026-11-23T15:02:00.000Z');
  const third = await openTicket(cais);
  await openTicket(aurora);
  const listOthersWaiting = async (client: Client, id: string) =>
    ids((await client.get(`/api/v1/tickets/${id}`)).body.alsoWaiting);

  const { number, kind, start, end, createdAt } = first;
  assert.deepEqual(second.alsoWaiting, [{ id: first.id, number, kind, start, end, createdAt }]);
  for (const client of [cais, support]) {
    assert.deepEqual(await listOthersWaiting(client, third.id), [first.id, second.id]);
    assert.deepEqual(await listOthersWaiting(client, first.id), [second.id, third.id]);
  }
  await postMessage(support, second.id, 'Feito.', { close: true });
  await postMessage(support, third.id, 'A partir de quando?');
  assert.deepEqual(
    await listOthersWaiting(support, first.id),
    [],
    'a ticket that support answered is no longer waiting',
  );
  assert.deepEqual(await listOthersWaiting(support, third.id), [first.id]);
});
