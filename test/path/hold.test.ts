/**
 * A contact that may not be made now is held: the minute that the answer offers is the minute of the hold (H1, H7,
 * P3).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { cancelHold, changeHold, restoreHold } from '#flows/holds/change-hold.ts';
import { readHold } from '#flows/holds/read-holds.ts';
import { publishPolicy } from '#flows/policy/change-policy.ts';
import { holdBody } from '#http/holds/present-hold.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow, openDaily } from '#kit/hold-helpers.ts';
import { aPublication } from '#kit/publication-body.ts';
import { offsetOf } from '#rules/contact/pace.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';

const { db, owner } = await withDatabase();

/** Monday 23 November, 22:14 in São Paulo. The stores open at ten on their own clocks. */
const NIGHT = '2026-11-24T01:14:00.000Z';
const TEN = Date.parse('2026-11-24T13:00:00.000Z');
const MINUTE = 60_000;
const SUPPORT = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };

async function prepareNight() {
  const brand = await aBrand(owner);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1320);
  await openDaily(owner, brand.brandId, brand.stores.adrianopolis, 600, 1320);
  return { brand, flowDeps: createFlowDeps(db, NIGHT) };
}

async function count(table: string, brandId: string, where = 'true'): Promise<number> {
  const { rows } = await owner.query(`select count(*)::int as n from ${table} where brand_id = $1 and ${where}`, [
    brandId,
  ]);
  return rows[0].n;
}

test('H7: a refusal offers one of the first minutes of the store’s own opening, and the hold gets exactly that minute', async () => {
  const { brand, flowDeps } = await prepareNight();
  const customer = await brand.customer(brand.ana);
  const suggestionId = await brand.suggestion(brand.ana, customer);
  const refused = await attemptContact(flowDeps, brand.ana, aWish(customer, { suggestionId }));
  assert.ok(refused.kind === 'refused');
  assert.equal(refused.decision.opensAt, Date.parse('2026-11-24T11:00:00.000Z'), 'the policy opens at eight');
  assert.equal(refused.suggestedReleaseAt, TEN + offsetOf(brand.ana.personId) * MINUTE);
  const held = await hold(flowDeps, brand.ana, customer, { suggestionId, attemptId: refused.attempt.id });
  assert.equal(held.heldUntil, refused.suggestedReleaseAt);
  assert.equal(held.attempt.id, refused.attempt.id);
  assert.equal(held.attempt.state, 'held');
  assert.equal(held.attempt.heldUntil, held.heldUntil);
  assert.equal(await count('receipts', brand.brandId), 2);
  assert.equal(await count('handovers', brand.brandId), 0);
  assert.equal(await count('ledgers', brand.brandId, 'holds_created = 1'), 1);
});

test('H7: without store hours the opening is the quiet end; a hold waits for the hour that the customer asked for', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NIGHT);
  const offset = offsetOf(brand.ana.personId) * MINUTE;
  const plain = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  assert.equal(plain.heldUntil, Date.parse('2026-11-24T11:00:00.000Z') + offset);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1320);
  const late = await hold(flowDeps, brand.ana, await brand.customer(brand.ana, { contact_from_minute: 15 * 60 }));
  assert.equal(late.heldUntil, Date.parse('2026-11-24T18:00:00.000Z') + offset);
});

test('P3: seven holds of one morning get minutes in van der Corput’s order, and no later hold moves an earlier one', async () => {
  const { brand, flowDeps } = await prepareNight();
  const first = TEN + offsetOf(brand.ana.personId) * MINUTE;
  const minutes: number[] = [];
  for (let n = 0; n < 7; n++) {
    const held = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
    minutes.push((held.heldUntil - first) / MINUTE);
  }
  assert.deepEqual(minutes, [0, 60, 30, 90, 15, 75, 45]);
  assert.equal(await count('holds', brand.brandId, 'due_at = promised_at'), 7);
});

test('P4: twenty simultaneous holds get twenty different minutes', async () => {
  const { brand, flowDeps } = await prepareNight();
  const customers = await Promise.all(Array.from({ length: 20 }, () => brand.customer(brand.ana)));
  const held = await Promise.all(customers.map((customer) => hold(flowDeps, brand.ana, customer)));
  assert.equal(new Set(held.map(({ heldUntil }) => heldUntil)).size, 20);
});

