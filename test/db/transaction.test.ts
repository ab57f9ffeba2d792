/** Tests the guarantees of a transaction that a flow opens. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { Collision } from '#db/core/connection/unreachable.ts';
import { findBrokenConstraint, type Tx } from '#db/core/db.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import { withDatabase } from '#kit/database.ts';

const { db, owner } = await withDatabase();

const aurora = '01900000-0000-7000-8000-00000000000a';
const brisa = '01900000-0000-7000-8000-00000000000b';
const at = Date.UTC(2026, 0, 1, 23, 0, 0, 123);

for (const [id, slug] of [
  [aurora, 'aurora'],
  [brisa, 'brisa'],
]) {
  await owner.query(
    `insert into brands (brand_id, slug, name, plan, zone, created_at)
     values ($1, $2, $2, 'growth', 'America/Sao_Paulo', $3)`,
    [id, slug, new Date(at)],
  );
}

const insertStore = preparedWrite<{ brandId: string; id: string; code: string; at: number }>()(
  't_store_added',
  (q, p) =>
    q.insertInto('stores').values({
      brandId: p.brandId,
      id: p.id,
      code: p.code,
      name: p.code,
      city: 'Manaus',
      state: 'AM',
      zone: 'America/Manaus',
      createdAt: instant(p.at),
    }),
);
const findStoreByCode = preparedRead<{ brandId: string; code: string }>()('t_store_by_code', (q, p) =>
  q
    .selectFrom('stores')
    .select(['id', 'zone', 'createdAt'])
    .where('brandId', '=', p.brandId)
    .where('code', '=', p.code),
);

const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const codes = (brandId: string) =>
  db.read(brandId, async ({ q }) => (await q.selectFrom('stores').select('code').execute()).map((row) => row.code));

test('a brand reads and writes only its own rows, also by key', async () => {
  await db.inBrand(aurora, (tx) => tx.run(insertStore, { brandId: aurora, id: idOf(1), code: 'one', at }));
  assert.deepEqual(await codes(aurora), ['one']);
  assert.deepEqual(await codes(brisa), []);
  await db.inBrand(brisa, async ({ q }) => {
    const { numUpdatedRows } = await q.updateTable('stores').set({ name: 'taken' }).executeTakeFirstOrThrow();
    assert.equal(numUpdatedRows, 0n);
  });
  await assert.rejects(
    db.inBrand(brisa, (tx) => tx.run(insertStore, { brandId: aurora, id: idOf(2), code: 'two', at })),
    /row-level security/,
  );
});

test('a transaction without a brand sees no row of a brand', async () => {
  const seen = await db.readOutside(({ q }) => q.selectFrom('brands').select('slug').execute());
  assert.deepEqual(seen, []);
  const ids = await db.readOutside(async ({ q }) => (await sql`select brand_ids()`.execute(q)).rows);
  assert.equal(ids.length, 2);
});

test('the brand of a transaction does not stay set on its connection', async () => {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.all([codes(aurora), db.readOutside(({ q }) => q.selectFrom('stores').selectAll().execute())]).then(
      ([, outside]) => assert.deepEqual(outside, []),
    );
  }
});

test('a brand that is not a UUID is refused before it reaches the database', async () => {
  for (const name of ['', 'aurora', `${aurora}'; drop table brands; --`, `${aurora}\n`]) {
    assert.throws(() => db.read(name, async () => 1), TypeError);
    assert.throws(() => db.inBrand(name, async () => 1), TypeError);
  }
});

test('a reading transaction refuses writes', async () => {
  await assert.rejects(
    db.read(aurora, ({ q }) => sql`update stores set name = 'written'`.execute(q)),
    /read-only transaction/,
  );
});

test('a reading transaction is one snapshot, without later commits', async () => {
  await db.read(aurora, async ({ q }) => {
    const before = await q.selectFrom('stores').select('code').execute();
    await db.inBrand(aurora, (tx) => tx.run(insertStore, { brandId: aurora, id: idOf(3), code: 'three', at }));
    assert.deepEqual(await q.selectFrom('stores').select('code').execute(), before);
  });
  assert.ok((await codes(aurora)).includes('three'));
});

test('instants are written and read in milliseconds, in prepared and other statements', async () => {
  const [store] = await db.read(aurora, (tx) => tx.run(findStoreByCode, { brandId: aurora, code: 'one' }));
  assert.deepEqual(store, { id: idOf(1), zone: 'America/Manaus', createdAt: at });
  const later = await db.read(aurora, ({ q }) =>
    q.selectFrom('stores').select('code').where('createdAt', '>', instant(at)).execute(),
  );
  assert.deepEqual(later, []);
});

test('a statement sent without waiting is committed with the transaction', async () => {
  const result = await db.inBrand(aurora, async (tx) => {
    await tx.run(findStoreByCode, { brandId: aurora, code: 'one' });
    tx.send(insertStore, { brandId: aurora, id: idOf(4), code: 'four', at });
    tx.send(insertStore, { brandId: aurora, id: idOf(5), code: 'five', at });
    return 'done';
  });
  assert.equal(result, 'done');
  const stored = await codes(aurora);
  assert.ok(stored.includes('four') && stored.includes('five'));
});

test('a failed statement that was sent without waiting fails the whole transaction, with its own error', async () => {
  const twice = db.inBrand(aurora, async (tx) => {
    tx.send(insertStore, { brandId: aurora, id: idOf(6), code: 'six', at });
    tx.send(insertStore, { brandId: aurora, id: idOf(7), code: 'one', at });
    tx.send(insertStore, { brandId: aurora, id: idOf(8), code: 'eight', at });
    return 'done';
  });
  await assert.rejects(twice, (error) => findBrokenConstraint(error) === 'stores_brand_id_code_key');
  const stored = await codes(aurora);
  assert.ok(!stored.includes('six') && !stored.includes('eight'));
});

test('a transaction whose work ignores a failed statement is not committed', async () => {
  const swallowed = db.inBrand(aurora, async (tx) => {
    await tx.run(insertStore, { brandId: aurora, id: idOf(9), code: 'one', at }).catch(() => undefined);
    return 'done';
  });
  await assert.rejects(swallowed, (error) => findBrokenConstraint(error) === 'stores_brand_id_code_key');
});

test('work that throws is rolled back, and the caller gets its error', async () => {
  const thrown = db.inBrand(aurora, async (tx) => {
    tx.send(insertStore, { brandId: aurora, id: idOf(10), code: 'ten', at });
    throw new Error('changed my mind');
  });
  await assert.rejects(thrown, /changed my mind/);
  assert.ok(!(await codes(aurora)).includes('ten'));
});

test('a query that runs after the end of the transaction is refused', async () => {
  const { promise: over, resolve: tell } = Promise.withResolvers<void>();
  let late: Promise<unknown> = Promise.resolve();
  await db.inBrand(aurora, async (tx) => {
    const add = () => tx.run(insertStore, { brandId: aurora, id: idOf(11), code: 'eleven', at });
    late = assert.rejects(over.then(add), /over/);
  });
  tell();
  await late;
});

test('two transactions that deadlock both commit, because one of them is repeated', async () => {
  const set = (name: string, code: string) => sql`update stores set name = ${name} where code = ${code}`;
  const meeting = Promise.withResolvers<void>();
  let begun = 0;
  let tries = 0;
  const work = (first: string, second: string, name: string) =>
    db.inBrand(aurora, async ({ q }) => {
      tries += 1;
      await set(name, first).execute(q);
      begun += 1;
      if (begun === 2) meeting.resolve();
      await meeting.promise;
      await set(name, second).execute(q);
    });
  await Promise.all([work('four', 'five', 'there'), work('five', 'four', 'back')]);
  assert.equal(tries, 3);
});

test('a transaction that collides twice fails with a Collision after two tries', async () => {
  let tries = 0;
  const colliding = db.inBrand(aurora, async ({ q }) => {
    tries += 1;
    await sql`do $$ begin raise exception 'in the way' using errcode = '40001'; end $$`.execute(q);
  });
  await assert.rejects(colliding, Collision);
  assert.equal(tries, 2);
});

test('a prepared statement still works after its table has changed', async () => {
  const everything = preparedRead<{ brandId: string }>()('t_everything', (q, p) =>
    q.selectFrom('noticesSeen').selectAll().where('brandId', '=', p.brandId),
  );
  const read = () => db.read(aurora, (tx) => tx.run(everything, { brandId: aurora }));
  await Promise.all([read(), read(), read(), read()]);
  await owner.query('alter table notices_seen add column later text');
  await Promise.all([read(), read(), read(), read()]);
  await owner.query('alter table notices_seen drop column later');
});

test('work on a connection that the server ends fails, and the next work gets a new connection', async () => {
  const ended = db.inBrand(aurora, ({ q }) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(q));
  await assert.rejects(ended, /terminat/);
  assert.ok((await codes(aurora)).length > 0);
});

test('a transaction that reads and writes takes two round trips, including BEGIN and COMMIT', async () => {
  const add = (tx: Tx, n: number) => tx.send(insertStore, { brandId: aurora, id: idOf(n), code: `number ${n}`, at });
  const work = (n: number) =>
    db.inBrand(aurora, async (tx) => {
      await tx.run(findStoreByCode, { brandId: aurora, code: 'one' });
      add(tx, n);
      add(tx, n + 1);
    });
  await work(20);
  assert.equal(await countPackets(() => work(22)), 2);
});

/** Counts how often the program writes to a socket while `work` runs. */
async function countPackets(work: () => Promise<unknown>): Promise<number> {
  const { Socket } = await import('node:net');
  const prototype = Socket.prototype as unknown as Record<'_write' | '_writev', (...args: unknown[]) => unknown>;
  const { _write, _writev } = prototype;
  let packets = 0;
  const counting = (write: typeof _write) =>
    function (this: unknown, ...args: unknown[]) {
      packets += 1;
      return write.apply(this, args);
    };
  prototype._write = counting(_write);
  prototype._writev = counting(_writev);
  try {
    await work();
  } finally {
    Object.assign(prototype, { _write, _writev });
  }
  return packets;
}
