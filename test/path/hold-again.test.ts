/** What was left for later and comes back, changes hands or makes room: nothing is lost, nothing goes twice (H3–H5, D14). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { accountForHolds } from '#flows/holds/account-for-holds.ts';
import { cancelHold, changeHold, restoreHold } from '#flows/holds/change-hold.ts';
import { readHold } from '#flows/holds/read-holds.ts';
import { publishPolicy } from '#flows/policy/change-policy.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow, openDaily } from '#kit/hold-helpers.ts';
import { aPublication } from '#kit/publication-body.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';

const { db, owner } = await withDatabase();

/** Monday 23 November, 22:14 in São Paulo. The stores open at ten on their own clocks. */
const NIGHT = '2026-11-24T01:14:00.000Z';
const NOON = '2026-11-24T15:00:00.000Z';
const SUPPORT = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };

async function aNight() {
  const brand = await aBrand(owner);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1320);
  return { brand, flowDeps: createFlowDeps(db, NIGHT) };
}

async function liveHandovers(brandId: string): Promise<number> {
  const sql = 'select count(*)::int as n from handovers where brand_id = $1 and withdrawn_at is null';
  return (await owner.query(sql, [brandId])).rows[0].n;
}

async function suggestionState(id: string): Promise<string> {
  return (await owner.query('select state from suggestions where id = $1', [id])).rows[0].state;
}

test('H4: a suggestion that was passed on is sent by its new seller, and is done with it', async () => {
  const { brand, flowDeps } = await aNight();
  const customer = await brand.customer(brand.ana);
  const suggestionId = await brand.suggestion(brand.ana, customer);
  const held = await hold(flowDeps, brand.ana, customer, { suggestionId });
  const change = { text: null, heldUntil: null, sellerId: brand.bruno.personId };
  assert.equal((await changeHold(flowDeps, brand.carla, held.attempt.id, change)).kind, 'changed');
  flowDeps.moveTo(NOON);
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await holdRow(owner, held.attempt.id)).state, 'ready');
  const other = await brand.suggestion(brand.ana, await brand.customer(brand.ana));
  const going = { suggestionId, attemptId: held.attempt.id };
  const strange = await attemptContact(flowDeps, brand.bruno, aWish(customer, { ...going, suggestionId: other }));
  assert.equal(strange.kind, 'not_found', 'only the suggestion that was passed on with it');
  const sent = await attemptContact(flowDeps, brand.bruno, aWish(customer, going));
  assert.equal(sent.kind, 'allowed');
  assert.equal(await suggestionState(suggestionId), 'done');
});

test('H4: what was passed on stays its new seller’s when its link lapses: sent again, or left for later in the same row', async () => {
  for (const portfolioOnly of [false, true]) {
    const { brand, flowDeps } = await aNight();
    await owner.query('update brands set portfolio_only = $2 where brand_id = $1', [brand.brandId, portfolioOnly]);
    const customer = await brand.customer(brand.ana);
    const suggestionId = await brand.suggestion(brand.ana, customer);
    const held = await hold(flowDeps, brand.ana, customer, { suggestionId });
    const attemptId = held.attempt.id;
    const passing = { text: null, heldUntil: null, sellerId: brand.bruno.personId };
    await changeHold(flowDeps, brand.carla, attemptId, passing);
    const going = (more: object = {}) =>
      attemptContact(flowDeps, brand.bruno, aWish(customer, { suggestionId, attemptId, ...more }));
    flowDeps.moveTo(NOON);
    await dispatch(flowDeps, brand.brandId);
    assert.equal((await going()).kind, 'allowed');
    flowDeps.moveTo('2026-11-24T22:59:00.000Z');
    assert.equal((await going()).kind, 'allowed', 'its first link has lapsed');
    flowDeps.moveTo('2026-11-24T23:00:00.000Z');
    assert.equal((await going()).kind, 'refused', 'and the second at the quiet start');
    const later = await going({ hold: 'offered' });
    assert.ok(later.kind === 'held');
    const { rows } = await owner.query('select state, passed_by from holds where attempt_id = $1', [attemptId]);
    assert.deepEqual(rows, [{ state: 'waiting', passed_by: brand.carla.personId }]);
    assert.equal((await accountForHolds(db, brand.brandId)).isWhole, true);
    flowDeps.moveTo(new Date(later.heldUntil).toISOString());
    await dispatch(flowDeps, brand.brandId);
    assert.equal((await holdRow(owner, attemptId)).state, 'ready');
    assert.equal((await going()).kind, 'allowed');
    const again = await attemptContact(flowDeps, brand.bruno, aWish(customer, { suggestionId }));
    assert.notEqual(again.kind, 'allowed', 'it goes with that attempt alone');
  }
});

