/** Held contacts and the portfolio of a person who is moved or deactivated (H3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changePerson, type PersonWish } from '#flows/people/change-person.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { dispatch, hold, holdRow, openDaily } from '#kit/hold-helpers.ts';

const { db, owner } = await withDatabase();
const NIGHT = '2026-11-24T01:14:00.000Z';
const NEXT_NOON = '2026-11-24T15:00:00.000Z';

async function holdOne() {
  const brand = await aBrand(owner);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1320);
  const flowDeps = createFlowDeps(db, NIGHT);
  const customer = await brand.customer(brand.ana);
  const { attempt } = await hold(flowDeps, brand.ana, customer);
  const gabriela = { ...brand.gestora, kind: 'person', name: 'Gabriela', sessionKey: '' } as const;
  const change = async (wish: PersonWish, dryRun = false) => {
    const answer = await changePerson(flowDeps, gabriela, brand.ana.personId, wish, dryRun);
    assert.equal(answer.kind, 'changed');
    const { customers, held, ended } = answer as Extract<typeof answer, { kind: 'changed' }>;
    return { customers, held, ended };
  };
  return { ...brand, flowDeps, attemptId: attempt.id, customerId: customer, change };
}

test('a move to another store ends held contacts at once as reassigned, and is counted before', async () => {
  const { change, attemptId, stores, customerId } = await holdOne();
  const move = { storeId: stores.adrianopolis };
  const expected = { customers: 1, held: 1, ended: 1 };
  assert.deepEqual(await change(move, true), expected);
  assert.equal((await holdRow(owner, attemptId)).ended_as, null);
  assert.deepEqual(await change(move), expected);
  const row = await holdRow(owner, attemptId);
  assert.deepEqual([row.ended_as, row.end_reason], ['cancelled', 'reassigned']);
  const { rows } = await owner.query('select seller_id is not null as kept from customers where id = $1', [customerId]);
  assert.equal(rows[0].kept, true, 'the portfolio stays until it is moved');
});

test('a deactivation keeps held contacts, so that activating again loses nothing', async () => {
  const { change, attemptId, brandId, flowDeps } = await holdOne();
  assert.deepEqual(await change({ active: false }), { customers: 1, held: 1, ended: 0 });
  assert.equal((await holdRow(owner, attemptId)).ended_as, null);
  await change({ active: true });
  flowDeps.moveTo(NEXT_NOON);
  await dispatch(flowDeps, brandId);
  assert.equal((await holdRow(owner, attemptId)).state, 'ready');
});

test('held contacts that nobody passed on end at their minute as reassigned', async () => {
  const { change, attemptId, brandId, flowDeps } = await holdOne();
  await change({ active: false });
  flowDeps.moveTo(NEXT_NOON);
  await dispatch(flowDeps, brandId);
  const row = await holdRow(owner, attemptId);
  assert.deepEqual([row.ended_as, row.end_reason], ['cancelled', 'reassigned']);
});
