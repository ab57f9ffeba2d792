/**
 * The pace limits how many contacts a seller makes in a short time: exactly, on every server, however many requests
 * come at once (P1, P4, D7).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { publishPolicy } from '#flows/policy/change-policy.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow } from '#kit/hold-helpers.ts';
import { aPublication } from '#kit/publication-body.ts';
import { waitUntilBlocked, whileLocked } from '#kit/wait-until.ts';
import { DEFAULT_POLICY, type SellerPace } from '#rules/policy/policy.ts';

const { db, owner } = await withDatabase();

const OPEN = '2026-11-24T15:00:00.000Z';
const MINUTE = 60_000;
const SUPPORT = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };

async function prepareDay(seller: Partial<SellerPace> = {}) {
  const pace = { ...DEFAULT_POLICY.pace, seller: { ...DEFAULT_POLICY.pace.seller, ...seller } };
  const brand = await aBrand(owner, { policy: { ...DEFAULT_POLICY, pace } });
  const flowDeps = createFlowDeps(db, OPEN);
  const contact = async (more = {}) =>
    attemptContact(flowDeps, brand.ana, aWish(await brand.customer(brand.ana), more));
  return { brand, flowDeps, contact };
}

test('P1: ten contacts in ten minutes are allowed; the eleventh is warned with count and time, and may be acknowledged', async () => {
  const { brand, flowDeps, contact } = await prepareDay();
  for (let n = 0; n < 10; n++) {
    flowDeps.moveTo(new Date(Date.parse(OPEN) + n * 1000).toISOString());
    assert.equal((await contact()).kind, 'allowed');
  }
  const customer = await brand.customer(brand.ana);
  const warned = await attemptContact(flowDeps, brand.ana, aWish(customer));
  assert.ok(warned.kind === 'warned');
  assert.equal(warned.decision.reason, 'pace');
  assert.equal(warned.decision.opensAt, Date.parse(OPEN) + 10 * MINUTE);
  assert.deepEqual(warned.spoken.pace, { count: 10, minutes: 10, freeAt: Date.parse(OPEN) + 10 * MINUTE });
  assert.ok((warned.suggestedReleaseAt ?? 0) >= Date.parse(OPEN) + 10 * MINUTE);
  const token = warned.acknowledgement.token;
  const gone = await attemptContact(flowDeps, brand.ana, aWish(customer, { acknowledgement: token }));
  assert.ok(gone.kind === 'allowed' && gone.decision.acknowledged);
  flowDeps.moveTo(new Date(Date.parse(OPEN) + 10 * MINUTE + 2_000).toISOString());
  assert.equal((await contact()).kind, 'allowed', 'the ten minutes slide: the first contact no longer counts');
});

test('P1, P4: of fifty simultaneous contacts on two servers exactly as many are allowed as the limit says', async () => {
  const { brand, flowDeps } = await prepareDay({ action: 'block' });
  const other = { ...flowDeps, timelines: createFlowDeps(db, OPEN).timelines };
  const customers = await Promise.all(Array.from({ length: 50 }, () => brand.customer(brand.ana)));
  const answers = await Promise.all(
    customers.map((customer, n) => attemptContact(n % 2 === 0 ? flowDeps : other, brand.ana, aWish(customer))),
  );
  assert.equal(answers.filter(({ kind }) => kind === 'allowed').length, 10);
  assert.equal(answers.filter((answer) => answer.kind === 'refused' && answer.reason === 'pace').length, 40);
});

test('P4: a server whose clock is behind counts the hand-overs of a server whose clock is ahead', async () => {
  const { brand, flowDeps, contact } = await prepareDay({ max: 1, action: 'block' });
  assert.equal((await contact()).kind, 'allowed');
  for (const behind of [1, 59_000, 118_000]) {
    const late = { ...flowDeps, now: () => flowDeps.now() - behind };
    const answer = await attemptContact(late, brand.ana, aWish(await brand.customer(brand.ana)));
    assert.ok(answer.kind === 'refused', `${behind} ms behind`);
    assert.equal(answer.decision.opensAt, Date.parse(OPEN) + 10 * MINUTE);
  }
});

test('D15: a contact that had to wait for a lock is judged by the clock at the time when it gets the lock', async () => {
  const { brand, flowDeps } = await prepareDay();
  const before = await brand.customer(brand.ana);
  flowDeps.moveTo('2026-11-24T22:59:59.000Z');
  const answering = await whileLocked(
    owner,
    (client) => client.query('select from people where id = $1 for update', [brand.ana.personId]),
    async () => {
      const asked = attemptContact(flowDeps, brand.ana, aWish(before));
      await waitUntilBlocked(owner);
      flowDeps.moveTo('2026-11-24T23:00:00.000Z');
      return { asked };
    },
  );
  const answer = await answering.asked;
  assert.ok(answer.kind === 'warned', 'at 20:00 it is quiet');
  assert.equal(answer.decision.reason, 'quiet_hours');
});

test('D14: an attempt that gets “Não enviei” is no longer counted; other sellers and a brand without a policy are not limited by it', async () => {
  const { brand, flowDeps, contact } = await prepareDay({ max: 1, action: 'block' });
  const first = await contact();
  assert.ok(first.kind === 'allowed');
  assert.equal((await contact()).kind, 'refused');
  assert.equal((await attemptContact(flowDeps, brand.bruno, aWish(await brand.customer(brand.bruno)))).kind, 'allowed');
  await recordOutcome(flowDeps, brand.ana, first.attempt.id, 'not_sent');
  assert.equal((await contact()).kind, 'allowed');

  const free = await aBrand(owner, { policy: null });
  for (let n = 0; n < 12; n++) {
    const answer = await attemptContact(flowDeps, free.ana, aWish(await free.customer(free.ana)));
    assert.equal(answer.kind, 'allowed');
  }
});

test('D7: the pace can be off, and a changed limit counts from the next decision on', async () => {
  const { brand, flowDeps, contact } = await prepareDay({ max: 1, action: 'off' });
  await contact();
  assert.equal((await contact()).kind, 'allowed');
  const pace = { ...DEFAULT_POLICY.pace, seller: { max: 1, perMinutes: 10, action: 'block' as const } };
  await publishPolicy(flowDeps, brand.brandId, aPublication({ ...DEFAULT_POLICY, pace }, 'now'), SUPPORT);
  assert.equal((await contact()).kind, 'refused');
});

test('D17: a release that the pace forbids gets a later minute and does not end the hold', async () => {
  const { brand, flowDeps, contact } = await prepareDay({ max: 1, action: 'warn' });
  flowDeps.moveTo('2026-11-24T01:14:00.000Z');
  const held = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  flowDeps.moveTo(new Date(held.heldUntil).toISOString());
  assert.equal((await contact()).kind, 'allowed');
  await dispatch(flowDeps, brand.brandId);
  const row = await holdRow(owner, held.attempt.id);
  assert.deepEqual([row.state, row.held_again], ['waiting', 0]);
  assert.ok(row.due_at >= held.heldUntil + 10 * MINUTE);
});
