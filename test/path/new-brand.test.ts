/** Support creates a brand over HTTP: what is refused, and that a brand without a manager or a store works everywhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
await product.at('2026-11-23T15:00:00.000Z');
const support = await product.person('suporte@oto.example');

const LUME = { slug: 'lume', name: 'Lume', article: 'a', plan: 'growth', zone: 'America/Manaus' };
const create = (change: Record<string, unknown> = {}) => support.post('/api/v1/brands', { ...LUME, ...change });

test('support creates a brand, which has a plan and a zone and neither stores nor hours', async () => {
  const { status, body } = await create({ name: '  Lume ' });
  assert.equal(status, 201, JSON.stringify(body));
  const { id, quietHours, ...brand } = body;
  assert.deepEqual(brand, { ...LUME, stores: [] });
  assert.deepEqual([quietHours.active, quietHours.reason], [false, 'no_policy']);
  const { body: brands } = await support.get('/api/v1/brands');
  assert.ok(brands.items.some((each: { id: string; slug: string }) => each.id === id && each.slug === 'lume'));
});

test('the brand’s log of accesses begins with who created the brand', async () => {
  const { body } = await create({ slug: 'lume-log' });
  const { rows } = await product.owner.query(
    'select what, support_name from support_access_log where brand_id = $1 order by at, id',
    [body.id],
  );
  assert.deepEqual(rows, [{ what: 'brand created', support_name: 'Sofia Lacerda' }]);
});

test('each field at fault is named, and nothing is created', async () => {
  const cases = [
    [{ slug: 'Lume' }, 'slug', 'slug_malformed'],
    [{ slug: 'l' }, 'slug', 'slug_malformed'],
    [{ slug: '-lume' }, 'slug', 'slug_malformed'],
    [{ slug: 'equipe' }, 'slug', 'slug_reserved'],
    [{ slug: 'x'.repeat(61) }, 'slug', 'too_big'],
    [{ slug: null }, 'slug', 'invalid_type'],
    [{ name: '  ' }, 'name', 'too_small'],
    [{ name: 'x'.repeat(81) }, 'name', 'too_big'],
    [{ article: 'os' }, 'article', 'invalid_value'],
    [{ plan: 'gold' }, 'plan', 'invalid_value'],
    [{ zone: 'Brasilia' }, 'zone', 'zone_unknown'],
    [{ zone: 'Etc/GMT+3' }, 'zone', 'zone_unknown'],
    [{ zone: 'america/sao_paulo' }, 'zone', 'zone_unknown'],
    [{ zone: '' }, 'zone', 'zone_unknown'],
  ] as const;
  const count = async () => (await product.owner.query('select count(*)::int as brands from brands')).rows[0].brands;
  const before = await count();
  for (const [change, path, code] of cases) {
    const { status, body } = await create({ slug: 'faulty', ...change });
    assert.equal(status, 400, JSON.stringify(change));
    assert.deepEqual([body.faults[0].path, body.faults[0].code], [path, code]);
    assert.notEqual(body.faults[0].message, 'Este valor precisa de um ajuste.', code);
  }
  const both = await create({ slug: 'É', zone: 'Lua' });
  assert.deepEqual(
    both.body.faults.map(({ path }: { path: string }) => path),
    ['slug', 'zone'],
  );
  assert.equal((await create({ slug: 'faulty', portfolioOnly: true })).status, 400);
  assert.equal(await count(), before);
});

test('a slug that another brand has is refused with its own problem, in the caller’s language', async () => {
  const { status, body } = await create({ slug: 'aurora' });
  assert.deepEqual([status, body.type], [409, '/problems/slug-taken']);
  assert.match(body.detail, /Outra marca já usa/);
});

test('of two brands that ask for one slug at once, one is created and the other is told that the slug is taken', async () => {
  const answers = await Promise.all([create({ slug: 'gemea' }), create({ slug: 'gemea', name: 'Gêmea' })]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
  const { rows } = await product.owner.query(`select count(*)::int as heads from policy_heads h
    join brands b using (brand_id) where b.slug = 'gemea'`);
  assert.equal(rows[0].heads, 1);
});

test('every page of support answers for a brand without a manager and without stores, and hours can be published', async () => {
  const { body: brand } = await create({ slug: 'vazia' });
  const below = `/api/v1/brands/${brand.id}`;
  const reads = ['', '/quiet-hours/versions', '/quiet-hours/recommendation', '/quiet-hours/holidays', '/attempts'];
  for (const path of reads) assert.equal((await support.get(below + path)).status, 200, path);
  for (const path of ['/tickets', '/leads', '/finder?number=1']) {
    assert.equal((await support.get(`/api/v1${path}`)).status, 200, path);
  }
  assert.equal((await support.post(`${below}/quiet-hours/preview`, { policy: {} })).status, 200);
  const publication = { policy: {}, effective: 'now', reason: 'Primeira versão' };
  const refused = await support.post(`${below}/quiet-hours`, publication);
  const confirmed = refused.status === 422 ? refused.body.lints.map(({ code }: { code: string }) => code) : [];
  const published =
    refused.status === 422 ? await support.post(`${below}/quiet-hours`, { ...publication, confirmed }) : refused;
  assert.equal(published.status, 201, JSON.stringify(published.body));
  const suspended = await support.post(`${below}/quiet-hours/suspend`, { until: null, reason: 'Inventário' });
  assert.equal(suspended.status, 200);
  assert.equal((await support.post(`${below}/quiet-hours/resume`, { reason: 'Pronto' })).status, 200);
  assert.equal((await support.send('PATCH', below, { plan: 'starter' })).status, 200);
  assert.equal((await support.get('/readyz')).status, 200);
});
