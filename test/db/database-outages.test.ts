/** Tests how the program behaves while the database is frozen, read-only, or refuses the password. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { startHeartbeat } from '#db/core/connection/heartbeat.ts';
import { isPassing, Unanswered } from '#db/core/connection/unreachable.ts';
import { createWriteProbe } from '#db/core/connection/write-probe.ts';
import { urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { openBareApp } from '#kit/bare-app.ts';
import { withDatabase } from '#kit/database.ts';
import { tcpProxy } from '#kit/tcp-proxy.ts';

const closing: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const close of closing) await close();
});
const { logins, owner } = await withDatabase();
const runtimeUrl = urlOf('oto_runtime', logins);
const ignore = () => undefined;

test('while the database is frozen, running and new queries fail as unanswered, and queries work again once it answers', async () => {
  const proxy = await tcpProxy(runtimeUrl);
  const changes: boolean[] = [];
  const changed: ((silent: boolean) => void)[] = [];
  const next = () => new Promise<boolean>((resolve) => changed.push(resolve));
  const url = proxy.through(runtimeUrl);
  const heartbeat = startHeartbeat({
    url,
    everyMs: 20,
    patienceMs: 300,
    onChange: (silent) => {
      changes.push(silent);
      changed.shift()?.(silent);
    },
  });
  const db = openDatabase({ url, heartbeat, onError: ignore });
  closing.push(() => heartbeat.stop(), proxy.close);

  const silent = next();
  const runningQuery = db.readOutside(async ({ q }) => {
    await sql`select 1`.execute(q);
    proxy.freeze();
    return sql`select 2`.execute(q);
  });
  await assert.rejects(runningQuery, (error) => error instanceof Unanswered && isPassing(error));
  assert.equal(await silent, true);
  await assert.rejects(
    db.readOutside(({ q }) => sql`select 3`.execute(q)),
    Unanswered,
    'a new query fails without a wait',
  );

  const back = next();
  proxy.thaw();
  assert.equal(await back, false);
  const { rows } = await db.readOutside(({ q }) => sql<{ four: number }>`select 4 as four`.execute(q));
  assert.deepEqual(rows, [{ four: 4 }]);
  await db.close();
});

test('the write probe reports a database that has become read-only, and nothing for one that takes writes', async () => {
  const db = openDatabase({ url: runtimeUrl, onError: ignore });
  assert.deepEqual(await createWriteProbe(db, 70)(), []);
  await db.close();

  const { rows } = await owner.query('select current_database() as name');
  await owner.query(`alter database ${rows[0].name} set default_transaction_read_only = on`);
  const readOnly = openDatabase({ url: runtimeUrl, onError: ignore });
  assert.deepEqual(await createWriteProbe(readOnly, 70)(), ['the database takes no writes (25006)']);
  await readOnly.close();
  await owner.query('set default_transaction_read_only = off');
  await owner.query(`alter database ${rows[0].name} reset default_transaction_read_only`);
});

test('a request is answered 503 with Retry-After where the password was changed or a lock took too long', async () => {
  const wrong = new URL(runtimeUrl);
  wrong.password = 'another';
  const refused = openDatabase({ url: wrong.href, onError: ignore });
  const db = openDatabase({ url: runtimeUrl, onError: ignore });
  const operations = ['read_health'] as const;
  const { base } = await openBareApp({
    routes: [
      async (routes) => {
        routes.get('/api/v1/refused', { config: { operations } }, () =>
          refused.readOutside(({ q }) => sql`select 1`.execute(q)),
        );
        routes.get('/api/v1/locked', { config: { operations } }, () =>
          db.outside(async ({ q }) => {
            await sql`set local lock_timeout = '50ms'`.execute(q);
            await sql`select from write_probes for update`.execute(q);
          }),
        );
      },
    ],
  });
  const client = await owner.connect();
  await client.query('begin');
  await client.query('lock table write_probes in access exclusive mode');
  for (const path of ['/api/v1/refused', '/api/v1/locked']) {
    const answer = await fetch(base + path);
    assert.equal(answer.status, 503, path);
    assert.equal(answer.headers.get('retry-after'), '2', path);
  }
  await client.query('rollback');
  client.release();
  await Promise.all([refused.close(), db.close()]);
});
