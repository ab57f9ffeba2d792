/** Tests that notifications of Postgres reach a listener, also after the connection was lost. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { test } from 'node:test';
import { sql } from 'kysely';
import { listen } from '#db/core/connection/listen.ts';
import { urlOf } from '#db/core/installation/roles.ts';
import { withDatabase } from '#kit/database.ts';

const { db, owner, logins } = await withDatabase();

const endTheListener = sql`select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = 'oto listen' and datname = current_database()`;

test('a notification arrives on its channel, and the listener reconnects after a loss', {
  timeout: 20_000,
}, async () => {
  const events = new EventEmitter();
  const errors: Error[] = [];
  const connected = once(events, 'connected');
  const listening = listen({
    url: urlOf('oto_runtime', logins),
    channels: {
      first: (payload) => events.emit('first', payload),
      'two words': (payload) => events.emit('second', payload),
    },
    onConnected: () => events.emit('connected'),
    onError: (error) => errors.push(error),
  });
  try {
    await connected;
    const heard = Promise.all([once(events, 'first'), once(events, 'second')]);
    await owner.query(`select pg_notify('two words', 'b'), pg_notify('first', 'a'), pg_notify('third', 'c')`);
    assert.deepEqual(await heard, [['a'], ['b']]);

    const again = once(events, 'connected');
    await db.outside(({ q }) => endTheListener.execute(q));
    await again;
    assert.ok(errors.length > 0);
    const heardAgain = once(events, 'first');
    await owner.query(`select pg_notify('first', 'd')`);
    assert.deepEqual(await heardAgain, ['d']);
  } finally {
    await listening.close();
  }
});

test('a listener that is closed while it connects makes no further try', { timeout: 20_000 }, async ({ signal }) => {
  // This server closes each connection at once. The process ends by itself only where no further try is planned after the second.
  const script = `
    import { createServer } from 'node:net';
    import { listen } from '#db/core/connection/listen.ts';
    let tries = 0;
    const server = createServer((socket) => {
      socket.destroy();
      if (++tries < 2) return;
      server.close();
      void listening.close();
    });
    let listening;
    server.listen(0, '127.0.0.1', () => {
      const url = 'postgres://nobody:wrong@127.0.0.1:' + server.address().port + '/none';
      listening = listen({ url, channels: {}, onConnected: () => process.exit(1), onError: () => undefined });
    });
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { signal, stdio: 'inherit' });
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});
