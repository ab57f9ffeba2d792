/** Over https the cookies are bound to https and to this host alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PASSWORD, startSignInServer } from '#kit/sign-in-server.ts';

const server = await startSignInServer({ secure: true });

test('cookies have the __Host- prefix and Secure, and work', async () => {
  const device = server.device();
  const { headers } = await device.post('/api/v1/session', { email: 'paulista@aurora.example', password: PASSWORD });
  const lines = headers.getSetCookie();
  assert.deepEqual(lines.map((line) => line.split('=')[0]).sort(), ['__Host-oto_device', '__Host-oto_session']);
  for (const line of lines) assert.match(line, /; Secure/);
  assert.equal((await device.post('/api/v1/session/pin', { pin: '1111' })).status, 200);

  const out = await device.delete('/api/v1/session');
  assert.match(out.headers.getSetCookie()[0] ?? '', /^__Host-oto_session=;.*Secure/);

  const downgraded = server.device();
  downgraded.setCookie('oto_session', device.cookies.get('__Host-oto_session') ?? '');
  assert.equal((await downgraded.get('/api/v1/session')).status, 401);
});
