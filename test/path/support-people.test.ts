/** Support’s people: the list, a deactivation that ends every session at once, and somebody of support who always stays. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { urlOf } from '#db/core/installation/roles.ts';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { secret } from '#kit/postgres.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { createSupportAccount } from '#main/sign-in/accounts.ts';
import { createAuth } from '#main/sign-in/auth.ts';

const product = await startDemoServer();
const PASSWORD = 'sete saias verdes';
const sofia = await product.person('suporte@oto.example');
const idOf = async (client: Client): Promise<string> => (await client.get('/api/v1/session')).body.person.id;

async function addPerson(name: string): Promise<{ email: string; id: string }> {
  const email = `${name.toLowerCase()}@oto.example`;
  const { accounts, close } = createAuth({
    url: urlOf('oto_auth', product.logins),
    cookieKeys: [keysOf(secret).sessions],
    hostNow: () => Date.now(),
    onError: assert.ifError,
  });
  assert.ok(await createSupportAccount(accounts, { name, email, password: PASSWORD }));
  await close();
  const { rows } = await product.owner.query('select "id" from auth."user" where "email" = $1', [email]);
  return { email, id: rows[0].id };
}

async function signIn(email: string, password = PASSWORD): Promise<Client> {
  const client = product.device();
  const { status, body } = await client.post('/api/v1/session', { email, password });
  assert.equal(status, 200, JSON.stringify(body));
  return client;
}

const change = (by: Client, id: string, to: 'deactivate' | 'reactivate') =>
  by.post(`/api/v1/support-people/${id}/${to}`);

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly lastUsedAt: string | null;
}
const list = async (): Promise<Listed[]> => (await sofia.get('/api/v1/support-people')).body.items;

test('the only active person of support is refused, also by their own request, and stays signed in', async () => {
  const { email, id } = await addPerson('Lina');
  const lina = await signIn(email);
  const setSofia = (active: boolean) =>
    product.owner.query(`update auth."user" set "active" = $1 where "email" = 'suporte@oto.example'`, [active]);
  await setSofia(false);
  const { status, body } = await change(lina, id, 'deactivate');
  await setSofia(true);
  assert.deepEqual([status, body.type], [409, '/problems/last-support-person']);
  assert.equal((await lina.get('/api/v1/brands')).status, 200);
  await product.owner.query(`delete from auth."user" where "email" = $1`, [email]);
});

test('the account with which the demo signs everybody in stays active, and the refusal says why', async () => {
  const { email } = await addPerson('Iara');
  const refused = await change(await signIn(email), await idOf(sofia), 'deactivate');
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/support-kept-in-demo']);
  assert.equal((await sofia.get('/api/v1/brands')).status, 200);
  await product.owner.query(`delete from auth."user" where "email" = $1`, [email]);
});

test('the list has every support person with the last use, and null for who never signed in', async () => {
  const { id } = await addPerson('Rui');
  const people = await list();
  assert.deepEqual(
    people.map(({ name }) => name),
    ['Rui', 'Sofia Lacerda'],
  );
  assert.deepEqual(Object.keys(people[0] ?? {}).sort(), ['active', 'createdAt', 'email', 'id', 'lastUsedAt', 'name']);
  const used = new Map(people.map(({ id, lastUsedAt }) => [id, lastUsedAt]));
  assert.equal(used.get(id), null);
  assert.ok(used.get(await idOf(sofia)), 'Sofia has signed in');
  await signIn('rui@oto.example');
  const after = (await list()).find((each) => each.id === id)?.lastUsedAt;
  assert.ok(after && Date.parse(after) > 0);
});

test('a deactivated person is out at the next request of every session and cannot sign in, until activated again', async () => {
  const { email, id } = await addPerson('Teo');
  const sessions = [await signIn(email), await signIn(email)];
  assert.equal((await change(sofia, id, 'deactivate')).status, 204);
  for (const session of sessions) assert.equal((await session.get('/api/v1/brands')).status, 401);
  const refused = await product.device().post('/api/v1/session', { email, password: PASSWORD });
  assert.deepEqual([refused.status, refused.body.type], [403, '/problems/account-inactive']);
  assert.equal(refused.body.detail, 'Peça a outra pessoa do suporte para reativar em Equipe do suporte.');
  assert.equal((await list()).find((each) => each.id === id)?.active, false);

  assert.equal((await change(sofia, id, 'reactivate')).status, 204);
  for (const session of sessions) assert.equal((await session.get('/api/v1/brands')).status, 401);
  assert.equal((await (await signIn(email)).get('/api/v1/brands')).status, 200);
});

test('an unknown id, and the account of a store or a brand’s manager, are answered as not found and not changed', async () => {
  const { rows } = await product.owner.query(`select "id" from auth."user" where "kind" <> 'support'`);
  assert.ok(rows.length > 3);
  for (const id of [uuidv7(), ...rows.map(({ id }) => id)]) {
    assert.equal((await change(sofia, id, 'deactivate')).status, 404);
  }
  const { rows: inactive } = await product.owner.query(
    `select from auth."user" where "kind" <> 'support' and not "active"`,
  );
  assert.equal(inactive.length, 0);
});

test('of two people who deactivate each other at once, always one stays', async () => {
  await product.owner.query(`update auth."user" set "active" = false where "kind" = 'support' and "email" <> $1`, [
    'suporte@oto.example',
  ]);
  const [{ email: oneEmail, id: oneId }, { email, id }] = [await addPerson('Bia'), await addPerson('Ugo')];
  await product.owner.query(`update auth."user" set "active" = false where "email" = 'suporte@oto.example'`);
  for (let round = 0; round < 8; round++) {
    await product.owner.query(`update auth."user" set "active" = true where "id" in ($1, $2)`, [id, oneId]);
    const [one, other] = [await signIn(oneEmail), await signIn(email)];
    const answers = await Promise.all([change(one, id, 'deactivate'), change(other, oneId, 'deactivate')]);
    assert.deepEqual(answers.filter(({ status }) => status === 204).length, 1, JSON.stringify(answers));
    const { rows } = await product.owner.query(`select from auth."user" where "kind" = 'support' and "active"`);
    assert.equal(rows.length, 1, `round ${round}`);
  }
});
