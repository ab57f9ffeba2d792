/** The second factor from the request to the answer: setting up, the code at the sign-in, and what must not open a session. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Client } from '#kit/client.ts';
import { HOUR, MINUTE, PASSWORD, startSignInServer } from '#kit/sign-in-server.ts';
import { setUpSecondFactor, totpCode, wrongTotpCode } from '#kit/totp.ts';
import { createPersonAccount, createSupportAccount } from '#main/sign-in/accounts.ts';

const server = await startSignInServer({ demo: false });
const { ids, auth } = server;
const STEP = 30_000;

const signIn = (device: Client, email: string, password = PASSWORD, more: object = {}) =>
  device.post('/api/v1/session', { email, password, ...more });
const giveCode = (device: Client, code: string) => device.post('/api/v1/session/totp', { code });
const act = (device: Client) => device.get('/api/v1/act');
const problemOf = ({ body }: { body: { type?: string } | null }) => body?.type?.replace('/problems/', '');

async function newSupport(name: string, password?: string): Promise<string> {
  const email = `${name.toLowerCase()}@oto.example`;
  const made = await createSupportAccount(auth.accounts, { name, email, password: password ?? PASSWORD });
  assert.ok(made);
  return email;
}

/** Returns a manager of Aurora with an account of their own. */
async function newManager(name: string): Promise<{ email: string; personId: string }> {
  const personId = uuidv7();
  await server.owner.query(
    `insert into people (brand_id, id, role, store_id, name, created_at) values ($1, $2, 'brand_manager', null, $3, $4)`,
    [ids.aurora, personId, name, new Date(server.now()).toISOString()],
  );
  const email = `${name.toLowerCase()}@aurora.example`;
  const of = { name, email, brandId: ids.aurora, personId, password: PASSWORD };
  assert.ok(await createPersonAccount(auth.accounts, of));
  return { email, personId };
}

/** Sets a second factor up. Its next code is that of the following step. */
async function setUp(device: Client) {
  const made = await setUpSecondFactor(device, PASSWORD, server.now());
  server.pass(STEP);
  return made;
}

async function supportWithSecondFactor(name: string) {
  const email = await newSupport(name);
  const device = server.device();
  assert.equal((await signIn(device, email)).status, 200);
  return { email, device, ...(await setUp(device)) };
}