test('H5: a change that is refused for its minute changes nothing else: it stays whose it was', async () => {
  const { brand, flowDeps } = await aNight();
  const held = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  const before = await holdRow(owner, held.attempt.id);
  for (const [heldUntil, kind] of [
    ['2026-11-24T10:30:00Z', 'time_quiet'],
    ['2026-11-24T01:00:00Z', 'time_past'],
    ['2027-11-24T15:00:00Z', 'time_too_far'],
  ] as const) {
    const change = { text: 'Outro texto', heldUntil: Date.parse(heldUntil), sellerId: brand.bruno.personId };
    assert.equal((await changeHold(flowDeps, brand.carla, held.attempt.id, change)).kind, kind);
    assert.deepEqual(await holdRow(owner, held.attempt.id), before);
  }
});

test('D14, H5: after “Não enviei” it is kept again, sent again, and a stop can still be told of it', async () => {
  const { brand, flowDeps } = await aNight();
  const customer = await brand.customer(brand.ana);
  const held = await hold(flowDeps, brand.ana, customer);
  const send = () => attemptContact(flowDeps, brand.ana, aWish(customer, { attemptId: held.attempt.id }));
  flowDeps.moveTo(NOON);
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await send()).kind, 'allowed');
  assert.equal((await recordOutcome(flowDeps, brand.ana, held.attempt.id, 'not_sent')).kind, 'said');
  assert.equal((await restoreHold(flowDeps, brand.ana, held.attempt.id)).kind, 'changed');
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await send()).kind, 'allowed');
  assert.equal(await liveHandovers(brand.brandId), 1);
  assert.equal((await recordOutcome(flowDeps, brand.ana, held.attempt.id, 'stop')).kind, 'said');
});

test('D14, P1: what was handed over and is left for later after all was not sent: no contact, and its suggestion is open', async () => {
  const { brand, flowDeps } = await aNight();
  flowDeps.moveTo('2026-11-24T22:59:59.000Z');
  const customer = await brand.customer(brand.ana);
  const suggestionId = await brand.suggestion(brand.ana, customer);
  const handed = await attemptContact(flowDeps, brand.ana, aWish(customer, { suggestionId }));
  assert.ok(handed.kind === 'allowed');
  flowDeps.moveTo('2026-11-24T23:00:00.000Z');
  const held = await hold(flowDeps, brand.ana, customer, { suggestionId, attemptId: handed.attempt.id });
  assert.equal(held.attempt.state, 'held');
  assert.equal(await liveHandovers(brand.brandId), 0);
  assert.equal(await suggestionState(suggestionId), 'open');
  flowDeps.moveTo('2026-11-25T15:00:00.000Z');
  await dispatch(flowDeps, brand.brandId);
  const sent = await attemptContact(
    flowDeps,
    brand.ana,
    aWish(customer, { suggestionId, attemptId: handed.attempt.id }),
  );
  assert.equal(sent.kind, 'allowed');
  assert.equal((await recordOutcome(flowDeps, brand.ana, handed.attempt.id, 'sent')).kind, 'said');
});

