/**
 * Retention: what is older than a brand keeps is deleted by age, the oldest receipts first and without a gap; the chain starts
 * at a sealed mark, and nothing younger can be deleted (R1, R3).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { accountForHolds } from '#flows/holds/account-for-holds.ts';
import { deleteOldData } from '#flows/record/delete-old-data.ts';
import { replayRecord } from '#flows/record/replay-record.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';

const { db, owner } = await withDatabase();
const DAY_MS = 24 * 3_600_000;
const NOW = Date.now();
const wish = { origin: null, suggestionId: null, attemptId: null, acknowledgement: null, because: null, hold: null };

/** Makes a brand with a contact at noon on each of these days before now, in this order; returns the attempts' ids. */
async function makeRecord(daysAgo: readonly number[]) {
  const brand = await aBrand(owner, { policy: null });
  const flowDeps = createFlowDeps(db, new Date(NOW).toISOString());
  const attempts: string[] = [];
  for (const days of daysAgo) {
    flowDeps.moveTo(new Date(NOW - days * DAY_MS).toISOString());
    const customerId = await brand.customer(brand.ana);
    const answer = await attemptContact(flowDeps, brand.ana, {
      ...wish,
      key: uuidv7(),
      customerId,
      text: `há ${days} dias`,
    });
    assert.equal(answer.kind, 'allowed');
    if (answer.kind === 'allowed') attempts.push(answer.attempt.id);
  }
  const { brandId } = brand;
  const deps = { db, hostNow: () => NOW, receiptKey: flowDeps.receiptKey };
  const set = (change: string) => owner.query(`update brands set ${change} where brand_id = $1`, [brandId]);
  const numbers = async () =>
    (await owner.query('select number from receipts where brand_id = $1 order by number', [brandId])).rows.map(
      ({ number }) => Number(number),
    );
  const texts = async () =>
    (await owner.query('select text from attempts where brand_id = $1 order by created_at', [brandId])).rows.map(
      ({ text }) => text,
    );
  const verify = () => verifyRecord(db, flowDeps.receiptKey, brandId);
  return { brand, brandId, flowDeps, deps, attempts, set, numbers, texts, verify };
}

test('receipts older than the brand keeps go with attempts and hand-overs, the chain starts at the mark, and replay goes on', async () => {
  const { brandId, flowDeps, deps, attempts, set, numbers, verify } = await makeRecord([900, 500, 400, 200, 10]);
  await set('receipts_days = 365');
  assert.equal(await deleteOldData(deps, brandId), true);
  assert.deepEqual(await numbers(), [4, 5]);
  const left = await owner.query('select id from attempts where brand_id = $1 order by created_at', [brandId]);
  assert.deepEqual(
    left.rows.map(({ id }) => id),
    attempts.slice(3),
  );
  assert.equal((await owner.query('select from handovers where brand_id = $1', [brandId])).rowCount, 2);
  const { broken, mark, receipts } = await verify();
  assert.deepEqual([broken, mark, receipts], [null, { number: 3, day: new Date(NOW).toISOString().slice(0, 10) }, 5]);
  const differing: unknown[] = [];
  const { timelines, tzVersion } = flowDeps;
  assert.equal(await replayRecord({ db, timelines, tzVersion }, brandId, (each) => differing.push(each)), 2);
  assert.deepEqual(differing, []);
});

test('a younger receipt stops the deletion, also where an older one comes after it', async () => {
  const { brandId, deps, set, numbers, verify } = await makeRecord([900, 100, 800, 5]);
  await set('receipts_days = 365');
  await deleteOldData(deps, brandId);
  assert.deepEqual(await numbers(), [2, 3, 4]);
  assert.deepEqual((await verify()).broken, null);
});

test('receipts stay for 180 days and for the days of the cool-down, whatever the setting says, and no caller can shorten that', async () => {
  const { brandId, deps, set, numbers } = await makeRecord([400, 300, 170]);
  await assert.rejects(set('receipts_days = 30'), /brands_receipts_days/);
  await set('receipts_days = 180, cool_down_days = 365');
  await deleteOldData(deps, brandId);
  assert.deepEqual(await numbers(), [2, 3]);
  await set('cool_down_days = 0');
  const late = { ...deps, hostNow: () => NOW + 3_650 * DAY_MS };
  await deleteOldData(late, brandId);
  assert.deepEqual(await numbers(), [3], 'a clock that runs ahead deletes nothing younger');
});

test('a record whose start is missing without a mark is broken, and so is one with an edited mark or with receipts before it', async () => {
  const { brandId, deps, set, verify } = await makeRecord([900, 800, 10]);
  await set('receipts_days = 365');
  await deleteOldData(deps, brandId);
  const mark = (await owner.query('select * from record_marks where brand_id = $1', [brandId])).rows[0];
  await owner.query('update record_marks set day = day - 1 where brand_id = $1', [brandId]);
  assert.deepEqual((await verify()).broken, { kind: 'mark_edited', number: 2 });
  await owner.query('update record_marks set day = day + 1, number = 1 where brand_id = $1', [brandId]);
  assert.equal((await verify()).broken?.kind, 'mark_edited');
  await owner.query('update record_marks set number = 2 where brand_id = $1', [brandId]);
  assert.equal((await verify()).broken, null);
  await owner.query('delete from record_marks where brand_id = $1', [brandId]);
  assert.deepEqual((await verify()).broken, { kind: 'missing', number: 1 });
  assert.equal(Number(mark.number), 2);
});