describe('setting up', () => {
  test('is demanded of support before anything else, and afterwards the session goes on', async () => {
    const email = await newSupport('Sofia');
    const device = server.device();
    const signedIn = await signIn(device, email);
    assert.equal(signedIn.status, 200);
    assert.equal(signedIn.body.secondFactor, 'needed');
    const refused = await act(device);
    assert.equal(refused.status, 403);
    assert.equal(problemOf(refused), 'second-factor-needed');
    assert.equal((await device.get('/api/v1/session')).body.secondFactor, 'needed');
    assert.deepEqual((await device.get('/api/v1/second-factor')).body, {
      on: false,
      required: true,
      recoveryCodesLeft: null,
    });

    const begun = await device.post('/api/v1/second-factor', { password: PASSWORD });
    const uri = new URL(begun.body.uri);
    assert.equal(uri.protocol, 'otpauth:');
    assert.equal(uri.searchParams.get('secret'), begun.body.secret);
    assert.equal(uri.searchParams.get('issuer'), 'Horário de Silêncio');
    assert.equal(new Set(begun.body.recoveryCodes).size, 10);
    assert.equal(problemOf(await act(device)), 'second-factor-needed', 'it counts only once it is confirmed');

    const code = totpCode(begun.body.secret, server.now());
    assert.equal((await device.post('/api/v1/second-factor/confirm', { code })).status, 204);
    assert.equal((await act(device)).status, 200);
    assert.equal((await device.get('/api/v1/session')).body.secondFactor, 'on');
    assert.equal((await device.get('/api/v1/second-factor')).body.recoveryCodesLeft, 10);
    const again = await device.post('/api/v1/second-factor', { password: PASSWORD });
    assert.equal(problemOf(again), 'second-factor-on');
  });

  test('needs the password and a right code, and an account whose set-up was not confirmed signs in without a code', async () => {
    const { email } = await newManager('Lia');
    const device = server.device();
    assert.equal((await signIn(device, email)).body.secondFactor, 'off');
    const wrong = await device.post('/api/v1/second-factor', { password: 'not the password' });
    assert.equal(problemOf(wrong), 'wrong-credentials');
    const { body } = await device.post('/api/v1/second-factor', { password: PASSWORD });
    const code = wrongTotpCode(body.secret, server.now());
    assert.equal(problemOf(await device.post('/api/v1/second-factor/confirm', { code })), 'wrong-code');
    assert.equal((await signIn(server.device(), email)).body.kind, 'person');
  });

  test('ends the sessions that the password alone has opened elsewhere', async () => {
    const { email } = await newManager('Nina');
    const [device, elsewhere] = [server.device(), server.device()];
    await signIn(device, email);
    await signIn(elsewhere, email);
    await setUp(device);
    assert.equal((await act(device)).status, 200);
    assert.equal(problemOf(await act(elsewhere)), 'signed-out');
  });

  test('is refused to a store, whose people have PINs, and without a confirmation nothing of it is stored in clear', async () => {
    const device = await server.store();
    await device.post('/api/v1/session/pin', { pin: '9999' });
    const { body } = await device.post('/api/v1/second-factor', { password: PASSWORD });
    assert.equal(body.type, '/problems/turn-needed', 'the PIN of four digits must be replaced first');
    const { secret } = await supportWithSecondFactor('Clara');
    const { rows } = await server.owner.query(`select "secret", "backupCodes" from auth."twoFactor"`);
    assert.ok(rows.length > 0);
    for (const row of rows) {
      assert.match(row.secret, /^\$ba\$\d+\$[0-9a-f]+$/);
      assert.match(row.backupCodes, /^\$ba\$\d+\$[0-9a-f]+$/);
      assert.ok(!row.secret.includes(secret));
    }
  });
});

