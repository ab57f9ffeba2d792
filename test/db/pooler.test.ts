/** Behind a pooler that does not keep named statements everything works, since none is named. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { openAuthDb } from '#db/core/auth-db.ts';
import { findPath } from '#db/core/connection/pooler.ts';
import { writeProbe } from '#db/core/connection/write-probe.ts';
import { urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { findBrandIdBySlug } from '#db/people/brands.ts';
import { findSession } from '#db/sign-in/sessions.ts';
import { withDatabase } from '#kit/database.ts';
import { startFakePooler } from '#kit/fake-pooler.ts';

const closing: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const close of closing) await close();
});
const { logins } = await withDatabase();
const runtimeUrl = urlOf('oto_runtime', logins);
const pooler = await startFakePooler(runtimeUrl);
closing.push(pooler.close);
const onError = () => undefined;

test('a pooler that refuses named statements is recognised, and Postgres itself is no pooler', async () => {
  assert.deepEqual(await findPath(runtimeUrl), { naming: 'named', isPooled: false });
  const path = await findPath(pooler.through(runtimeUrl));
  assert.deepEqual([path.naming, path.isPooled], ['unnamed', true]);
});

test('unnamed statements pass through it, reads and writes, sign-in too', async () => {
  const before = pooler.refused();
  const db = openDatabase({ url: pooler.through(runtimeUrl), naming: 'unnamed', onError });
  const auth = openAuthDb({ url: pooler.through(urlOf('oto_auth', logins)), naming: 'unnamed', onError });
  closing.push(db.close, auth.close);
  for (let time = 0; time < 3; time += 1) {
    const [found] = await db.readOutside((reads) => reads.run(findBrandIdBySlug, { slug: uuidv7() }));
    assert.equal(found?.brandId ?? null, null);
    assert.equal(await findSession(auth, 'no such token', Date.now()), null);
  }
  assert.deepEqual(await writeProbe(db, 1)(), []);
  assert.equal(pooler.refused(), before);
});

test('where statements are named all the same, readiness says that writes fail', async () => {
  const db = openDatabase({ url: pooler.through(runtimeUrl), naming: 'named', onError });
  closing.push(db.close);
  const [obstacle = ''] = await writeProbe(db, 1)();
  assert.match(obstacle, /^the database takes no writes/);
});
