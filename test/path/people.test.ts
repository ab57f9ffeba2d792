/** Managers list, add, change and move people, and give one-time PINs (api.md, people). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Client } from '#kit/client.ts';
import { linkIn, startLinkServer, tokenIn } from '#kit/link-server.ts';
import { DAY, MINUTE, PASSWORD } from '#kit/sign-in-server.ts';

const server = await startLinkServer();
const { ids, owner } = server;

const signInAs = async (email: string) => {
  const device = server.device();
  assert.equal((await device.post('/api/v1/session', { email, password: PASSWORD })).status, 200);
  return device;
};
const brand = () => signInAs('gestao@aurora.example');
const carla = () => signInAs('carla@aurora.example');
const list = async (client: Client, query = '') => (await client.get(`/api/v1/people${query}`)).body;
const namesIn = async (client: Client, query = '') =>
  (await list(client, query)).items.map(({ name }: { name: string }) => name);
const patch = (client: Client, id: string, change: object) => client.send('PATCH', `/api/v1/people/${id}`, change);
const typeOf = ({ status, body }: Answer) => [status, String(body?.type).replace('/problems/', '')];
const givePin = (device: Client, personId: string, pin: string, newPin?: string) =>
  device.post('/api/v1/session/pin', { pin, personId, ...(newPin && { newPin }) });
const add = async (client: Client, name: string, storeId: string, role = 'seller') =>
  client.post('/api/v1/people', { name, role, storeId });

test('a store manager lists the own store, a brand manager the brand, by name or by store', async () => {
  assert.deepEqual(await namesIn(await carla()), ['Ana', 'Bruno', 'Carla', 'Davi']);
  const manager = await brand();
  assert.deepEqual(await namesIn(manager), ['Ana', 'Ana', 'Bruno', 'Carla', 'Davi', 'Gestão']);
  const byStore = (await list(manager, '?sort=store')).items;
  assert.deepEqual(
    byStore.map(({ name, store }: { name: string; store: string | null }) => [store, name].join(' ')),
    [' Gestão', 'manaus Ana', 'paulista Ana', 'paulista Bruno', 'paulista Carla', 'paulista Davi'],
  );
  assert.deepEqual(await namesIn(manager, `?storeId=${ids.manaus}`), ['Ana']);
  assert.deepEqual(await namesIn(await carla(), `?storeId=${ids.manaus}`), []);
  const { id, ...gestao } = byStore[0];
  assert.equal(id, ids.gestao);
  assert.deepEqual(gestao, {
    ...{ code: null, name: 'Gestão', role: 'brand_manager', storeId: null, store: null },
    ...{ active: true, locked: false, pin: 'none', away: null },
  });
});

test('pages follow one another in both orders without a gap, and a search finds the beginnings of words', async () => {
  const manager = await brand();
  for (const sort of ['name', 'store', 'role', 'name&order=desc', 'store&order=desc']) {
    const { items: all, total } = await list(manager, `?sort=${sort}`);
    assert.equal(total, all.length);
    const [wanted, order] = sort.split('&order=');
    if (order === 'desc') assert.deepEqual(all, (await list(manager, `?sort=${wanted}`)).items.toReversed());
    const found = [];
    let cursor: string | null = null;
    do {
      const page: { items: object[]; total: number; next: string | null } = await list(
        manager,
        `?sort=${sort}&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      found.push(...page.items);
      assert.equal(page.total, total);
      cursor = page.next;
    } while (cursor !== null);
    assert.deepEqual(found, all);
  }
  await owner.query(`update people set name = 'Érica D''Ávila', code = 'V-07' where id = $1`, [ids.bruno]);
  for (const typed of ['eri', 'AVI', 'érica d', 'v-07', '07']) {
    assert.deepEqual(await namesIn(manager, `?query=${encodeURIComponent(typed)}`), ["Érica D'Ávila"], typed);
  }
  for (const typed of ['rica', '%', 'erica x']) {
    assert.deepEqual(await namesIn(manager, `?query=${encodeURIComponent(typed)}`), [], typed);
  }
  await owner.query(`update people set name = 'Bruno', code = null where id = $1`, [ids.bruno]);
  assert.equal((await manager.get('/api/v1/people?cursor=x')).status, 400);
});

test('a seller added by the store manager signs in with the one-time PIN and chooses another', async () => {
  const manager = await carla();
  const { status, body } = await add(manager, '  Nina   Alves ', ids.paulista);
  assert.equal(status, 201);
  assert.equal(body.person.name, 'Nina Alves');
  assert.match(body.pin, /^\d{6}$/);
  assert.equal(body.pinUntil, new Date(server.now() + 7 * DAY).toISOString());
  const { id } = body.person;
  const device = await server.store();
  assert.deepEqual(typeOf(await givePin(device, id, body.pin)), [409, 'new-pin-needed']);
  assert.equal((await givePin(device, id, body.pin, '4079')).status, 200);
  assert.equal((await manager.get(`/api/v1/people/${id}`)).body.pin, 'own');
  assert.deepEqual(typeOf(await add(manager, 'nina alves', ids.paulista)), [409, 'name-taken']);
  await owner.query('update people set active = false where id = $1', [id]);
});

test('a one-time PIN is shown as expired after seven days, and a new one can be given', async () => {
  const { body } = await add(await brand(), 'Téo', ids.manaus);
  const { id } = body.person;
  assert.equal(body.person.pin, 'one_time');
  server.pass(7 * DAY);
  const manager = await brand();
  assert.equal((await manager.get(`/api/v1/people/${id}`)).body.pin, 'expired');
  const renewed = await manager.post(`/api/v1/people/${id}/pin`);
  assert.equal(renewed.status, 201);
  assert.notEqual(renewed.body.pin, body.pin);
  assert.equal((await manager.get(`/api/v1/people/${id}`)).body.pin, 'one_time');
  await owner.query('update people set active = false where id = $1', [id]);
});

test('a store manager adds and changes no manager and nobody of another store', async () => {
  const manager = await carla();
  assert.deepEqual(typeOf(await add(manager, 'Rui', ids.manaus)), [403, 'forbidden']);
  assert.deepEqual(typeOf(await add(manager, 'Rui', ids.paulista, 'store_manager')), [403, 'forbidden']);
  const invitation = { name: 'Rui', role: 'brand_manager', email: 'rui@aurora.example' };
  assert.deepEqual(typeOf(await manager.post('/api/v1/people', invitation)), [403, 'forbidden']);
  assert.deepEqual(typeOf(await patch(manager, ids.manausSeller, { name: 'Rui' })), [404, 'not-found']);
  assert.deepEqual(typeOf(await patch(manager, ids.carla, { name: 'Rui' })), [403, 'forbidden']);
  assert.deepEqual(typeOf(await patch(manager, ids.ana, { role: 'store_manager' })), [403, 'forbidden']);
  assert.deepEqual(typeOf(await patch(manager, ids.ana, { storeId: ids.manaus })), [403, 'forbidden']);
  assert.deepEqual(typeOf(await manager.post(`/api/v1/people/${ids.carla}/pin`)), [403, 'forbidden']);
  assert.deepEqual(typeOf(await manager.post(`/api/v1/people/${ids.manausSeller}/pin`)), [404, 'not-found']);
  const { may } = (await manager.get(`/api/v1/people/${ids.ana}`)).body;
  assert.deepEqual(may, ['rename', 'deactivate', 'give_pin']);
  assert.deepEqual((await manager.get(`/api/v1/people/${ids.carla}`)).body.may, []);
  assert.deepEqual((await (await brand()).get(`/api/v1/people/${ids.ana}`)).body.may, [
    ...may.slice(0, 2),
    ...['move', 'give_pin'],
  ]);
});

test('a refused body names its field', async () => {
  const manager = await brand();
  const faultsOf = async (body: object) =>
    (await manager.post('/api/v1/people', body)).body.faults.map(({ path, code }: Record<string, string>) => [
      path,
      code,
    ]);
  assert.deepEqual(await faultsOf({ name: '42', role: 'seller', storeId: ids.manaus }), [['name', 'name_missing']]);
  assert.deepEqual(await faultsOf({ name: 'Rui', role: 'seller' }), [['storeId', 'store_unknown']]);
  assert.deepEqual(await faultsOf({ name: 'Rui', role: 'seller', storeId: ids.aurora }), [
    ['storeId', 'store_unknown'],
  ]);
  const answer = await patch(manager, ids.bruno, { storeId: ids.aurora });
  assert.deepEqual(answer.body.faults[0].path, 'storeId');
});

test('a brand manager invites another one, who signs in with a password of their own', async () => {
  const manager = await brand();
  const invitation = { name: 'Lia', role: 'brand_manager', email: 'lia@aurora.example' };
  const { status, body } = await manager.post('/api/v1/people', invitation);
  assert.equal(status, 201);
  assert.deepEqual(
    [body.pin, body.person.role, body.person.storeId, body.link.sent],
    [null, 'brand_manager', null, true],
  );
  const lastToken = () => tokenIn(linkIn(server.mails.received.at(-1)?.text ?? ''));
  const earlier = lastToken();
  const again = await manager.post('/api/v1/people', invitation);
  assert.deepEqual([again.status, again.body.person.id], [201, body.person.id], 'inviting again adds no second person');
  const accept = (token: string) => server.device().post('/api/v1/links/accept', { token, password: PASSWORD });
  assert.equal((await accept(earlier)).status, 410);
  assert.equal((await accept(lastToken())).status, 204);
  await signInAs('lia@aurora.example');
  assert.deepEqual(typeOf(await manager.post('/api/v1/people', invitation)), [409, 'email-taken']);
  assert.deepEqual(typeOf(await patch(manager, ids.gestao, { active: false })), [409, 'own-person']);
  assert.deepEqual(typeOf(await patch(manager, body.person.id, { storeId: ids.manaus })), [409, 'role-fixed']);
  assert.deepEqual(typeOf(await manager.post(`/api/v1/people/${body.person.id}/pin`)), [409, 'person-without-pin']);
  const lia = await signInAs('lia@aurora.example');
  assert.equal((await patch(manager, body.person.id, { active: false })).status, 200);
  assert.equal((await lia.get('/api/v1/people')).status, 401);
});

test('an invitation is sent again, also to another address, and the earlier link is no longer valid', async () => {
  const manager = await brand();
  const { body } = await manager.post('/api/v1/people', {
    ...{ name: 'Mia', role: 'brand_manager', email: 'mai@aurora.example' },
  });
  const { id } = body.person;
  const path = `/api/v1/people/${id}`;
  const invitationOf = async () => (await manager.get(path)).body.invitation;
  const tokenOfLastMail = () => tokenIn(linkIn(server.mails.received.at(-1)?.text ?? ''));
  const accept = async (token: string) =>
    (await server.device().post('/api/v1/links/accept', { token, password: PASSWORD })).status;
  const first = tokenOfLastMail();
  assert.deepEqual(await invitationOf(), { state: 'open', email: 'mai@aurora.example' });
  server.pass(2 * DAY);
  const later = await brand();
  assert.equal((await later.get(path)).body.invitation.state, 'over');
  assert.equal((await later.post(`${path}/invitation`, {})).status, 201);
  const second = tokenOfLastMail();
  assert.equal((await later.post(`${path}/invitation`, { email: 'Mia@aurora.example' })).status, 201);
  assert.deepEqual((await later.get(path)).body.invitation, { state: 'open', email: 'mia@aurora.example' });
  for (const token of [first, second]) assert.equal(await accept(token), 410);
  assert.equal(await accept(tokenOfLastMail()), 204);
  assert.equal((await later.get(path)).body.invitation, null);
  assert.deepEqual(typeOf(await later.post(`${path}/invitation`, {})), [409, 'email-taken']);
  assert.deepEqual(typeOf(await later.post(`/api/v1/people/${ids.ana}/invitation`, {})), [404, 'not-found']);
  assert.deepEqual(typeOf(await (await carla()).post(`${path}/invitation`, {})), [403, 'forbidden']);
  const kinds = (await later.get(path)).body.changes.map(({ kind, by }: { kind: string; by: string }) => [kind, by]);
  assert.deepEqual(kinds, Array(3).fill(['invited', 'Gestão']));
  assert.equal((await patch(later, id, { active: false })).status, 200);
});

test('each change of a person is in the person’s log, with who made it and when', async () => {
  const manager = await brand();
  const { id } = (await add(await carla(), 'Zoe', ids.paulista)).body.person;
  const changesOf = async () => (await manager.get(`/api/v1/people/${id}`)).body.changes;
  await patch(manager, id, { name: 'Zoe Luz', dryRun: true });
  await patch(manager, id, { name: 'Zoe' });
  assert.deepEqual(await changesOf(), [
    { at: new Date(server.now()).toISOString(), by: 'Carla', kind: 'created', fields: [] },
  ]);
  await patch(manager, id, { name: 'Zoe Luz', storeId: ids.manaus });
  await manager.post(`/api/v1/people/${id}/pin`);
  await patch(manager, id, { active: false });
  await patch(manager, id, { active: true });
  await manager.post(`/api/v1/people/${id}/unlock`, {});
  await patch(manager, id, { active: false });
  const kinds = (await changesOf()).map(({ kind, fields }: { kind: string; fields: string[] }) => [kind, ...fields]);
  assert.deepEqual(kinds, [
    ['deactivated'],
    ['unlocked'],
    ['activated'],
    ['deactivated'],
    ['pin_given'],
    ['changed', 'name', 'store'],
    ['created'],
  ]);
});

test('the list says who is away until when, and finds those who are away now', async () => {
  const manager = await carla();
  const day = (days: number) => new Date(server.now() + days * DAY).toISOString();
  const insert = (id: string, from: number, until: number) =>
    owner.query(
      `insert into absences (brand_id, id, person_id, store_id, from_on, until_on, starts_at, ends_at, passes, created_at, created_by)
       values ($1, gen_random_uuid(), $2, $3, $4::timestamptz::date, $5::timestamptz::date, $4, $5, 'nothing', now(), $2)`,
      [ids.aurora, id, ids.paulista, day(from), day(until)],
    );
  await insert(ids.bruno, -1, 2);
  await insert(ids.davi, 3, 4);
  assert.deepEqual(await namesIn(manager, '?state=away'), ['Bruno']);
  const { items } = await list(manager);
  const awayOf = (wanted: string) => items.find(({ id }: { id: string }) => id === wanted).away;
  const text = (days: number) => day(days).slice(0, 10);
  assert.deepEqual(awayOf(ids.bruno), { from: text(-1), until: text(2), isRunning: true });
  assert.deepEqual(awayOf(ids.davi), { from: text(3), until: text(4), isRunning: false });
  assert.equal(awayOf(ids.carla), null);
  await owner.query('update absences set ended_at = now()');
  assert.deepEqual(await namesIn(manager, '?state=away'), []);
});

test('a deactivated person loses the turn at once and cannot sign in, and comes back with the same PIN', async () => {
  const manager = await carla();
  const device = await server.held('482716');
  assert.equal((await device.get('/api/v1/act')).status, 200);
  const dry = await patch(manager, ids.davi, { active: false, dryRun: true });
  assert.deepEqual([dry.status, dry.body.person.active, dry.body.held], [200, true, 0]);
  assert.equal((await device.get('/api/v1/act')).status, 200);
  assert.equal((await patch(manager, ids.davi, { active: false })).body.person.active, false);
  assert.deepEqual(typeOf(await device.get('/api/v1/act')), [401, 'turn-needed']);
  assert.equal((await givePin(device, ids.davi, '482716')).status, 403);
  assert.deepEqual(await namesIn(manager, '?state=inactive&query=davi'), ['Davi']);
  assert.deepEqual(typeOf(await manager.post(`/api/v1/people/${ids.davi}/pin`)), [409, 'person-inactive']);
  assert.equal((await patch(manager, ids.davi, { active: true })).status, 200);
  assert.equal((await givePin(device, ids.davi, '482716')).status, 200);
});

test('the last manager of a store with sellers stays until another one is there', async () => {
  const manager = await brand();
  for (const change of [{ active: false }, { role: 'seller' }, { storeId: ids.manaus }])
    assert.deepEqual(typeOf(await patch(manager, ids.carla, change)), [409, 'last-store-manager']);
  assert.equal((await patch(manager, ids.bruno, { role: 'store_manager' })).body.person.role, 'store_manager');
  assert.equal((await patch(manager, ids.carla, { role: 'seller', dryRun: true })).status, 200);
  assert.equal((await patch(manager, ids.bruno, { role: 'seller' })).status, 200);
});

test('a store manager who becomes a seller loses the own account at once, and gets it back with the role', async () => {
  const manager = await brand();
  await patch(manager, ids.bruno, { role: 'store_manager' });
  const account = await carla();
  assert.equal((await account.get('/api/v1/people')).status, 200);
  assert.equal((await patch(manager, ids.carla, { role: 'seller' })).status, 200);
  assert.equal((await account.get('/api/v1/session')).status, 401);
  const signIn = { email: 'carla@aurora.example', password: PASSWORD };
  assert.deepEqual(typeOf(await server.device().post('/api/v1/session', signIn)), [403, 'account-inactive']);
  assert.equal((await patch(manager, ids.carla, { role: 'store_manager' })).status, 200);
  assert.equal((await (await carla()).get('/api/v1/people')).status, 200);
  await patch(manager, ids.bruno, { role: 'seller' });
});

test('a person who moves has no PIN in the new store until one is given, and the old store does not know the person', async () => {
  const manager = await brand();
  const device = await server.held('2222');
  const moved = await patch(manager, ids.bruno, { storeId: ids.manaus });
  assert.deepEqual([moved.body.person.store, moved.body.person.pin, moved.body.ended], ['manaus', 'none', 0]);
  assert.deepEqual(typeOf(await device.get('/api/v1/act')), [401, 'turn-needed']);
  const { pin } = (await manager.post(`/api/v1/people/${ids.bruno}/pin`)).body;
  const manaus = await server.store('manaus@aurora.example');
  assert.equal((await givePin(manaus, ids.bruno, pin, '2957')).status, 200);
  const ana = await patch(manager, ids.ana, { storeId: ids.manaus });
  assert.deepEqual(typeOf(ana), [409, 'name-taken']);
  await patch(manager, ids.bruno, { storeId: ids.paulista });
});

test('one sheet gives everybody chosen a new PIN, ends locks and turns, and gives none where one is refused', async () => {
  const manager = await carla();
  const device = await server.held('1111');
  const locked = await server.store();
  for (let n = 0; n < 5; n++) await givePin(locked, ids.davi, '0000');
  assert.equal((await manager.get(`/api/v1/people/${ids.davi}`)).body.locked, true);
  const refused = await manager.post('/api/v1/people/pins', { personIds: [ids.ana, ids.carla] });
  assert.deepEqual(typeOf(refused), [403, 'forbidden']);
  const mixed = { personIds: [ids.ana, ids.manausSeller] };
  assert.deepEqual(typeOf(await (await brand()).post('/api/v1/people/pins', mixed)), [409, 'people-of-stores']);
  assert.equal((await device.get('/api/v1/act')).status, 200);

  const { status, body } = await manager.post('/api/v1/people/pins', { personIds: [ids.ana, ids.davi] });
  assert.equal(status, 201);
  assert.deepEqual(
    body.items.map(({ name }: { name: string }) => name),
    ['Ana', 'Davi'],
  );
  assert.deepEqual(typeOf(await device.get('/api/v1/act')), [401, 'turn-needed']);
  assert.deepEqual(typeOf(await givePin(device, ids.ana, '1111')), [401, 'wrong-pin']);
  assert.equal((await givePin(locked, ids.davi, body.items[1].pin, '482716')).status, 200);
  assert.equal((await givePin(device, ids.ana, body.items[0].pin, '4081')).status, 200);
});

test('adding people, giving PINs and making managers ask for the password again, and other changes do not', async () => {
  const manager = await brand();
  server.pass(16 * MINUTE);
  const asked = [403, 'confirmation-needed'];
  assert.deepEqual(typeOf(await add(manager, 'Rui', ids.paulista)), asked);
  assert.deepEqual(typeOf(await manager.post(`/api/v1/people/${ids.davi}/pin`)), asked);
  assert.deepEqual(typeOf(await manager.post('/api/v1/people/pins', { personIds: [ids.davi] })), asked);
  assert.deepEqual(typeOf(await patch(manager, ids.davi, { role: 'store_manager' })), asked);
  assert.equal((await patch(manager, ids.davi, { name: 'Davi Luz' })).status, 200);
  assert.equal((await manager.post('/api/v1/session/confirm', { password: PASSWORD })).status, 204);
  assert.equal((await add(manager, 'Rui', ids.paulista)).status, 201);
});

test('sellers and devices without a turn are refused, and another brand’s people are not found', async () => {
  const ana = await server.held('4081');
  assert.deepEqual(typeOf(await ana.get('/api/v1/people')), [403, 'forbidden']);
  assert.equal((await (await server.store()).get('/api/v1/people')).status, 401);
  const manager = await brand();
  assert.equal((await manager.get(`/api/v1/people/${ids.brisaSeller}`)).status, 404);
  assert.equal((await patch(manager, ids.brisaSeller, { active: false })).status, 404);
  assert.equal((await manager.post(`/api/v1/people/${ids.brisaSeller}/pin`)).status, 404);
});
