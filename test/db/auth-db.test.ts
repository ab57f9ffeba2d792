/** The database of sign-in, as it is let go. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAuthDb } from '#db/core/auth-db.ts';
import { urlOf } from '#db/core/installation/roles.ts';
import { withDatabase } from '#kit/database.ts';

const { logins } = await withDatabase();

test('a closed database of sign-in answers nothing, also where no query builder was ever used', async () => {
  const auth = openAuthDb({ url: urlOf('oto_auth', logins), onError: assert.fail });
  assert.deepEqual(await auth.run('one', 'select 1 as one', []), [{ one: 1 }]);
  await auth.close();
  await assert.rejects(auth.run('one', 'select 1 as one', []), /after calling end/);
});
