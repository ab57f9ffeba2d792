/** Campaigns over HTTP: drafts, versions, the refusals of starting, pausing, ending, and who may do all of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Answer } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
/** Monday 23 November, 14:00 in São Paulo. */
await product.at('2026-11-23T17:00:00.000Z');
const { owner } = product;
const manager = await product.person('gestao@aurora.example');
const carla = await product.held('paulista@aurora.example', '9999');
const ana = await product.held('paulista@aurora.example', '1111');
const stranger = await product.person('gestao@brisa.example');
const support = await product.person('suporte@oto.example');

const TEXT = 'Oi, {primeiro_nome}! Gostou de {ultimo_item|sua compra}?';
const change = (id: string, body: object) => manager.send('PATCH', `/api/v1/campaigns/${id}`, body);
const step = (id: string, name: string, body: object = {}) => manager.post(`/api/v1/campaigns/${id}/${name}`, body);
let made = 0;
const create = async (fields: object = {}) => {
  const { status, body } = await manager.post('/api/v1/campaigns', { name: `Teste ${++made}`, text: TEXT, ...fields });
  assert.equal(status, 201, JSON.stringify(body));
  return body as { readonly id: string; readonly version: number; readonly [field: string]: unknown };
};
const refusedWith = ({ status, body }: Answer) => [status, body.type.replace('/problems/', ''), body.reason ?? null];

test('a draft saves with a name alone, and keeps what was written, in reais and with both ends of days', async () => {
  const bare = await manager.post('/api/v1/campaigns', { name: 'Só um nome' });
  assert.equal(bare.status, 201);
  assert.deepEqual([bare.body.state, bare.body.text, bare.body.audience, bare.body.version], ['draft', '', {}, 1]);
  const audience = { lastPurchaseDays: { min: 30, max: null }, spent: { sinceDays: 90, min: 199.9 }, tags: ['vip'] };
  const { id } = await create({ audience, from: '2026-12-01', to: '2026-12-24', priority: 3, coolDownDays: 14 });
  const { body } = await manager.get(`/api/v1/campaigns/${id}`);
  assert.deepEqual(body.audience, audience);
  assert.deepEqual([body.from, body.to, body.priority, body.coolDownDays], ['2026-12-01', '2026-12-24', 3, 14]);
  assert.deepEqual(body.figures, { suggested: 0, sent: 0, putOff: 0, answered: 0 });
  const { rows } = await owner.query(`select audience #>> '{spent,minCents}' as cents from campaigns where id = $1`, [
    id,
  ]);
  assert.equal(rows[0].cents, '19990');
});

test('a draft saves whatever was typed, says what is to mend with its place, and starting refuses just that', async () => {
  const running = await create({ name: 'No ar' });
  assert.equal((await step(running.id, 'start')).status, 200);
  const text = 'Oi, {apelido}!';
  const audience = { spent: { sinceDays: 0, min: 10 }, birthdayWithinDays: 99, tags: ['x'.repeat(40)] };
  const typed = { ...{ name: 'No ar', text, audience, priority: 500 }, from: '2026-12-02', to: '2026-12-01' };
  const { status, body } = await manager.post('/api/v1/campaigns', typed);
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual([body.name, body.text, body.priority, body.audience], ['No ar', text, 500, audience]);
  const named = (faults: readonly Record<string, string>[]) => faults.map(({ path, code }) => `${path} ${code}`);
  const expected = [
    ...['name campaign_name_taken', 'to period_swapped', 'priority out_of_range'],
    ...['audience.birthdayWithinDays out_of_range', 'audience.spent spent_days_missing', 'audience.tags tag_malformed'],
    'text unknown_variable',
  ];
  assert.deepEqual(named(body.toMend), expected);
  const fault = body.toMend.at(-1);
  assert.deepEqual([fault.message.includes('{apelido}'), text.slice(fault.start, fault.end)], [true, '{apelido}']);
  const refused = await step(body.id, 'start');
  assert.deepEqual(refusedWith(refused), [422, 'campaign-incomplete', null]);
  assert.deepEqual(refused.body.faults, body.toMend);
  assert.equal((await manager.get(`/api/v1/campaigns/${body.id}`)).body.state, 'draft');
  assert.deepEqual((await change(body.id, { name: '', text: '{ultimo_item|}' })).status, 200);
  const bare = await manager.post('/api/v1/campaigns', {});
  assert.deepEqual(
    [bare.status, bare.body.name, named(bare.body.toMend)],
    [201, '', ['name required', 'text required']],
  );
  const discarded = [await step(bare.body.id, 'end'), await step(body.id, 'end')];
  assert.deepEqual(
    discarded.map(({ status, body }) => [status, body.campaign.toMend]),
    [
      [200, []],
      [200, []],
    ],
  );
});