describe('the sign-in with a second factor', () => {
  test('answers a right password with totp-needed and no session, and a code then opens the session', async () => {
    const { email, secret } = await supportWithSecondFactor('Rui');
    const device = server.device();
    const first = await signIn(device, email);
    assert.equal(first.status, 200);
    assert.deepEqual(first.body, { kind: 'totp-needed' });
    assert.equal(device.cookies.has('oto_session'), false);
    assert.match(first.headers.getSetCookie().join('\n'), /^oto_code=.*Max-Age=600;.*HttpOnly;.*SameSite=Strict/m);
    assert.equal(problemOf(await act(device)), 'signed-out');

    const opened = await giveCode(device, totpCode(secret, server.now()));
    assert.equal(opened.status, 200);
    assert.equal(opened.body.kind, 'support');
    assert.equal(opened.body.secondFactor, 'on');
    assert.equal(device.cookies.has('oto_code'), false);
    assert.equal((await act(device)).status, 200);
  });

  test('accepts a code with a blank, of the step before and of the step after, and none two steps away', async () => {
    const { email, secret } = await supportWithSecondFactor('Vera');
    const openWith = async (code: string) => {
      const device = server.device();
      await signIn(device, email);
      return (await giveCode(device, code)).status;
    };
    server.pass(10 * STEP);
    assert.equal(await openWith(totpCode(secret, server.now() - 2 * STEP)), 401);
    assert.equal(await openWith(totpCode(secret, server.now() + 2 * STEP)), 401);
    assert.equal(await openWith(totpCode(secret, server.now() - STEP).replace(/^.../, '$& ')), 200);
    assert.equal(await openWith(totpCode(secret, server.now() + STEP)), 200);
  });

  test('accepts no code twice, not even twice at once, and no older code after a newer one', async () => {
    const { email, secret } = await supportWithSecondFactor('Ivo');
    server.pass(10 * STEP);
    const older = totpCode(secret, server.now() - STEP);
    const code = totpCode(secret, server.now());
    const devices = Array.from({ length: 4 }, () => server.device());
    for (const device of devices) await signIn(device, email);
    const statuses = await Promise.all(devices.map(async (device) => (await giveCode(device, code)).status));
    assert.deepEqual(statuses.toSorted(), [200, 401, 401, 401]);
    for (const replayed of [code, older]) {
      const device = server.device();
      await signIn(device, email);
      assert.equal(problemOf(await giveCode(device, replayed)), 'wrong-code');
    }
  });

  test('accepts each recovery code once, typed as people type', async () => {
    const { email, recoveryCodes } = await supportWithSecondFactor('Tom');
    const [code = ''] = recoveryCodes;
    const device = server.device();
    await signIn(device, email);
    assert.equal((await giveCode(device, ` ${code.replace('-', ' ').toUpperCase()}`)).status, 200);
    assert.equal((await device.get('/api/v1/second-factor')).body.recoveryCodesLeft, 9);
    const thief = server.device();
    await signIn(thief, email);
    assert.equal(problemOf(await giveCode(thief, code)), 'wrong-code');
    assert.equal((await giveCode(thief, recoveryCodes[1] ?? '')).status, 200);
  });

  test('slows the guessing of codes, also with new passwords from new networks, and leaves a known device its tries', async () => {
    const { email, device: known, secret } = await supportWithSecondFactor('Eva');
    server.pass(10 * STEP);
    const wrong = wrongTotpCode(secret, server.now());
    const answers: number[] = [];
    for (let network = 0; network < 8; network++) {
      const thief = server.device();
      assert.deepEqual((await signIn(thief, email)).body, { kind: 'totp-needed' });
      answers.push((await giveCode(thief, wrong)).status);
    }
    assert.deepEqual(answers, [401, 401, 401, 401, 401, 401, 429, 429]);
    const thief = server.device();
    await signIn(thief, email);
    const right = await giveCode(thief, totpCode(secret, server.now()));
    assert.equal(right.status, 429, 'even the right code must wait');
    assert.ok(right.body.retryAfterSeconds > 60);
    await known.delete('/api/v1/session');
    await signIn(known, email);
    assert.equal((await giveCode(known, totpCode(secret, server.now()))).status, 200);
  });

  test('ends ten minutes after the password, and belongs to the device that gave it', async () => {
    const { email, secret } = await supportWithSecondFactor('Gil');
    const device = server.device();
    await signIn(device, email);
    assert.equal(problemOf(await giveCode(server.device(), totpCode(secret, server.now()))), 'code-expired');
    const forged = server.device();
    forged.setCookie('oto_code', encodeURIComponent(`2fa-${'a'.repeat(20)}.${'A'.repeat(43)}=`));
    assert.equal(problemOf(await giveCode(forged, totpCode(secret, server.now()))), 'code-expired');
    server.pass(10 * MINUTE);
    assert.equal(problemOf(await giveCode(device, totpCode(secret, server.now()))), 'code-expired');
  });

  test('opens one session for one password, however often the challenge is shown', async () => {
    const { email, secret } = await supportWithSecondFactor('Noa');
    const device = server.device();
    await signIn(device, email);
    const copy = device.without();
    assert.equal((await giveCode(device, totpCode(secret, server.now()))).status, 200);
    server.pass(STEP);
    assert.equal(problemOf(await giveCode(copy, totpCode(secret, server.now()))), 'code-expired');
  });

  test('asks for the code after a one-time password was replaced, and a new password skips nothing', async () => {
    const { email, secret } = await supportWithSecondFactor('Bea');
    const { rows } = await server.owner.query(`select "id" from auth."user" where "email" = $1`, [email]);
    await auth.accounts.demandNewPassword(rows[0].id);
    const device = server.device();
    assert.equal(problemOf(await signIn(device, email)), 'new-password-needed');
    const newPassword = 'nove casacos verdes';
    assert.deepEqual((await signIn(device, email, PASSWORD, { newPassword })).body, { kind: 'totp-needed' });
    assert.equal(problemOf(await act(device)), 'signed-out');
    assert.deepEqual((await signIn(device, email, newPassword)).body, { kind: 'totp-needed' });
    assert.equal((await giveCode(device, totpCode(secret, server.now()))).status, 200);
  });

  test('refuses an account that was closed between the password and the code', async () => {
    const { email, personId } = await newManager('Davi');
    const device = server.device();
    await signIn(device, email);
    const { secret } = await setUp(device);
    const other = server.device();
    await signIn(other, email);
    await server.owner.query('update people set active = false where id = $1', [personId]);
    assert.equal(problemOf(await giveCode(other, totpCode(secret, server.now()))), 'account-inactive');
  });
});

