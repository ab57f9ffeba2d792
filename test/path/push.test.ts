/** Notifications, from a contact left ready to a browser's push service: whom they reach, what they say, and when none may come (H4, H7). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { Timelines } from '#flows/policy/timelines.ts';
import { tellReady } from '#flows/push/tell-ready.ts';
import { readyNotices } from '#jobs/push/ready-notices.ts';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { pushService, signedBy } from '#kit/push-service.ts';
import { readOrCreateVapid } from '#main/core/secrets/vapid.ts';
import { webPush } from '#main/push/web-push.ts';

const product = await startDemoServer();
const service = await pushService();
const EVENING = '2026-11-24T00:30:00.000Z';
const language = 'pt-BR';
const COUNTED_WITHIN_MS = 20_000;

const subscribe = async (client: Client, name: string, said = language) => {
  const body = { ...service.browser(name), language: said };
  assert.equal((await client.put('/api/v1/push/subscription', body)).status, 204);
  return body;
};
const keyOf = async (client: Client) => (await client.get('/api/v1/push/key')).body;
const rowsOf = async (endpoint: string) =>
  (await product.owner.query('select person_id from push_subscriptions where endpoint = $1', [endpoint])).rows;

/** Leaves a suggestion's contact for later; gives its minute and the customer. */
async function leaveReady(client: Client) {
  await product.at(EVENING);
  const { items } = (await client.get('/api/v1/suggestions')).body;
  const { id: suggestionId, customer, text } = items.find(({ held }: { held: unknown }) => held === null);
  const wish = { customerId: customer.id, suggestionId, text, hold: true };
  const { status, body } = await client.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(status, 202, JSON.stringify(body));
  return { heldUntil: body.heldUntil as string, customer: customer as { name: string }, attemptId: body.attempt.id };
}

/** So many more that the seller may send now, without a round of the dispatcher's, which would tell of them by itself. */
async function haveReady(client: Client, n: number) {
  for (let made = 0; made < n; made++) {
    const { attemptId } = await leaveReady(client);
    await product.owner.query(`update holds set state = 'ready', ready_at = now() where attempt_id = $1`, [attemptId]);
  }
}

const whoOf = async (client: Client) => {
  const { body } = await client.get('/api/v1/session');
  return { brandId: body.brand.id, sellerId: body.person.id, storeId: body.store.id };
};

/** As the product sends, on a clock of the test's own. */
function telling(at: string) {
  const push = webPush({
    vapid: readOrCreateVapid(`.tmp/product-${process.pid}`),
    demo: true,
    onError: () => undefined,
  });
  const outcomes: string[] = [];
  const deps = {
    db: product.db,
    timelines: new Timelines(),
    now: () => Date.parse(at),
    hostNow: () => Date.now(),
    push: push.send,
    noticeOf: (_: string, count: number) => `${count}`,
    counted: (outcome: string) => void outcomes.push(outcome),
  };
  return { deps, outcomes };
}

test('at its minute the seller’s phone is told how many are ready, and nobody’s name, signed by this installation (H4)', async () => {
  const ana = await product.held('paulista@aurora.example', '1111');
  assert.equal((await keyOf(ana)).whose, 'nobody');
  await subscribe(ana, 'ana');
  const { key, whose } = await keyOf(ana);
  assert.equal(whose, 'mine');
  const { heldUntil, customer } = await leaveReady(ana);
  const before = service.all.length;
  await product.at(heldUntil);
  await service.came(before + 1);

  const pushed = service.all.at(-1);
  assert.ok(pushed);
  assert.equal(pushed.path, '/ana');
  assert.deepEqual(JSON.parse(pushed.message), { body: 'Você tem 1 mensagem para enviar.', lang: 'pt-BR' });
  for (const part of customer.name.split(' ')) assert.equal(pushed.message.includes(part), false);
  assert.equal(pushed.body.includes('mensagem'), false, 'sealed on its way');
  const signed = signedBy(pushed);
  assert.equal(signed.key, key);
  assert.equal(signed.claims.aud, service.base);
  assert.match(String(signed.claims.sub), /^mailto:/);
  assert.ok(Number(signed.claims.exp) * 1000 - Date.now() <= 24 * 3_600_000);
  assert.equal(pushed.headers['content-encoding'], 'aes128gcm');
  assert.equal(pushed.headers.topic, 'ready');
});

