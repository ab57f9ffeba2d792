/** Tests how the connection pool of sign-in is closed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAuthDb } from '#db/core/auth-db.ts';
import { urlOf } from '#db/core/installation/roles.ts';
import { withDatabase } from '#kit/database.ts';

const { logins } = await withDatabase();

test('the closed pool of sign-in refuses queries, also where no query builder was used before', async () => {
  const auth = openAuthDb({ url: urlOf('oto_auth', logins), onError: assert.fail });
  assert.deepEqual(await auth.run('one', 'select 1 as one', []), [{ one: 1 }]);
  await auth.close();
  await assert.rejects(auth.run('one', 'select 1 as one', []), /after calling end/);
});
