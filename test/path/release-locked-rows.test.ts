/**
 * Rows that other transactions have locked delay a release only for a while, delay no other brand, and park no healthy
 * hold (H1, H3).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { accountForHolds } from '#flows/holds/account-for-holds.ts';
import { expireParked } from '#flows/holds/expire-parked.ts';
import { releaseDue } from '#flows/holds/release-due.ts';
import { startDispatcher } from '#jobs/holds/dispatcher.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { dispatch, hold, holdRow } from '#kit/hold-helpers.ts';
import { whileLocked } from '#kit/wait-until.ts';

const { db, owner } = await withDatabase();

const NIGHT = '2026-11-24T01:14:00.000Z';
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** Makes a hold of Ana's and one of Bruno's, and moves the clock to when both are due. */
async function prepareDue() {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NIGHT);
  const customers = [await brand.customer(brand.ana), await brand.customer(brand.bruno)] as const;
  const anasHold = await hold(flowDeps, brand.ana, customers[0]);
  const brunosHold = await hold(flowDeps, brand.bruno, customers[1]);
  const due = Math.max(anasHold.heldUntil, brunosHold.heldUntil);
  const goTo = (at: number) => flowDeps.moveTo(new Date(at).toISOString());
  goTo(due);
  const readHoldRows = async () =>
    [await holdRow(owner, anasHold.attempt.id), await holdRow(owner, brunosHold.attempt.id)] as const;
  return { brand, flowDeps, customers, due, goTo, readHoldRows, attemptId: anasHold.attempt.id };
}

test('H1: a hold whose customer another transaction has locked waits without counting a failure; the others are released on time', async () => {
  const { brand, flowDeps, customers, due, goTo, readHoldRows } = await prepareDue();
  await whileLocked(
    owner,
    (client) => client.query('select from customers where id = $1 for update', [customers[0]]),
    async () => {
      for (let round = 0; round < 5; round++) {
        goTo(due + round * 30 * SECOND);
        const { failures, isDatabaseBlocked } = await releaseDue(flowDeps, brand.brandId, 50);
        assert.deepEqual([failures, isDatabaseBlocked], [[], false]);
      }
    },
  );
  const [anasHold, brunosHold] = await readHoldRows();
  assert.deepEqual([anasHold.state, anasHold.parked_at, anasHold.failures], ['waiting', null, 0]);
  assert.equal(brunosHold.state, 'ready');
  goTo(due + 200 * SECOND);
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await readHoldRows())[0].state, 'ready');
});

test('H1, D8: holds claimed by a server with an unsafe clock are released by the next server; a valid claim is respected', async () => {
  const { brand, flowDeps, readHoldRows } = await prepareDue();
  const jumped = { ...flowDeps, hostNow: () => flowDeps.hostNow() + 26 * HOUR, clockIsSafe: () => false };
  const { claimed, released } = await releaseDue(jumped, brand.brandId, 50);
  assert.deepEqual([claimed, released], [2, []], 'the server noticed only after the claim that its clock is unsafe');
  await dispatch(flowDeps, brand.brandId);
  assert.deepEqual(
    (await readHoldRows()).map(({ state }) => state),
    ['ready', 'ready'],
  );

  const other = await prepareDue();
  const colleague = { ...other.flowDeps, clockIsSafe: () => false };
  await releaseDue(colleague, other.brand.brandId, 50);
  assert.equal((await releaseDue(other.flowDeps, other.brand.brandId, 50)).claimed, 0);
  other.goTo(other.due + 30 * SECOND);
  assert.equal(
    (await dispatch(other.flowDeps, other.brand.brandId)).length,
    2,
    'the claim lasts no longer than its lease',
  );
});

test('H1: a lock that is not given in time makes the server release all claims of the batch at once, and counts no failure', async () => {
  const { brand, flowDeps, due, goTo, readHoldRows } = await prepareDue();
  let transactions = 0;
  const inBrand: typeof db.inBrand = (brandId, work) => {
    transactions += 1;
    return db.inBrand(brandId, work);
  };
  const decideInBrand: typeof db.decideInBrand = (brandId, work) => {
    transactions += 1;
    return db.decideInBrand(brandId, work);
  };
  const round = await whileLocked(
    owner,
    (client) => client.query('select from people where id = $1 for update', [brand.ana.personId]),
    () => releaseDue({ ...flowDeps, db: { ...db, inBrand, decideInBrand } }, brand.brandId, 50),
  );
  assert.equal(
    transactions,
    3,
    'one transaction each to claim, to try and to release the claims: the server does not wait a second time',
  );
  assert.deepEqual([round.claimed, round.released.length, round.isDatabaseBlocked], [2, 0, true]);
  assert.deepEqual(
    round.failures.map((failure) => failure instanceof pg.DatabaseError && failure.code),
    ['55P03'],
    'one failure for the batch, not one for each hold',
  );
  for (const { failures, parked_at } of await readHoldRows()) assert.deepEqual([failures, parked_at], [0, null]);
  goTo(due + 5 * SECOND);
  assert.equal((await dispatch(flowDeps, brand.brandId)).length, 2);
});