test('a push service keeps it no longer than the store is open and nobody’s silence begins (H7)', async () => {
  const ana = await product.held('paulista@aurora.example', '1111');
  await subscribe(ana, 'ttl');
  await haveReady(ana, 1);
  const who = await whoOf(ana);
  const ttlAt = async (at: string) => {
    const { deps } = telling(at);
    const before = service.all.length;
    await tellReady(deps, who);
    await service.came(before + 1);
    return service.all.slice(before).map(({ headers }) => Number(headers.ttl));
  };
  for (const ttl of await ttlAt('2026-11-23T19:50:00-03:00')) assert.equal(ttl, 600);
  for (const ttl of await ttlAt('2026-11-23T11:00:00-03:00')) assert.equal(ttl, 4 * 3600);
});

test('none comes in quiet time, nor while the store is closed, whoever asks (H7)', async () => {
  const ana = await product.held('paulista@aurora.example', '1111');
  await subscribe(ana, 'silent');
  await haveReady(ana, 1);
  const who = await whoOf(ana);
  const before = service.all.length;
  // Quiet; open to be written to but the store opens at ten; a Sunday morning.
  for (const at of ['2026-11-23T20:00:00-03:00', '2026-11-23T09:59:59-03:00', '2026-11-22T13:00:00-03:00']) {
    const { deps, outcomes } = telling(at);
    await tellReady(deps, who);
    assert.deepEqual(outcomes, ['not_now'], at);
  }
  assert.equal(service.all.length, before);
});

test('several of one seller in one round are one notification: of all that is ready, also from rounds before', async () => {
  const bruno = await product.held('paulista@aurora.example', '2222');
  await subscribe(bruno, 'bruno');
  const who = await whoOf(bruno);
  const read = async () => (await bruno.get('/api/v1/holds?state=ready&limit=100')).body.items.length;
  await haveReady(bruno, 3 - (await read()));
  const { deps, outcomes } = telling('2026-11-23T15:00:00Z');
  const before = service.all.length;
  const notices = readyNotices({
    ...deps,
    onError: (error) => {
      throw error;
    },
  });
  notices.tell([who, who]);
  await service.came(before + 1);
  await notices.close();
  assert.deepEqual(outcomes, ['sent']);
  assert.deepEqual(
    service.all.slice(before).map(({ message }) => message),
    ['3'],
  );
});

test('what was sent, passed on or cancelled before the telling is not told of', async () => {
  const seller = await product.held('adrianopolis@aurora.example', '2222');
  await subscribe(seller, 'fewer');
  const who = await whoOf(seller);
  await haveReady(seller, 2);
  const said: number[] = [];
  for (const outcome of ['sent', 'sent', 'not_now']) {
    const { deps, outcomes } = telling('2026-11-23T15:00:00Z');
    const noticeOf = (_: string, count: number) => String(said.push(count));
    await tellReady({ ...deps, noticeOf }, who);
    assert.deepEqual(outcomes, [outcome]);
    const [ready] = (await seller.get('/api/v1/holds?state=ready')).body.items;
    if (ready) assert.equal((await seller.post(`/api/v1/attempts/${ready.attempt.id}/cancel`)).status, 200);
  }
  assert.deepEqual(said, [2, 1]);
});

test('what the push service says is gone is forgotten, and written to no more', async () => {
  const bruno = await product.held('paulista@aurora.example', '2222');
  const { endpoint } = await subscribe(bruno, 'gone');
  await haveReady(bruno, 1);
  const who = await whoOf(bruno);
  for (const status of [410, 404]) {
    await subscribe(bruno, 'gone');
    service.answer(status);
    const { deps, outcomes } = telling('2026-11-23T15:00:00Z');
    await tellReady(deps, who);
    service.answer(201);
    assert.ok(outcomes.includes('gone'), String(status));
    assert.deepEqual(await rowsOf(endpoint), []);
  }
});

test('a push service that fails is counted and the device kept; nothing is thrown', async () => {
  const bruno = await product.held('paulista@aurora.example', '2222');
  const { endpoint } = await subscribe(bruno, 'failing');
  await haveReady(bruno, 1);
  const who = await whoOf(bruno);
  service.answer(503);
  const { deps, outcomes } = telling('2026-11-23T15:00:00Z');
  await tellReady(deps, who);
  service.answer(201);
  assert.ok(outcomes.includes('failed'));
  assert.equal((await rowsOf(endpoint)).length, 1);
});

