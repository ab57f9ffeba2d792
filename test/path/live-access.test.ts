/** A live stream ends when its listener loses access, on every server, and the number of streams is limited. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { liveStream } from '#kit/live-stream.ts';

const product = await startDemoServer({ environment: { OTO_METRICS_TOKEN: 'metrics-token-of-this-test' } });
const servers = [
  ['the server that was asked', product.base],
  ['another server', await product.another({ listens: true })],
  ['a server that gets no notifications from the database', await product.another({ listens: false })],
] as const;
const STORE = 'paulista@aurora.example';
const MOST_MS = 5_000;

const readPersonId = async (client: Client): Promise<string> => (await client.get('/api/v1/session')).body.person.id;

/** Opens a stream on every server, takes the access away, and expects every stream to end in time. */
async function assertStreamsEnd(client: Client, takeAway: () => Promise<unknown>): Promise<void> {
  const streams = await Promise.all(servers.map(([, base]) => liveStream(base, client)));
  const ended = Promise.all(streams.map((stream) => stream.ended()));
  await takeAway();
  for (const [n, { afterMs }] of (await ended).entries()) {
    assert.ok(afterMs <= MOST_MS, `${servers[n]?.[0]}: ended after ${afterMs} ms`);
  }
}

describe('on every server a live stream ends within five seconds after', () => {
  test('the person signs out', async () => {
    const client = await product.held(STORE, '1111');
    await assertStreamsEnd(client, () => client.delete('/api/v1/session'));
  });

  test('the person gives the device back with Trocar', async () => {
    const client = await product.held(STORE, '1111');
    await assertStreamsEnd(client, () => client.delete('/api/v1/session/turn'));
  });

  test('the next person takes the turn on the device', async () => {
    const client = await product.held(STORE, '1111');
    await assertStreamsEnd(client, () => client.post('/api/v1/session/pin', { pin: '2222' }));
  });

  test('the turn ends without a request', async () => {
    const client = await product.held(STORE, '1111');
    await assertStreamsEnd(client, () =>
      product.owner.query('update turns set ends_at = now() where ended_at is null'),
    );
  });

  test('the session is ended from another device of the store', async () => {
    const client = await product.held(STORE, '1111');
    const manager = await product.held(STORE, '9999');
    const [token] = decodeURIComponent(client.cookies.get('oto_session') ?? '').split('.');
    const { rows } = await product.owner.query('select "id" from auth.session where "token" = $1', [token]);
    await assertStreamsEnd(client, async () => {
      assert.equal((await manager.delete(`/api/v1/sessions/${rows[0].id}`)).status, 204);
    });
  });

  test('support ends the sessions of a person with an own account', async () => {
    const client = await product.person('gestao@aurora.example');
    const { brand, person } = (await client.get('/api/v1/session')).body;
    const support = await product.person('suporte@oto.example');
    await assertStreamsEnd(client, async () => {
      const { status } = await support.delete(`/api/v1/brands/${brand.id}/people/${person.id}/sessions`);
      assert.equal(status, 204);
    });
  });

  test('the store’s account is disabled', async () => {
    const client = await product.held(STORE, '1111');
    const setActive = (active: boolean) =>
      product.owner.query('update auth."user" set "active" = $2 where "email" = $1', [STORE, active]);
    await assertStreamsEnd(client, () => setActive(false));
    await setActive(true);
  });

  for (const [who, open] of [
    ['a seller', () => product.held(STORE, '1111')],
    ['a brand manager with an own account', () => product.person('gestao@aurora.example')],
  ] as const) {
    test(`${who} is disabled`, async () => {
      const client = await open();
      const id = await readPersonId(client);
      const setActive = (active: boolean) =>
        product.owner.query('update people set active = $2 where id = $1', [id, active]);
      await assertStreamsEnd(client, () => setActive(false));
      await setActive(true);
    });
  }

  test('a manager becomes a seller, because sellers receive fewer events', async () => {
    const client = await product.held(STORE, '9999');
    const id = await readPersonId(client);
    const setRole = (role: string) => product.owner.query('update people set role = $2 where id = $1', [id, role]);
    await assertStreamsEnd(client, () => setRole('seller'));
    await setRole('store_manager');
  });
});

test('a person who keeps access keeps the stream while another person’s stream ends', async () => {
  const [ana, bruno] = [await product.held(STORE, '1111'), await product.held(STORE, '2222')];
  const stream = await liveStream(product.base, ana);
  await assertStreamsEnd(bruno, () => bruno.delete('/api/v1/session'));
  await product.at('2026-11-23T13:00:00.000Z');
  assert.match(await stream.until(/event: quiet-hours/), /quiet-hours/);
});

describe('the number of live streams is limited', () => {
  const openStreams = async (): Promise<number> => {
    const response = await fetch(`${product.base}/metrics`, {
      headers: { authorization: 'Bearer metrics-token-of-this-test' },
    });
    return Number(/^oto_live_streams (\d+)$/m.exec(await response.text())?.[1]);
  };

  test('a session has six streams: of forty the oldest are told that they were displaced, and the newest go on', async () => {
    const client = await product.held(STORE, '1111');
    const before = await openStreams();
    const streams = [];
    for (let n = 0; n < 40; n++) streams.push(await liveStream(product.base, client));
    assert.ok((await openStreams()) - before <= 6);
    const [first] = streams;
    assert.match((await first?.ended())?.heard ?? '', /event: displaced/);
    await product.at('2026-11-23T14:00:00.000Z');
    await Promise.all(streams.slice(-6).map((stream) => stream.until(/event: quiet-hours/)));
  });

  test('a person has twelve streams over all devices, and a colleague’s stream is not displaced', async () => {
    const colleague = await liveStream(product.base, await product.held(STORE, '2222'));
    const before = await openStreams();
    for (let device = 0; device < 4; device++) {
      const client = await product.held('adrianopolis@aurora.example', '1111');
      for (let n = 0; n < 6; n++) await liveStream(product.base, client);
    }
    assert.ok((await openStreams()) - before <= 12);
    await product.at('2026-11-23T15:00:00.000Z');
    assert.match(await colleague.until(/event: quiet-hours/), /quiet-hours/);
  });
});
