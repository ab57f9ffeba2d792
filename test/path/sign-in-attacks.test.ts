/**
 * What an attacker may try at the sign-in: guessing, enumerating, flooding, forging, and using another person's
 * session.
 */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import pg from 'pg';
import { urlOf } from '#db/core/installation/roles.ts';
import { prolongSession } from '#db/sign-in/sessions.ts';
import type { Client } from '#kit/client.ts';
import { HOUR, MINUTE, PASSWORD, startSignInServer } from '#kit/sign-in-server.ts';

const server = await startSignInServer();
const STORE = 'paulista@aurora.example';

const signIn = (device: Client, email: string, password = PASSWORD) =>
  device.post('/api/v1/session', { email, password });

beforeEach(async () => {
  await server.owner.query('delete from auth.throttles');
});

describe('guessing passwords', () => {
  test('is limited to ten tries at an account in any fifteen minutes, from however many networks', async () => {
    let tried = 0;
    for (let n = 0; n < 60; n++) {
      if ((await signIn(server.device(), STORE, `guess ${n}`)).status === 401) tried++;
      server.pass(15_000);
    }
    assert.ok(tried <= 10, `${tried} passwords were checked`);
    assert.ok(tried >= 8);
  });

  test('from one network leaves tries at the account for other networks', async () => {
    const attacker = server.device('203.0.113.9');
    for (let n = 0; n < 40; n++) {
      await signIn(attacker.without(), STORE, `guess ${n}`);
      server.pass(MINUTE);
    }
    const honest = server.device();
    let status = (await signIn(honest, STORE)).status;
    for (let minutes = 0; status !== 200 && minutes < 15; minutes++) {
      server.pass(MINUTE);
      status = (await signIn(honest, STORE)).status;
    }
    assert.equal(status, 200);
  });

  test('at many accounts from one network is limited too', async () => {
    const paidUntil = new Date(server.now() + (27 * MINUTE) / 2);
    const key = server.auth.meterKey(JSON.stringify(['network', '203.0.113.7']));
    await server.auth.db.q.insertInto('throttles').values({ key, paid_until: paidUntil }).execute();
    let tried = 27;
    for (let n = 0; n < 8; n++) {
      if ((await signIn(server.device('203.0.113.7'), `somebody${n}@aurora.example`, 'x')).status === 401) tried++;
    }
    assert.equal(tried, 30);
  });

  test('does not refuse the right password on a device that was signed in before', async () => {
    const known = await server.store();
    await known.delete('/api/v1/session');
    for (let n = 0; n < 20; n++) await signIn(server.device('203.0.113.8'), STORE, `guess ${n}`);
    const refused = await signIn(server.device(), STORE, 'x');
    const slow = await signIn(server.device('203.0.113.8'), STORE);
    assert.ok([401, 429].includes(refused.status));
    assert.equal(slow.status, 429);
    assert.ok(Number(slow.headers.get('retry-after')) > 0);
    known.headers['x-forwarded-for'] = '203.0.113.8';
    assert.equal((await signIn(known, STORE)).status, 200, 'also from the attacker’s network');
  });

  test('on a known device is counted as well', async () => {
    const known = await server.store();
    let tried = 0;
    for (let n = 0; n < 12; n++) if ((await signIn(known, STORE, `guess ${n}`)).status === 401) tried++;
    assert.equal(tried, 5);
    assert.equal((await signIn(known, STORE)).status, 429);
    server.pass(3 * MINUTE);
    assert.equal((await signIn(known, STORE)).status, 200);
  });

  test('is limited also when forty tries come at one moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => signIn(server.device(), STORE, `guess ${n}`)),
    );
    assert.ok(answers.filter(({ status }) => status === 401).length <= 6);
    assert.ok(answers.every(({ status }) => status === 401 || status === 429));
  });

  test('is not counted for right passwords, one after the other or all together', async () => {
    const network = '198.51.100.4';
    for (let n = 0; n < 8; n++) assert.equal((await signIn(server.device(network), STORE)).status, 200, `sign-in ${n}`);
    const together = await Promise.all(Array.from({ length: 20 }, () => signIn(server.device(network), STORE)));
    assert.deepEqual(new Set(together.map(({ status }) => status)), new Set([200]));
  });

  test('does not show who has an account: not by words, status, fields or time', async () => {
    const [existing, missing] = [[], []] as [number[], number[]];
    const answers = [];
    for (let n = 0; n < 11; n++) {
      for (const [email, times] of [
        [STORE, existing],
        ['nobody@aurora.example', missing],
      ] as const) {
        const begin = performance.now();
        answers.push(await signIn(server.device(), email, `wrong ${n}`));
        times.push(performance.now() - begin);
      }
      server.pass(5 * MINUTE);
    }
    const texts = new Set(answers.map(({ status, body }) => JSON.stringify([status, { ...body, instance: '' }])));
    assert.equal(texts.size, 1);
    const median = (times: number[]) => times.sort((a, b) => a - b)[(times.length - 1) / 2] as number;
    const gap = Math.abs(median(existing) - median(missing)) / median(missing);
    // Without a hash for a missing account the gap would be some 90 %; a busy machine alone makes a few per cent.
    assert.ok(gap < 0.4, `the medians differ by ${(gap * 100).toFixed(1)} %`);
  });
});

