/** A password of the demo is public; outside the demo the sign-in accepts it only together with a new password. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSignInServer } from '#kit/sign-in-server.ts';

const PASSWORD = 'aurora-demo';
const server = await startSignInServer({ demo: false, password: PASSWORD });
const email = 'paulista@aurora.example';

test('while the clock runs, two sign-ins with a password of the demo are both asked for a new one', async () => {
  const wish = { email: 'carla@aurora.example', password: PASSWORD };
  const ticking = setInterval(() => server.pass(1), 1);
  const answers = await Promise.all([0, 1].map(() => server.device().post('/api/v1/session', wish)));
  clearInterval(ticking);
  const asked = [409, '/problems/new-password-needed'];
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.type]),
    [asked, asked],
  );
});

test('in production a password of the demo signs in only with a new password, which may not be one of the demo’s', async () => {
  const device = server.device();
  const asked = await device.post('/api/v1/session', { email, password: PASSWORD });
  assert.deepEqual([asked.status, asked.body.type], [409, '/problems/new-password-needed']);
  assert.equal((await device.get('/api/v1/session')).status, 401);

  const again = await device.post('/api/v1/session', { email, password: PASSWORD, newPassword: 'brisa-demo' });
  assert.deepEqual([again.status, again.body.type], [400, '/problems/password-weak']);

  const newPassword = 'um barco sem vela';
  assert.equal((await device.post('/api/v1/session', { email, password: PASSWORD, newPassword })).status, 200);
  assert.equal((await device.post('/api/v1/session', { email, password: newPassword })).status, 200);
  assert.equal((await server.device().post('/api/v1/session', { email, password: PASSWORD })).status, 401);
});
