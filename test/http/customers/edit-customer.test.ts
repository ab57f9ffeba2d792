/** Tests that people add and edit customers over HTTP: fields, numbers, tags, permission, and two editors at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
const { owner } = product;
await product.at('2026-11-23T15:00:00.000Z');
const ana = await product.held('paulista@aurora.example', '1111');
const carla = await product.person('carla@aurora.example');
const davi = await product.held('adrianopolis@aurora.example', '1111');
const brandManager = await product.person('gestao@aurora.example');

type Client = typeof ana;
const add = (client: Client, body: object) => client.post('/api/v1/customers', body);
const change = (client: Client, id: string, body: object) => client.send('PATCH', `/api/v1/customers/${id}`, body);
const read = async (client: Client, id: string) => (await client.get(`/api/v1/customers/${id}`)).body;
const faultsOf = (answer: { body: { faults?: { path: string; message: string }[] } }) =>
  (answer.body.faults ?? []).map(({ path }) => path);
const problemOf = (answer: { status: number; body: { type: string } }) => [answer.status, answer.body.type];

test('a seller adds a customer to the own portfolio, who is found at once by name and number', async () => {
  const added = await add(ana, {
    name: '  Zélia   Quintão ',
    phone: '(11) 90000-7001',
    email: 'Zelia@Example.com',
    bornOn: '1956-04-17',
    city: 'Manaus',
    state: 'AM',
    zone: 'America/Manaus',
    contactFrom: '14:00',
    note: 'Prefere azul.\nTem duas filhas.',
    tags: ['VIP', '#vip', 'Tamanho  38'],
    permission: { state: 'granted', on: '2026-11-02' },
  });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  const { id, name, phone, email, bornOn, zone, contactFrom, note, tags, permission, sellerName } = added.body;
  assert.deepEqual(
    { name, phone, email, bornOn, zone, contactFrom, note, tags, sellerName },
    {
      ...{ name: 'Zélia Quintão', phone: '+5511900007001', email: 'zelia@example.com', bornOn: '1956-04-17' },
      ...{ zone: 'America/Manaus', contactFrom: '14:00', note: 'Prefere azul.\nTem duas filhas.' },
      ...{ tags: ['tamanho 38', 'vip'], sellerName: 'Ana Lima' },
    },
  );
  assert.deepEqual(permission, { state: 'granted', on: '2026-11-02', origin: 'person', by: 'Ana Lima' });
  assert.deepEqual(
    added.body.permissionHistory.map(({ was, state, on, by }: Record<string, string>) => ({ was, state, on, by })),
    [{ was: 'unknown', state: 'granted', on: '2026-11-02', by: 'Ana Lima' }],
  );
  for (const typed of ['zelia', '7001']) {
    const { items } = (await ana.get(`/api/v1/customers?query=${typed}`)).body;
    assert.deepEqual(
      items.map((item: { id: string }) => item.id),
      [id],
      typed,
    );
  }
  assert.deepEqual((await davi.get('/api/v1/customer-tags?query=VI')).body, { tags: ['vip'] }, 'tags are the brand’s');
});

test('a number without an area code gets that of the store, and each unreadable field is named', async () => {
  const added = await add(ana, { name: 'Sem Prefixo', phone: '90000-7002' });
  assert.equal(added.body.phone, '+5511900007002');
  const refused = await add(ana, {
    name: '123',
    phone: '123',
    email: 'nada',
    bornOn: '2031-01-01',
    zone: 'Mars/Base',
    tags: ['!!'],
  });
  assert.equal(refused.status, 400);
  assert.deepEqual(faultsOf(refused), ['name', 'phone', 'email', 'bornOn', 'zone', 'tags']);
  for (const { message } of refused.body.faults) assert.match(message, /\S \S/);
  const future = await add(ana, { name: 'Futuro', permission: { state: 'granted', on: '2026-11-24' } });
  assert.deepEqual(faultsOf(future), ['permission.on']);
});

test('a number that is there already is answered with the customer, unless the caller may not read that customer', async () => {
  const body = { name: 'Outra Zélia', phone: '+55 11 90000-7001' };
  const taken = await add(ana, body);
  assert.deepEqual(problemOf(taken), [409, '/problems/customer-exists']);
  assert.equal(taken.body.customer.name, 'Zélia Quintão');
  const elsewhere = await add(davi, body);
  assert.deepEqual(problemOf(elsewhere), [409, '/problems/customer-exists']);
  assert.equal(elsewhere.body.customer, null);
  assert.ok(!JSON.stringify(elsewhere.body).includes('Zélia'));
});

test('two customers with one number that are added at the same time become one', async () => {
  const answers = await Promise.all(
    [1, 2, 3, 4].map((nr) => add(ana, { name: `Corrida ${nr}`, phone: '11900007003' })),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409]);
});

test('a seller adds only to the own store, a brand manager to any store of the brand', async () => {
  const { rows } = await owner.query<{ id: string; name: string; brand: string }>(
    'select s.id, s.name, b.slug as brand from stores s join brands b using (brand_id)',
  );
  const storeOf = (name: string, brand = 'aurora') =>
    rows.find((row) => row.brand === brand && row.name === name)?.id ?? rows.find((row) => row.brand === brand)?.id;
  const other = await add(ana, { name: 'Noutra Loja', storeId: storeOf('Adrianópolis') });
  assert.deepEqual(faultsOf(other), ['storeId']);
  assert.deepEqual(faultsOf(await add(brandManager, { name: 'Sem Loja' })), ['storeId']);
  assert.deepEqual(faultsOf(await add(brandManager, { name: 'Alheia', storeId: storeOf('', 'cais') })), ['storeId']);
  const added = await add(brandManager, { name: 'Da Gestão', storeId: storeOf('Paulista') });
  assert.deepEqual([added.status, added.body.sellerId], [201, null]);
  const bruno = (await owner.query("select id from people where name = 'Bruno Reis'")).rows[0].id;
  assert.deepEqual(faultsOf(await add(ana, { name: 'Para Bruno', sellerId: bruno })), ['sellerId']);
  assert.equal((await add(carla, { name: 'Para Bruno', sellerId: bruno })).body.sellerName, 'Bruno Reis');
});

test('two editors of different fields both win, and of the same field the second is told what is stored, and nothing is lost', async () => {
  const { id } = (await add(ana, { name: 'Dois Editores', note: 'antes' })).body;
  const seen = { name: 'Dois Editores', note: 'antes', city: null };
  assert.equal((await change(ana, id, { city: 'Recife', seen })).status, 204);
  assert.equal((await change(carla, id, { note: 'da Carla', seen })).status, 204);
  const late = await change(ana, id, { note: 'da Ana', name: 'Dois Editores Silva', seen });
  assert.deepEqual(problemOf(late), [409, '/problems/customer-changed']);
  assert.deepEqual(late.body.changed, [{ field: 'note', value: 'da Carla' }]);
  const after = await read(ana, id);
  assert.deepEqual([after.name, after.city, after.note], ['Dois Editores', 'Recife', 'da Carla']);
  const chosen = { note: 'da Carla\nda Ana', name: 'Dois Editores Silva', seen: { ...seen, note: 'da Carla' } };
  assert.equal((await change(ana, id, chosen)).status, 204);
  assert.equal((await read(ana, id)).note, 'da Carla\nda Ana');
  assert.equal(
    (await change(ana, id, { note: 'da Carla\nda Ana', seen })).status,
    204,
    'the same value is no conflict',
  );
});

test('D2: a refusal stops the number and ends what is held; a consent dated later lifts the stop, an earlier one does not', async () => {
  const { id } = (await add(ana, { name: 'Parou Ontem', phone: '11900007004' })).body;
  assert.equal((await change(ana, id, { permission: { state: 'refused' } })).status, 204);
  const stopped = await read(ana, id);
  assert.deepEqual([stopped.optedOut, stopped.permission.state, stopped.permission.by], [true, 'refused', 'Ana Lima']);
  assert.deepEqual(stopped.permissionHistory.map(({ kind }: { kind: string }) => kind).sort(), [
    'permission',
    'stopped',
  ]);
  const early = await change(ana, id, { permission: { state: 'granted', on: '2026-11-22' } });
  assert.deepEqual(faultsOf(early), ['permission.on']);
  assert.deepEqual(faultsOf(await change(ana, id, { permission: { state: 'unknown' } })), ['permission.on']);
  assert.equal((await change(carla, id, { permission: { state: 'granted', on: '2026-11-23' } })).status, 204);
  const back = await read(ana, id);
  assert.deepEqual([back.optedOut, back.permission.state, back.permission.by], [false, 'granted', 'Carla Dias']);
  const { rows } = await owner.query(
    'select lifted_at from opt_outs o join customers c using (brand_id, number_hash) where c.id = $1',
    [id],
  );
  assert.equal(rows.length, 1);
  assert.notEqual(rows[0].lifted_at, null);
});

test('D2: a stop survives a change of number, and a number on the stop list stops the customer who gets it', async () => {
  const { id } = (await add(ana, { name: 'Trocou Numero', phone: '11900007005' })).body;
  await change(ana, id, { permission: { state: 'refused' } });
  assert.equal((await change(ana, id, { phone: '11900007006' })).status, 204);
  assert.equal((await read(ana, id)).optedOut, true);
  const other = await add(ana, { name: 'Herdou Numero', phone: '11900007005', permission: { state: 'granted' } });
  assert.equal(other.body.optedOut, true, 'the number is still on the stop list');
  assert.equal((await change(ana, id, { phone: null })).status, 204);
  assert.equal((await change(ana, id, { phone: '11900007007' })).status, 204);
  assert.equal((await read(ana, id)).optedOut, true);
});

test('an unknown field is refused, and a customer of another store is not found', async () => {
  const { id } = (await add(ana, { name: 'Da Paulista' })).body;
  assert.equal((await change(ana, id, { shoe: 38 })).status, 400);
  assert.equal((await change(davi, id, { note: 'x' })).status, 404);
});