test('a campaign that runs keeps a name of its own and all limits, and of two drafts with one name one starts', async () => {
  const [first, second] = [await create({ name: 'Gêmeas' }), await create({ name: 'Gêmeas' })];
  assert.equal((await step(first.id, 'start')).status, 200);
  assert.deepEqual(refusedWith(await step(second.id, 'start')), [422, 'campaign-incomplete', null]);
  await change(second.id, { name: 'Outra' });
  assert.equal((await step(second.id, 'start')).status, 200);
  assert.deepEqual(refusedWith(await change(second.id, { name: 'Gêmeas' })), [409, 'campaign-name-taken', null]);
  for (const wrong of [{ name: '' }, { priority: 0 }, { text: 'Oi, {apelido}' }, { coolDownDays: 400 }])
    assert.deepEqual(refusedWith(await change(second.id, wrong)), [400, 'invalid', null], JSON.stringify(wrong));
  const both = [await create({ name: 'Juntas' }), await create({ name: 'Juntas' })];
  const answers = await Promise.all(both.map(({ id }) => step(id, 'start')));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 422]);
});

test('each change is a version with its author, and an outdated version writes nothing', async () => {
  const { id } = await create();
  const second = await change(id, { text: `${TEXT} Até logo!`, version: 1 });
  assert.deepEqual([second.status, second.body.version], [200, 2]);
  assert.deepEqual(refusedWith(await change(id, { priority: 1, version: 1 })), [409, 'campaign-changed', null]);
  assert.equal((await change(id, { text: `${TEXT} Até logo!` })).body.version, 2, 'nothing changed');
  const { versions } = (await manager.get(`/api/v1/campaigns/${id}`)).body;
  assert.deepEqual(
    versions.map(({ version, by }: { version: number; by: string }) => [version, by !== '']),
    [
      [2, true],
      [1, true],
    ],
  );
});

test('a campaign that is not complete does not start, and each missing part is named', async () => {
  const { id } = await create({ text: '', legalBasis: 'legitimate_interest', from: '2026-12-02', to: '2026-12-01' });
  const { status, body } = await step(id, 'start');
  assert.equal(status, 422);
  assert.deepEqual(
    body.faults.map(({ path, code }: Record<string, string>) => `${path} ${code}`),
    ['to period_swapped', 'text required', 'legalReason required'],
  );
  assert.ok(body.faults.every(({ message }: Record<string, string>) => (message ?? '').length > 10));
  assert.equal((await manager.get(`/api/v1/campaigns/${id}`)).body.state, 'draft');
});

test('a campaign that nobody could ever get is refused with the reason, and one that fills later starts', async () => {
  const start = async (fields: object) => refusedWith(await step((await create(fields)).id, 'start'));
  const refusal = (reason: string) => [422, 'campaign-impossible', reason];
  assert.deepEqual(await start({ audience: { permission: 'unknown' } }), refusal('no_permission'));
  assert.deepEqual(
    await start({ audience: { lastPurchaseDays: { min: 90, max: 30 } } }),
    refusal('filters_contradict'),
  );
  assert.deepEqual(await start({ audience: { storeIds: [uuidv7()] } }), refusal('nobody_there'));
  assert.deepEqual(await start({ to: '2026-11-22' }), refusal('period_over'));
  const fillsLater = await create({ audience: { birthdayWithinDays: 0, tags: ['ninguém tem'] } });
  assert.equal((await step(fillsLater.id, 'start')).body.state, 'running');
});

