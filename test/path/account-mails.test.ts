/** Mails that warn of a stolen account: a changed password, and a removed second factor. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendMails } from '#flows/mail/send-mails.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { ADDRESS, linkIn, startLinkServer, tokenIn } from '#kit/link-server.ts';
import { PASSWORD } from '#kit/sign-in-server.ts';
import { setUpSecondFactor } from '#kit/totp.ts';
import { mailTokens } from '#main/mail/mail-tokens.ts';
import { productMail } from '#words/mail/product-mail.ts';

const server = await startLinkServer();
const { ids, mails, deps } = server;
const NEXT = 'um barco sem vela';
const MANAGER = 'gestao@aurora.example';
const CARLA = 'carla@aurora.example';

/** Sends what waits, as the job of a server does, and returns the only mail that arrived. */
async function sentMail() {
  const { auth, db, hostNow, mailer, addressOf } = deps;
  assert.ok(mailer);
  const tokens = mailTokens([new Uint8Array(32)]);
  const outcomes: string[] = [];
  const clocks = { hostNow, now: hostNow, timelines: new Timelines() };
  const sending = { auth, db, ...clocks, mailer, addressOf, tokens, write: productMail };
  await sendMails(sending, ({ outcome }) => outcomes.push(outcome));
  assert.deepEqual(outcomes, ['sent']);
  return mails.next();
}

async function signedIn(email: string, language = 'pt-BR') {
  const device = server.device();
  device.headers['accept-language'] = language;
  const { status, body } = await device.post('/api/v1/session', { email, password: PASSWORD });
  assert.equal(status, 200, JSON.stringify(body));
  return device;
}

test('a changed password is told to the account’s user, in the user’s language, with a way to choose another', async () => {
  const carla = await signedIn(CARLA, 'es');
  assert.equal((await carla.post('/api/v1/password', { current: PASSWORD, next: NEXT })).status, 204);
  const mail = await sentMail();
  assert.deepEqual([mail.to, mail.subject], [CARLA, 'Se cambió la contraseña de tu cuenta']);
  assert.equal(linkIn(mail.text), `${ADDRESS}/esqueci`);
  assert.equal(mail.unsubscribe, null);
});

test('a password that was reset by a link is told as well', async () => {
  assert.equal((await server.device().post('/api/v1/password/forgot', { email: CARLA })).status, 204);
  const token = tokenIn(linkIn((await mails.next()).text));
  const { status } = await server.device().post('/api/v1/password/reset', { token, next: 'outra vela sem barco' });
  assert.equal(status, 204);
  const mail = await sentMail();
  assert.deepEqual([mail.to, mail.subject], [CARLA, 'Se cambió la contraseña de tu cuenta']);
});

test('a second factor that support removed is told to the person who had it', async () => {
  const manager = await signedIn(MANAGER);
  await setUpSecondFactor(manager, PASSWORD, server.now());
  const support = await server.support();
  const path = `/api/v1/brands/${ids.aurora}/people/${ids.gestao}/second-factor`;
  const { status, body } = await support.send('DELETE', path, { reason: 'Perdeu o celular' });
  assert.equal(status, 204, JSON.stringify(body));
  const mail = await sentMail();
  assert.deepEqual([mail.to, mail.subject], [MANAGER, 'A verificação em duas etapas foi retirada']);
  assert.doesNotMatch(mail.text, /Perdeu o celular/);
});
