/**
 * Applies the migrations newer than the tenth to a table of 20,000 attempts (a million with `--all`) while a caller writes:
 * no write takes longer than a second, the limit for a lock of a migration (decision 0025).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { PLAIN_NAMES } from '#db/core/installation/role-names.ts';
import { ensureRoles } from '#db/core/installation/roles.ts';
import { withEmptyDatabase } from '#kit/database.ts';

const all = process.env.OTO_TEST_ALL === '1';
const ATTEMPTS = all ? 1_000_000 : 20_000;
const LONGEST_MS = 1_000;
const BRAND = '01990000-0000-7000-8000-000000000001';

const logins = await withEmptyDatabase();
await ensureRoles(logins);
const migrations = readMigrations();
await migrate(logins.ownerUrl, migrations.slice(0, 10), PLAIN_NAMES);

async function connectOwner() {
  const client = new pg.Client({ connectionString: logins.ownerUrl });
  await client.connect();
  return client;
}

/** Writes a store, a seller, a customer for every ten attempts, and a hold for every tenth attempt. */
async function fill(client: pg.Client) {
  const id = (n: string) => `('01990000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  await client.query(`
    insert into brands (brand_id, slug, name, plan, zone, store_zones, created_at)
      values ('${BRAND}', 'locks', 'Locks', 'growth', 'America/Sao_Paulo', '{America/Sao_Paulo}', now());
    insert into stores (brand_id, id, code, name, city, state, zone, created_at)
      values ('${BRAND}', ${id('1')}, 'L1', 'Loja', 'São Paulo', 'SP', 'America/Sao_Paulo', now());
    insert into people (brand_id, id, role, store_id, name, created_at)
      values ('${BRAND}', ${id('1')}, 'seller', ${id('1')}, 'Ana', now());
    insert into customers (brand_id, id, name, store_id, seller_id, permission, created_at)
      select '${BRAND}', ${id('n')}, 'Cliente', ${id('1')}, ${id('1')}, 'granted', now()
      from generate_series(1, ${ATTEMPTS / 10}) n;
    insert into attempts (brand_id, id, customer_id, seller_id, store_id, origin, channel, state, created_at, updated_at)
      select '${BRAND}', ${id('n')}, ${id(`1 + n % ${ATTEMPTS / 10}`)}, ${id('1')}, ${id('1')}, 'profile', 'handset', 'sent',
        now() - n * interval '1 minute', now() from generate_series(1, ${ATTEMPTS}) n;
    insert into holds (brand_id, id, attempt_id, customer_id, seller_id, store_id, origin, state, due_at, promised_at, held_at,
        expires_at, calendar, ended_at, ended_as, end_reason)
      select brand_id, id, id, customer_id, seller_id, store_id, 'suggestion', 'ended', created_at, created_at, created_at, created_at, 0,
        created_at, 'sent', 'handed_over' from attempts limit ${ATTEMPTS / 10};
  `);
}

test('while the newer migrations are applied, no write takes longer than a second', async () => {
  const owner = await connectOwner();
  const writer = await connectOwner();
  try {
    await fill(owner);
    let done = false;
    const migrating = migrate(logins.ownerUrl, migrations, PLAIN_NAMES).finally(() => {
      done = true;
    });
    let longest = 0;
    let writes = 0;
    while (!done) {
      const began = performance.now();
      await writer.query(
        `with a as (
           insert into attempts (brand_id, id, customer_id, seller_id, store_id, origin, channel, state, created_at, updated_at)
           select brand_id, gen_random_uuid(), customer_id, seller_id, store_id, origin, channel, state, now(), now()
           from attempts where brand_id = $1 order by created_at desc limit 1 returning *)
         insert into holds (brand_id, id, attempt_id, customer_id, seller_id, store_id, origin, state, due_at, promised_at,
           held_at, expires_at, calendar, ended_at, ended_as, end_reason)
         select brand_id, id, id, customer_id, seller_id, store_id, 'suggestion', 'ended', now(), now(), now(), now(), 0,
           now(), 'sent', 'handed_over' from a`,
        [BRAND],
      );
      longest = Math.max(longest, performance.now() - began);
      writes++;
    }
    await migrating;
    const { rows } = await owner.query('select max(number) as newest from schema_migrations');
    assert.equal(rows[0]?.newest, migrations.length);
    assert.ok(writes > 0);
    assert.ok(longest < LONGEST_MS, `the longest of ${writes} writes took ${longest.toFixed(0)} ms`);
  } finally {
    await Promise.all([owner.end(), writer.end()]);
  }
});