test('a period that is quiet whenever a store is open is refused, also where it has no end', async () => {
  const { rows } = await owner.query(
    `select s.id from stores s join brands b using (brand_id) where b.slug = 'aurora' and s.id <> (select store_id from people where name = 'Ana Lima') order by s.code limit 1`,
  );
  const storeId = rows[0].id;
  await owner.query(`delete from store_hours where store_id = $1`, [storeId]);
  // Open from 21:00 to 23:00 on every day, which lies in the quiet hours of Aurora.
  await owner.query(
    `insert into store_hours (brand_id, store_id, weekday, opens_minute, closes_minute)
     select brand_id, id, day, 1260, 1380 from stores, generate_series(0, 6) day where id = $1`,
    [storeId],
  );
  const { id } = await create({ audience: { storeIds: [storeId] }, from: '2026-12-01', to: '2026-12-05' });
  assert.deepEqual(refusedWith(await step(id, 'start')), [422, 'campaign-impossible', 'quiet_period']);
  await change(id, { to: null });
  assert.deepEqual(refusedWith(await step(id, 'start')), [422, 'campaign-impossible', 'quiet_period']);
});

test('a campaign runs, pauses, resumes and ends for good, and its list shows the running ones first', async () => {
  const { id } = await create({ priority: 1 });
  assert.deepEqual(refusedWith(await step(id, 'pause')), [409, 'campaign-not-running', null]);
  const { body } = await step(id, 'start');
  assert.deepEqual([body.state, body.startedAt, body.endedAt], ['running', '2026-11-23T17:00:00.000Z', null]);
  assert.deepEqual(refusedWith(await step(id, 'start')), [409, 'campaign-running', null]);
  const { items } = (await manager.get('/api/v1/campaigns?state=current')).body;
  assert.equal(items[0].state, 'running');
  assert.ok(!items.some(({ state }: { state: string }) => state === 'ended'));
  assert.equal((await change(id, { text: '' })).status, 400, 'a running campaign stays complete');
  assert.equal((await step(id, 'pause')).body.state, 'paused');
  assert.equal((await step(id, 'start')).body.state, 'running');
  const ended = await step(id, 'end');
  assert.deepEqual([ended.status, ended.body.campaign.state, ended.body.cancelled], [200, 'ended', 0]);
  for (const name of ['start', 'pause', 'end']) {
    assert.deepEqual(refusedWith(await step(id, name)), [409, 'campaign-ended', null], name);
  }
  assert.deepEqual(refusedWith(await change(id, { text: 'x' })), [409, 'campaign-ended', null]);
});

test('the list comes page by page', async () => {
  const all = (await manager.get('/api/v1/campaigns?limit=100')).body;
  const ids: string[] = [];
  for (let cursor = ''; ; ) {
    const { items, next } = (await manager.get(`/api/v1/campaigns?limit=3${cursor}`)).body;
    ids.push(...items.map(({ id }: { id: string }) => id));
    if (next === null) break;
    cursor = `&cursor=${next}`;
  }
  assert.deepEqual(
    ids,
    all.items.map(({ id }: { id: string }) => id),
  );
  assert.equal(all.total, ids.length);
});

test('only the brand’s own manager reads and changes campaigns', async () => {
  const { id } = await create();
  for (const client of [carla, ana, support]) {
    assert.equal((await client.get('/api/v1/campaigns')).status, 403);
    assert.equal((await client.get(`/api/v1/campaigns/${id}`)).status, 403);
    assert.equal((await client.post('/api/v1/campaigns', { name: 'x' })).status, 403);
    assert.equal((await client.post(`/api/v1/campaigns/${id}/start`, {})).status, 403);
  }
  assert.equal((await stranger.get(`/api/v1/campaigns/${id}`)).status, 404);
  for (const name of ['start', 'pause', 'end']) {
    assert.equal((await stranger.post(`/api/v1/campaigns/${id}/${name}`, {})).status, 404);
  }
});

test('the brand’s most suggestions for a seller’s day is a setting from 1 to 100', async () => {
  const set = (suggestionsPerSellerDay: number) =>
    manager.send('PATCH', '/api/v1/settings', { suggestionsPerSellerDay });
  assert.equal((await set(8)).body.suggestionsPerSellerDay, 8);
  for (const wrong of [0, 101, 2.5]) assert.equal((await set(wrong)).status, 400);
  assert.equal((await manager.get('/api/v1/settings')).body.suggestionsPerSellerDay, 8);
});