test('H1: a brand whose rows are locked does not delay another brand', async ({ mock }) => {
  // The test has one round only: the next second never comes.
  mock.timers.enable({ apis: ['setInterval'] });
  const stuck = await prepareDue();
  const other = await prepareDue();
  // More holds than one batch.
  stuck.flowDeps.moveTo(NIGHT);
  for (let n = 0; n < 60; n++) await hold(stuck.flowDeps, stuck.brand.ana, await stuck.brand.customer(stuck.brand.ana));
  const noon = Date.parse('2026-11-24T15:00:00.000Z');
  const flowDeps = { ...stuck.flowDeps, now: () => noon, hostNow: () => noon };
  const released: string[] = [];
  const errors: unknown[] = [];
  const dispatcher = startDispatcher({
    ...flowDeps,
    onReleased: (all) => released.push(...all.map(({ brandId }) => brandId)),
    onError: (error) => errors.push(error),
  });
  await whileLocked(
    owner,
    (client) => client.query('select from people where brand_id = $1 for update', [stuck.brand.brandId]),
    () => dispatcher.wake(),
  );
  await dispatcher.close();
  assert.ok(released.length >= 2 && released.every((brandId) => brandId === other.brand.brandId));
  assert.equal(errors.length, 1, 'the locked brand is tried once in the round');
});

test('H1: a claim takes as many holds as it is asked for, those due longest first', async () => {
  const { brand, flowDeps, goTo } = await prepareDue();
  flowDeps.moveTo(NIGHT);
  const due: number[] = [];
  for (let n = 0; n < 60; n++) {
    due.push((await hold(flowDeps, brand.ana, await brand.customer(brand.ana))).heldUntil);
  }
  goTo(Date.parse('2026-11-24T15:00:00.000Z'));
  const first = await releaseDue(flowDeps, brand.brandId, 7);
  assert.deepEqual([first.claimed, first.released.length], [7, 7]);
  assert.ok(
    Math.max(...first.released.map(({ lateMs }) => flowDeps.now() - lateMs)) <= Math.max(...due.toSorted().slice(0, 7)),
  );
  assert.equal((await releaseDue(flowDeps, brand.brandId, 50)).claimed, 50);
});

test('a failure that a batch has and its single holds have not is still reported', async () => {
  const { brand, flowDeps, readHoldRows } = await prepareDue();
  await owner.query(`create function one_only() returns trigger language plpgsql as $$ begin
    if current_setting('test.one', true) = 'yes' then raise 'two at once'; end if;
    perform set_config('test.one', 'yes', true); return new; end $$`);
  await owner.query(
    'create trigger one_only before update of ready_at on holds for each row execute function one_only()',
  );
  try {
    const round = await releaseDue(flowDeps, brand.brandId, 50);
    assert.equal(round.released.length, 2);
    assert.match(String(round.failures[0]), /two at once/);
    for (const { state, failures } of await readHoldRows()) assert.deepEqual([state, failures], ['ready', 0]);
  } finally {
    await owner.query('drop trigger one_only on holds');
  }
});

test('H3: a parked hold ends after its 72 hours like any other, and not by an unsafe clock', async () => {
  const { brand, flowDeps, goTo, readHoldRows, attemptId } = await prepareDue();
  await owner.query("update holds set parked_at = now(), parked_why = 'poison', failures = 3 where attempt_id = $1", [
    attemptId,
  ]);
  await dispatch(flowDeps, brand.brandId);
  await expireParked(flowDeps, brand.brandId);
  assert.equal((await readHoldRows())[0].state, 'waiting', 'the 72 hours are not over yet');
  goTo(Date.parse(NIGHT) + 72 * HOUR);
  await expireParked({ ...flowDeps, clockIsSafe: () => false }, brand.brandId);
  assert.equal((await readHoldRows())[0].state, 'waiting');
  await expireParked(flowDeps, brand.brandId);
  const [ended] = await readHoldRows();
  assert.deepEqual([ended.ended_as, ended.end_reason, ended.attempt_state], ['expired', 'too_late', 'expired']);
  assert.equal(ended.news, 'ended');
  const { rows } = await owner.query(
    'select count(*)::int as kept from slots where hold_id = $1 and freed_at is null',
    [ended.id],
  );
  assert.equal(rows[0].kept, 0);
  const { isWhole, became } = await accountForHolds(db, brand.brandId);
  assert.deepEqual([isWhole, became.expired], [true, 1]);
});