test('P3: holds that do not fit a full morning are marked so, and get minutes of the next morning', async () => {
  const { brand, flowDeps } = await prepareNight();
  const policy = { ...DEFAULT_POLICY, pace: { ...DEFAULT_POLICY.pace, releaseSpreadMinutes: 5 } };
  await publishPolicy(flowDeps, brand.brandId, aPublication(policy, 'now'), SUPPORT);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 612);
  const held = [];
  for (let n = 0; n < 14; n++) held.push(await hold(flowDeps, brand.ana, await brand.customer(brand.ana)));
  const slotsLeft = 12 - offsetOf(brand.ana.personId);
  assert.deepEqual(
    held.map(({ didNotFit }) => didNotFit),
    held.map((_, n) => n >= slotsLeft),
  );
  for (const { attempt, didNotFit } of held) {
    assert.equal((await holdRow(owner, attempt.id)).news, didNotFit ? 'did_not_fit' : null);
  }
  const closes = TEN + 12 * MINUTE;
  assert.ok(held.every(({ heldUntil }, n) => (n < slotsLeft ? heldUntil < closes : heldUntil > closes)));
});

test('H1: a warned contact can be held instead of acknowledged; an allowed contact is handed over although it asked to be held', async () => {
  const { brand, flowDeps } = await prepareNight();
  const customer = await brand.customer(brand.ana);
  const warned = await attemptContact(flowDeps, brand.ana, aWish(customer));
  assert.ok(warned.kind === 'warned');
  assert.equal(warned.suggestedReleaseAt, TEN + offsetOf(brand.ana.personId) * MINUTE);
  const held = await hold(flowDeps, brand.ana, customer, { attemptId: warned.attempt.id });
  assert.equal(held.decision.verdict, 'warn');
  flowDeps.moveTo('2026-11-24T15:00:00.000Z');
  const other = await attemptContact(flowDeps, brand.bruno, aWish(customer, { hold: 'offered' }));
  assert.equal(other.kind, 'allowed');
});

test('H1: a contact without an opening is not held: a stop, an unknown permission, quiet hours that never end (T9)', async () => {
  const { brand, flowDeps } = await prepareNight();
  const stopped = await brand.customer(brand.ana, { opted_out_at: '2026-11-01T00:00:00Z' });
  const unknown = await brand.customer(brand.ana, { permission: 'unknown' });
  const suggestionId = await brand.suggestion(brand.ana, unknown);
  const first = await attemptContact(flowDeps, brand.ana, aWish(stopped, { hold: 'offered' }));
  assert.ok(first.kind === 'refused');
  assert.deepEqual([first.reason, first.suggestedReleaseAt], ['opted_out', null]);
  const second = await attemptContact(flowDeps, brand.ana, aWish(unknown, { hold: 'offered', suggestionId }));
  assert.ok(second.kind === 'refused');
  assert.equal(second.suggestedReleaseAt, null);

  const always = { ...DEFAULT_POLICY, windows: [{ ...DEFAULT_POLICY.windows[0], start: '00:00', end: '24:00' }] };
  await publishPolicy(flowDeps, brand.brandId, aPublication(always as typeof DEFAULT_POLICY, 'now'), SUPPORT);
  const third = await attemptContact(flowDeps, brand.ana, aWish(await brand.customer(brand.ana), { hold: 'offered' }));
  assert.ok(third.kind === 'refused', 'a contact that should be held and cannot be is refused, not warned');
  assert.deepEqual([third.reason, third.suggestedReleaseAt], ['quiet_hours', null]);
  assert.equal(await count('holds', brand.brandId), 0);
});

test('H5: a chosen instant is kept to the millisecond; a quiet one is refused with the next possible, past and far ones too', async () => {
  const { brand, flowDeps } = await prepareNight();
  const at = (text: string) => Date.parse(text);
  const customer = await brand.customer(brand.ana);
  const quiet = await attemptContact(flowDeps, brand.ana, aWish(customer, { hold: at('2026-11-24T10:30:00Z') }));
  assert.ok(quiet.kind === 'refused' && quiet.timeQuiet);
  assert.equal(quiet.suggestedReleaseAt, TEN + offsetOf(brand.ana.personId) * MINUTE);
  for (const [instant, kind] of [
    ['2026-11-24T01:14:00Z', 'time_past'],
    ['2026-12-25T01:14:00Z', 'time_too_far'],
  ] as const) {
    const answer = await attemptContact(flowDeps, brand.ana, aWish(customer, { hold: at(instant) }));
    assert.equal(answer.kind, kind);
  }
  const chosen = await hold(flowDeps, brand.ana, customer, { hold: at('2026-11-24T14:21:00Z') });
  assert.equal(chosen.heldUntil, at('2026-11-24T14:21:00Z'));
  assert.equal((await holdRow(owner, chosen.attempt.id)).opening_at, null);
});

