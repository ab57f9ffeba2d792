/** Tests the sign-in of an account that is deleted in the same moment. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PASSWORD, startSignInServer } from '#kit/sign-in-server.ts';

const server = await startSignInServer({ demo: false });

test('an account that is deleted while its password is checked is not signed in, and the answer is 401', async () => {
  const email = 'carla@aurora.example';
  const client = await server.owner.connect();
  try {
    await client.query('begin');
    await client.query('delete from auth."user" where email = $1', [email]);
    // The password is right, and the session waits for the row that is being deleted.
    const answer = server.device().post('/api/v1/session', { email, password: PASSWORD });
    for (;;) {
      const { rowCount } = await server.owner.query(
        'select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0',
      );
      if (rowCount !== 0) break;
    }
    await client.query('commit');
    const { status, body } = await answer;
    assert.equal(status, 401, JSON.stringify(body));
  } finally {
    client.release();
  }
});
