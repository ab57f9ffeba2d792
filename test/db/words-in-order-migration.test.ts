/** Tests the migration that adds the sort name to each customer word, on a database of the previous version. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { PLAIN_NAMES } from '#db/core/installation/role-names.ts';
import { ensureRoles } from '#db/core/installation/roles.ts';
import { withEmptyDatabase } from '#kit/database.ts';

const logins = await withEmptyDatabase();
await ensureRoles(logins);
const migrations = readMigrations();
const file = migrations.find(({ name }) => name.includes('words_in_order')) ?? assert.fail('there is no such file');
const BRAND = '01990000-0000-7000-8000-000000000001';

describe('the migration of words in order', () => {
  it('writes the sort name of every word in batches, and creates a primary key in the order of a page', async () => {
    const before = migrations.filter(({ number }) => number < file.number);
    await migrate(logins.ownerUrl, before, PLAIN_NAMES);
    const owner = new pg.Client({ connectionString: logins.ownerUrl });
    await owner.connect();
    try {
      await owner.query(`
        insert into brands (brand_id, slug, name, plan, zone, store_zones, created_at)
          values ('${BRAND}', 'words', 'Words', 'growth', 'America/Sao_Paulo', '{America/Sao_Paulo}', now());
        insert into stores (brand_id, id, code, name, city, state, zone, created_at)
          values ('${BRAND}', '${BRAND}', 'L1', 'Loja', 'São Paulo', 'SP', 'America/Sao_Paulo', now());
        insert into customers (brand_id, id, name, store_id, permission, created_at)
          select '${BRAND}', gen_random_uuid(), 'Márcia ' || n, '${BRAND}', 'granted', now() from generate_series(1, 6000) n;
        insert into customer_words (brand_id, word, customer_id)
          select brand_id, w, id from customers, unnest(array['marcia', split_part(name, ' ', 2)]) w`);
      await migrate(logins.ownerUrl, migrations, PLAIN_NAMES);
      const { rows } = await owner.query(
        `select count(*)::int as words, count(*) filter (where w.sort_name = c.sort_name)::int as right
         from customer_words w join customers c on c.brand_id = w.brand_id and c.id = w.customer_id`,
      );
      assert.deepEqual(rows, [{ words: 12_000, right: 12_000 }]);
      const key = `select pg_get_constraintdef(oid) as key from pg_constraint where conrelid = 'customer_words'::regclass and contype = 'p'`;
      assert.deepEqual((await owner.query(key)).rows, [
        { key: 'PRIMARY KEY (brand_id, word, sort_name, customer_id)' },
      ]);
    } finally {
      await owner.end();
    }
  });
});
