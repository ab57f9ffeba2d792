/**
 * Notifications, from a ready contact to a browser's push service: whom they reach, what they say, and when none may
 * be sent (H4, H7).
 */
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

const subscribe = async (client: Client, name: string, spoken = language) => {
  const body = { ...service.browser(name), language: spoken };
  assert.equal((await client.put('/api/v1/push/subscription', body)).status, 204);
  return body;
};
const readKey = async (client: Client) => (await client.get('/api/v1/push/key')).body;
const findSubscriptions = async (endpoint: string) =>
  (await product.owner.query('select person_id from push_subscriptions where endpoint = $1', [endpoint])).rows;

/** Holds the contact of a suggestion; returns its minute, customer and attempt. */
async function holdSuggestion(client: Client) {
  await product.at(EVENING);
  const { items } = (await client.get('/api/v1/suggestions')).body;
  const { id: suggestionId, customer, text } = items.find(({ held }: { held: unknown }) => held === null);
  const wish = { customerId: customer.id, suggestionId, text, hold: true };
  const { status, body } = await client.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(status, 202, JSON.stringify(body));
  return { heldUntil: body.heldUntil as string, customer: customer as { name: string }, attemptId: body.attempt.id };
}

/** Makes `n` more contacts ready without a round of the dispatcher, which would send notifications by itself. */
async function makeReady(client: Client, n: number) {
  for (let made = 0; made < n; made++) {
    const { attemptId } = await holdSuggestion(client);
    await product.owner.query(`update holds set state = 'ready', ready_at = now() where attempt_id = $1`, [attemptId]);
  }
}

const readSeller = async (client: Client) => {
  const { body } = await client.get('/api/v1/session');
  return { brandId: body.brand.id, sellerId: body.person.id, storeId: body.store.id };
};