test('an audience is counted with who is left out, why, and three customers with their text; nothing is changed', async () => {
  const count = (body: object) => manager.post('/api/v1/campaigns/count', body);
  const { status, body } = await count({ audience: {}, text: TEXT, exact: true });
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(body.isEstimate, false);
  const left = body.leftOut.reduce((sum: number, { count: of }: { count: number }) => sum + of, 0);
  assert.equal(body.matched, body.reachable + left);
  assert.equal(body.examples.length, 3);
  for (const { text } of body.examples) assert.match(text, /^Oi, [^{}]+! Gostou de [^{}]+\?$/);
  const needing = (await count({ audience: {}, text: 'Gostou de {ultimo_item}?', exact: true })).body;
  assert.ok(needing.reachable <= body.reachable);
  const faulty = await count({ audience: {}, text: 'Oi, {apelido}!' });
  assert.deepEqual([faulty.status, faulty.body.faults[0].code], [400, 'unknown_variable']);
  for (const client of [carla, ana, support])
    assert.equal((await client.post('/api/v1/campaigns/count', { audience: {} })).status, 403);
});

test('a campaign that is larger than its sellers can serve says how many fit, and starts with `partial`', async () => {
  const { id } = await create({ from: '2026-11-23', to: '2026-11-23', perSellerDay: 1 });
  const refused = await step(id, 'start');
  assert.deepEqual(refusedWith(refused), [422, 'campaign-impossible', 'too_large']);
  assert.ok(refused.body.wanted > refused.body.canServe && refused.body.canServe > 0);
  assert.ok(refused.body.detail.includes(String(refused.body.canServe)), refused.body.detail);
  assert.equal((await step(id, 'start', { partial: true })).body.state, 'running');
});

test('ending cancels what is held of the campaign only if its manager says so, and its seller is told', async () => {
  await product.at('2026-11-24T01:14:00.000Z');
  const [first, second] = (await ana.get('/api/v1/suggestions')).body.items;
  const { rows } = await owner.query('select id, campaign_id from suggestions where id = any($1)', [
    [first.id, second.id],
  ]);
  const campaigns = new Map(rows.map(({ id, campaign_id: campaignId }) => [id, campaignId]));
  for (const { id, customer } of [first, second]) {
    const wish = { customerId: customer.id, suggestionId: id, origin: 'suggestion', text: 'Oi!', hold: true };
    const { status } = await ana.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
    assert.equal(status, 202);
  }
  const heldOf = async (id: string) => (await manager.get(`/api/v1/campaigns/${id}`)).body.held;
  const id = campaigns.get(first.id);
  const before = await heldOf(id);
  assert.ok(before >= 1);
  const ended = await step(id, 'end', { held: 'cancel' });
  assert.deepEqual([ended.status, ended.body.cancelled, ended.body.campaign.held], [200, before, 0]);
  assert.equal(ended.body.campaign.open, 0);
  const other = campaigns.get(second.id);
  if (other === id) return;
  const held = await heldOf(other);
  assert.equal((await step(other, 'end')).body.campaign.held, held);
});

test('the first opening of a suggestion is kept, and a suggestion of another seller is not found', async () => {
  await product.at('2026-11-23T17:00:00.000Z');
  const [{ id }] = (await ana.get('/api/v1/suggestions')).body.items;
  const open = () => ana.post(`/api/v1/suggestions/${id}/open`);
  const touched = async () => (await owner.query('select touched_at from suggestions where id = $1', [id])).rows[0];
  assert.equal((await open()).status, 204);
  const first = await touched();
  await product.at('2026-11-23T18:00:00.000Z');
  assert.equal((await open()).status, 204);
  assert.deepEqual(await touched(), first);
  assert.equal(new Date(first.touched_at).toISOString(), '2026-11-23T17:00:00.000Z');
  assert.equal((await carla.post(`/api/v1/suggestions/${id}/open`)).status, 404);
});