test('a device tells one person: whoever asks has it, and while a colleague holds it the other hears nothing', async () => {
  const shared = await product.held('paulista@aurora.example', '1111');
  await subscribe(shared, 'shared');
  const ana = await whoOf(shared);
  await haveReady(shared, 1);
  const told = async (who: typeof ana) => {
    const { deps } = telling('2026-11-23T15:00:00Z');
    const before = service.all.length;
    await tellReady(deps, who);
    return service.all.slice(before).some(({ path }) => path === '/shared');
  };
  assert.equal(await told(ana), true);

  await shared.delete('/api/v1/session/turn');
  await shared.post('/api/v1/session/pin', { pin: '2222' });
  const bruno = await whoOf(shared);
  await haveReady(shared, 1);
  assert.equal(await told(ana), false, 'in Bruno’s hands');
  assert.equal(await told(bruno), false, 'Bruno has not asked');
  assert.equal((await keyOf(shared)).whose, 'somebody_else');
  assert.equal((await shared.delete('/api/v1/push/subscription')).status, 204);
  assert.equal((await keyOf(shared)).whose, 'somebody_else', 'a colleague’s is not taken away');

  await shared.delete('/api/v1/session/turn');
  assert.equal(await told(ana), false, 'Bruno held it last');
  await shared.post('/api/v1/session/pin', { pin: '1111' });
  assert.equal(await told(ana), true, 'hers again, without asking anew');

  await shared.delete('/api/v1/session/turn');
  await shared.post('/api/v1/session/pin', { pin: '2222' });
  const again = await shared.put('/api/v1/push/subscription', { ...service.browser('shared'), language });
  assert.equal(again.status, 204);
  assert.equal(await told(bruno), true);
  assert.equal(await told(ana), false);
});

test('signing out takes the device away, and so does asking; a person keeps five', async () => {
  const out = await product.held('paulista@aurora.example', '1111');
  const first = await subscribe(out, 'out');
  await out.delete('/api/v1/session');
  assert.deepEqual(await rowsOf(first.endpoint), []);

  const off = await product.held('paulista@aurora.example', '1111');
  const second = await subscribe(off, 'off');
  assert.equal((await off.delete('/api/v1/push/subscription')).status, 204);
  assert.deepEqual(await rowsOf(second.endpoint), []);

  const phones = [];
  for (let n = 0; n < 6; n++) {
    phones.push(await subscribe(await product.held('adrianopolis@aurora.example', '1111'), `phone-${n}`));
  }
  const kept = await Promise.all(phones.map(async ({ endpoint }) => (await rowsOf(endpoint)).length));
  assert.deepEqual(kept, [0, 1, 1, 1, 1, 1]);
});

test('what is not renewed for a month is left in peace', async () => {
  const carla = await product.held('paulista@aurora.example', '9999');
  const { endpoint } = await subscribe(carla, 'old');
  await product.owner.query(
    `update push_subscriptions set renewed_at = renewed_at - interval '31 days' where endpoint = $1`,
    [endpoint],
  );
  const { deps, outcomes } = telling('2026-11-23T15:00:00Z');
  await tellReady(deps, await whoOf(carla));
  assert.deepEqual(outcomes, []);
});

test('an address that leads into a private network is not taken; who sells nothing has no devices', async () => {
  const ana = await product.held('paulista@aurora.example', '1111');
  const keys = service.browser('x').keys;
  for (const endpoint of [
    'https://10.0.0.7/push',
    'https://169.254.169.254/latest/meta-data',
    'https://[fd00::1]/push',
    'https://[::ffff:10.0.0.7]/push',
    'https://0x0a000007/push',
    'http://push.example/x',
    'https://intranet/push',
    'https://user:secret@push.example/x',
    'ftp://push.example/x',
    'javascript:alert(1)',
  ]) {
    const { status, body } = await ana.put('/api/v1/push/subscription', { endpoint, keys, language });
    assert.equal(status, 400, endpoint);
    assert.equal(body.faults[0].path, 'endpoint', endpoint);
  }
  const gestao = await product.person('gestao@aurora.example');
  assert.equal((await gestao.get('/api/v1/push/key')).status, 403);
});

test('what came of a notification is counted, by that alone', async () => {
  const sent = async () => {
    const counted = await (await fetch(`${product.base}/metrics`)).text();
    return Number(/^oto_push_total\{outcome="sent"\} (\d+)$/m.exec(counted)?.[1] ?? 0);
  };
  const ana = await product.held('paulista@aurora.example', '1111');
  await subscribe(ana, 'counted');
  const { heldUntil } = await leaveReady(ana);
  const before = await sent();
  await product.at(heldUntil);
  const deadline = performance.now() + COUNTED_WITHIN_MS;
  while ((await sent()) === before) assert.ok(performance.now() < deadline, 'never counted');
});
