/** Tests that the runtime login cannot make a function that crosses brands run code of its own with the owner's rights. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { urlOf } from '#db/core/installation/roles.ts';
import { withDatabase } from '#kit/database.ts';

const { owner, logins } = await withDatabase();
const [brand, intruder] = ['0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-00000000dead'];
const at = '2026-11-23T15:00:00.000Z';

await owner.query(
  `insert into brands (brand_id, slug, name, plan, zone, created_at) values ($1, 'aurora', 'Aurora', 'growth', 'UTC', $2)`,
  [brand, at],
);
await owner.query(
  `insert into policy_events (brand_id, revision, at, kind, version, policy, effective_at, cause, author_name, author_id, reason)
   values ($1, 1, $2, 'publish', 1, '{}', $2, 'support', 'Sofia', 'sofia', 'as asked')`,
  [brand, at],
);

/** Runs `work` on one connection of the runtime login. */
async function asRuntime<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf('oto_runtime', logins) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates a view `pg_temp.brands` over a function that rewrites policy events; returns false where the database refuses it. */
async function createAttackView(client: pg.Client): Promise<boolean> {
  try {
    await client.query(`create function pg_temp.steal() returns uuid language plpgsql as $$
      begin
        update public.policy_events set reason = 'forged';
        return '${intruder}';
      end $$`);
    await client.query(`create view pg_temp.brands as select pg_temp.steal() as brand_id, 'a'::text as slug`);
    await client.query('grant select on pg_temp.brands to public');
    return true;
  } catch (error) {
    assert.match((error as Error).message, /permission denied/);
    return false;
  }
}

const reasons = async () => (await owner.query('select reason from policy_events')).rows;

test('the runtime login can create no temporary or other objects', async () => {
  await asRuntime(async (client) => {
    assert.equal(await createAttackView(client), false, 'the view was created');
    await assert.rejects(client.query('create temporary table brands (brand_id uuid)'), /permission denied/);
    await assert.rejects(client.query('create table public.brands_of_mine (brand_id uuid)'), /permission denied/);
    await assert.rejects(client.query('create schema mine'), /permission denied/);
  });
});

test('a function that runs as the owner ignores a view pg_temp.brands, even where temporary objects are allowed', async () => {
  await owner.query(
    `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`,
  );
  await asRuntime(async (client) => {
    assert.equal(await createAttackView(client), true, 'the view of the attack could not be created');
    const { rows } = await client.query('select public.brand_ids() as id');
    assert.deepEqual(rows, [{ id: brand }]);
    const { rows: bySlug } = await client.query(`select public.brand_id_of_slug('a') as id`);
    assert.deepEqual(bySlug, [{ id: null }]);
  });
  assert.deepEqual(await reasons(), [{ reason: 'as asked' }]);
});

test('the runtime login cannot update a column that the program never updates', async () => {
  const untouched = {
    handovers: ['valid_until', 'handed_at', 'receipt_id', 'attempt_id', 'seller_id', 'channel'],
    acknowledgements: ['expires_at', 'token_hash', 'person_id', 'reasons'],
    brands: ['slug', 'name', 'zone', 'portfolio_only'],
    campaign_versions: ['body', 'by_id'],
    campaigns: ['created_at'],
    idempotency_keys: ['answer', 'status'],
    attempts: ['customer_id', 'channel', 'created_at'],
    turns: ['person_id', 'session_id', 'began_at'],
  };
  await asRuntime(async (client) => {
    for (const [table, columns] of Object.entries(untouched)) {
      for (const column of columns) {
        await assert.rejects(
          client.query(`update ${table} set ${column} = ${column}`),
          /permission denied/,
          `${table}.${column}`,
        );
      }
    }
  });
});
