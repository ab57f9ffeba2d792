/** What others have in hand holds no contact up for good, and no other brand at all: nothing healthy is parked (H1, H3). */
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

/** Ana and Bruno have each left a message, and both minutes have come. */
async function aMorning() {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NIGHT);
  const customers = [await brand.customer(brand.ana), await brand.customer(brand.bruno)] as const;
  const anas = await hold(flowDeps, brand.ana, customers[0]);
  const brunos = await hold(flowDeps, brand.bruno, customers[1]);
  const due = Math.max(anas.heldUntil, brunos.heldUntil);
  const goTo = (at: number) => flowDeps.moveTo(new Date(at).toISOString());
  goTo(due);
  const readHoldRows = async () =>
    [await holdRow(owner, anas.attempt.id), await holdRow(owner, brunos.attempt.id)] as const;
  return { brand, flowDeps, customers, due, goTo, readHoldRows, attemptId: anas.attempt.id };
}

test('H1: whose customer an import has in hand waits for it, without a fault; the others go at their minute', async () => {
  const { brand, flowDeps, customers, due, goTo, readHoldRows } = await aMorning();
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
  const [anas, brunos] = await readHoldRows();
  assert.deepEqual([anas.state, anas.parked_at, anas.failures], ['waiting', null, 0]);
  assert.equal(brunos.state, 'ready');
  goTo(due + 200 * SECOND);
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await readHoldRows())[0].state, 'ready');
});

test('H1, D8: what a server claimed by a clock that had jumped holds nobody up, and what a colleague has just claimed is its own', async () => {
  const { brand, flowDeps, readHoldRows } = await aMorning();
  const jumped = { ...flowDeps, hostNow: () => flowDeps.hostNow() + 26 * HOUR, clockIsSafe: () => false };
  const { claimed, released } = await releaseDue(jumped, brand.brandId, 50);
  assert.deepEqual([claimed, released], [2, []], 'it saw only afterwards that its clock had jumped');
  await dispatch(flowDeps, brand.brandId);
  assert.deepEqual(
    (await readHoldRows()).map(({ state }) => state),
    ['ready', 'ready'],
  );

  const other = await aMorning();
  const colleague = { ...other.flowDeps, clockIsSafe: () => false };
  await releaseDue(colleague, other.brand.brandId, 50);
  assert.equal((await releaseDue(other.flowDeps, other.brand.brandId, 50)).claimed, 0);
  other.goTo(other.due + 30 * SECOND);
  assert.equal((await dispatch(other.flowDeps, other.brand.brandId)).length, 2, 'and no longer than the lease');
});

test('H1: what has to be waited for too long lets the whole batch go, once, and is nobody’s fault', async () => {
  const { brand, flowDeps, due, goTo, readHoldRows } = await aMorning();
  let works = 0;
  const inBrand: typeof db.inBrand = (brandId, work) => {
    works += 1;
    return db.inBrand(brandId, work);
  };
  const decideInBrand: typeof db.decideInBrand = (brandId, work) => {
    works += 1;
    return db.decideInBrand(brandId, work);
  };
  const round = await whileLocked(
    owner,
    (client) => client.query('select from people where id = $1 for update', [brand.ana.personId]),
    () => releaseDue({ ...flowDeps, db: { ...db, inBrand, decideInBrand } }, brand.brandId, 50),
  );
  assert.equal(works, 3, 'claimed, tried, let go: nobody waits a second time');
  assert.deepEqual([round.claimed, round.released.length, round.isDatabaseBlocked], [2, 0, true]);
  assert.deepEqual(
    round.failures.map((failure) => failure instanceof pg.DatabaseError && failure.code),
    ['55P03'],
    'not once for each of them',
  );
  for (const { failures, parked_at } of await readHoldRows()) assert.deepEqual([failures, parked_at], [0, null]);
  goTo(due + 5 * SECOND);
  assert.equal((await dispatch(flowDeps, brand.brandId)).length, 2);
});

test('H1: a brand that is held up keeps no other waiting', async ({ mock }) => {
  // One look: the next second never comes.
  mock.timers.enable({ apis: ['setInterval'] });
  const stuck = await aMorning();
  const other = await aMorning();
  // More than one batch.
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
  assert.equal(errors.length, 1, 'and is left alone for this round');
});

test('H1: a claim takes as many as it says, the longest due first', async () => {
  const { brand, flowDeps, goTo } = await aMorning();
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

test('what fails together and not alone is told all the same', async () => {
  const { brand, flowDeps, readHoldRows } = await aMorning();
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

test('H3: what is parked ends when its time is over, like anything else, and by no clock that jumped', async () => {
  const { brand, flowDeps, goTo, readHoldRows, attemptId } = await aMorning();
  await owner.query("update holds set parked_at = now(), parked_why = 'poison', failures = 3 where attempt_id = $1", [
    attemptId,
  ]);
  await dispatch(flowDeps, brand.brandId);
  await expireParked(flowDeps, brand.brandId);
  assert.equal((await readHoldRows())[0].state, 'waiting', 'its time is not over yet');
  goTo(Date.parse(NIGHT) + 72 * HOUR);
  await expireParked({ ...flowDeps, clockIsSafe: () => false }, brand.brandId);
  assert.equal((await readHoldRows())[0].state, 'waiting');
  await expireParked(flowDeps, brand.brandId);
  const [over] = await readHoldRows();
  assert.deepEqual([over.ended_as, over.end_reason, over.attempt_state], ['expired', 'too_late', 'expired']);
  assert.equal(over.news, 'ended');
  const { rows } = await owner.query(
    'select count(*)::int as kept from slots where hold_id = $1 and freed_at is null',
    [over.id],
  );
  assert.equal(rows[0].kept, 0);
  const { isWhole, became } = await accountForHolds(db, brand.brandId);
  assert.deepEqual([isWhole, became.expired], [true, 1]);
});
