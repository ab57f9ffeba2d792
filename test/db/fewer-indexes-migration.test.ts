/** Tests the migration that replaces the keys of receipts and hand-overs, on a database of the previous version (decision 0038). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { stepsOf } from '#db/core/installation/migration-steps.ts';
import { PLAIN_NAMES } from '#db/core/installation/role-names.ts';
import { ensureRoles } from '#db/core/installation/roles.ts';
import { withEmptyDatabase } from '#kit/database.ts';

const logins = await withEmptyDatabase();
await ensureRoles(logins);
const migrations = readMigrations();
const file = migrations.find(({ name }) => name.includes('fewer_indexes')) ?? assert.fail('there is no such file');

const BRAND = '01990000-0000-7000-8000-000000000001';
const id = (n: number) => `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** One store, seller and customer. Attempt 1 is allowed and handed over, attempt 2 refused; attempt 3 is allowed and not handed over. */
const FILL = `
  insert into brands (brand_id, slug, name, plan, zone, store_zones, created_at)
    values ('${BRAND}', 'keys', 'Keys', 'growth', 'America/Sao_Paulo', '{America/Sao_Paulo}', now());
  insert into stores (brand_id, id, code, name, city, state, zone, created_at)
    values ('${BRAND}', '${id(1)}', 'L1', 'Loja', 'São Paulo', 'SP', 'America/Sao_Paulo', now());
  insert into people (brand_id, id, role, store_id, name, created_at)
    values ('${BRAND}', '${id(1)}', 'seller', '${id(1)}', 'Ana', now());
  insert into customers (brand_id, id, name, store_id, seller_id, permission, created_at)
    values ('${BRAND}', '${id(1)}', 'Cliente', '${id(1)}', '${id(1)}', 'granted', now());
  insert into attempts (brand_id, id, customer_id, seller_id, store_id, origin, channel, state, created_at, updated_at)
    select '${BRAND}', n, '${id(1)}', '${id(1)}', '${id(1)}', 'profile', 'handset', 'handed_over', now(), now()
    from unnest('{${id(1)},${id(2)},${id(3)}}'::uuid[]) n;
  insert into receipts (brand_id, id, number, attempt_id, rules, decided_at, tz_version, actor_kind, actor_id, customer_id,
      suggestion_open, channel, message_kind, plan, policy_revision, zone_brand, zones_customer, zones_brand_stores, availability,
      reachable, permission, acknowledged, verdict, reasons, origin, after_refusal, because_needed, link)
    select '${BRAND}', v.id, v.number, v.id, 1, now(), '2026c', 'person', '${id(1)}', '${id(1)}', false, 'handset', 'text', 'growth', 1,
      'America/Sao_Paulo', '{}', '{}', 'present', true, 'granted', '{}', v.verdict, '[]', 'profile', false, false, '\\x00'
    from (values ('${id(1)}'::uuid, 1, 'allow'), ('${id(2)}', 2, 'block'), ('${id(3)}', 3, 'allow')) v(id, number, verdict)`;

const HAND_OVER = `insert into handovers (brand_id, id, attempt_id, receipt_id, seller_id, store_id, channel, handed_at, valid_until, withdrawn_at)
  values ('${BRAND}', gen_random_uuid(), $1, $2, '${id(1)}', '${id(1)}', 'handset', now(), now(), $3)`;

/** Tries to write a hand-over and returns the constraint that refused it, or `written`. The transaction is always rolled back. */
async function handOver(client: pg.Client, attempt: number, receipt: number, withdrawnAt: string | null = null) {
  await client.query('begin');
  try {
    await client.query(HAND_OVER, [id(attempt), id(receipt), withdrawnAt]);
    return 'written';
  } catch (error) {
    assert.ok(error instanceof pg.DatabaseError);
    return error.constraint;
  } finally {
    await client.query('rollback');
  }
}

async function withOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: logins.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('the migration to fewer indexes', () => {
  it('refuses, after each of its steps, a hand-over without a permit and a second one for a receipt', async () => {
    const before = migrations.filter(({ number }) => number < file.number);
    await migrate(logins.ownerUrl, before, PLAIN_NAMES);
    await withOwner(async (client) => {
      await client.query(FILL);
      await client.query(HAND_OVER, [id(1), id(1), null]);
      const permit = /^handovers_(brand_id_attempt_id_receipt_id_allowed_fkey|permit)$/;
      const once = /^handovers_(brand_id_receipt_id_key|pkey|of_attempt)$/;
      for (const { sql } of [{ sql: 'select 1' }, ...stepsOf(file.sql)]) {
        await client.query(sql);
        assert.match((await handOver(client, 2, 2)) ?? '', permit, `a refused attempt, after: ${sql}`);
        assert.match((await handOver(client, 2, 3)) ?? '', permit, `another attempt's receipt, after: ${sql}`);
        assert.match((await handOver(client, 1, 1, '2026-11-24')) ?? '', once, `a second one, after: ${sql}`);
        assert.equal(await handOver(client, 3, 3), 'written', `a permitted one, after: ${sql}`);
      }
    });
  });

  it('makes the key that hand-overs refer to the primary key of receipts', async () => {
    await withOwner(async (client) => {
      const { rows } = await client.query(
        `select c.conname, c.convalidated, i.relname as index, pg_get_constraintdef(c.oid) as definition from pg_constraint c
         join pg_class i on i.oid = c.conindid
         where c.conrelid in ('receipts'::regclass, 'handovers'::regclass) and (c.conname = 'handovers_permit' or c.contype in ('p', 'u'))
         order by c.conname`,
      );
      assert.deepEqual(rows, [
        {
          conname: 'handovers_permit',
          convalidated: true,
          index: 'receipts_pkey',
          definition:
            'FOREIGN KEY (brand_id, attempt_id, receipt_id, allowed) REFERENCES receipts(brand_id, attempt_id, id, verdict)',
        },
        {
          conname: 'handovers_pkey',
          convalidated: true,
          index: 'handovers_pkey',
          definition: 'PRIMARY KEY (brand_id, attempt_id, receipt_id)',
        },
        {
          conname: 'receipts_brand_id_number_key',
          convalidated: true,
          index: 'receipts_brand_id_number_key',
          definition: 'UNIQUE (brand_id, number)',
        },
        {
          conname: 'receipts_pkey',
          convalidated: true,
          index: 'receipts_pkey',
          definition: 'PRIMARY KEY (brand_id, attempt_id, id, verdict)',
        },
      ]);
    });
  });
});
