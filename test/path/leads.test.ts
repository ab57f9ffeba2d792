/** A lead: a brand whose plan has no quiet hours leaves its wish, support finds it in a queue and settles it (A1). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
const NOON = '2026-11-23T15:00:00.000Z';
await product.at(NOON);
// The demo has a lead already, and one brand on the plan Starter: this test makes Cais a second one.
await product.owner.query('truncate leads');
await product.owner.query(`update brands set plan = 'starter' where slug = 'cais'`);

const nina = await product.held('loja@brisa.example', '1111');
const olga = await product.held('loja@brisa.example', '9999');
const brisa = await product.person('gestao@brisa.example');
const cais = await product.person('gestao@cais.example');
const aurora = await product.person('gestao@aurora.example');
const support = await product.person('suporte@oto.example');

const WISH = { contact: '(81) 90000-0000', wish: 'Menos mensagens à noite.' };

async function postLead(client: Client, wish: Record<string, unknown> = WISH) {
  const { status, body } = await client.post('/api/v1/leads', wish);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

test('a lead stores the wish and the contact, and is open', async () => {
  const lead = await postLead(brisa, { contact: ' (81) 90000-0000 ', wish: 'Menos mensagens à noite.\n' });
  assert.deepEqual(
    { ...lead, id: null, brand: { ...lead.brand, id: null } },
    {
      ...WISH,
      id: null,
      brand: { id: null, slug: 'brisa', name: 'Brisa', plan: 'starter' },
      person: 'Marcos Teles',
      state: 'open',
      createdAt: NOON,
      doneAt: null,
      doneBy: null,
    },
  );
  assert.deepEqual((await brisa.get('/api/v1/leads')).body, { items: [lead], next: null });
  assert.deepEqual((await support.get('/api/v1/leads')).body, { items: [lead], next: null });
});

test('a brand whose plan has quiet hours is told to open a ticket instead, and no lead is stored', async () => {
  const { status, body } = await aurora.post('/api/v1/leads', WISH);
  assert.deepEqual([status, body.type], [409, '/problems/already-in-plan']);
  assert.match(body.detail, /Abra um chamado/);
  assert.deepEqual((await aurora.get('/api/v1/leads')).body.items, []);
});

test('a lead without a usable contact or wish is refused with the field at fault', async () => {
  const cases = [
    [{ ...WISH, contact: ' a ' }, 'contact', 'too_small'],
    [{ ...WISH, contact: 'x'.repeat(201) }, 'contact', 'too_big'],
    [{ ...WISH, wish: '  ' }, 'wish', 'too_small'],
    [{ ...WISH, wish: 'x'.repeat(2001) }, 'wish', 'too_big'],
    [{ contact: WISH.contact }, 'wish', 'invalid_type'],
  ] as const;
  for (const [wish, path, code] of cases) {
    const { status, body } = await brisa.post('/api/v1/leads', wish);
    assert.deepEqual([status, body.faults[0].path, body.faults[0].code], [400, path, code]);
  }
});

test('brand managers leave and read leads, support reads and settles them, and no brand reads another’s', async () => {
  const lead = await postLead(brisa, { ...WISH, wish: 'Só da Brisa.' });
  for (const client of [nina, olga]) {
    assert.equal((await client.post('/api/v1/leads', WISH)).status, 403);
    assert.equal((await client.get('/api/v1/leads')).status, 403);
  }
  assert.equal((await support.post('/api/v1/leads', WISH)).status, 403);
  for (const client of [cais, aurora]) {
    assert.doesNotMatch(JSON.stringify((await client.get('/api/v1/leads')).body), /Brisa/);
  }
  for (const client of [nina, olga, brisa, cais]) {
    assert.equal((await client.send('PATCH', `/api/v1/leads/${lead.id}`, { state: 'done' })).status, 403);
  }
  assert.equal((await brisa.get('/api/v1/leads')).body.items[0].state, 'open');
});

test('support settles a lead once, and may open it again', async () => {
  const { id } = await postLead(brisa);
  const settle = async (state: string) => (await support.send('PATCH', `/api/v1/leads/${id}`, { state })).body;
  await product.at('2026-11-23T16:00:00.000Z');
  const done = await settle('done');
  assert.deepEqual([done.state, done.doneAt], ['done', '2026-11-23T16:00:00.000Z']);
  assert.equal(typeof done.doneBy, 'string');
  await product.at('2026-11-23T17:00:00.000Z');
  assert.deepEqual(await settle('done'), done, 'the lead keeps the name and time of the first settling');
  assert.ok(!ids((await support.get('/api/v1/leads')).body.items).includes(id));
  assert.deepEqual(ids((await support.get('/api/v1/leads?state=done')).body.items), [id]);
  assert.deepEqual(ids((await brisa.get('/api/v1/leads?state=done')).body.items), [id]);
  const open = await settle('open');
  assert.deepEqual([open.state, open.doneAt, open.doneBy], ['open', null, null]);

  const path = `/api/v1/leads/${uuidv7()}`;
  assert.equal((await support.send('PATCH', path, { state: 'done' })).status, 404);
  assert.equal((await support.send('PATCH', path, { state: 'lost' })).status, 400);
  await product.at(NOON);
});

test('support’s queue has the leads of all brands, the oldest first, page by page', async () => {
  await product.owner.query('truncate leads');
  const waiting: string[] = [];
  for (const [minute, client] of [cais, brisa, brisa, cais].entries()) {
    await product.at(`2026-11-24T15:0${minute}:00.000Z`);
    waiting.push((await postLead(client)).id);
  }
  for (const size of [1, 3, 4]) {
    const pages: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const path = `/api/v1/leads?limit=${size}${next && `&cursor=${encodeURIComponent(next)}`}`;
      const { body } = await support.get(path);
      pages.push(...ids(body.items));
      next = body.next;
    }
    assert.deepEqual(pages, waiting, `pages of ${size}`);
  }
  const [, older, newer] = waiting;
  const first = (await brisa.get('/api/v1/leads?limit=1')).body;
  const second = (await brisa.get(`/api/v1/leads?limit=1&cursor=${encodeURIComponent(first.next)}`)).body;
  assert.deepEqual([ids(first.items), ids(second.items), second.next], [[newer], [older], null]);
  assert.equal((await support.get('/api/v1/leads?cursor=x')).status, 400);
});
