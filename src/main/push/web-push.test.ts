/** Tests of web push: each name is checked again when a message is sent, and nothing is sent into the private network. */
import assert from 'node:assert/strict';
import { createECDH, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { vapidFaults } from '#main/core/secrets/vapid.ts';
import { isPublicAddress, lookupAmong, NotAllowed } from './public-address.ts';
import { webPush } from './web-push.ts';

function vapid() {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys().toString('base64url');
  return { publicKey, privateKey: pair.getPrivateKey().toString('base64url'), subject: 'mailto:oto@oto.example' };
}

const thrown = (error: unknown) => {
  throw error;
};
const keys = { p256dh: vapid().publicKey, auth: randomBytes(16).toString('base64url') };
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.writeHead(307, { location: '/elsewhere' }).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
after(() => server.close());
const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const to = (endpoint: string) => ({ deviceKey: 'd', endpoint, ...keys, language: 'pt-BR' as const });

test('isPublicAddress is true only for addresses of the public internet, in IPv4 and IPv6', () => {
  for (const address of ['8.8.8.8', '142.250.79.174', '2a00:1450:4001:82f::200a']) {
    assert.equal(isPublicAddress(address), true, address);
  }
  for (const address of [
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.31.255.255', '192.168.0.1'],
    ...['198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:8.8.8.8', '64:ff9b::a00:1'],
    ...[
      'fc00::1',
      'fe80::1',
      'ff02::1',
      '2002:a00:1::',
      '2001:db8::1',
      '4000::1',
      '::8.8.8.8',
      'localhost',
      'push.example',
      '',
    ],
  ]) {
    assert.equal(isPublicAddress(address), false, address);
  }
});

test('production sends nothing to this machine, under any of its names', async () => {
  const push = webPush({ vapid: vapid(), demo: false, onError: thrown });
  for (const endpoint of [
    `${here}/x`,
    'https://localhost/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://2130706433/x',
  ]) {
    assert.equal(push.accepts(endpoint), false, endpoint);
    assert.equal(await push.send(to(endpoint), 'x', 60), 'refused', endpoint);
  }
  assert.deepEqual(asked, []);
});

test('lookupAmong refuses a name that resolves to an address of the private network', async () => {
  const looked = new Promise((resolve) => {
    lookupAmong(isPublicAddress)('localhost', { all: true }, (error) => resolve(error));
  });
  assert.ok((await looked) instanceof NotAllowed);
});

test('a redirect of a push service is not followed', async () => {
  const push = webPush({ vapid: vapid(), demo: true, onError: thrown });
  assert.equal(await push.send(to(`${here}/first`), 'x', 60), 'failed');
  assert.deepEqual(asked, ['/first']);
});

test('a push service that cannot be reached gives the outcome failed and is reported, not thrown', async () => {
  const told: unknown[] = [];
  const push = webPush({ vapid: vapid(), demo: true, onError: (error) => told.push(error) });
  assert.equal(await push.send(to('http://127.0.0.1:9/x'), 'x', 60), 'failed');
  assert.equal(told.length, 1);
});

test('vapidFaults finds keys that do not belong together, and names each missing one', () => {
  const [one, other] = [vapid(), vapid()];
  assert.deepEqual(vapidFaults(one), []);
  assert.deepEqual(vapidFaults({ publicKey: null, privateKey: null, subject: null }), []);
  assert.match(vapidFaults({ ...one, privateKey: other.privateKey }).join(), /does not belong/);
  assert.equal(vapidFaults({ publicKey: 'x', privateKey: null, subject: 'oto' }).length, 3);
});
