/** Support's console on a host of its own: its routes answer there and nowhere else, and nobody else's do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';

const HOST = 'support.example';
const product = await startDemoServer({
  environment: {
    OTO_PUBLIC_URL: 'http://oto.example',
    OTO_SUPPORT_URL: `http://${HOST}`,
    OTO_TRUST_PROXY: 'true',
  },
});

/** As a proxy passes on what came to a host. */
const at = (host: string) => new Client(product.base, { 'x-forwarded-host': host });
const support = { email: 'suporte@oto.example', password: 'suporte-demo' };
const store = { email: 'paulista@aurora.example', password: 'aurora-demo' };

test('support signs in on its host, and on no other', async () => {
  const elsewhere = await at('oto.example').post('/api/v1/session', support);
  assert.deepEqual([elsewhere.status, elsewhere.body.type], [401, '/problems/wrong-credentials']);
  const there = at(HOST);
  assert.equal((await there.post('/api/v1/session', support)).status, 200);
  assert.equal((await there.get('/api/v1/brands')).status, 200);
  assert.equal((await there.get('/api/v1/tickets')).status, 200);
});

test('stores and people do not sign in on support’s host', async () => {
  const refused = await at(HOST).post('/api/v1/session', store);
  assert.deepEqual([refused.status, refused.body.type], [401, '/problems/wrong-credentials']);
  assert.equal((await at('oto.example').post('/api/v1/session', store)).status, 200);
});

test('support’s session is none on another host, and its routes are not there', async () => {
  const there = at(HOST);
  await there.post('/api/v1/session', support);
  there.headers['x-forwarded-host'] = 'oto.example';
  assert.equal((await there.get('/api/v1/session')).status, 401);
  assert.equal((await there.get('/api/v1/tickets')).status, 401);
  for (const path of [
    '/api/v1/brands',
    '/api/v1/%62rands',
    '/api/v1/finder?number=1',
    '/api/v1/help/quiet-hours/ratings',
  ]) {
    assert.equal((await there.get(path)).status, 404, path);
  }
});

test('the brands’ routes are not on support’s host', async () => {
  const there = at(HOST);
  await there.post('/api/v1/session', support);
  for (const path of ['/api/v1/suggestions', '/api/v1/customers?q=ma', '/api/v1/holds', '/api/v1/live']) {
    assert.equal((await there.get(path)).status, 404, path);
  }
});

test('a page of one host changes nothing on the other', async () => {
  const wrong = await at(HOST).post('/api/v1/session', support, { origin: 'http://oto.example' });
  assert.deepEqual([wrong.status, wrong.body.type], [403, '/problems/wrong-origin']);
  const other = await at('oto.example').post('/api/v1/session', store, { origin: `http://${HOST}` });
  assert.deepEqual([other.status, other.body.type], [403, '/problems/wrong-origin']);
  const own = await at(HOST).post('/api/v1/session', support, { origin: `http://${HOST}` });
  assert.equal(own.status, 200);
});

test('health is answered on both hosts', async () => {
  for (const host of [HOST, 'oto.example']) assert.equal((await at(host).get('/healthz')).status, 200);
});
