/** Tests the program behind a pooler that refuses named statements: it recognises the pooler and names no statement. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { openAuthDb } from '#db/core/auth-db.ts';
import { findPath } from '#db/core/connection/pooler.ts';
import { createWriteProbe } from '#db/core/connection/write-probe.ts';
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

test('a pooler that refuses named statements is recognised, and a direct connection is not taken for a pooler', async () => {
  assert.deepEqual(await findPath(runtimeUrl), { naming: 'named', isPooled: false });
  const path = await findPath(pooler.through(runtimeUrl));
  assert.deepEqual([path.naming, path.isPooled], ['unnamed', true]);
});

test('unnamed statements for reads, writes and sign-in work through the pooler', async () => {
  const before = pooler.refused();
  const db = openDatabase({ url: pooler.through(runtimeUrl), naming: 'unnamed', onError });
  const auth = openAuthDb({ url: pooler.through(urlOf('oto_auth', logins)), naming: 'unnamed', onError });
  closing.push(db.close, auth.close);
  for (let time = 0; time < 3; time += 1) {
    const [found] = await db.readOutside((reads) => reads.run(findBrandIdBySlug, { slug: uuidv7() }));
    assert.equal(found?.brandId ?? null, null);
    assert.equal(await findSession(auth, 'no such token', Date.now()), null);
  }
  assert.deepEqual(await createWriteProbe(db, 1)(), []);
  assert.equal(pooler.refused(), before);
});

test('the write probe reports that writes fail where statements are named behind the pooler', async () => {
  const db = openDatabase({ url: pooler.through(runtimeUrl), naming: 'named', onError });
  closing.push(db.close);
  const [obstacle = ''] = await createWriteProbe(db, 1)();
  assert.match(obstacle, /^the database takes no writes/);
});