describe('new recovery codes', () => {
  const path = '/api/v1/second-factor/recovery-codes';

  test('take the place of the earlier ones, and need the password or a code of the last 15 minutes', async () => {
    const { email, device, secret, recoveryCodes: before } = await supportWithSecondFactor('Nuno');
    server.pass(15 * MINUTE);
    assert.equal(problemOf(await device.post(path)), 'confirmation-needed');
    await device.post('/api/v1/session/confirm', { code: totpCode(secret, server.now()) });
    const { status, body } = await device.post(path);
    assert.equal(status, 200);
    assert.equal(new Set([...body.recoveryCodes, ...before]).size, 20);
    assert.equal((await device.get('/api/v1/second-factor')).body.recoveryCodesLeft, 10);
    const other = server.device();
    await signIn(other, email);
    assert.equal(problemOf(await giveCode(other, before[1] ?? '')), 'wrong-code');
    assert.equal((await giveCode(other, body.recoveryCodes[0])).status, 200);
  });

  test('made while an earlier one is spent are all that counts afterwards', async () => {
    const { email, device, recoveryCodes: before } = await supportWithSecondFactor('Ines');
    const other = server.device();
    await signIn(other, email);
    const [{ body }] = await Promise.all([device.post(path), giveCode(other, before[0] ?? '')]);
    assert.equal((await device.get('/api/v1/second-factor')).body.recoveryCodesLeft, 10);
    const third = server.device();
    await signIn(third, email);
    assert.equal((await giveCode(third, body.recoveryCodes[9])).status, 200);
  });

  test('are refused to an account without a second factor', async () => {
    const { email } = await newManager('Dora');
    const device = server.device();
    await signIn(device, email);
    assert.equal(problemOf(await device.post(path)), 'second-factor-off');
  });
});

/** Lets the device of the session of an account show notifications of a person of Aurora. */
async function subscribe(email: string, personId: string): Promise<void> {
  await server.owner.query(
    `insert into push_subscriptions (brand_id, device_key, person_id, session_id, endpoint, p256dh, auth, language, renewed_at)
     select $1, s."deviceKey", $2, s."id", 'https://push.example/' || s."id", repeat('p', 87), repeat('a', 22), 'pt-BR', now()
     from auth.session s join auth."user" u on u."id" = s."userId" where u."email" = $3`,
    [ids.aurora, personId, email],
  );
}

async function countSubscriptions(personId: string): Promise<number> {
  const { rows } = await server.owner.query('select from push_subscriptions where person_id = $1', [personId]);
  return rows.length;
}

