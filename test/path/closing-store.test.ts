/** A store is closed for good while somebody is being added to it or imported: one of the two waits, and is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';
import { importRows, upload, whenOver } from '#kit/import-client.ts';
import { untilImportLockIsFree } from '#kit/import-faults.ts';
import { waitUntilBlocked, whileLocked } from '#kit/wait-until.ts';

const product = await startDemoServer();
const { owner } = product;
const gabriela = await product.person('gestao@aurora.example');
const brand = (await owner.query(`select brand_id as id from brands where slug = 'aurora'`)).rows[0];

let count = 0;
async function anEmptyStore(): Promise<string> {
  count += 1;
  const wish = {
    code: `Z${count}`,
    name: `Nova ${count}`,
    address: '',
    city: 'São Paulo',
    state: 'SP',
    hours: [],
    dates: [],
  };
  const { status, body } = await gabriela.post('/api/v1/stores', wish);
  assert.equal(status, 201, JSON.stringify(body));
  return body.store.id;
}

/** Takes the lock of the brand's people, as the first of the two transactions does. */
const lockPeople = `select from brands where brand_id = $1 for no key update`;

test('a person who is added first stops the closing', async () => {
  const storeId = await anEmptyStore();
  const closing = await whileLocked(
    owner,
    async (client) => {
      await client.query(lockPeople, [brand.id]);
      await client.query(
        `insert into people (brand_id, id, role, store_id, name, created_at)
         values ($1, gen_random_uuid(), 'seller', $2, 'Rui', now())`,
        [brand.id, storeId],
      );
    },
    async () => {
      const answer = gabriela.post(`/api/v1/stores/${storeId}/close`);
      await waitUntilBlocked(owner);
      return { answer };
    },
  );
  const { status, body } = await closing.answer;
  assert.deepEqual([status, body.type, body.inTheWay.people], [409, '/problems/store-in-use', 1]);
});

test('a closing that is first refuses a new person, a move there, and access given again', async () => {
  const [storeId, other] = [await anEmptyStore(), await anEmptyStore()];
  const add = (name: string, to: string) => gabriela.post('/api/v1/people', { name, role: 'seller', storeId: to });
  const { id: moving } = (await add('Lia', other)).body.person;
  const { id: resting } = (await add('Teo', storeId)).body.person;
  const change = (id: string, wish: object) => gabriela.send('PATCH', `/api/v1/people/${id}`, wish);
  assert.equal((await change(resting, { active: false })).status, 200);
  const asked = await whileLocked(
    owner,
    async (client) => {
      await client.query(lockPeople, [brand.id]);
      await client.query('update stores set closed_at = now() where id = $1', [storeId]);
    },
    async () => {
      const answers = [add('Rui', storeId), change(moving, { storeId }), change(resting, { active: true })];
      await waitUntilBlocked(owner, answers.length);
      return { answers };
    },
  );
  for (const answer of asked.answers) {
    const { status, body } = await answer;
    assert.deepEqual(
      [status, body.faults?.[0]],
      [400, { ...body.faults?.[0], path: 'storeId', code: 'store_unknown' }],
    );
  }
});

/** Asks for work on an import while the store is being closed, and commits the closing once the work waits for it. */
async function whileClosing(storeId: string, importId: string, ask: 'apply' | 'undo'): Promise<void> {
  await untilImportLockIsFree(owner, brand.id);
  await whileLocked(
    owner,
    async (client) => {
      await client.query(lockPeople, [brand.id]);
      await client.query('update stores set closed_at = now() where id = $1', [storeId]);
    },
    async () => {
      const { status, body } = await gabriela.post(`/api/v1/imports/${importId}/${ask}`, {});
      assert.equal(status, 202, JSON.stringify(body));
      await untilWorkWaits(importId);
    },
  );
}

/** Waits until the work on an import waits for a lock; fails where the work ends without. */
async function untilWorkWaits(importId: string): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ waiting: number; works: boolean }>(
      `select (select count(*)::int from pg_locks join pg_stat_activity using (pid)
         where not granted and datname = current_database()) as waiting,
       (select started_at is not null or state = 'applying' from imports where id = $1) as works`,
      [importId],
    );
    if ((rows[0]?.waiting ?? 0) > 0) return;
    assert.ok(rows[0]?.works, 'the work on the import ended without waiting for the closing');
  }
}

const codeOf = async (storeId: string): Promise<string> =>
  (await owner.query('select code from stores where id = $1', [storeId])).rows[0].code;
const peopleFile = (code: string, store: string) => `codigo;nome;loja;papel\n${code};Ivo Sá;${store};vendedor\n`;

test('a closing that is first refuses the people of a file that name the store', async () => {
  const storeId = await anEmptyStore();
  const { id } = await upload(product, gabriela, 'sellers', peopleFile('IVO1', await codeOf(storeId)));
  await whileClosing(storeId, id, 'apply');
  const over = await whenOver(product, gabriela, id);
  assert.deepEqual([over.state, over.counts.refused], ['staged', 1], JSON.stringify(over));
  const { rows } = await owner.query('select from people where store_id = $1', [storeId]);
  assert.equal(rows.length, 0);
});

test('an undo brings nobody back into a store that is closed before it, and says so once the store is closed', async () => {
  const [storeId, other] = [await anEmptyStore(), await anEmptyStore()];
  await importRows(product, gabriela, 'sellers', peopleFile('IVO2', await codeOf(storeId)));
  const moved = await importRows(product, gabriela, 'sellers', peopleFile('IVO2', await codeOf(other)));
  await whileClosing(storeId, moved.id, 'undo');
  const over = await whenOver(product, gabriela, moved.id);
  assert.deepEqual([over.state, over.interrupted], ['applied', true], JSON.stringify(over));
  const { rows } = await owner.query(`select store_id from people where code = 'IVO2' and brand_id = $1`, [brand.id]);
  assert.equal(rows[0].store_id, other);
  await untilImportLockIsFree(owner, brand.id);
  const again = await gabriela.post(`/api/v1/imports/${moved.id}/undo`);
  assert.deepEqual([again.status, again.body.obstacles], [409, [{ what: 'edits', count: 1 }]]);
});