test('D14: a link that can still be opened is not given up: nobody knows yet whether it was sent', async () => {
  const { brand, flowDeps } = await aNight();
  flowDeps.moveTo('2026-11-24T22:30:00.000Z');
  const customer = await brand.customer(brand.ana);
  const handed = await attemptContact(flowDeps, brand.ana, aWish(customer));
  assert.ok(handed.kind === 'allowed');
  const earlier = {
    ...DEFAULT_POLICY,
    windows: [{ days: DEFAULT_POLICY.windows[0]?.days, start: '19:00', end: '08:00' }],
  };
  await publishPolicy(flowDeps, brand.brandId, aPublication(earlier as typeof DEFAULT_POLICY, 'now'), SUPPORT);
  const later = () =>
    attemptContact(flowDeps, brand.ana, aWish(customer, { attemptId: handed.attempt.id, hold: 'offered' }));
  assert.equal((await later()).kind, 'attempt_closed');
  assert.equal(await liveHandovers(brand.brandId), 1);
  flowDeps.moveTo(new Date(handed.validUntil).toISOString());
  assert.equal((await later()).kind, 'held');
  assert.equal(await liveHandovers(brand.brandId), 0);
});

test('H3: another message takes the place of the one that waits; only where it was not sent does that come back', async () => {
  const { brand, flowDeps } = await aNight();
  const customer = await brand.customer(brand.ana);
  const held = await hold(flowDeps, brand.ana, customer, { hold: Date.parse('2026-11-25T15:00:00Z') });
  flowDeps.moveTo(NOON);
  const other = await attemptContact(flowDeps, brand.ana, aWish(customer));
  assert.ok(other.kind === 'allowed');
  const replaced = await holdRow(owner, held.attempt.id);
  assert.deepEqual([replaced.ended_as, replaced.end_reason, replaced.news], ['cancelled', 'replaced', null]);
  const isOffered = async () => (await readHold(db, brand.brandId, held.attempt.id))?.mayReturn;
  assert.equal(await isOffered(), false);
  assert.equal(
    (await restoreHold(flowDeps, brand.ana, held.attempt.id)).kind,
    'not_held',
    'the customer has a message',
  );
  assert.equal((await recordOutcome(flowDeps, brand.ana, other.attempt.id, 'not_sent')).kind, 'said');
  assert.equal((await holdRow(owner, held.attempt.id)).news, 'ended', 'its seller is told');
  assert.equal(await isOffered(), true);
  const back = await restoreHold(flowDeps, brand.ana, held.attempt.id);
  assert.ok(back.kind === 'changed');
  assert.equal(back.attempt.heldUntil, held.heldUntil, 'at the minute it had');
  assert.equal(await isOffered(), false, 'what waits has nothing to be taken back');
});

test('H1: a parked one that was cancelled and comes back is claimed again', async () => {
  const { brand, flowDeps } = await aNight();
  const held = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  await owner.query("update holds set parked_at = now(), parked_why = 'x', failures = 3 where attempt_id = $1", [
    held.attempt.id,
  ]);
  await cancelHold(flowDeps, brand.ana, held.attempt.id);
  await restoreHold(flowDeps, brand.ana, held.attempt.id);
  flowDeps.moveTo(NOON);
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await holdRow(owner, held.attempt.id)).state, 'ready');
});

test('H3: a stop is heard by every screen of the brand, for it ends what colleagues had left', async () => {
  const { brand, flowDeps } = await aNight();
  const customer = await brand.customer(brand.ana);
  const bruno = await hold(flowDeps, brand.bruno, customer);
  flowDeps.moveTo(NOON);
  const sent = await attemptContact(flowDeps, brand.ana, aWish(customer));
  assert.ok(sent.kind === 'allowed');
  await recordOutcome(flowDeps, brand.ana, sent.attempt.id, 'stop');
  assert.equal((await holdRow(owner, bruno.attempt.id)).end_reason, 'opted_out');
  const { rows } = await owner.query(
    "select body from live_events where brand_id = $1 and person_id is null and store_id is null and body ? 'holds'",
    [brand.brandId],
  );
  assert.deepEqual(rows, [{ body: { holds: true } }]);
});
