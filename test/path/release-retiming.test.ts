/**
 * A ready contact stays ready until the quiet start that is in force now, whichever server checks first, and an unsafe
 * clock ends nothing (H4, H6, D8).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { releaseDue } from '#flows/holds/release-due.ts';
import { retimeHolds } from '#flows/holds/retime-holds.ts';
import { publishPolicy } from '#flows/policy/change-policy.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { quietFrom } from '#kit/context-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow, openDaily } from '#kit/hold-helpers.ts';
import { aPublication } from '#kit/publication-body.ts';
import { waitUntilBlocked, whileLocked } from '#kit/wait-until.ts';

const { db, owner } = await withDatabase();

const NIGHT = '2026-11-24T01:14:00.000Z';
const EVENING = Date.parse('2026-11-24T23:00:00.000Z');
const HOUR = 3_600_000;
const SUPPORT = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };

async function prepareReady() {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NIGHT);
  const customer = await brand.customer(brand.ana);
  const held = await hold(flowDeps, brand.ana, customer);
  const goTo = (at: number) => flowDeps.moveTo(new Date(at).toISOString());
  const readRow = () => holdRow(owner, held.attempt.id);
  goTo(held.heldUntil);
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await readRow()).due_at, EVENING);
  const publish = () =>
    publishPolicy(flowDeps, brand.brandId, aPublication(quietFrom('21:00', '08:00'), 'now'), SUPPORT);
  return { brand, flowDeps, customer, held, goTo, readRow, publish };
}

test('H4, H6: while another server retimes the brand, a ready contact is not judged by its former end', async () => {
  const { brand, flowDeps, goTo, readRow, publish } = await prepareReady();
  goTo(EVENING - 2_000);
  await publish();
  goTo(EVENING);
  await whileLocked(
    owner,
    (client) =>
      client.query("select pg_advisory_xact_lock(hashtextextended('retiming ' || $1::text, 0))", [brand.brandId]),
    async () => {
      assert.deepEqual(await retimeHolds(flowDeps, brand.brandId, 10), { isLockedElsewhere: true, found: 0, moved: 0 });
      assert.deepEqual((await releaseDue(flowDeps, brand.brandId, 10)).released, []);
    },
  );
  assert.equal((await readRow()).state, 'ready');
  await dispatch(flowDeps, brand.brandId);
  const kept = await readRow();
  assert.deepEqual([kept.state, kept.due_at, kept.returned], ['ready', EVENING + HOUR, false]);
  goTo(EVENING + HOUR);
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await readRow()).returned, true);
});

test('H4: a server that claimed a ready contact at its former end and finds a later end does not change the contact', async () => {
  const { brand, flowDeps, goTo, readRow, publish } = await prepareReady();
  goTo(EVENING - 2_000);
  await publish();
  goTo(EVENING);
  let transactions = 0;
  // Between the claim and the release another server retimes the holds.
  const decideInBrand: typeof db.decideInBrand = async (brandId, work) => {
    transactions += 1;
    await retimeHolds(flowDeps, brandId, 10);
    return db.decideInBrand(brandId, work);
  };
  const round = await releaseDue({ ...flowDeps, db: { ...db, decideInBrand } }, brand.brandId, 10);
  assert.deepEqual([transactions, round.claimed, round.released], [1, 1, []]);
  assert.deepEqual([(await readRow()).state, (await readRow()).due_at], ['ready', EVENING + HOUR]);
});

test('H6, P3: a slot that a change of hours freed may be given again, and the moved hold keeps its later minute', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NIGHT);
  const first = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  const publishQuietEnd = async (end: string) => {
    await publishPolicy(flowDeps, brand.brandId, aPublication(quietFrom('20:00', end), 'now'), SUPPORT);
    await dispatch(flowDeps, brand.brandId);
  };
  await publishQuietEnd('12:00');
  const moved = await holdRow(owner, first.attempt.id);
  assert.ok(moved.due_at > first.heldUntil);
  await publishQuietEnd('08:00');
  const second = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  assert.equal(second.heldUntil, first.heldUntil, 'the first minute of its opening is free again');
  assert.equal((await holdRow(owner, first.attempt.id)).due_at, moved.due_at, 'never earlier than promised');
});

test('H7: a due hold that was not retimed yet is not released into a store that is closed by then, and is held again', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NIGHT);
  const held = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  await openDaily(owner, brand.brandId, brand.stores.paulista, 14 * 60, 22 * 60);
  await owner.query('update policy_heads set calendar = calendar + 1 where brand_id = $1', [brand.brandId]);
  flowDeps.moveTo(new Date(held.heldUntil).toISOString());
  const { released } = await releaseDue(flowDeps, brand.brandId, 10);
  assert.deepEqual(
    released.map(({ became }) => became),
    ['again'],
  );
  const { state, due_at, held_again } = await holdRow(owner, held.attempt.id);
  assert.deepEqual([state, held_again], ['waiting', 0]);
  // The store opens at 14:00 in São Paulo now.
  const opens = Date.parse('2026-11-24T17:00:00.000Z');
  assert.ok(due_at >= opens && due_at < opens + HOUR, new Date(due_at).toISOString());
});

test('D8: a clock that jumped past the quiet start neither returns a ready contact nor ends it', async () => {
  const { brand, flowDeps, goTo, readRow } = await prepareReady();
  for (const at of [EVENING, Date.parse(NIGHT) + 80 * HOUR]) {
    goTo(at);
    const { released } = await releaseDue({ ...flowDeps, clockIsSafe: () => false }, brand.brandId, 10);
    assert.deepEqual(released, []);
    assert.deepEqual([(await readRow()).state, (await readRow()).returned], ['ready', false]);
  }
});

test('H6: a hold that another server claims during the retiming stays to be retimed, and the next chunk takes it', async () => {
  const { brand, flowDeps, publish } = await prepareReady();
  const others = [];
  flowDeps.moveTo('2026-11-25T01:14:00.000Z');
  for (let n = 0; n < 3; n++) others.push(await hold(flowDeps, brand.bruno, await brand.customer(brand.bruno)));
  await publish();
  const first = others[0]?.attempt.id;
  // Another server claims the first hold between the reading and the locking of the chunk: the chunk still counts as
  // full.
  const { chunk } = await whileLocked(
    owner,
    (client) => client.query('update holds set fence = fence + 1 where attempt_id = $1', [first]),
    async () => {
      const retiming = retimeHolds(flowDeps, brand.brandId, 10);
      await waitUntilBlocked(owner);
      return { chunk: retiming };
    },
  );
  assert.equal((await chunk).found, 4);
  assert.equal((await retimeHolds(flowDeps, brand.brandId, 10)).found, 1);
  assert.equal((await retimeHolds(flowDeps, brand.brandId, 10)).found, 0);
});

test('H6: a wish that waits for a store’s change of zone is decided by the new zone', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, '2026-11-24T23:30:00.000Z');
  const customer = await brand.customer(brand.ana);
  const deciding = await whileLocked(
    owner,
    async (client) => {
      await client.query('update policy_heads set calendar = calendar + 1 where brand_id = $1', [brand.brandId]);
      await client.query("update stores set zone = 'America/Manaus' where id = $1", [brand.stores.paulista]);
    },
    async () => {
      const answer = attemptContact(flowDeps, brand.ana, aWish(customer, { hold: 'offered' }));
      await waitUntilBlocked(owner);
      return { answer };
    },
  );
  // 20:30 in São Paulo is 19:30 in Manaus, where it is open.
  assert.equal((await deciding.answer).kind, 'allowed');
  const { rows } = await owner.query('select zone_store from receipts where brand_id = $1', [brand.brandId]);
  assert.deepEqual(rows, [{ zone_store: 'America/Manaus' }]);
});