test('password hashes are limited: beyond two at work and a few waiting the server answers 429, and works on', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) => signIn(server.device(), `user${n}@aurora.example`, 'x')),
  );
  assert.ok(answers.every(({ status }) => status === 401 || status === 429));
  assert.ok(answers.some(({ status }) => status === 429));
  assert.equal((await signIn(server.device(), STORE)).status, 200);
});

describe('a session cookie', () => {
  test('that is forged, cut or signed by another key is refused', async () => {
    const device = await server.held('1111');
    const cookie = decodeURIComponent(device.cookies.get('oto_session') ?? '');
    const [token = '', signature = ''] = cookie.split('.');
    const forgeries = [
      token,
      `${token}.`,
      `.${signature}`,
      `${token}x.${signature}`,
      `${token}.${signature.slice(0, -2)}`,
      `${token}.${'A'.repeat(43)}=`,
      `${cookie}.${signature}`,
      'null',
      '',
    ];
    for (const forged of forgeries) {
      const thief = server.device();
      thief.setCookie('oto_session', encodeURIComponent(forged));
      assert.equal((await thief.get('/api/v1/act')).status, 401, forged);
    }
    assert.equal((await device.get('/api/v1/act')).status, 200);
  });

  test('is not stored in the database, and the stored token alone is refused', async () => {
    const device = await server.held('1111');
    const cookie = decodeURIComponent(device.cookies.get('oto_session') ?? '');
    const { rows } = await server.owner.query('select s::text as session from auth.session s');
    const dump = JSON.stringify(rows);
    assert.ok(!dump.includes(cookie));
    assert.ok(!dump.includes(cookie.split('.')[1] ?? cookie));
    const thief = server.device();
    const { rows: tokens } = await server.owner.query('select token from auth.session');
    for (const { token } of tokens) {
      thief.setCookie('oto_session', token);
      assert.equal((await thief.get('/api/v1/act')).status, 401);
    }
  });

  test('is for this host alone and hidden from scripts, and so is the device cookie', async () => {
    const { headers } = await signIn(server.device(), STORE);
    for (const line of headers.getSetCookie()) {
      assert.match(line, /; HttpOnly/);
      assert.match(line, /; SameSite=Lax/);
      assert.match(line, /; Path=\//);
      assert.doesNotMatch(line, /Domain/);
    }
    assert.equal(headers.getSetCookie().length, 2);
    assert.equal(headers.get('cache-control'), 'no-store');
  });
});

describe('a request from another site', () => {
  const postFrom = (device: Client, headers: Record<string, string>, body: unknown = { pin: '1111' }) =>
    device.send('POST', '/api/v1/session/pin', body, headers);

  test('changes nothing in a signed-in person’s name', async () => {
    const device = await server.store();
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://front.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'http://front.example.evil.example' },
    ]) {
      const { status, body } = await postFrom(device, headers);
      assert.equal(status, 403, JSON.stringify(headers));
      assert.equal(body.type, '/problems/wrong-origin');
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      assert.equal((await postFrom(device, { 'content-type': type })).status, 400, type);
    }
    assert.equal((await device.get('/api/v1/act')).body.type, '/problems/turn-needed');
  });

  test('may read, and pages of the product’s own origin may write', async () => {
    const device = await server.store();
    assert.equal(
      (await postFrom(device, { origin: 'http://front.example', 'sec-fetch-site': 'same-origin' })).status,
      200,
    );
    assert.equal(
      (await device.get('/api/v1/act', { 'sec-fetch-site': 'cross-site' })).status,
      200,
      'reading changes nothing',
    );
  });
});

