/**
 * Support's console on a host of its own: support's routes answer only there, and the brands' routes only on the other
 * host.
 */
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

/** Returns a client whose requests a proxy received at a host. */
const clientAt = (host: string) => new Client(product.base, { 'x-forwarded-host': host });
const support = { email: 'suporte@oto.example', password: 'suporte-demo' };
const store = { email: 'paulista@aurora.example', password: 'aurora-demo' };

test('support signs in on its own host and on no other', async () => {
  const onBrandHost = await clientAt('oto.example').post('/api/v1/session', support);
  assert.deepEqual([onBrandHost.status, onBrandHost.body.type], [401, '/problems/wrong-credentials']);
  const onSupportHost = clientAt(HOST);
  assert.equal((await onSupportHost.post('/api/v1/session', support)).status, 200);
  assert.equal((await onSupportHost.get('/api/v1/brands')).status, 200);
  assert.equal((await onSupportHost.get('/api/v1/tickets')).status, 200);
});

test('stores and people cannot sign in on support’s host', async () => {
  const refused = await clientAt(HOST).post('/api/v1/session', store);
  assert.deepEqual([refused.status, refused.body.type], [401, '/problems/wrong-credentials']);
  assert.equal((await clientAt('oto.example').post('/api/v1/session', store)).status, 200);
});

test('a session of support is not valid on another host, and support’s routes do not exist there', async () => {
  const client = clientAt(HOST);
  await client.post('/api/v1/session', support);
  client.headers['x-forwarded-host'] = 'oto.example';
  assert.equal((await client.get('/api/v1/session')).status, 401);
  assert.equal((await client.get('/api/v1/tickets')).status, 401);
  for (const path of [
    '/api/v1/brands',
    '/api/v1/%62rands',
    '/api/v1/support-people',
    '/api/v1/finder?number=1',
    '/api/v1/help/quiet-hours/ratings',
  ]) {
    assert.equal((await client.get(path)).status, 404, path);
  }
});

test('the brands’ routes do not exist on support’s host', async () => {
  const client = clientAt(HOST);
  await client.post('/api/v1/session', support);
  for (const path of [
    '/api/v1/suggestions',
    '/api/v1/customers?q=ma',
    '/api/v1/holds',
    '/api/v1/live',
    '/api/v1/brand/setup',
  ]) {
    assert.equal((await client.get(path)).status, 404, path);
  }
});

test('a page of one host cannot write on the other', async () => {
  const wrong = await clientAt(HOST).post('/api/v1/session', support, { origin: 'http://oto.example' });
  assert.deepEqual([wrong.status, wrong.body.type], [403, '/problems/wrong-origin']);
  const other = await clientAt('oto.example').post('/api/v1/session', store, { origin: `http://${HOST}` });
  assert.deepEqual([other.status, other.body.type], [403, '/problems/wrong-origin']);
  const own = await clientAt(HOST).post('/api/v1/session', support, { origin: `http://${HOST}` });
  assert.equal(own.status, 200);
});

test('health is answered on both hosts', async () => {
  for (const host of [HOST, 'oto.example']) assert.equal((await clientAt(host).get('/healthz')).status, 200);
});