test('a second hold for the same customer and seller is answered with the first; the same attempt only changes its minute', async () => {
  const { brand, flowDeps } = await prepareNight();
  const customer = await brand.customer(brand.ana);
  const held = await hold(flowDeps, brand.ana, customer);
  const again = await attemptContact(flowDeps, brand.ana, aWish(customer, { hold: 'offered' }));
  assert.ok(again.kind === 'already_held');
  assert.equal(again.attempt.id, held.attempt.id);
  assert.equal(again.attempt.heldUntil, held.heldUntil);
  const later = Date.parse('2026-11-24T20:00:00Z');
  const moved = await hold(flowDeps, brand.ana, customer, { attemptId: held.attempt.id, hold: later });
  assert.equal(moved.heldUntil, later);
  assert.equal(await count('holds', brand.brandId), 1);
  assert.equal(await count('ledgers', brand.brandId, 'holds_created = 1'), 1);
});

test('the same key gets the same answer, and the contact is held once', async () => {
  const { brand, flowDeps } = await prepareNight();
  const wish = aWish(await brand.customer(brand.ana), { hold: 'offered' });
  const [first, second] = [
    await attemptContact(flowDeps, brand.ana, wish),
    await attemptContact(flowDeps, brand.ana, wish),
  ];
  assert.ok(first.kind === 'held' && second.kind === 'held');
  assert.equal(second.heldUntil, first.heldUntil);
  assert.equal(await count('holds', brand.brandId), 1);
});

test('H3, H5: a hold that is cancelled and restored has its minute again, because its slot was not given to another hold', async () => {
  const { brand, flowDeps } = await prepareNight();
  const held = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  assert.equal((await cancelHold(flowDeps, brand.ana, held.attempt.id)).kind, 'changed');
  const cancelled = await holdRow(owner, held.attempt.id);
  assert.deepEqual([cancelled.ended_as, cancelled.end_reason], ['cancelled', 'seller']);
  assert.equal(cancelled.attempt_state, 'cancelled');
  const other = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  assert.notEqual(other.heldUntil, held.heldUntil, 'freed slots are not given out again');
  const restored = await restoreHold(flowDeps, brand.ana, held.attempt.id);
  assert.ok(restored.kind === 'changed');
  assert.equal(restored.attempt.heldUntil, held.heldUntil);
  assert.equal((await holdRow(owner, held.attempt.id)).attempt_state, 'held');
  assert.equal(
    (await cancelHold(flowDeps, brand.bruno, held.attempt.id)).kind,
    'not_found',
    'another seller cannot cancel the hold',
  );
});

test('H4: a seller may not pass a hold on to anybody, and a colleague does not find it', async () => {
  const { brand, flowDeps } = await prepareNight();
  const held = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  const pass = (by: typeof brand.ana, sellerId: string) =>
    changeHold(flowDeps, by, held.attempt.id, { text: null, heldUntil: null, sellerId });
  for (const to of [brand.bruno, brand.davi, brand.carla]) {
    assert.equal((await pass(brand.ana, to.personId)).kind, 'forbidden');
  }
  assert.equal((await pass(brand.bruno, brand.bruno.personId)).kind, 'not_found');
  assert.equal((await pass(brand.ana, brand.ana.personId)).kind, 'changed', 'a hold may stay with its seller');
  assert.equal((await holdRow(owner, held.attempt.id)).seller_id, brand.ana.personId);
});