describe('removing', () => {
  test('one’s own needs password and code, and is refused where it is required', async () => {
    const { email } = await newManager('Olga');
    const device = server.device();
    await signIn(device, email);
    const { secret } = await setUp(device);
    const remove = (password: string, code: string) =>
      device.send('DELETE', '/api/v1/second-factor', { password, code });
    const code = () => totpCode(secret, server.now());
    assert.equal(problemOf(await remove('not the password', code())), 'wrong-credentials');
    assert.equal(problemOf(await remove(PASSWORD, wrongTotpCode(secret, server.now()))), 'wrong-code');
    await server.owner.query('update brands set second_factor_required = true where brand_id = $1', [ids.aurora]);
    assert.equal(problemOf(await remove(PASSWORD, code())), 'second-factor-required');
    await server.owner.query('update brands set second_factor_required = false where brand_id = $1', [ids.aurora]);
    assert.equal((await remove(PASSWORD, code())).status, 204);
    assert.equal((await device.get('/api/v1/session')).body.secondFactor, 'off');
    assert.equal((await signIn(server.device(), email)).body.kind, 'person');
  });

  test('by support, with a reason, ends all sessions of the manager and is written to the brand’s log', async () => {
    const { device: support } = await supportWithSecondFactor('Hugo');
    const { email, personId } = await newManager('Pia');
    const device = server.device();
    await signIn(device, email);
    const path = `/api/v1/brands/${ids.aurora}/people/${personId}/second-factor`;
    const reason = 'Lost her phone; called back on the number of the contract';
    assert.equal(problemOf(await support.send('DELETE', path, { reason })), 'second-factor-off');
    await setUp(device);
    const list = await support.get(`/api/v1/brands/${ids.aurora}/second-factors`);
    assert.deepEqual(
      list.body.items.filter((each: { name: string }) => each.name === 'Pia'),
      [{ personId, name: 'Pia', role: 'brand_manager', on: true }],
    );
    assert.equal((await support.send('DELETE', path, {})).status, 400, 'a reason is needed');
    const elsewhere = `/api/v1/brands/${ids.brisa}/people/${personId}/second-factor`;
    assert.equal((await support.send('DELETE', elsewhere, { reason })).status, 404);
    assert.equal((await device.send('DELETE', path, { reason })).status, 403);
    await subscribe(email, personId);
    assert.equal(await countSubscriptions(personId), 1);
    assert.equal((await support.send('DELETE', path, { reason })).status, 204);
    assert.equal(problemOf(await act(device)), 'signed-out');
    assert.equal(await countSubscriptions(personId), 0, 'notifications end with the sessions');
    assert.equal((await signIn(server.device(), email)).body.kind, 'person');
    const { rows } = await server.owner.query(
      `select support_name, what, reason from support_access_log where brand_id = $1 and what like 'second factor of %'`,
      [ids.aurora],
    );
    assert.deepEqual(rows, [{ support_name: 'Hugo', what: 'second factor of Pia', reason }]);
  });

  test('of support is done by another support person, never by oneself, and ends all sessions', async () => {
    const { device: support, email: own } = await supportWithSecondFactor('Ugo');
    const { device: other, email } = await supportWithSecondFactor('Zoe');
    const path = '/api/v1/support/second-factor';
    const reason = 'New phone';
    assert.equal((await support.send('DELETE', path, { email: own, reason })).status, 403);
    assert.equal((await support.send('DELETE', path, { email: 'gestao@aurora.example', reason })).status, 404);
    assert.equal((await support.send('DELETE', path, { email, reason })).status, 204);
    assert.equal(problemOf(await act(other)), 'signed-out');
    assert.equal((await signIn(server.device(), email)).body.secondFactor, 'needed');
    const { rows } = await server.owner.query(
      `select r.reason, b."email" as by from auth.second_factor_removals r join auth."user" u on u."id" = r.user_id
       join auth."user" b on b."id"::text = r.removed_by where u."email" = $1`,
      [email],
    );
    assert.deepEqual(rows, [{ reason, by: own }]);
  });
});

