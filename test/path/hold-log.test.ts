/**
 * The log of holds: whatever happens to held contacts, in whatever order, the events of each hold add up to its row
 * (H1–H6, D14).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { changeHold, restoreHold } from '#flows/holds/change-hold.ts';
import { retimeHolds } from '#flows/holds/retime-holds.ts';
import { publishPolicy } from '#flows/policy/change-policy.ts';
import { withDatabase } from '#kit/database.ts';
import { aWish, dispatch, hold, holdRow } from '#kit/hold-helpers.ts';
import { eventsOf, logFaults } from '#kit/hold-log.ts';
import { aPublication } from '#kit/publication-body.ts';
import { aLife, aNight, ENDS_AT_11, liveThrough, SUPPORT } from '#kit/random-hold-lives.ts';

const { db, owner } = await withDatabase();

const NOON = '2026-11-24T15:00:00.000Z';
const QUIET_START = '2026-11-24T23:00:00.000Z';

const listKinds = async (attemptId: string) => {
  const { id } = await holdRow(owner, attemptId);
  return (await eventsOf(owner, id)).map(({ kind, cause, reason }) =>
    [kind, cause ?? reason].filter(Boolean).join(' '),
  );
};

test('each change is one event, with the person who made it and the old and new minute', async () => {
  const { brand, flowDeps } = await aNight(db, owner);
  const { ana, bruno, carla } = brand;
  const held = await hold(flowDeps, ana, await brand.customer(ana));
  const { id: holdId } = await holdRow(owner, held.attempt.id);
  const other = await hold(flowDeps, ana, await brand.customer(ana));
  const chosen = Date.parse('2026-11-24T16:00:00Z');
  const change = { text: null, heldUntil: chosen, sellerId: bruno.personId };
  assert.equal((await changeHold(flowDeps, carla, held.attempt.id, change)).kind, 'changed');
  const [first, passed, moved] = await eventsOf(owner, holdId);
  assert.deepEqual([first?.kind, first?.by_id, first?.to_at], ['held', ana.personId, held.heldUntil]);
  assert.deepEqual(
    [passed?.kind, passed?.by_id, passed?.from_seller_id, passed?.to_seller_id],
    ['passed', carla.personId, ana.personId, bruno.personId],
  );
  assert.deepEqual(
    [moved?.kind, moved?.cause, moved?.by_id, moved?.from_at, moved?.to_at],
    ['moved', 'person', carla.personId, held.heldUntil, chosen],
  );
  assert.deepEqual(await listKinds(other.attempt.id), ['held'], 'another hold has no event of this change');
  assert.equal((await holdRow(owner, other.attempt.id)).seller_id, ana.personId);
  assert.deepEqual(await logFaults(owner, brand.brandId), []);
});

test('H2, H4, H6: a change of hours, a ready contact that is not sent and its end are logged with their causes', async () => {
  const { brand, flowDeps } = await aNight(db, owner);
  const held = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  await publishPolicy(flowDeps, brand.brandId, aPublication(ENDS_AT_11), SUPPORT);
  await dispatch(flowDeps, brand.brandId);
  flowDeps.moveTo(NOON);
  await dispatch(flowDeps, brand.brandId);
  flowDeps.moveTo(QUIET_START);
  await dispatch(flowDeps, brand.brandId);
  assert.deepEqual(await listKinds(held.attempt.id), ['held', 'moved hours', 'ready', 'returned']);
  flowDeps.moveTo('2026-11-25T15:30:00.000Z');
  await dispatch(flowDeps, brand.brandId);
  flowDeps.moveTo('2026-11-25T23:00:00.000Z');
  await dispatch(flowDeps, brand.brandId);
  assert.deepEqual((await listKinds(held.attempt.id)).slice(4), ['ready', 'ended not_sent']);
  assert.deepEqual(await logFaults(owner, brand.brandId), []);
});

test('D14: a contact that was handed over, not sent and held again has an event for each step', async () => {
  const { brand, flowDeps } = await aNight(db, owner);
  const customer = await brand.customer(brand.ana);
  const held = await hold(flowDeps, brand.ana, customer);
  flowDeps.moveTo(NOON);
  await dispatch(flowDeps, brand.brandId);
  const sent = await attemptContact(flowDeps, brand.ana, aWish(customer, { attemptId: held.attempt.id }));
  assert.equal(sent.kind, 'allowed');
  await recordOutcome(flowDeps, brand.ana, held.attempt.id, 'not_sent');
  assert.equal((await restoreHold(flowDeps, brand.ana, held.attempt.id)).kind, 'changed');
  const kinds = await listKinds(held.attempt.id);
  assert.deepEqual(kinds, ['held', 'ready', 'ended handed_over', 'ended seller', 'held']);
  assert.deepEqual(await logFaults(owner, brand.brandId), []);
});

test('H6: a contact that is checked after a change of hours and keeps its minute gets no event', async () => {
  const { brand, flowDeps } = await aNight(db, owner);
  const chosen = Date.parse('2026-11-24T18:00:00Z');
  const held = await hold(flowDeps, brand.ana, await brand.customer(brand.ana), { hold: chosen });
  await publishPolicy(flowDeps, brand.brandId, aPublication(ENDS_AT_11), SUPPORT);
  assert.deepEqual(await retimeHolds(flowDeps, brand.brandId, 100), { isLockedElsewhere: false, found: 1, moved: 0 });
  assert.deepEqual(await listKinds(held.attempt.id), ['held']);
});

test('after any sequence of actions the events of each hold add up to its row', async () => {
  await fc.assert(
    fc.asyncProperty(aLife, async (life) => {
      await liveThrough(db, owner, life, async (brandId, after) => {
        assert.deepEqual(await logFaults(owner, brandId), [], `after ${after}`);
      });
    }),
    { numRuns: 20, seed: 15, endOnFailure: true },
  );
});
