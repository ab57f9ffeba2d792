/** Managers read which people are locked after wrong PINs, and free them from any device (product.md, Entrar). */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Client } from '#kit/client.ts';
import { MINUTE, PASSWORD, startSignInServer } from '#kit/sign-in-server.ts';

const server = await startSignInServer();
const { ids } = server;

const signInAs = async (email: string) => {
  const device = server.device();
  assert.equal((await device.post('/api/v1/session', { email, password: PASSWORD })).status, 200);
  return device;
};
const givePin = (device: Client, personId: string, pin: string) =>
  device.post('/api/v1/session/pin', { pin, personId });
const guess = async (device: Client, personId: string, times: number) => {
  for (let n = 0; n < times; n++) await givePin(device, personId, '0000');
};
const listLocked = async (device: Client) => (await device.get('/api/v1/people/locked')).body.items;
const namesOf = (items: readonly { name: string; store: string }[]) => items.map(({ name, store }) => [name, store]);

beforeEach(async () => {
  await server.owner.query('delete from pin_locks; update pins set wrong = 0; delete from pin_waits');
});

test('a store manager reads the locked sellers of their own store with the end of each lock, on any device', async () => {
  const carla = await signInAs('carla@aurora.example');
  assert.deepEqual(await listLocked(carla), []);
  await guess(await server.store(), ids.ana, 5);
  server.pass(MINUTE);
  const until = new Date(server.now() + 14 * MINUTE).toISOString();
  const ana = { id: ids.ana, name: 'Ana', role: 'seller', storeId: ids.paulista, store: 'paulista' };
  assert.deepEqual(await listLocked(carla), [{ ...ana, until, secondsLeft: 14 * 60 }]);
  assert.deepEqual(namesOf(await listLocked(await server.held('9999'))), [['Ana', 'paulista']]);
  server.pass(14 * MINUTE - 1);
  assert.equal((await listLocked(carla)).length, 1);
  server.pass(1);
  assert.deepEqual(await listLocked(carla), [], 'a lock that has ended is not listed');
});

test('of several locks the longest is shown, and a lock on all devices has no end', async () => {
  const carla = await signInAs('carla@aurora.example');
  await guess(await server.store(), ids.ana, 5);
  server.pass(5 * MINUTE);
  await guess(await server.store(), ids.ana, 4);
  assert.equal((await listLocked(carla))[0].secondsLeft, 10 * 60);
  await guess(await server.store(), ids.ana, 1);
  assert.deepEqual(
    (await listLocked(carla)).map(({ until, secondsLeft }: { until: null; secondsLeft: null }) => [until, secondsLeft]),
    [[null, null]],
  );
});

test('a lock on one device is listed also after the right PIN was given on another device', async () => {
  const carla = await signInAs('carla@aurora.example');
  await guess(await server.store(), ids.ana, 5);
  assert.equal((await givePin(await server.store(), ids.ana, '1111')).status, 200);
  assert.equal((await listLocked(carla)).length, 1);
});

test('a brand manager reads all stores and their managers; a store manager reads no other store and no manager', async () => {
  await guess(await server.store(), ids.bruno, 5);
  await guess(await server.store(), ids.carla, 5);
  await guess(await server.store('manaus@aurora.example'), ids.manausSeller, 5);
  await guess(await server.store('loja@brisa.example'), ids.brisaSeller, 5);
  assert.deepEqual(namesOf(await listLocked(await signInAs('gestao@aurora.example'))), [
    ['Ana', 'manaus'],
    ['Bruno', 'paulista'],
    ['Carla', 'paulista'],
  ]);
  assert.deepEqual(namesOf(await listLocked(await signInAs('carla@aurora.example'))), [['Bruno', 'paulista']]);
});

test('a manager can free each person in the list, and the person is then no longer in it', async () => {
  const locking = await server.store();
  await guess(locking, ids.ana, 5);
  await guess(await server.store(), ids.carla, 5);
  for (const email of ['carla@aurora.example', 'gestao@aurora.example']) {
    const manager = await signInAs(email);
    const listed = await listLocked(manager);
    assert.ok(listed.length > 0);
    for (const { id } of listed) assert.equal((await manager.post(`/api/v1/people/${id}/unlock`)).status, 204);
    assert.deepEqual(await listLocked(manager), []);
  }
  assert.equal((await givePin(locking, ids.ana, '1111')).status, 200);
});

test('a person who left the store is not listed', async () => {
  await guess(await server.store(), ids.bruno, 5);
  await server.owner.query('update people set active = false where id = $1', [ids.bruno]);
  assert.deepEqual(await listLocked(await signInAs('carla@aurora.example')), []);
  await server.owner.query('update people set active = true where id = $1', [ids.bruno]);
});

test('sellers, support, and a device without a turn or session are refused', async () => {
  assert.equal((await (await server.held('1111')).get('/api/v1/people/locked')).status, 403);
  assert.equal((await (await signInAs('suporte@oto.example')).get('/api/v1/people/locked')).status, 403);
  assert.equal((await (await server.store()).get('/api/v1/people/locked')).status, 401);
  assert.equal((await server.device().get('/api/v1/people/locked')).status, 401);
});
