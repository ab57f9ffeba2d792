/** A hold is released at its minute, decided again by the facts of that time, and ends once (H2–H4, H6, D17). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { accountForHolds } from '#flows/holds/account-for-holds.ts';
import { releaseDue } from '#flows/holds/release-due.ts';
import { changePlan, publishPolicy, resumePolicy, suspendPolicy } from '#flows/policy/change-policy.ts';
import { replayRecord } from '#flows/record/replay-record.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { quietFrom } from '#kit/context-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { ERASED_ROW } from '#kit/erased-row.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow, openDaily } from '#kit/hold-helpers.ts';
import { aPublication } from '#kit/publication-body.ts';
import type { DEFAULT_POLICY } from '#rules/policy/policy.ts';

const { db, owner } = await withDatabase();

const NIGHT = '2026-11-24T01:14:00.000Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SUPPORT = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };

async function prepareHold() {
  const brand = await aBrand(owner);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1320);
  const flowDeps = createFlowDeps(db, NIGHT);
  const customer = await brand.customer(brand.ana);
  const held = await hold(flowDeps, brand.ana, customer);
  const goTo = (at: number) => flowDeps.moveTo(new Date(at).toISOString());
  const releaseAt = async (at: number) => {
    goTo(at);
    await dispatch(flowDeps, brand.brandId);
    return holdRow(owner, held.attempt.id);
  };
  const publish = (policy: typeof DEFAULT_POLICY) =>
    publishPolicy(flowDeps, brand.brandId, aPublication(policy, 'now'), SUPPORT);
  return { brand, flowDeps, customer, held, goTo, releaseAt, publish };
}

test('H2, D16: a hold is not released before its minute; then it is decided again as actor “release” and ready until the next quiet start', async () => {
  const { brand, held, releaseAt } = await prepareHold();
  assert.equal((await releaseAt(held.heldUntil - 1)).state, 'waiting');
  const ready = await releaseAt(held.heldUntil);
  assert.deepEqual([ready.state, ready.attempt_state], ['ready', 'ready']);
  assert.equal(ready.due_at, Date.parse('2026-11-24T23:00:00.000Z'));
  const { rows } = await owner.query('select * from receipts where brand_id = $1 order by number desc limit 1', [
    brand.brandId,
  ]);
  assert.deepEqual([rows[0].actor_kind, rows[0].verdict, rows[0].origin], ['release', 'allow', 'profile']);
  assert.equal(rows[0].actor_id, brand.ana.personId);
});

test('H2: a hold that meets quiet hours at its minute is held again, each time later, five times at most; then it expires', async () => {
  const { flowDeps, held, releaseAt, publish, goTo } = await prepareHold();
  let due = held.heldUntil;
  for (let again = 1; again <= 5; again++) {
    // Published a moment before the minute, with the timing revision marked as current so that the hold is not retimed.
    goTo(due - MINUTE);
    await publish(quietFrom('20:00', '08:00'));
    await owner.query(
      `update holds set calendar = (select calendar from policy_heads p where p.brand_id = holds.brand_id),
         expires_at = expires_at + interval '30 days' where attempt_id = $1`,
      [held.attempt.id],
    );
    goTo(due + 13 * HOUR);
    const row = await releaseAt(due + 13 * HOUR);
    assert.equal(row.state, 'waiting', `held again, time ${again}`);
    assert.equal(row.held_again, again);
    assert.ok(row.due_at > due);
    due = row.due_at;
  }
  const expired = await releaseAt(due + 13 * HOUR);
  assert.deepEqual(
    [expired.ended_as, expired.end_reason, expired.attempt_state],
    ['expired', 'held_too_often', 'expired'],
  );
  assert.ok(flowDeps.now() > due);
});

test('H4: a contact not sent by the next quiet start gets a new minute once; the second time it expires', async () => {
  const { held, releaseAt } = await prepareHold();
  await releaseAt(held.heldUntil);
  const returned = await releaseAt(Date.parse('2026-11-24T23:00:00.000Z'));
  assert.deepEqual([returned.state, returned.returned, returned.news], ['waiting', true, 'returned']);
  assert.ok(returned.due_at >= Date.parse('2026-11-25T13:00:00.000Z'));
  assert.equal((await releaseAt(returned.due_at)).state, 'ready');
  const expired = await releaseAt(Date.parse('2026-11-25T23:00:00.000Z'));
  assert.deepEqual([expired.ended_as, expired.end_reason], ['expired', 'not_sent']);
});

test('H3: a hold expires after 72 hours', async () => {
  const { held, releaseAt } = await prepareHold();
  const expired = await releaseAt(Date.parse(NIGHT) + 72 * HOUR);
  assert.deepEqual([expired.ended_as, expired.end_reason], ['expired', 'too_late']);
  assert.equal(held.attempt.state, 'held');
});

test('H3: a stop ends at once the holds of all sellers of the brand for that number', async () => {
  const { brand, flowDeps, customer, held } = await prepareHold();
  const bruno = await hold(flowDeps, brand.bruno, customer);
  flowDeps.moveTo('2026-11-24T15:00:00.000Z');
  const sent = await attemptContact(flowDeps, brand.carla, aWish(customer));
  assert.ok(sent.kind === 'allowed');
  await recordOutcome(flowDeps, brand.carla, sent.attempt.id, 'stop');
  for (const { attempt } of [held, bruno]) {
    const row = await holdRow(owner, attempt.id);
    assert.deepEqual([row.ended_as, row.end_reason, row.news], ['cancelled', 'opted_out', 'ended']);
  }
  assert.deepEqual(await dispatch(flowDeps, brand.brandId), []);
});

test('H3: a seller who left, or a customer in another portfolio, ends the hold instead of making it ready', async () => {
  const one = await prepareHold();
  await owner.query('update people set active = false where id = $1', [one.brand.ana.personId]);
  const ended = await one.releaseAt(one.held.heldUntil);
  assert.deepEqual([ended.ended_as, ended.end_reason], ['cancelled', 'reassigned']);

  const two = await prepareHold();
  await owner.query('update brands set portfolio_only = true where brand_id = $1', [two.brand.brandId]);
  await owner.query('update customers set seller_id = $2 where id = $1', [two.customer, two.brand.bruno.personId]);
  assert.equal((await two.releaseAt(two.held.heldUntil)).end_reason, 'reassigned');
});

test('H3: a hold whose customer is erased or whose number is wrong ends with that reason', async () => {
  const erased = await prepareHold();
  await owner.query(`update customers set ${ERASED_ROW} where id = $1`, [erased.customer]);
  assert.equal((await erased.releaseAt(erased.held.heldUntil)).end_reason, 'customer_erased');
  const unreachable = await prepareHold();
  await owner.query('update customers set wrong_number_at = now() where id = $1', [unreachable.customer]);
  const row = await unreachable.releaseAt(unreachable.held.heldUntil);
  assert.deepEqual([row.ended_as, row.end_reason], ['failed', 'unavailable']);
});

test('H6: hours that become quiet over a hold’s minute move the hold to a later open minute; other holds keep theirs', async () => {
  const { brand, flowDeps, held, publish, releaseAt } = await prepareHold();
  const late = await hold(flowDeps, brand.ana, await brand.customer(brand.ana), {
    hold: Date.parse('2026-11-24T18:00:00Z'),
  });
  await publish(quietFrom('20:00', '12:00'));
  await dispatch(flowDeps, brand.brandId);
  const moved = await holdRow(owner, held.attempt.id);
  assert.equal(moved.news, 'moved');
  assert.ok(moved.due_at >= Date.parse('2026-11-24T15:00:00Z') && moved.due_at > held.heldUntil);
  assert.equal(moved.due_at, moved.promised_at);
  assert.equal((await holdRow(owner, late.attempt.id)).due_at, late.heldUntil);
  assert.equal((await releaseAt(held.heldUntil)).state, 'waiting');
  assert.equal((await releaseAt(moved.due_at)).state, 'ready');
});

test('H6: a suspension or a lost plan ends quiet hours, and the hold keeps its promised minute', async () => {
  for (const change of ['suspend', 'plan'] as const) {
    const { brand, flowDeps, held, releaseAt } = await prepareHold();
    if (change === 'suspend') await suspendPolicy(flowDeps, brand.brandId, null, SUPPORT);
    else await changePlan(flowDeps, brand.brandId, 'starter', SUPPORT);
    assert.equal((await releaseAt(Date.parse('2026-11-24T02:00:00Z'))).due_at, held.heldUntil, change);
    assert.equal((await releaseAt(held.heldUntil - 1)).state, 'waiting');
    assert.equal((await releaseAt(held.heldUntil)).state, 'ready');
    if (change === 'suspend') await resumePolicy(flowDeps, brand.brandId, SUPPORT);
  }
});

test('H6: store hours that change move a hold that would come before the new opening', async () => {
  const { brand, flowDeps, held } = await prepareHold();
  await openDaily(owner, brand.brandId, brand.stores.paulista, 720, 1320);
  await owner.query('update policy_heads set calendar = calendar + 1 where brand_id = $1', [brand.brandId]);
  await dispatch(flowDeps, brand.brandId);
  const { due_at, news } = await holdRow(owner, held.attempt.id);
  assert.ok(due_at >= Date.parse('2026-11-24T15:00:00Z'), 'the new opening is noon');
  assert.equal(news, 'moved');
});

test('H6: a clock that goes back releases nothing twice; a clock that goes on releases late, and not in quiet hours', async () => {
  const { brand, held, releaseAt } = await prepareHold();
  assert.equal((await releaseAt(held.heldUntil)).state, 'ready');
  assert.equal((await releaseAt(Date.parse(NIGHT))).state, 'ready');
  const { rows } = await owner.query(
    "select count(*)::int as n from receipts where brand_id = $1 and actor_kind = 'release'",
    [brand.brandId],
  );
  assert.equal(rows[0].n, 1);
  const other = await prepareHold();
  const row = await other.releaseAt(Date.parse('2026-11-25T04:00:00Z'));
  assert.equal(row.state, 'waiting');
  assert.ok(row.due_at >= Date.parse('2026-11-25T13:00:00Z'));
});

test('H7: a late hold that finds the store closed, though it is not quiet, waits for the opening, and nothing is decided', async () => {
  const { brand, held, releaseAt } = await prepareHold();
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1080);
  const closed = await releaseAt(Date.parse('2026-11-24T22:00:00.000Z'));
  assert.equal(closed.state, 'waiting');
  assert.equal(closed.held_again, 0);
  assert.ok(closed.due_at >= Date.parse('2026-11-25T13:00:00.000Z'));
  const { rows } = await owner.query(
    "select count(*)::int as n from receipts where brand_id = $1 and actor_kind = 'release'",
    [brand.brandId],
  );
  assert.equal(rows[0].n, 0);
  assert.equal((await releaseAt(closed.due_at)).state, 'ready');
  assert.ok(held.heldUntil < closed.due_at);
});

test('H1: of two servers that claim at once, one releases the hold', async () => {
  const { brand, flowDeps, held, goTo } = await prepareHold();
  goTo(held.heldUntil);
  const rounds = await Promise.all([releaseDue(flowDeps, brand.brandId, 50), releaseDue(flowDeps, brand.brandId, 50)]);
  assert.deepEqual(rounds.map(({ released }) => released.length).toSorted(), [0, 1]);

  const late = await hold(flowDeps, brand.bruno, await brand.customer(brand.bruno), {
    hold: flowDeps.now() + HOUR,
  }).catch(() => null);
  assert.equal(late, null, 'in open hours a contact is not held');
});

test('H1: a hold is not claimed during another server’s lease, and is released by the next server when the lease has run out', async () => {
  const { brand, flowDeps, held, goTo } = await prepareHold();
  goTo(held.heldUntil);
  // The first server dies after it has claimed the hold.
  await owner.query('update holds set lease_until = $2, fence = fence + 1 where attempt_id = $1', [
    held.attempt.id,
    new Date(flowDeps.now() + 20_000).toISOString(),
  ]);
  assert.equal((await releaseDue(flowDeps, brand.brandId, 50)).claimed, 0);
  goTo(held.heldUntil + 20_000);
  assert.equal((await releaseDue(flowDeps, brand.brandId, 50)).released.length, 1);
});

test('D8: with an unsafe clock nothing is released and nothing ends, and a person’s contact is warned', async () => {
  const { brand, flowDeps, held, goTo } = await prepareHold();
  goTo(held.heldUntil);
  const unsafe = { ...flowDeps, clockIsSafe: () => false };
  const round = await releaseDue(unsafe, brand.brandId, 50);
  assert.deepEqual([round.claimed, round.released.length], [1, 0]);
  assert.equal((await holdRow(owner, held.attempt.id)).state, 'waiting');
  const person = await attemptContact(unsafe, brand.bruno, aWish(await brand.customer(brand.bruno)));
  assert.ok(person.kind === 'warned');
  assert.equal(person.decision.reason, 'clock_unsafe');
  goTo(held.heldUntil + 10_000);
  assert.equal((await dispatch(flowDeps, brand.brandId)).length, 1);
});

test('H1: a hold that fails three times is parked, and the other holds are released', async () => {
  const { brand, flowDeps, held, goTo } = await prepareHold();
  const healthy = await hold(flowDeps, brand.bruno, await brand.customer(brand.bruno));
  await owner.query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'poison'; end $$`);
  await owner.query(
    `create trigger poison before update of ready_at on holds for each row
     when (old.attempt_id = '${held.attempt.id}') execute function refuse()`,
  );
  const at = Math.max(held.heldUntil, healthy.heldUntil);
  let failed = 0;
  for (let round = 0; round < 4; round++) {
    goTo(at + round * 10_000);
    failed += (await releaseDue(flowDeps, brand.brandId, 50)).failures.length;
  }
  assert.equal(failed, 3);
  assert.ok((await holdRow(owner, held.attempt.id)).parked_at !== null);
  assert.equal((await holdRow(owner, healthy.attempt.id)).state, 'ready');
  await owner.query('drop trigger poison on holds');
});

test('H3: created = sent + cancelled + expired + failed + unknown + waiting; the record verifies and replays', async () => {
  const { brand, flowDeps, held, customer, releaseAt } = await prepareHold();
  await hold(flowDeps, brand.bruno, customer);
  await releaseAt(held.heldUntil);
  await attemptContact(flowDeps, brand.ana, aWish(customer, { attemptId: held.attempt.id }));
  const { created, became, isWhole } = await accountForHolds(db, brand.brandId);
  assert.deepEqual([created, became.sent, became.waiting, isWhole], [2, 1, 1, true]);
  const { broken } = await verifyRecord(db, flowDeps.receiptKey, brand.brandId);
  assert.equal(broken, null);
  const differing: unknown[] = [];
  await replayRecord({ db, timelines: flowDeps.timelines, tzVersion: flowDeps.tzVersion }, brand.brandId, (each) =>
    differing.push(each),
  );
  assert.deepEqual(differing, []);
});
