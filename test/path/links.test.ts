/** One-time links: what makes them, what they open, and every way in which they stop being valid. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Answer, Client } from '#kit/client.ts';
import { ADDRESS, linkIn, startLinkServer, tokenIn } from '#kit/link-server.ts';
import { DAY, HOUR } from '#kit/sign-in-server.ts';

const server = await startLinkServer({ hasMail: false });
const { ids, owner } = server;
let support: Client;
const NEW_PASSWORD = 'um barco sem vela';

const typeOf = ({ body }: Answer) => body?.type;
const invite = (email: string, more: object = {}, by: Client = support) =>
  by.post('/api/v1/invitations', { kind: 'support', name: 'Rui Prado', email, ...more });
const inviteManager = (email: string, brandId = ids.brisa) =>
  support.post('/api/v1/invitations', { kind: 'brand_manager', brandId, name: 'Lia Reis', email });
const open = (token: string, device = server.device()) => device.post('/api/v1/links/open', { token });
const accept = (token: string, more: object = {}, device = server.device()) =>
  device.post('/api/v1/links/accept', { token, password: NEW_PASSWORD, ...more });
const signIn = (email: string, password = NEW_PASSWORD) => server.device().post('/api/v1/session', { email, password });
const tokenOf = ({ status, body }: Answer) => {
  assert.equal(status, 201, JSON.stringify(body));
  return tokenIn(body.url);
};

// Support's sessions end within hours, and the tests move the clock by days.
beforeEach(async () => {
  await owner.query(`update auth."user" set "active" = true where "email" = 'suporte@oto.example'`);
  support = await server.support();
});

test('without a mail server the screen of a forgotten password can say that no link is mailed', async () => {
  assert.deepEqual((await server.device().get('/api/v1/password/forgot')).body, { mailed: false });
});

test('an invited support person opens the link, chooses a password and signs in, and support is listed', async () => {
  const { status, body } = await invite('Rui@oto.example');
  assert.equal(status, 201);
  assert.match(body.url, /^https:\/\/oto\.example\/convite#[\w-]{43}$/);
  assert.equal(body.until, new Date(server.now() + DAY).toISOString());
  const token = tokenIn(body.url);
  const { items } = (await support.get('/api/v1/invitations')).body;
  assert.deepEqual(
    items.map(({ name, email, state }: Record<string, string>) => [name, email, state]),
    [['Rui Prado', 'rui@oto.example', 'invited']],
  );
  const opened = await open(token);
  assert.deepEqual(opened.body, {
    purpose: 'invitation',
    name: 'Rui Prado',
    email: 'rui@oto.example',
    until: body.until,
  });
  assert.equal((await accept(token)).status, 204);
  const signedIn = await signIn('rui@oto.example');
  assert.deepEqual([signedIn.status, signedIn.body.kind, signedIn.body.person.name], [200, 'support', 'Rui Prado']);
});

test('an invited manager is a person of the brand at once, and gets the account by accepting', async () => {
  const token = tokenOf(await inviteManager('lia@brisa.example'));
  const { rows } = await owner.query(`select id, role, store_id, active from people where name = 'Lia Reis'`);
  assert.deepEqual(
    rows.map(({ role, store_id, active }) => [role, store_id, active]),
    [['brand_manager', null, true]],
  );
  assert.equal((await signIn('lia@brisa.example')).body.type, '/problems/wrong-credentials');
  assert.equal((await accept(token)).status, 204);
  const { body } = await signIn('lia@brisa.example');
  assert.deepEqual([body.kind, body.brand.id, body.person.id], ['person', ids.brisa, rows[0].id]);
  const { items } = (await support.get(`/api/v1/brands/${ids.brisa}/accounts`)).body;
  assert.deepEqual(
    items.map(({ personId, email, state }: Record<string, string>) => [personId, email, state]),
    [[rows[0].id, 'lia@brisa.example', 'active']],
  );
});

test('the brand reads in its support access log who was invited', async () => {
  await inviteManager('rosa@brisa.example');
  const { rows } = await owner.query(`select what, support_name from support_access_log where what like 'invitation%'`);
  assert.deepEqual(rows.at(-1), { what: 'invitation of Lia Reis', support_name: 'Suporte' });
});

test('a used, an old, a replaced and a guessed token get the same answer, and none says what it was', async () => {
  const used = tokenOf(await invite('usado@oto.example'));
  assert.equal((await accept(used)).status, 204);
  const replaced = tokenOf(await invite('trocado@oto.example'));
  const replacing = tokenOf(await invite('trocado@oto.example'));
  const old = tokenOf(await invite('velho@oto.example'));
  server.pass(DAY);
  const answers: unknown[] = [];
  for (const token of [used, replaced, old, 'x'.repeat(43), 'x']) {
    for (const answer of [await open(token), await accept(token)]) {
      assert.equal(answer.status, 410);
      answers.push({ ...answer.body, instance: null });
    }
  }
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.equal(typeOf(await open(replacing)), '/problems/link-over', 'this link is a day old as well');
});

test('a link is valid to the last millisecond of its day', async () => {
  const token = tokenOf(await invite('prazo@oto.example'));
  server.pass(DAY - 1);
  assert.equal((await open(token)).status, 200);
  server.pass(1);
  assert.equal(typeOf(await accept(token)), '/problems/link-over');
  assert.equal((await signIn('prazo@oto.example')).status, 401);
});

test('two people who accept the same link at the same time make one account', async () => {
  const token = tokenOf(await invite('dois@oto.example'));
  const answers = await Promise.all([accept(token), accept(token), accept(token)]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [204, 410, 410]);
  const { rows } = await owner.query(`select from auth."user" where "email" = 'dois@oto.example'`);
  assert.equal(rows.length, 1);
});

test('inviting again keeps the person of the brand, and only the newest link works', async () => {
  const first = tokenOf(await inviteManager('de-novo@aurora.example', ids.aurora));
  const second = tokenOf(await inviteManager('de-novo@aurora.example', ids.aurora));
  assert.equal((await accept(first)).status, 410);
  assert.equal((await accept(second)).status, 204);
  const { rows } = await owner.query(`select from people where brand_id = $1 and name = 'Lia Reis'`, [ids.aurora]);
  assert.equal(rows.length, 1);
});

test('a weak password uses nothing up, and the invitation decides name and e-mail', async () => {
  const token = tokenOf(await invite('fraca@oto.example'));
  for (const password of ['curta', 'superman123']) {
    assert.equal(typeOf(await accept(token, { password })), '/problems/password-weak', password);
  }
  assert.equal((await accept(token, { password: 'x'.repeat(129) })).status, 400);
  const other = await accept(token, { email: 'outra@oto.example' });
  assert.deepEqual([other.status, other.body.faults[0].path], [400, 'email']);
  assert.equal((await accept(token)).status, 204);
});

test('an e-mail with an account is not invited, and an invitation of it cannot be accepted', async () => {
  assert.equal(typeOf(await invite('suporte@oto.example')), '/problems/email-taken');
  const token = tokenOf(await invite('tomado@oto.example'));
  await owner.query(`update auth."user" set "email" = 'tomado@oto.example' where "email" = 'rui@oto.example'`);
  assert.equal(typeOf(await accept(token)), '/problems/email-taken');
  await owner.query(`update auth."user" set "email" = 'rui@oto.example' where "email" = 'tomado@oto.example'`);
  assert.equal((await accept(token)).status, 204, 'a refused acceptance does not use the link up');
});

test('an invited manager who was made inactive meanwhile cannot accept', async () => {
  const token = tokenOf(await inviteManager('saiu@aurora.example', ids.aurora));
  const { body } = await support.get(`/api/v1/brands/${ids.aurora}/accounts`);
  const { personId } = body.items.find(({ email }: { email: string }) => email === 'saiu@aurora.example');
  await owner.query('update people set active = false where id = $1', [personId]);
  assert.equal(typeOf(await accept(token)), '/problems/link-over');
});

test('an unknown brand has no manager to invite', async () => {
  assert.equal((await inviteManager('x@oto.example', ids.ana)).status, 404);
});

test('a forged Host or X-Forwarded-Host changes no link', async () => {
  const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' };
  const { body } = await support.send(
    'POST',
    '/api/v1/invitations',
    { kind: 'support', name: 'Eva', email: 'eva@oto.example' },
    forged,
  );
  assert.ok(body.url.startsWith(`${ADDRESS}/convite#`), body.url);
});

test('a network that guesses tokens is slowed down, and a right link from elsewhere still opens', async () => {
  const token = tokenOf(await invite('calma@oto.example'));
  const guesser = server.device();
  const statuses: number[] = [];
  for (let n = 0; n < 32; n++) statuses.push((await open(`guess ${n}`, guesser)).status);
  assert.deepEqual([statuses.filter((each) => each === 410).length, statuses.at(-1)], [30, 429]);
  const slowed = await open(token, guesser);
  assert.deepEqual([slowed.status, typeOf(slowed)], [429, '/problems/too-many-requests']);
  assert.ok(Number(slowed.headers.get('retry-after')) >= 1);
  assert.equal((await open(token)).status, 200);
});

test('right tokens cost no try, so that a shop may open its links as often as it likes', async () => {
  const token = tokenOf(await invite('sempre@oto.example'));
  const device = server.device();
  for (let n = 0; n < 35; n++) assert.equal((await open(token, device)).status, 200);
});

test('the database stores no token', async () => {
  const token = tokenOf(await invite('hash@oto.example'));
  const { rows } = await owner.query('select row_to_json(l)::text as row from auth.links l');
  assert.ok(rows.every(({ row }) => !row.includes(token)));
});

test('the first link makes the first support person with a name and an e-mail of their own, and only once', async () => {
  assert.equal(await server.firstLink(), null, 'there is a support account');
  await owner.query(`update auth."user" set "active" = false where "kind" = 'support'`);
  const [one, two] = await Promise.all([server.firstLink(), server.firstLink()]);
  const urls = [one, two].filter((url) => url !== null);
  assert.equal(urls.length, 1, 'two servers that start at once print one link');
  const token = tokenIn(urls[0] as string);
  assert.deepEqual((await open(token)).body, {
    purpose: 'first_support',
    name: null,
    email: null,
    until: new Date(server.now() + HOUR).toISOString(),
  });
  const asked = await accept(token);
  assert.deepEqual(
    [asked.status, asked.body.faults.map(({ path }: { path: string }) => path)],
    [400, ['name', 'email']],
  );
  assert.equal((await accept(token, { name: 'Sofia', email: 'Sofia@oto.example' })).status, 204);
  assert.equal((await signIn('sofia@oto.example')).body.kind, 'support');
  assert.equal((await accept(token, { name: 'Eva', email: 'eva2@oto.example' })).status, 410);
  assert.equal(await server.firstLink(), null);
});

test('a first link that nobody used for an hour is over, and the next start makes another', async () => {
  await owner.query(`update auth."user" set "active" = false where "kind" = 'support'`);
  const url = await server.firstLink();
  server.pass(HOUR);
  assert.equal((await open(tokenIn(url ?? ''))).status, 410);
  const another = await server.firstLink();
  assert.ok(another !== null && another !== url);
  assert.equal(linkIn(`There is no support person yet: ${another}`), another);
});
