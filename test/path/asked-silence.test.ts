/** A silence that a customer asked for binds everybody of the brand, moves what is held, and is in the record (D4b, H6). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { eraseCustomer } from '#flows/customers/privacy/erase-customer.ts';
import { askSilence, endSilence } from '#flows/customers/silences/ask-silence.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { replayRecord } from '#flows/record/replay-record.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { aBrand, type Someone } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow } from '#kit/hold-helpers.ts';
import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import { WEEKDAYS } from '#rules/time/calendar.ts';

const { db, owner } = await withDatabase();

/** Tuesday 24 November, 10:00 in São Paulo. */
const MORNING = '2026-11-24T13:00:00.000Z';
const AFTER_TWO: AskedSilence = { days: WEEKDAYS, start: '00:00', end: '14:00' };
const TWO = Date.parse('2026-11-24T17:00:00.000Z');

async function prepareBrand(at = MORNING) {
  const brand = await aBrand(owner);
  const deps = createFlowDeps(db, at);
  const suggested = async (seller: Someone, customerId: string, hold: 'offered' | null = null) =>
    attemptContact(deps, seller, aWish(customerId, { suggestionId: await brand.suggestion(seller, customerId), hold }));
  const ask = (author: Someone, customerId: string, wish: AskedSilence) =>
    askSilence(deps, actorOf(author), customerId, wish);
  return { brand, deps, suggested, ask };
}

function actorOf({ turnId, ...person }: Someone): PersonActor {
  return { ...person, kind: 'person', name: 'Ana', turnId, sessionKey: 'test' };
}

test('D4b: a silence that Ana wrote down refuses Bruno’s suggestion, says what was asked, and the contact is held for 14:00', async () => {
  const { brand, suggested, ask } = await prepareBrand();
  const marina = await brand.customer(brand.ana);
  const added = await ask(brand.ana, marina, AFTER_TWO);
  assert.ok(added.kind === 'added');
  assert.deepEqual([added.moved, added.leavesNoTime], [0, false]);
  const refused = await suggested(brand.bruno, marina);
  assert.ok(refused.kind === 'refused');
  assert.equal(refused.reason, 'customer_asked_silence');
  assert.equal(refused.decision.opensAt, TWO);
  assert.deepEqual(refused.spoken.askedSilences, [AFTER_TWO]);
  const kept = await suggested(brand.bruno, marina, 'offered');
  assert.ok(kept.kind === 'held');
  assert.ok(kept.heldUntil >= TWO && kept.heldUntil < TWO + 10 * 60_000);
});

test('D4b: the silence holds for a duplicate with the number and after a change of the number, and for no other customer', async () => {
  const { brand, suggested, ask } = await prepareBrand();
  const marina = await brand.customer(brand.ana);
  await ask(brand.ana, marina, AFTER_TWO);
  const { rows } = await owner.query('select phone, number_hash from customers where id = $1', [marina]);
  await owner.query("update customers set phone = '+5511988880001', number_hash = $2 where id = $1", [
    marina,
    Buffer.alloc(32, 7),
  ]);
  assert.equal((await suggested(brand.ana, marina)).kind, 'refused');
  const duplicate = await brand.customer(brand.bruno, rows[0]);
  assert.equal((await suggested(brand.bruno, duplicate)).kind, 'refused');
  assert.equal((await suggested(brand.bruno, await brand.customer(brand.bruno))).kind, 'allowed');
});

test('H6: held contacts of the number move, those of all sellers, each to a minute of its own; others keep their minute', async () => {
  const { brand, deps, ask } = await prepareBrand('2026-11-24T01:00:00.000Z');
  const marina = await brand.customer(brand.ana);
  const { rows } = await owner.query('select phone, number_hash from customers where id = $1', [marina]);
  await owner.query("update customers set phone = '+5511988880002' where id = $1", [marina]);
  const duplicate = await brand.customer(brand.bruno, rows[0]);
  const other = await brand.customer(brand.ana);
  const held = [
    await hold(deps, brand.ana, marina),
    await hold(deps, brand.bruno, duplicate),
    await hold(deps, brand.ana, other),
  ];
  const before = await Promise.all(held.map(({ attempt }) => holdRow(owner, attempt.id)));
  const added = await ask(brand.carla, marina, AFTER_TWO);
  assert.ok(added.kind === 'added');
  assert.equal(added.moved, 2);
  const after = await Promise.all(held.map(({ attempt }) => holdRow(owner, attempt.id)));
  assert.ok(Number(after[0]?.due_at) >= TWO && Number(after[1]?.due_at) >= TWO);
  assert.deepEqual(after[2]?.due_at, before[2]?.due_at);
  deps.moveTo('2026-11-24T16:59:00.000Z');
  const early = await dispatch(deps, brand.brandId);
  assert.deepEqual(
    early.map(({ became }) => became),
    ['ready'],
    'only the other customer’s contact is ready before 14:00',
  );
});