/** Sends as the product does, by a clock of the test's own, and lists the outcomes. */
function prepareSending(at: string) {
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

test('H4: at its minute the seller’s phone gets the number of ready messages, without any name, signed by this installation', async () => {
  const ana = await product.held('paulista@aurora.example', '1111');
  assert.equal((await readKey(ana)).whose, 'nobody');
  await subscribe(ana, 'ana');
  const { key, whose } = await readKey(ana);
  assert.equal(whose, 'mine');
  const { heldUntil, customer } = await holdSuggestion(ana);
  const before = service.all.length;
  await product.at(heldUntil);
  await service.came(before + 1);

  const pushed = service.all.at(-1);
  assert.ok(pushed);
  assert.equal(pushed.path, '/ana');
  assert.deepEqual(JSON.parse(pushed.message), { body: 'Você tem 1 mensagem para enviar.', lang: 'pt-BR' });
  for (const part of customer.name.split(' ')) assert.equal(pushed.message.includes(part), false);
  assert.equal(pushed.body.includes('mensagem'), false, 'the message is encrypted on its way');
  const signed = signedBy(pushed);
  assert.equal(signed.key, key);
  assert.equal(signed.claims.aud, service.base);
  assert.match(String(signed.claims.sub), /^mailto:/);
  assert.ok(Number(signed.claims.exp) * 1000 - Date.now() <= 24 * 3_600_000);
  assert.equal(pushed.headers['content-encoding'], 'aes128gcm');
  assert.equal(pushed.headers.topic, 'ready');
});

test('H7: a push service keeps a notification no longer than until the store closes or quiet hours begin', async () => {
  const ana = await product.held('paulista@aurora.example', '1111');
  await subscribe(ana, 'ttl');
  await makeReady(ana, 1);
  const recipient = await readSeller(ana);
  const readTtls = async (at: string) => {
    const { deps } = prepareSending(at);
    const before = service.all.length;
    await tellReady(deps, recipient);
    await service.came(before + 1);
    return service.all.slice(before).map(({ headers }) => Number(headers.ttl));
  };
  for (const ttl of await readTtls('2026-11-23T19:50:00-03:00')) assert.equal(ttl, 600);
  for (const ttl of await readTtls('2026-11-23T11:00:00-03:00')) assert.equal(ttl, 4 * 3600);
});

test('H7: no notification is sent in quiet hours or while the store is closed', async () => {
  const ana = await product.held('paulista@aurora.example', '1111');
  await subscribe(ana, 'silent');
  await makeReady(ana, 1);
  const recipient = await readSeller(ana);
  const before = service.all.length;
  // Quiet; open by the policy, but the store opens at ten; and a Sunday morning.
  for (const at of ['2026-11-23T20:00:00-03:00', '2026-11-23T09:59:59-03:00', '2026-11-22T13:00:00-03:00']) {
    const { deps, outcomes } = prepareSending(at);
    await tellReady(deps, recipient);
    assert.deepEqual(outcomes, ['not_now'], at);
  }
  assert.equal(service.all.length, before);
});

test('several releases of one seller in one round are one notification of all that is ready, also from earlier rounds', async () => {
  const bruno = await product.held('paulista@aurora.example', '2222');
  await subscribe(bruno, 'bruno');
  const recipient = await readSeller(bruno);
  const countReady = async () => (await bruno.get('/api/v1/holds?state=ready&limit=100')).body.items.length;
  await makeReady(bruno, 3 - (await countReady()));
  const { deps, outcomes } = prepareSending('2026-11-23T15:00:00Z');
  const before = service.all.length;
  const notices = readyNotices({
    ...deps,
    onError: (error) => {
      throw error;
    },
  });
  notices.tell([recipient, recipient]);
  await service.came(before + 1);
  await notices.close();
  assert.deepEqual(outcomes, ['sent']);
  assert.deepEqual(
    service.all.slice(before).map(({ message }) => message),
    ['3'],
  );
});

test('a message that was sent, passed on or cancelled before the notification is not counted in it', async () => {
  const seller = await product.held('adrianopolis@aurora.example', '2222');
  await subscribe(seller, 'fewer');
  const recipient = await readSeller(seller);
  await makeReady(seller, 2);
  const counts: number[] = [];
  for (const outcome of ['sent', 'sent', 'not_now']) {
    const { deps, outcomes } = prepareSending('2026-11-23T15:00:00Z');
    const noticeOf = (_: string, count: number) => String(counts.push(count));
    await tellReady({ ...deps, noticeOf }, recipient);
    assert.deepEqual(outcomes, [outcome]);
    const [ready] = (await seller.get('/api/v1/holds?state=ready')).body.items;
    if (ready) assert.equal((await seller.post(`/api/v1/attempts/${ready.attempt.id}/cancel`)).status, 200);
  }
  assert.deepEqual(counts, [2, 1]);
});

test('a subscription that the push service says is gone is deleted and not used again', async () => {
  const bruno = await product.held('paulista@aurora.example', '2222');
  const { endpoint } = await subscribe(bruno, 'gone');
  await makeReady(bruno, 1);
  const recipient = await readSeller(bruno);
  for (const status of [410, 404]) {
    await subscribe(bruno, 'gone');
    service.answer(status);
    const { deps, outcomes } = prepareSending('2026-11-23T15:00:00Z');
    await tellReady(deps, recipient);
    service.answer(201);
    assert.ok(outcomes.includes('gone'), String(status));
    assert.deepEqual(await findSubscriptions(endpoint), []);
  }
});

test('a failure of the push service is counted, the subscription is kept, and no error is thrown', async () => {
  const bruno = await product.held('paulista@aurora.example', '2222');
  const { endpoint } = await subscribe(bruno, 'failing');
  await makeReady(bruno, 1);
  const recipient = await readSeller(bruno);
  service.answer(503);
  const { deps, outcomes } = prepareSending('2026-11-23T15:00:00Z');
  await tellReady(deps, recipient);
  service.answer(201);
  assert.ok(outcomes.includes('failed'));
  assert.equal((await findSubscriptions(endpoint)).length, 1);
});

test('a device has notifications for the person who subscribed last, and none while a colleague has the turn', async () => {
  const shared = await product.held('paulista@aurora.example', '1111');
  await subscribe(shared, 'shared');
  const ana = await readSeller(shared);
  await makeReady(shared, 1);
  const isNotified = async (recipient: typeof ana) => {
    const { deps } = prepareSending('2026-11-23T15:00:00Z');
    const before = service.all.length;
    await tellReady(deps, recipient);
    return service.all.slice(before).some(({ path }) => path === '/shared');
  };
  assert.equal(await isNotified(ana), true);

  await shared.delete('/api/v1/session/turn');
  await shared.post('/api/v1/session/pin', { pin: '2222' });
  const bruno = await readSeller(shared);
  await makeReady(shared, 1);
  assert.equal(await isNotified(ana), false, 'Bruno has the turn');
  assert.equal(await isNotified(bruno), false, 'Bruno has not subscribed');
  assert.equal((await readKey(shared)).whose, 'somebody_else');
  assert.equal((await shared.delete('/api/v1/push/subscription')).status, 204);
  assert.equal((await readKey(shared)).whose, 'somebody_else', 'a person cannot delete a colleague’s subscription');

  await shared.delete('/api/v1/session/turn');
  assert.equal(await isNotified(ana), false, 'Bruno had the last turn');
  await shared.post('/api/v1/session/pin', { pin: '1111' });
  assert.equal(await isNotified(ana), true, 'Ana has the turn again and is notified without subscribing again');

  await shared.delete('/api/v1/session/turn');
  await shared.post('/api/v1/session/pin', { pin: '2222' });
  const again = await shared.put('/api/v1/push/subscription', { ...service.browser('shared'), language });
  assert.equal(again.status, 204);
  assert.equal(await isNotified(bruno), true);
  assert.equal(await isNotified(ana), false);
});

test('signing out deletes the device’s subscription, and so does the request for that; a person has at most five', async () => {
  const signedOut = await product.held('paulista@aurora.example', '1111');
  const first = await subscribe(signedOut, 'out');
  await signedOut.delete('/api/v1/session');
  assert.deepEqual(await findSubscriptions(first.endpoint), []);

  const unsubscribed = await product.held('paulista@aurora.example', '1111');
  const second = await subscribe(unsubscribed, 'off');
  assert.equal((await unsubscribed.delete('/api/v1/push/subscription')).status, 204);
  assert.deepEqual(await findSubscriptions(second.endpoint), []);

  const phones = [];
  for (let n = 0; n < 6; n++) {
    phones.push(await subscribe(await product.held('adrianopolis@aurora.example', '1111'), `phone-${n}`));
  }
  const kept = await Promise.all(phones.map(async ({ endpoint }) => (await findSubscriptions(endpoint)).length));
  assert.deepEqual(kept, [0, 1, 1, 1, 1, 1]);
});

test('a subscription that was not renewed for a month gets no notifications', async () => {
  const carla = await product.held('paulista@aurora.example', '9999');
  const { endpoint } = await subscribe(carla, 'old');
  await product.owner.query(
    `update push_subscriptions set renewed_at = renewed_at - interval '31 days' where endpoint = $1`,
    [endpoint],
  );
  const { deps, outcomes } = prepareSending('2026-11-23T15:00:00Z');
  await tellReady(deps, await readSeller(carla));
  assert.deepEqual(outcomes, []);
});

test('an endpoint in a private network is refused, and a brand manager cannot subscribe', async () => {
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
  const brandManager = await product.person('gestao@aurora.example');
  assert.equal((await brandManager.get('/api/v1/push/key')).status, 403);
});

test('the outcome of a notification is counted in the metrics', async () => {
  const readSentCount = async () => {
    const counted = await (await fetch(`${product.base}/metrics`)).text();
    return Number(/^oto_push_total\{outcome="sent"\} (\d+)$/m.exec(counted)?.[1] ?? 0);
  };
  const ana = await product.held('paulista@aurora.example', '1111');
  await subscribe(ana, 'counted');
  const { heldUntil } = await holdSuggestion(ana);
  const before = await readSentCount();
  await product.at(heldUntil);
  const deadline = performance.now() + COUNTED_WITHIN_MS;
  while ((await readSentCount()) === before)
    assert.ok(performance.now() < deadline, 'the notification was not counted within 20 s');
});