test('a start that somebody cuts off behind the mark is found', async () => {
  const { brandId, deps, set, attempts, verify } = await makeRecord([900, 100, 50, 10]);
  await set('receipts_days = 365');
  await deleteOldData(deps, brandId);
  await owner.query('delete from handovers where attempt_id = $1', [attempts[1]]);
  await owner.query('delete from receipts where attempt_id = $1', [attempts[1]]);
  assert.deepEqual((await verify()).broken, { kind: 'missing', number: 2 });
});

test('texts go after their days and drafts earlier; what is held keeps its text; a second run changes nothing', async () => {
  const { brandId, deps, set, attempts, texts, brand } = await makeRecord([200, 100, 40, 5]);
  await owner.query(`update attempts set state = 'refused' where id = any($1)`, [attempts.slice(1, 3)]);
  await owner.query(`update attempts set state = 'held' where id = $1`, [attempts[1]]);
  await set('texts_days = 180, drafts_days = 30');
  await owner.query(
    `insert into turns (brand_id, id, person_id, store_id, session_id, began_at, ends_at, ended_at, touched_at, ended_how)
     select $1, gen_random_uuid(), $2, $3, gen_random_uuid(), t, t, t, t, 'idle' from unnest($4::timestamptz[]) as t`,
    [
      brandId,
      brand.ana.personId,
      brand.ana.storeId,
      [40, 20].map((days) => new Date(NOW - days * DAY_MS).toISOString()),
    ],
  );
  await owner.query(
    `insert into support_access_log (brand_id, id, at, support_id, support_name, what)
     select $1, gen_random_uuid(), t, 's', 'Sofia', 'attempts' from unnest($2::timestamptz[]) as t`,
    [brandId, [800, 700].map((days) => new Date(NOW - days * DAY_MS).toISOString())],
  );
  await deleteOldData(deps, brandId);
  const after = [null, 'há 100 dias', null, 'há 5 dias'];
  assert.deepEqual(await texts(), after);
  const rest = async (table: string) =>
    (await owner.query(`select from ${table} where brand_id = $1`, [brandId])).rowCount;
  assert.deepEqual([await rest('turns'), await rest('support_access_log')], [1, 1]);
  await deleteOldData(deps, brandId);
  assert.deepEqual(await texts(), after);
  await deleteOldData({ ...deps, hostNow: () => NOW + 60 * DAY_MS }, brandId);
  assert.deepEqual(
    await texts(),
    [null, 'há 100 dias', null, null].map((text, at) => (at === 3 ? 'há 5 dias' : text)),
  );
});

test('H3: holds that go with their attempts leave the account of held contacts whole', async () => {
  const brand = await aBrand(owner);
  const { brandId, ana } = brand;
  const flowDeps = createFlowDeps(db, '2026-11-24T02:00:00.000Z');
  const customerId = await brand.customer(ana);
  const held = await attemptContact(flowDeps, ana, { ...wish, key: uuidv7(), customerId, text: 'x', hold: 'offered' });
  assert.equal(held.kind, 'held');
  const deps = { db, hostNow: () => NOW, receiptKey: flowDeps.receiptKey };
  const rest = async (table: string) =>
    (await owner.query(`select from ${table} where brand_id = $1`, [brandId])).rowCount;
  await owner.query(`update receipts set decided_at = decided_at - interval '9 years' where brand_id = $1`, [brandId]);
  await owner.query(
    `update holds set state = 'ended', ended_at = held_at, ended_as = 'cancelled', end_reason = 'seller' where brand_id = $1`,
    [brandId],
  );
  assert.deepEqual([await rest('holds'), (await accountForHolds(db, brandId)).created], [1, 1]);
  await deleteOldData(deps, brandId);
  const { isWhole, created } = await accountForHolds(db, brandId);
  assert.deepEqual([isWhole, created], [true, 0]);
  for (const table of ['receipts', 'attempts', 'holds', 'hold_events', 'slots'])
    assert.equal(await rest(table), 0, table);
});

test('tokens of warnings go a week after they expired, and younger ones stay', async () => {
  const { brand, brandId, flowDeps, deps } = await makeRecord([]);
  const night = await aBrand(owner);
  const at = (days: number) => `${new Date(NOW - days * DAY_MS).toISOString().slice(0, 10)}T02:00:00.000Z`;
  for (const days of [20, 3]) {
    flowDeps.moveTo(at(days));
    const customerId = await night.customer(night.ana);
    const warned = await attemptContact(flowDeps, night.ana, { ...wish, key: uuidv7(), customerId, text: 'Oi!' });
    assert.equal(warned.kind, 'warned');
  }
  assert.notEqual(brand.brandId, night.brandId);
  assert.equal(await deleteOldData(deps, brandId), true);
  assert.equal(await deleteOldData(deps, night.brandId), true);
  const { rows } = await owner.query('select issued_at from acknowledgements where brand_id = $1', [night.brandId]);
  assert.deepEqual(
    rows.map(({ issued_at: issuedAt }) => Number(issuedAt)),
    [Date.parse(at(3))],
  );
});
