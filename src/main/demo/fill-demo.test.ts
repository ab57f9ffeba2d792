/** Tests of `fillDemo`: it fills an empty installation once, and completes an interrupted start. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { urlOf } from '#db/core/installation/roles.ts';
import { withDatabase } from '#kit/database.ts';
import { secret } from '#kit/postgres.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { createAuth } from '#main/sign-in/auth.ts';
import { pinDigestsBy } from '#main/sign-in/pin-digests.ts';
import { fillDemo } from './fill-demo.ts';

// Registered before the hook of the database: hooks run in order, and connections must be closed before it is dropped.
const closing: (() => Promise<void>)[] = [];
after(() => Promise.all(closing.map((close) => close())));
const { db, owner, logins } = await withDatabase();
const keys = keysOf(secret);
const hostNow = () => Date.parse('2026-11-22T15:00:00Z');
const auth = createAuth({
  url: urlOf('oto_auth', logins),
  cookieKeys: [keys.sessions],
  hostNow,
  onError: (error) => {
    throw error;
  },
});
closing.push(auth.close);
const deps = { db, accounts: auth.accounts, keys, hostNow, pinDigests: pinDigestsBy([keys.pins]) };

const slugs = async () => (await owner.query('select slug from brands order by slug')).rows.map(({ slug }) => slug);
const numbers = async () => {
  const tables = ['brands', 'stores', 'people', 'customers', 'customer_words', 'purchases', 'suggestions', 'pins'];
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`);
  return (await owner.query(`select ${counts.join(', ')}`)).rows[0];
};

/** Ends a brand's transaction before its commit, as if the process had been killed. */
class Killed extends Error {}
const killing: typeof db = {
  ...db,
  inBrand: (brandId, work) =>
    db.inBrand(brandId, async (tx) => {
      await work(tx);
      throw new Killed();
    }),
};

test('a start that is killed while it fills the demo leaves no brand, and the next start fills all of them', async () => {
  await assert.rejects(fillDemo({ ...deps, db: killing }), Killed);
  assert.deepEqual(await slugs(), []);
  await fillDemo(deps);
  assert.deepEqual(await slugs(), ['aurora', 'brisa', 'cais']);

  const opened = await auth.accounts.open('paulista@aurora.example', 'aurora-demo');
  const { rows } = await owner.query('select name from stores where id = $1', [opened?.account.storeId]);
  assert.deepEqual(rows, [{ name: 'Paulista' }], 'the account of the first start belongs to the store of the second');
});

test('fillDemo does not change a demo that is filled already', async () => {
  const before = await numbers();
  await owner.query(`update customers set note = 'mine' where name = (select min(name) from customers)`);
  await fillDemo(deps);
  assert.deepEqual(await numbers(), before);
});

test('the demo has customers of every kind, quiet hours since January, and suggestions for each seller', async () => {
  const { rows: stores } = await owner.query(
    `select s.name, count(*)::int as n from stores s join customers c on c.brand_id = s.brand_id and c.store_id = s.id
     group by s.brand_id, s.id, s.name having count(*) < 120`,
  );
  assert.deepEqual(stores, []);
  const { rows: kinds } = await owner.query(
    `select distinct permission || ' ' || phone_kind as kind from customers where permission in ('unknown', 'refused')
       or phone_kind = 'landline' or opted_out_at is not null`,
  );
  assert.ok(kinds.length >= 5);
  const { rows: policies } = await owner.query(
    `select b.slug, e.effective_at from brands b left join policy_events e on e.brand_id = b.brand_id and e.kind = 'publish' order by 1, 2`,
  );
  assert.deepEqual(
    policies.map(({ slug, effective_at }) => [slug, effective_at && new Date(effective_at).toISOString()]),
    [
      ['aurora', '2026-01-01T03:00:00.000Z'],
      // Other hours for eight weeks, and back: what the Panorama compares.
      ['aurora', '2026-08-14T03:00:00.000Z'],
      ['aurora', '2026-10-08T03:00:00.000Z'],
      ['brisa', null],
      ['cais', '2026-01-01T03:00:00.000Z'],
    ],
  );
  const { rows: idle } = await owner.query(
    `select p.name from people p where p.role <> 'brand_manager' and 5 > (
       select count(distinct c.id) from suggestions g
       join customers c on c.brand_id = g.brand_id and c.id = g.customer_id
       where g.brand_id = p.brand_id and g.seller_id = p.id and g.state = 'open' and g.not_before is null
         and c.store_id = p.store_id and c.permission = 'granted' and c.phone_kind = 'mobile'
         and c.opted_out_at is null)`,
  );
  assert.deepEqual(idle, []);
});

test('customers of the demo are found by the last four digits of their number', async () => {
  const { rows } = await owner.query(
    `select count(*)::int as n from customers c where phone is not null and not exists (
       select from customer_words w where w.brand_id = c.brand_id and w.customer_id = c.id
         and w.word = right(c.phone, 4))`,
  );
  assert.deepEqual(rows, [{ n: 0 }]);
});
