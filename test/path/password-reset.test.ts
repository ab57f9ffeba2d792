/** Forgotten passwords and mailed links, with a real mail server on loopback. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client } from '#kit/client.ts';
import { ADDRESS, linkIn, startLinkServer, tokenIn } from '#kit/link-server.ts';
import { DAY, HOUR, PASSWORD } from '#kit/sign-in-server.ts';

const server = await startLinkServer();
const { ids, mails, owner } = server;
const NEXT = 'um barco sem vela';

const forgot = (email: string, headers: Record<string, string> = {}, device = server.device()) =>
  device.send('POST', '/api/v1/password/forgot', { email }, headers);
const reset = (token: string, next = NEXT) => server.device().post('/api/v1/password/reset', { token, next });
const signIn = (email: string, password: string, device: Client = server.device()) =>
  device.post('/api/v1/session', { email, password });
const mailedToken = async () => tokenIn(linkIn((await mails.next()).text));

test('with a mail server everybody is told that links are mailed', async () => {
  assert.deepEqual((await server.device().get('/api/v1/password/forgot')).body, { mailed: true });
});

test('a forgotten password is set anew by a mailed link, and every session of the account ends', async () => {
  const email = 'gestao@aurora.example';
  const device = server.device();
  assert.equal((await signIn(email, PASSWORD, device)).status, 200);
  assert.equal((await forgot('Gestao@aurora.example')).status, 204);
  const mail = await mails.next();
  assert.deepEqual([mail.to, mail.from, mail.subject], [email, 'oto@oto.example', 'Nova senha no Oto']);
  const url = linkIn(mail.text);
  assert.ok(url.startsWith(`${ADDRESS}/redefinir#`), url);
  assert.ok(mail.html.includes(`href="${url}"`));
  const opened = await server.device().post('/api/v1/links/open', { token: tokenIn(url) });
  assert.deepEqual([opened.body.purpose, opened.body.email], ['reset', email]);

  assert.equal((await reset(tokenIn(url), 'curta')).body.type, '/problems/password-weak');
  assert.equal((await reset(tokenIn(url))).status, 204);
  assert.equal((await device.get('/api/v1/session')).status, 401, 'the session on the other device is over');
  assert.equal((await signIn(email, PASSWORD)).status, 401);
  assert.equal((await signIn(email, NEXT)).status, 200);
  assert.equal((await reset(tokenIn(url), 'outra vela sem barco')).body.type, '/problems/link-over');
});

test('known, unknown and inactive addresses get the same answer, and only the known one a mail', async () => {
  await owner.query(`update auth."user" set "active" = false where "email" = 'manaus@aurora.example'`);
  const before = mails.received.length;
  const answers = [];
  for (const email of ['nobody@aurora.example', 'manaus@aurora.example', 'carla@aurora.example']) {
    const { status, body, headers } = await forgot(email);
    const shown = [...headers].filter(([name]) => !['date', 'etag'].includes(name));
    answers.push({ status, body, shown: JSON.stringify(shown) });
  }
  assert.deepEqual([answers[0], answers[1]], [answers[2], answers[2]]);
  await server.deps.afterAnswer.settled();
  assert.deepEqual(
    mails.received.slice(before).map(({ to }) => to),
    ['carla@aurora.example'],
  );
  await mails.next();
});

test('the answer comes before the mail goes out, so that its time does not tell a known address', async () => {
  const before = mails.received.length;
  const resume = mails.pause();
  assert.equal((await forgot('suporte@oto.example')).status, 204);
  assert.equal((await forgot('nobody@oto.example')).status, 204);
  assert.equal(mails.received.length, before);
  resume();
  assert.equal((await mails.next()).to, 'suporte@oto.example');
  server.pass(4 * HOUR);
});

test('a newer reset link replaces the earlier one, and a day ends it', async () => {
  await forgot('loja@brisa.example');
  const first = await mailedToken();
  await forgot('loja@brisa.example');
  const second = await mailedToken();
  assert.equal((await reset(first)).status, 410);
  server.pass(DAY);
  assert.equal((await reset(second)).status, 410);
});

test('one mailbox gets three mails at once and then one an hour, with the same answer', async () => {
  const before = mails.received.length;
  for (let n = 0; n < 6; n++) assert.equal((await forgot('suporte@oto.example')).status, 204);
  await server.deps.afterAnswer.settled();
  assert.equal(mails.received.length - before, 3);
  server.pass(HOUR);
  await forgot('suporte@oto.example');
  await server.deps.afterAnswer.settled();
  assert.equal(mails.received.length - before, 4);
  for (let n = 0; n < 4; n++) await mails.next();
});

test('a mail is in the reader’s language, and its link ignores a forged Host', async () => {
  await forgot('paulista@aurora.example', { 'accept-language': 'es', 'x-forwarded-host': 'evil.example' });
  const { subject, text } = await mails.next();
  assert.equal(subject, 'Contraseña nueva en Oto');
  assert.ok(linkIn(text).startsWith(`${ADDRESS}/redefinir#`));
});

test('an invitation is mailed in the chosen language, and the answer then has no link', async () => {
  const support = await server.support();
  const wish = { kind: 'brand_manager', brandId: ids.brisa, name: '<Lia>', email: 'lia@brisa.example', language: 'en' };
  const { status, body } = await support.post('/api/v1/invitations', wish);
  assert.deepEqual([status, body], [201, { sent: true, until: new Date(server.now() + DAY).toISOString() }]);
  const mail = await mails.next();
  assert.equal(mail.subject, 'Invitation to Oto: Brisa');
  assert.ok(mail.text.includes('Hello <Lia>'));
  assert.ok(mail.html.includes('Hello &#60;Lia&#62;'), 'a name is no HTML');
  const token = tokenIn(linkIn(mail.text));
  assert.equal((await server.device().post('/api/v1/links/accept', { token, password: NEXT })).status, 204);
  assert.equal((await signIn('lia@brisa.example', NEXT)).status, 200);
});

test('where the mail server refuses, the support person gets the link to hand over', async () => {
  const support = await server.support();
  mails.refuse(true);
  const { status, body } = await support.post('/api/v1/invitations', {
    kind: 'support',
    name: 'Rui',
    email: 'rui@oto.example',
  });
  mails.refuse(false);
  assert.equal(status, 201);
  const token = tokenIn(body.url);
  assert.equal((await server.device().post('/api/v1/links/accept', { token, password: NEXT })).status, 204);
});

test('support makes a reset link for a brand’s person, which the brand reads, and for nobody else', async () => {
  const support = await server.support();
  mails.refuse(true);
  const made = await support.post(`/api/v1/brands/${ids.aurora}/people/${ids.carla}/reset-link`);
  mails.refuse(false);
  assert.equal(made.status, 201);
  assert.equal((await reset(tokenIn(made.body.url))).status, 204);
  assert.equal((await signIn('carla@aurora.example', NEXT)).status, 200);
  const { rows } = await owner.query(`select what from support_access_log where what like 'reset%'`);
  assert.deepEqual(rows, [{ what: 'reset link for Carla' }]);
  const ofOther = await support.post(`/api/v1/brands/${ids.brisa}/people/${ids.carla}/reset-link`);
  assert.equal(ofOther.status, 404, 'Carla is no person of Brisa');
  assert.equal((await support.post(`/api/v1/brands/${ids.aurora}/people/${ids.ana}/reset-link`)).status, 404);
});

test('a link is good for its own purpose alone', async () => {
  await forgot('loja@brisa.example', { 'accept-language': 'pt-BR' });
  const token = await mailedToken();
  const accepted = await server.device().post('/api/v1/links/accept', { token, password: NEXT });
  assert.equal(accepted.body.type, '/problems/link-over');
  assert.equal((await reset(token)).status, 204);
});
