/** What is ready stays so until the silence that is in force now, whichever server looks first, and by no clock that jumped (H4, H6, D8). */
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

async function aReadyOne() {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NIGHT);
  const customer = await brand.customer(brand.ana);
  const held = await hold(flowDeps, brand.ana, customer);
  const goTo = (at: number) => flowDeps.moveTo(new Date(at).toISOString());
  const row = () => holdRow(owner, held.attempt.id);
  goTo(held.heldUntil);
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await row()).due_at, EVENING);
  const publish = () =>
    publishPolicy(flowDeps, brand.brandId, aPublication(quietFrom('21:00', '08:00'), 'now'), SUPPORT);
  return { brand, flowDeps, customer, held, goTo, row, publish };
}

test('H4, H6: while another server times anew, what is ready is not judged by the end it had', async () => {
  const { brand, flowDeps, goTo, row, publish } = await aReadyOne();
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
  assert.equal((await row()).state, 'ready');
  await dispatch(flowDeps, brand.brandId);
  const kept = await row();
  assert.deepEqual([kept.state, kept.due_at, kept.returned], ['ready', EVENING + HOUR, false]);
  goTo(EVENING + HOUR);
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await row()).returned, true);
});

test('H4: who claimed it for the end it had, and comes to it when it has a new one, has lost it', async () => {
  const { brand, flowDeps, goTo, row, publish } = await aReadyOne();
  goTo(EVENING - 2_000);
  await publish();
  goTo(EVENING);
  let works = 0;
  // Between the claim and the release another server retimes the holds.
  const decideInBrand: typeof db.decideInBrand = async (brandId, work) => {
    works += 1;
    await retimeHolds(flowDeps, brandId, 10);
    return db.decideInBrand(brandId, work);
  };
  const round = await releaseDue({ ...flowDeps, db: { ...db, decideInBrand } }, brand.brandId, 10);
  assert.deepEqual([works, round.claimed, round.released], [1, 1, []]);
  assert.deepEqual([(await row()).state, (await row()).due_at], ['ready', EVENING + HOUR]);
});

test('H6, P3: a minute that a change took away counts for nothing, and is given anew where it comes back', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NIGHT);
  const first = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  const until = async (end: string) => {
    await publishPolicy(flowDeps, brand.brandId, aPublication(quietFrom('20:00', end), 'now'), SUPPORT);
    await dispatch(flowDeps, brand.brandId);
  };
  await until('12:00');
  const moved = await holdRow(owner, first.attempt.id);
  assert.ok(moved.due_at > first.heldUntil);
  await until('08:00');
  const second = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  assert.equal(second.heldUntil, first.heldUntil, 'the first of its opening again');
  assert.equal((await holdRow(owner, first.attempt.id)).due_at, moved.due_at, 'never earlier than promised');
});

test('H7: who comes to a minute before it was looked at anew releases nothing into a store that is shut by then', async () => {
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
  // Half past fourteen in São Paulo, at the latest.
  const opens = Date.parse('2026-11-24T17:00:00.000Z');
  assert.ok(due_at >= opens && due_at < opens + HOUR, new Date(due_at).toISOString());
});

test('D8: a clock that jumped over the evening takes nothing off the list, and ends nothing', async () => {
  const { brand, flowDeps, goTo, row } = await aReadyOne();
  for (const at of [EVENING, Date.parse(NIGHT) + 80 * HOUR]) {
    goTo(at);
    const { released } = await releaseDue({ ...flowDeps, clockIsSafe: () => false }, brand.brandId, 10);
    assert.deepEqual(released, []);
    assert.deepEqual([(await row()).state, (await row()).returned], ['ready', false]);
  }
});

test('H6: one that changes hands while others are looked at leaves nothing behind', async () => {
  const { brand, flowDeps, publish } = await aReadyOne();
  const others = [];
  flowDeps.moveTo('2026-11-25T01:14:00.000Z');
  for (let n = 0; n < 3; n++) others.push(await hold(flowDeps, brand.bruno, await brand.customer(brand.bruno)));
  await publish();
  const first = others[0]?.attempt.id;
  // Claimed between the look and the taking: the chunk is as long as it was all the same.
  const { chunk } = await whileLocked(
    owner,
    (client) => client.query('update holds set fence = fence + 1 where attempt_id = $1', [first]),
    async () => {
      const looking = retimeHolds(flowDeps, brand.brandId, 10);
      await waitUntilBlocked(owner);
      return { chunk: looking };
    },
  );
  assert.equal((await chunk).found, 4);
  assert.equal((await retimeHolds(flowDeps, brand.brandId, 10)).found, 1);
  assert.equal((await retimeHolds(flowDeps, brand.brandId, 10)).found, 0);
});

test('H6: who waits for a store that moves decides, and keeps its minute, by the zone it has then', async () => {
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
  // 20:30 in São Paulo is 19:30 in Manaus: there it is open.
  assert.equal((await deciding.answer).kind, 'allowed');
  const { rows } = await owner.query('select zone_store from receipts where brand_id = $1', [brand.brandId]);
  assert.deepEqual(rows, [{ zone_store: 'America/Manaus' }]);
});
