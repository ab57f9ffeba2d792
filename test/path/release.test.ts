/** What waits comes back at its minute, decided again with everything as it is then, and ends once (H2–H4, H6, D17). */
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
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow, openDaily } from '#kit/hold-helpers.ts';
import { aPublication } from '#kit/publication-body.ts';
import type { DEFAULT_POLICY } from '#rules/policy/policy.ts';

const { db, owner } = await withDatabase();

const NIGHT = '2026-11-24T01:14:00.000Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SUPPORT = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };

async function aNight() {
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

test('H2, D16: nothing before its minute; at it, decided anew by nobody’s hand, ready until the next quiet start', async () => {
  const { brand, held, releaseAt } = await aNight();
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

test('H2: quiet again, it is held again, each time later, five times at the most; then it is over', async () => {
  const { flowDeps, held, releaseAt, publish, goTo } = await aNight();
  let due = held.heldUntil;
  for (let again = 1; again <= 5; again++) {
    // Published a moment before its minute, and gone by the time another is found.
    goTo(due - MINUTE);
    await publish(quietFrom('20:00', '08:00'));
    await owner.query(
      `update holds set calendar = (select calendar from policy_heads p where p.brand_id = holds.brand_id),
         expires_at = expires_at + interval '30 days' where attempt_id = $1`,
      [held.attempt.id],
    );
    goTo(due + 13 * HOUR);
    const row = await releaseAt(due + 13 * HOUR);
    assert.equal(row.state, 'waiting', `the ${again}th time`);
    assert.equal(row.held_again, again);
    assert.ok(row.due_at > due);
    due = row.due_at;
  }
  const over = await releaseAt(due + 13 * HOUR);
  assert.deepEqual([over.ended_as, over.end_reason, over.attempt_state], ['expired', 'held_too_often', 'expired']);
  assert.ok(flowDeps.now() > due);
});

test('H4: not sent by the next quiet start, it is timed anew once; the second time it is over', async () => {
  const { held, releaseAt } = await aNight();
  await releaseAt(held.heldUntil);
  const returned = await releaseAt(Date.parse('2026-11-24T23:00:00.000Z'));
  assert.deepEqual([returned.state, returned.returned, returned.news], ['waiting', true, 'returned']);
  assert.ok(returned.due_at >= Date.parse('2026-11-25T13:00:00.000Z'));
  assert.equal((await releaseAt(returned.due_at)).state, 'ready');
  const over = await releaseAt(Date.parse('2026-11-25T23:00:00.000Z'));
  assert.deepEqual([over.ended_as, over.end_reason], ['expired', 'not_sent']);
});

test('H3: after 72 hours it is over', async () => {
  const { held, releaseAt } = await aNight();
  const over = await releaseAt(Date.parse(NIGHT) + 72 * HOUR);
  assert.deepEqual([over.ended_as, over.end_reason], ['expired', 'too_late']);
  assert.equal(held.attempt.state, 'held');
});

test('H3: a stop ends at once what anybody of the brand had left for that number', async () => {
  const { brand, flowDeps, customer, held } = await aNight();
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

test('H3: a seller who left, or a portfolio that moved, takes it along; what is not theirs is not made ready', async () => {
  const one = await aNight();
  await owner.query('update people set active = false where id = $1', [one.brand.ana.personId]);
  const left = await one.releaseAt(one.held.heldUntil);
  assert.deepEqual([left.ended_as, left.end_reason], ['cancelled', 'reassigned']);

  const two = await aNight();
  await owner.query('update brands set portfolio_only = true where brand_id = $1', [two.brand.brandId]);
  await owner.query('update customers set seller_id = $2 where id = $1', [two.customer, two.brand.bruno.personId]);
  assert.equal((await two.releaseAt(two.held.heldUntil)).end_reason, 'reassigned');
});

test('H3: the customer’s row is gone, or its number: it ends as what it is', async () => {
  const erased = await aNight();
  await owner.query("update customers set availability = 'erased' where id = $1", [erased.customer]);
  assert.equal((await erased.releaseAt(erased.held.heldUntil)).end_reason, 'customer_erased');
  const unreachable = await aNight();
  await owner.query('update customers set wrong_number_at = now() where id = $1', [unreachable.customer]);
  const row = await unreachable.releaseAt(unreachable.held.heldUntil);
  assert.deepEqual([row.ended_as, row.end_reason], ['failed', 'unavailable']);
});

test('H6: hours that move over its minute move it, later and into open hours; others keep theirs', async () => {
  const { brand, flowDeps, held, publish, releaseAt } = await aNight();
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

test('H6: a suspension or a lost plan ends the silence, not the promise', async () => {
  for (const change of ['suspend', 'plan'] as const) {
    const { brand, flowDeps, held, releaseAt } = await aNight();
    if (change === 'suspend') await suspendPolicy(flowDeps, brand.brandId, null, SUPPORT);
    else await changePlan(flowDeps, brand.brandId, 'starter', SUPPORT);
    assert.equal((await releaseAt(Date.parse('2026-11-24T02:00:00Z'))).due_at, held.heldUntil, change);
    assert.equal((await releaseAt(held.heldUntil - 1)).state, 'waiting');
    assert.equal((await releaseAt(held.heldUntil)).state, 'ready');
    if (change === 'suspend') await resumePolicy(flowDeps, brand.brandId, SUPPORT);
  }
});

test('H6: opening hours that change move what would come back before the doors open', async () => {
  const { brand, flowDeps, held } = await aNight();
  await openDaily(owner, brand.brandId, brand.stores.paulista, 720, 1320);
  await owner.query('update policy_heads set calendar = calendar + 1 where brand_id = $1', [brand.brandId]);
  await dispatch(flowDeps, brand.brandId);
  const { due_at, news } = await holdRow(owner, held.attempt.id);
  assert.ok(due_at >= Date.parse('2026-11-24T15:00:00Z'), 'noon');
  assert.equal(news, 'moved');
});

test('H6: a clock that goes back releases nothing twice; one that goes on releases late, and not in quiet time', async () => {
  const { brand, held, releaseAt } = await aNight();
  assert.equal((await releaseAt(held.heldUntil)).state, 'ready');
  assert.equal((await releaseAt(Date.parse(NIGHT))).state, 'ready');
  const { rows } = await owner.query(
    "select count(*)::int as n from receipts where brand_id = $1 and actor_kind = 'release'",
    [brand.brandId],
  );
  assert.equal(rows[0].n, 1);
  const other = await aNight();
  const row = await other.releaseAt(Date.parse('2026-11-25T04:00:00Z'));
  assert.equal(row.state, 'waiting');
  assert.ok(row.due_at >= Date.parse('2026-11-25T13:00:00Z'));
});

test('H7: what is late finds the doors shut, though it is not quiet: it comes back when they open, and nothing is decided', async () => {
  const { brand, held, releaseAt } = await aNight();
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1080);
  const shut = await releaseAt(Date.parse('2026-11-24T22:00:00.000Z'));
  assert.equal(shut.state, 'waiting');
  assert.equal(shut.held_again, 0);
  assert.ok(shut.due_at >= Date.parse('2026-11-25T13:00:00.000Z'));
  const { rows } = await owner.query(
    "select count(*)::int as n from receipts where brand_id = $1 and actor_kind = 'release'",
    [brand.brandId],
  );
  assert.equal(rows[0].n, 0);
  assert.equal((await releaseAt(shut.due_at)).state, 'ready');
  assert.ok(held.heldUntil < shut.due_at);
});

test('H1: two servers claim each row once; who holds an older fence changes nothing any more', async () => {
  const { brand, flowDeps, held, goTo } = await aNight();
  goTo(held.heldUntil);
  const rounds = await Promise.all([releaseDue(flowDeps, brand.brandId, 50), releaseDue(flowDeps, brand.brandId, 50)]);
  assert.deepEqual(rounds.map(({ released }) => released.length).toSorted(), [0, 1]);

  const late = await hold(flowDeps, brand.bruno, await brand.customer(brand.bruno), {
    hold: flowDeps.now() + HOUR,
  }).catch(() => null);
  assert.equal(late, null, 'in open hours there is nothing to hold');
});

test('H1: a lease that ran out is claimed by another; what the first then writes is refused by its fence', async () => {
  const { brand, flowDeps, held, goTo } = await aNight();
  goTo(held.heldUntil);
  // The first server dies after its claim.
  await owner.query('update holds set lease_until = $2, fence = fence + 1 where attempt_id = $1', [
    held.attempt.id,
    new Date(flowDeps.now() + 20_000).toISOString(),
  ]);
  assert.equal((await releaseDue(flowDeps, brand.brandId, 50)).claimed, 0);
  goTo(held.heldUntil + 20_000);
  assert.equal((await releaseDue(flowDeps, brand.brandId, 50)).released.length, 1);
});

test('D8: with a clock that jumped nothing is released and nothing ends; the person is only warned', async () => {
  const { brand, flowDeps, held, goTo } = await aNight();
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

test('H1: a row that fails again and again is parked, shown, and stops nobody', async () => {
  const { brand, flowDeps, held, goTo } = await aNight();
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
  const { brand, flowDeps, held, customer, releaseAt } = await aNight();
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
