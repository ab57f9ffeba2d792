/** Held contacts that are held again, passed on or replaced: no message is lost and none is sent twice (H3–H5, D14). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { accountForHolds } from '#flows/holds/account-for-holds.ts';
import { cancelHold, changeHold, restoreHold, seeHold } from '#flows/holds/change-hold.ts';
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

async function prepareNight() {
  const brand = await aBrand(owner);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1320);
  return { brand, flowDeps: createFlowDeps(db, NIGHT) };
}

async function countLiveHandovers(brandId: string): Promise<number> {
  const sql = 'select count(*)::int as n from handovers where brand_id = $1 and withdrawn_at is null';
  return (await owner.query(sql, [brandId])).rows[0].n;
}

async function readSuggestionState(id: string): Promise<string> {
  return (await owner.query('select state from suggestions where id = $1', [id])).rows[0].state;
}

test('H4: a suggestion that was passed on is sent by its new seller and is then done', async () => {
  const { brand, flowDeps } = await prepareNight();
  const customer = await brand.customer(brand.ana);
  const suggestionId = await brand.suggestion(brand.ana, customer);
  const held = await hold(flowDeps, brand.ana, customer, { suggestionId });
  const change = { text: null, heldUntil: null, sellerId: brand.bruno.personId };
  assert.equal((await changeHold(flowDeps, brand.carla, held.attempt.id, change)).kind, 'changed');
  flowDeps.moveTo(NOON);
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await holdRow(owner, held.attempt.id)).state, 'ready');
  const other = await brand.suggestion(brand.ana, await brand.customer(brand.ana));
  const wish = { suggestionId, attemptId: held.attempt.id };
  const strange = await attemptContact(flowDeps, brand.bruno, aWish(customer, { ...wish, suggestionId: other }));
  assert.equal(
    strange.kind,
    'not_found',
    'the new seller may send only the suggestion that was passed on with the hold',
  );
  const sent = await attemptContact(flowDeps, brand.bruno, aWish(customer, wish));
  assert.equal(sent.kind, 'allowed');
  assert.equal(await readSuggestionState(suggestionId), 'done');
});

test('H4: a passed-on contact whose link lapses stays with its new seller, who sends it again or holds it again in the same row', async () => {
  for (const portfolioOnly of [false, true]) {
    const { brand, flowDeps } = await prepareNight();
    await owner.query('update brands set portfolio_only = $2 where brand_id = $1', [brand.brandId, portfolioOnly]);
    const customer = await brand.customer(brand.ana);
    const suggestionId = await brand.suggestion(brand.ana, customer);
    const held = await hold(flowDeps, brand.ana, customer, { suggestionId });
    const attemptId = held.attempt.id;
    const passing = { text: null, heldUntil: null, sellerId: brand.bruno.personId };
    await changeHold(flowDeps, brand.carla, attemptId, passing);
    const send = (more: object = {}) =>
      attemptContact(flowDeps, brand.bruno, aWish(customer, { suggestionId, attemptId, ...more }));
    flowDeps.moveTo(NOON);
    await dispatch(flowDeps, brand.brandId);
    assert.equal((await send()).kind, 'allowed');
    flowDeps.moveTo('2026-11-24T22:59:00.000Z');
    assert.equal((await send()).kind, 'allowed', 'the first link has lapsed');
    flowDeps.moveTo('2026-11-24T23:00:00.000Z');
    assert.equal((await send()).kind, 'refused', 'refused at the quiet start, when the second link lapses');
    const later = await send({ hold: 'offered' });
    assert.ok(later.kind === 'held');
    const { rows } = await owner.query('select state, passed_by from holds where attempt_id = $1', [attemptId]);
    assert.deepEqual(rows, [{ state: 'waiting', passed_by: brand.carla.personId }]);
    assert.equal((await accountForHolds(db, brand.brandId)).isWhole, true);
    flowDeps.moveTo(new Date(later.heldUntil).toISOString());
    await dispatch(flowDeps, brand.brandId);
    assert.equal((await holdRow(owner, attemptId)).state, 'ready');
    assert.equal((await send()).kind, 'allowed');
    const again = await attemptContact(flowDeps, brand.bruno, aWish(customer, { suggestionId }));
    assert.notEqual(again.kind, 'allowed', 'the new seller may send the suggestion only with that attempt');
  }
});

test('H5: a change whose minute is refused changes neither the text nor the seller', async () => {
  const { brand, flowDeps } = await prepareNight();
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

test('D14, H5: a message that was said not to be sent can be held and sent again, and a stop can still be reported for it', async () => {
  const { brand, flowDeps } = await prepareNight();
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
  assert.equal(await countLiveHandovers(brand.brandId), 1);
  assert.equal((await recordOutcome(flowDeps, brand.ana, held.attempt.id, 'stop')).kind, 'said');
});

test('D14, P1: a handed-over message that is then held counts as not sent: no contact was made, and its suggestion is open', async () => {
  const { brand, flowDeps } = await prepareNight();
  flowDeps.moveTo('2026-11-24T22:59:59.000Z');
  const customer = await brand.customer(brand.ana);
  const suggestionId = await brand.suggestion(brand.ana, customer);
  const handed = await attemptContact(flowDeps, brand.ana, aWish(customer, { suggestionId }));
  assert.ok(handed.kind === 'allowed');
  flowDeps.moveTo('2026-11-24T23:00:00.000Z');
  const held = await hold(flowDeps, brand.ana, customer, { suggestionId, attemptId: handed.attempt.id });
  assert.equal(held.attempt.state, 'held');
  assert.equal(await countLiveHandovers(brand.brandId), 0);
  assert.equal(await readSuggestionState(suggestionId), 'open');
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

test('D14: a message cannot be held while its link can still be opened, because it may have been sent', async () => {
  const { brand, flowDeps } = await prepareNight();
  flowDeps.moveTo('2026-11-24T22:30:00.000Z');
  const customer = await brand.customer(brand.ana);
  const handed = await attemptContact(flowDeps, brand.ana, aWish(customer));
  assert.ok(handed.kind === 'allowed');
  const earlier = {
    ...DEFAULT_POLICY,
    windows: [{ days: DEFAULT_POLICY.windows[0]?.days, start: '19:00', end: '08:00' }],
  };
  await publishPolicy(flowDeps, brand.brandId, aPublication(earlier as typeof DEFAULT_POLICY, 'now'), SUPPORT);
  const holdAgain = () =>
    attemptContact(flowDeps, brand.ana, aWish(customer, { attemptId: handed.attempt.id, hold: 'offered' }));
  assert.equal((await holdAgain()).kind, 'attempt_closed');
  assert.equal(await countLiveHandovers(brand.brandId), 1);
  flowDeps.moveTo(new Date(handed.validUntil).toISOString());
  assert.equal((await holdAgain()).kind, 'held');
  assert.equal(await countLiveHandovers(brand.brandId), 0);
});

test('H3: another message to the customer replaces the held one, which can be restored only if the other was not sent', async () => {
  const { brand, flowDeps } = await prepareNight();
  const customer = await brand.customer(brand.ana);
  const held = await hold(flowDeps, brand.ana, customer, { hold: Date.parse('2026-11-25T15:00:00Z') });
  flowDeps.moveTo(NOON);
  const other = await attemptContact(flowDeps, brand.ana, aWish(customer));
  assert.ok(other.kind === 'allowed');
  const replaced = await holdRow(owner, held.attempt.id);
  assert.deepEqual([replaced.ended_as, replaced.end_reason, replaced.news], ['cancelled', 'replaced', null]);
  const mayReturn = async () => (await readHold(db, brand.brandId, held.attempt.id))?.mayReturn;
  assert.equal(await mayReturn(), false);
  assert.equal(
    (await restoreHold(flowDeps, brand.ana, held.attempt.id)).kind,
    'not_held',
    'the customer has got the other message',
  );
  assert.equal((await recordOutcome(flowDeps, brand.ana, other.attempt.id, 'not_sent')).kind, 'said');
  assert.equal((await holdRow(owner, held.attempt.id)).news, 'ended', 'the seller is told that the hold ended');
  assert.equal(await mayReturn(), true);
  assert.equal(await seeHold(flowDeps, brand.ana, held.attempt.id), 'seen');
  assert.equal(await mayReturn(), true, 'the seller may restore the hold after reading the news too');
  const back = await restoreHold(flowDeps, brand.ana, held.attempt.id);
  assert.ok(back.kind === 'changed');
  assert.equal(back.attempt.heldUntil, held.heldUntil, 'restored at the minute it had');
  assert.equal(await mayReturn(), false, 'a waiting hold cannot be restored');
});

test('H1: a parked hold that was cancelled and restored is claimed again', async () => {
  const { brand, flowDeps } = await prepareNight();
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

test('H3: a stop is sent to every screen of the brand, because it ends the holds of colleagues too', async () => {
  const { brand, flowDeps } = await prepareNight();
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