test('H4, H5: a hold that a manager passes on keeps its minute, and the new seller may send it to another seller’s customer', async () => {
  const { brand, flowDeps } = await prepareNight();
  await owner.query('update brands set portfolio_only = true where brand_id = $1', [brand.brandId]);
  const customer = await brand.customer(brand.ana);
  const held = await hold(flowDeps, brand.ana, customer);
  const pass = (sellerId: string) =>
    changeHold(flowDeps, brand.carla, held.attempt.id, { text: null, heldUntil: null, sellerId });
  assert.equal((await pass(brand.davi.personId)).kind, 'other_seller', 'Davi works in another store, in Manaus');
  const passed = await pass(brand.bruno.personId);
  assert.ok(passed.kind === 'changed');
  assert.equal(passed.attempt.heldUntil, held.heldUntil);
  assert.equal(passed.attempt.sellerId, brand.bruno.personId);
  flowDeps.moveTo(new Date(held.heldUntil).toISOString());
  assert.deepEqual(
    (await dispatch(flowDeps, brand.brandId)).map(({ became, sellerId }) => [became, sellerId]),
    [['ready', brand.bruno.personId]],
  );
  const sent = await attemptContact(flowDeps, brand.bruno, aWish(customer, { attemptId: held.attempt.id }));
  assert.equal(sent.kind, 'allowed');
  assert.equal((await holdRow(owner, held.attempt.id)).end_reason, 'handed_over');
});

test('H4: a hold is not passed on to a seller who already has one for this customer, and both stay as they were', async () => {
  const { brand, flowDeps } = await prepareNight();
  const customer = await brand.customer(brand.ana);
  const anasHold = await hold(flowDeps, brand.ana, customer);
  const brunosHold = await hold(flowDeps, brand.bruno, customer);
  const pass = { text: null, heldUntil: null, sellerId: brand.bruno.personId };
  assert.deepEqual(await changeHold(flowDeps, brand.carla, anasHold.attempt.id, pass), {
    kind: 'has_one',
    sellerFirstName: 'Bruno',
    customerFirstName: 'Marina',
  });
  assert.equal((await holdRow(owner, anasHold.attempt.id)).seller_id, brand.ana.personId);
  assert.equal((await holdRow(owner, brunosHold.attempt.id)).seller_id, brand.bruno.personId);
});

test('H5: a change sets text and minute; a quiet minute is refused with the next possible one', async () => {
  const { brand, flowDeps } = await prepareNight();
  const held = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
  const change = (heldUntil: number) =>
    changeHold(flowDeps, brand.ana, held.attempt.id, { text: 'Bom dia!', heldUntil, sellerId: null });
  const quiet = await change(Date.parse('2026-11-25T02:00:00Z'));
  assert.ok(quiet.kind === 'time_quiet');
  assert.equal(quiet.offered, TEN + 24 * 60 * MINUTE + offsetOf(brand.ana.personId) * MINUTE);
  assert.equal((await change(Date.parse('2026-11-24T16:00:00Z'))).kind, 'changed');
  const row = await holdRow(owner, held.attempt.id);
  assert.equal(row.due_at, Date.parse('2026-11-24T16:00:00Z'));
  const { rows } = await owner.query('select text from attempts where id = $1', [held.attempt.id]);
  assert.equal(rows[0].text, 'Bom dia!');
});

test('D14: a contact handed over and then not sent can be restored and cancelled, and its sentence says the last of these (H3)', async () => {
  const { brand, flowDeps } = await prepareNight();
  const customer = await brand.customer(brand.ana);
  const held = await hold(flowDeps, brand.ana, customer);
  flowDeps.moveTo(new Date(held.heldUntil).toISOString());
  await dispatch(flowDeps, brand.brandId);
  await attemptContact(flowDeps, brand.ana, aWish(customer, { attemptId: held.attempt.id }));
  await recordOutcome(flowDeps, brand.ana, held.attempt.id, 'not_sent');
  const row = await holdRow(owner, held.attempt.id);
  assert.deepEqual([row.ended_as, row.attempt_state], ['cancelled', 'abandoned']);
  const sentence = async () => {
    const shown = await readHold(db, brand.brandId, held.attempt.id);
    return shown && holdBody(shown, 'pt-BR', flowDeps.now()).sentence;
  };
  assert.equal(await sentence(), 'Não enviada. Não contamos como contato.');

  assert.equal((await restoreHold(flowDeps, brand.ana, held.attempt.id)).kind, 'changed');
  assert.equal((await cancelHold(flowDeps, brand.ana, held.attempt.id)).kind, 'changed');
  assert.match((await sentence()) ?? '', /^Cancelada por /, 'the sentence of “not sent” is replaced');
});