test('H6: a ready contact waits again when the silence begins, and an ended silence moves nothing earlier', async () => {
  const { brand, deps, ask } = await prepareBrand('2026-11-24T01:00:00.000Z');
  const marina = await brand.customer(brand.ana);
  const held = await hold(deps, brand.ana, marina);
  deps.moveTo(MORNING);
  await dispatch(deps, brand.brandId);
  assert.equal((await holdRow(owner, held.attempt.id)).state, 'ready');
  const added = await ask(brand.ana, marina, AFTER_TWO);
  await dispatch(deps, brand.brandId);
  const waits = await holdRow(owner, held.attempt.id);
  assert.equal(waits.state, 'waiting');
  assert.ok(Number(waits.due_at) >= TWO);
  assert.ok(added.kind === 'added');
  const ending = { customerId: marina, silenceId: added.id };
  assert.equal(await endSilence(deps, actorOf(brand.bruno), ending), 'ended');
  assert.deepEqual((await holdRow(owner, held.attempt.id)).due_at, waits.due_at);
  assert.equal(await endSilence(deps, actorOf(brand.bruno), ending), 'not_found');
});

test('D4b: a person of another store or brand may not write one down, a date in the past is a fault, and the ninth is too many', async () => {
  const { brand, deps, ask } = await prepareBrand();
  const marina = await brand.customer(brand.ana);
  const other = await aBrand(owner);
  assert.deepEqual(await askSilence(deps, actorOf(other.ana), marina, AFTER_TWO), { kind: 'not_found' });
  assert.deepEqual(await ask(brand.ana, marina, { until: '2026-11-23' }), {
    kind: 'faults',
    faults: [{ path: 'until', code: 'until_past' }],
  });
  for (let n = 0; n < 8; n += 1) await ask(brand.ana, marina, { days: ['mon'], start: '00:00', end: `0${n + 1}:00` });
  assert.deepEqual(await ask(brand.ana, marina, AFTER_TWO), { kind: 'too_many' });
});

test('D4b: where quiet hours and the silences leave no time within 30 days, the answer says so', async () => {
  const { brand, ask } = await prepareBrand();
  const marina = await brand.customer(brand.ana);
  const day = await ask(brand.ana, marina, { days: WEEKDAYS, start: '07:00', end: '19:59' });
  assert.ok(day.kind === 'added' && !day.leavesNoTime);
  const rest = await ask(brand.ana, marina, { days: WEEKDAYS, start: '19:00', end: '20:30' });
  assert.ok(rest.kind === 'added' && rest.leavesNoTime);
});

test('R1–R3: the silences are in the receipt without a word of text; replay and verify find nothing', async () => {
  const { brand, deps, suggested, ask } = await prepareBrand();
  const marina = await brand.customer(brand.ana);
  await ask(brand.ana, marina, AFTER_TWO);
  await ask(brand.ana, marina, { until: '2026-11-30' });
  await suggested(brand.ana, marina);
  const { rows } = await owner.query('select asked_silences, rules from receipts where brand_id = $1', [brand.brandId]);
  assert.deepEqual(rows[0].asked_silences, [AFTER_TWO, { until: '2026-11-30' }]);
  const found: unknown[] = [];
  const { tzVersion } = deps;
  const judged = await replayRecord({ db, timelines: new Timelines(), tzVersion }, brand.brandId, (each) =>
    found.push(each),
  );
  assert.deepEqual([judged, found], [rows.length, []]);
  assert.equal((await verifyRecord(db, deps.receiptKey, brand.brandId)).broken, null);
});

test('D4b: an erasure deletes the silences of the customer and of nobody else', async () => {
  const { brand, deps, ask } = await prepareBrand();
  const [marina, other] = [await brand.customer(brand.ana), await brand.customer(brand.ana)];
  await ask(brand.ana, marina, AFTER_TWO);
  await ask(brand.ana, other, AFTER_TWO);
  const erasing = { ...deps, numberKey: new Uint8Array(32).fill(2) };
  const manager = { ...actorOf(brand.carla), role: 'brand_manager', storeId: null } as const;
  const wish = { customerId: marina, reason: 'Pediu para apagar.' };
  assert.equal(await eraseCustomer(erasing, manager, wish), 'erased');
  const { rows } = await owner.query('select customer_id from asked_silences where brand_id = $1', [brand.brandId]);
  assert.deepEqual(rows, [{ customer_id: other }]);
});