describe('the routes', () => {
  test('refuse a caller who is not signed in before they read the body', async () => {
    const stranger = server.device();
    for (const [method, path] of [
      ['GET', '/api/v1/session'],
      ['POST', '/api/v1/session/pin'],
      ['PUT', '/api/v1/session/turn'],
      ['DELETE', '/api/v1/session/turn'],
      ['POST', '/api/v1/people/x/unlock'],
      ['GET', '/api/v1/act'],
      ['GET', '/%61pi/v1/act'],
    ] as const) {
      const { status, body } = await stranger.send(method, path, method === 'POST' ? '{' : undefined);
      assert.equal(status, 401, path);
      assert.equal(body.type, '/problems/signed-out');
    }
    assert.equal((await stranger.delete('/api/v1/session')).status, 204, 'signing out always succeeds');
  });

  test('refuse unknown, missing and malformed fields', async () => {
    const device = await server.store();
    const bodies = [
      { email: STORE, password: PASSWORD, role: 'brand_manager' },
      { email: STORE, password: { $ne: '' } },
      { email: 'not an address', password: PASSWORD },
      { email: STORE, password: 'x'.repeat(201) },
      { email: STORE },
      '[]',
      '{"__proto__":{"kind":"support"}}',
    ];
    for (const body of bodies)
      assert.equal((await device.post('/api/v1/session', body)).status, 400, JSON.stringify(body));
    for (const body of [
      { pin: 1111 },
      { pin: '111' },
      { pin: '123456789' },
      { pin: '11a1' },
      { pin: '1111', personId: 'x' },
      { pin: '1111', turnId: 'x' },
    ]) {
      assert.equal((await device.post('/api/v1/session/pin', body)).status, 400, JSON.stringify(body));
    }
  });
});

describe('the database logins', () => {
  test('see no more than they need: the auth login no brand’s data, the runtime login no password', async () => {
    const auth = new pg.Client({ connectionString: urlOf('oto_auth', server.logins) });
    await auth.connect();
    const { rows } = await auth.query(
      `select table_schema, table_name from information_schema.table_privileges where grantee in ('oto_auth', 'PUBLIC')
       and table_schema not in ('pg_catalog', 'information_schema') and table_schema <> 'auth'`,
    );
    assert.deepEqual(rows, []);
    for (const table of ['people', 'pins', 'turns', 'customers', 'brands']) {
      await assert.rejects(auth.query(`select * from public.${table}`), /permission denied/);
    }
    await auth.end();
    await assert.rejects(
      server.db.readOutside(({ q }) =>
        q
          .selectFrom('auth.user' as 'people')
          .selectAll()
          .execute(),
      ),
      /permission denied/,
    );
  });

  test('store PINs and passwords only as hashes, and equal PINs of two stores differ', async () => {
    const { rows } = await server.owner.query(`select encode(digest, 'hex') as digest, store_id from pins`);
    assert.equal(new Set(rows.map(({ digest }) => digest)).size, rows.length, 'three stores have the PIN 1111');
    assert.ok(rows.every(({ digest }) => digest.length === 64));
    const { rows: accounts } = await server.owner.query('select password from auth.account');
    assert.ok(accounts.every(({ password }) => /^[0-9a-f]{32}:[0-9a-f]{128}$/.test(password)));
  });
});

test('the next sign-in deletes expired sessions, and devices not seen for 400 days', async () => {
  const account = `(select "id" from auth."user" where "email" = '${STORE}')`;
  await server.owner.query('delete from auth.session');
  await server.store();
  await server.owner.query('update auth.known_devices set seen_at = $1', [
    new Date(server.now() - 400 * 24 * HOUR - 1).toISOString(),
  ]);
  server.pass(91 * 24 * HOUR);
  await server.store();
  const { rows } = await server.owner.query(
    `select (select count(*)::int from auth.session where "userId" = ${account}) as sessions,
       (select count(*)::int from auth.known_devices where user_id = ${account}) as devices`,
  );
  assert.deepEqual(rows, [{ sessions: 1, devices: 1 }]);
});

test('a late prolongation does not shorten a session', async () => {
  const device = await server.held('1111');
  const { rows } = await server.owner.query(
    'select "id", "userId" as "accountId" from auth.session order by "createdAt" desc limit 1',
  );
  const [now, endsAt] = [server.now() - HOUR, server.now() + 1];
  await prolongSession(server.auth.db, rows[0], { language: 'pt-BR', now, endsAt });
  server.pass(4 * MINUTE);
  assert.equal((await device.get('/api/v1/act')).status, 200);
});

test('the next sign-in deletes all throttles that no longer count', async () => {
  const countThrottles = async () => (await server.owner.query('select from auth.throttles')).rowCount;
  await signIn(server.device(), 'somebody@aurora.example', 'wrong');
  await signIn(server.device(), STORE);
  assert.equal(await countThrottles(), 3);
  server.pass(HOUR);
  await signIn(server.device(), STORE);
  assert.equal(await countThrottles(), 0);
});