describe('the setting of a brand', () => {
  test('demands a second factor of managers with an account of their own, from their next request on', async () => {
    const { email } = await newManager('Rosa');
    const manager = server.device();
    await signIn(manager, email);
    const { device: support } = await supportWithSecondFactor('Leo');
    const mine = '/api/v1/settings';
    const retention = { textsDays: 180, draftsDays: 30, receiptsDays: 1825 };
    const limits = { coolDownDays: 0, unansweredAfter: 0, suggestionsPerSellerDay: 20, retention };
    assert.deepEqual((await manager.get(mine)).body, { secondFactorRequired: false, ...limits });
    assert.equal((await support.get(mine)).status, 404, 'support names the brand');
    assert.equal((await manager.get(`${mine}?brandId=${ids.brisa}`)).status, 404);
    assert.equal((await manager.send('PATCH', mine, { plan: 'core' })).status, 400);

    const path = `${mine}?brandId=${ids.aurora}`;
    const changed = await support.send('PATCH', path, { secondFactorRequired: true });
    assert.deepEqual(changed.body, { secondFactorRequired: true, ...limits });
    for (const faulty of [
      { coolDownDays: 366 },
      { coolDownDays: 1.5 },
      { unansweredAfter: 1 },
      { unansweredAfter: 11 },
      { retention: { receiptsDays: 179 } },
      { retention: { textsDays: 6 } },
      { retention: { forever: true } },
    ]) {
      assert.equal((await support.send('PATCH', path, faulty)).status, 400, JSON.stringify(faulty));
    }
    const limited = await support.send('PATCH', path, { coolDownDays: 7, unansweredAfter: 3 });
    assert.deepEqual(limited.body, { ...limits, secondFactorRequired: true, coolDownDays: 7, unansweredAfter: 3 });
    assert.equal(problemOf(await act(manager)), 'second-factor-needed');
    assert.equal((await manager.get('/api/v1/session')).body.secondFactor, 'needed');
    assert.equal((await server.held('482716')).cookies.has('oto_session'), true, 'stores are not concerned');
    await setUp(manager);
    assert.equal((await act(manager)).status, 200);
    assert.deepEqual((await manager.send('PATCH', mine, { secondFactorRequired: false })).body, {
      ...{ ...limits, secondFactorRequired: false, coolDownDays: 7, unansweredAfter: 3 },
    });
  });
});

describe('a confirmation', () => {
  const settings = (device: Client) => device.send('PATCH', '/api/v1/settings', {});

  test('is asked for fifteen minutes after the sign-in, and a password or a code gives fifteen minutes more', async () => {
    const { email } = await newManager('Mia');
    const device = server.device();
    await signIn(device, email);
    assert.equal((await settings(device)).status, 200);
    server.pass(15 * MINUTE);
    const due = await settings(device);
    assert.equal(due.status, 403);
    assert.equal(problemOf(due), 'confirmation-needed');
    assert.deepEqual(due.body.confirmWith, ['password']);
    assert.equal((await act(device)).status, 200, 'other operations ask for nothing');

    const confirm = (body: object) => device.post('/api/v1/session/confirm', body);
    assert.equal(problemOf(await confirm({ password: 'not the password' })), 'wrong-credentials');
    assert.equal(problemOf(await confirm({ code: '123456' })), 'second-factor-off');
    assert.equal(problemOf(await settings(device)), 'confirmation-needed');
    assert.equal((await confirm({ password: PASSWORD })).status, 204);
    assert.equal((await settings(device)).status, 200);

    const { secret, recoveryCodes } = await setUp(device);
    server.pass(15 * MINUTE);
    assert.deepEqual((await settings(device)).body.confirmWith, ['password', 'code']);
    assert.equal(problemOf(await confirm({ code: recoveryCodes[0] })), 'wrong-code');
    assert.equal((await confirm({ code: totpCode(secret, server.now()) })).status, 204);
    assert.equal((await settings(device)).status, 200);
    assert.equal(
      problemOf(await confirm({ code: totpCode(secret, server.now()) })),
      'wrong-code',
      'a code serves once',
    );
  });

  test('counts wrong passwords, so that an open session does not serve to guess the password', async () => {
    const { email } = await newManager('Ada');
    const device = server.device();
    await signIn(device, email);
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++)
      statuses.push((await device.post('/api/v1/session/confirm', { password: `guess ${i}` })).status);
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429]);
    server.pass(HOUR);
    assert.equal((await device.post('/api/v1/session/confirm', { password: PASSWORD })).status, 204);
  });

  test('is refused to a seller on a store’s device, whose right is the PIN', async () => {
    const device = await server.held('482716');
    assert.equal((await device.post('/api/v1/session/confirm', { password: PASSWORD })).status, 403);
  });
});
