/** The first start of production: servers that start at once print one link for the first support person, as the command does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '#kit/client.ts';
import { openCommandInstallation } from '#kit/commands.ts';
import { tokenIn } from '#kit/link-server.ts';
import { secret } from '#kit/postgres.ts';
import { startServer } from '#kit/start-server.ts';

const installation = await openCommandInstallation();
const { run } = installation;
const environment = {
  OTO_MODE: 'production',
  OTO_SECRET: secret,
  OTO_PUBLIC_URL: 'https://oto.example',
  OTO_HOST: '127.0.0.1',
};
const admin = (...args: string[]) => run('sign-in/admin-cli.ts', args, environment);
const linkOf = (printed: string) => /https:\/\/oto\.example\/\w+#\S+/.exec(printed)?.[0] ?? null;

test('two servers that start at once print one link, which makes the first support person, and later starts print none', async () => {
  const servers = await Promise.all([1, 2].map(() => startServer({ ...installation, environment })));
  try {
    const links = servers.flatMap(({ runningServer }) => linkOf(runningServer.greeting) ?? []);
    assert.equal(links.length, 1);
    const [url = ''] = links;
    assert.ok(url.startsWith('https://oto.example/convite#'), url);
    for (const { runningServer } of servers) {
      if (linkOf(runningServer.greeting) === null)
        assert.match(runningServer.greeting, /npm run admin -- support-link/);
    }

    const renewed = admin('support-link');
    const device = new Client(servers[0]?.base ?? '');
    assert.equal((await device.post('/api/v1/links/open', { token: tokenIn(url) })).status, 410, renewed.stderr);
    const token = tokenIn(linkOf(renewed.stdout) ?? '');
    const sofia = { name: 'Sofia', email: 'sofia@oto.example', password: 'um barco sem vela' };
    assert.equal((await device.post('/api/v1/links/accept', { token, ...sofia })).status, 204);
    const { name: _, ...credentials } = sofia;
    assert.equal((await device.post('/api/v1/session', credentials)).body.kind, 'support');

    const { base, close, runningServer } = await startServer({ ...installation, environment });
    assert.equal(runningServer.greeting, base);
    await close();
  } finally {
    await Promise.all(servers.map(({ close }) => close()));
  }
});

test('the command prints a reset link for an account, and says so where there is none', async () => {
  const { stdout } = admin('reset-link', 'Sofia@oto.example');
  assert.match(stdout, /https:\/\/oto\.example\/redefinir#[\w-]{43}/);
  const { status, stderr } = admin('reset-link', 'nobody@oto.example');
  assert.deepEqual([status, stderr], [2, 'nobody@oto.example has no account. Nothing was created.\n']);
});
