/** The cool-down and unanswered contacts count by number, for everybody of the brand, from the brand's settings on (D6, D6b). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { changeBrandSettings } from '#flows/people/settings.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { replayRecord } from '#flows/record/replay-record.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { aBrand, type Someone } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow } from '#kit/hold-helpers.ts';
import type { Outcome } from '#rules/contact/attempt.ts';

const { db, owner } = await withDatabase();

const NOON = '2026-11-24T15:00:00.000Z';
const DAY = 86_400_000;
const later = (days: number, hours = 0) => new Date(Date.parse(NOON) + days * DAY + hours * 3_600_000).toISOString();

async function prepareBrand(settings: { coolDownDays?: number; unansweredAfter?: number }) {
  const brand = await aBrand(owner);
  await changeBrandSettings(db, brand.brandId, settings);
  const flowDeps = createFlowDeps(db, NOON);
  const contact = async (seller: Someone, customerId: string, suggestionId: string | null = null) =>
    attemptContact(flowDeps, seller, aWish(customerId, { suggestionId }));
  const suggested = async (seller: Someone, customerId: string) =>
    contact(seller, customerId, await brand.suggestion(seller, customerId));
  return { brand, flowDeps, contact, suggested };
}

test('D6: a colleague’s suggestion is refused for the cool-down, the profile is warned, and the answer says when it ends', async () => {
  const { brand, flowDeps, contact, suggested } = await prepareBrand({ coolDownDays: 7 });
  const marina = await brand.customer(brand.ana);
  assert.equal((await contact(brand.ana, marina)).kind, 'allowed');
  flowDeps.moveTo(later(3));
  const refused = await suggested(brand.bruno, marina);
  assert.ok(refused.kind === 'refused');
  assert.equal(refused.reason, 'contacted_recently');
  assert.equal(refused.decision.opensAt, Date.parse(later(7)));
  assert.equal(refused.spoken.contactedAt, Date.parse(NOON));
  assert.equal(
    refused.suggestedReleaseAt,
    null,
    'H2: a contact that opens after the 72 hours is not offered to be held',
  );
  const warned = await contact(brand.bruno, marina);
  assert.ok(warned.kind === 'warned');
  assert.equal(warned.decision.reason, 'contacted_recently');
  flowDeps.moveTo(later(7));
  assert.equal((await suggested(brand.bruno, marina)).kind, 'allowed');
});

test('D6: the longer cool-down holds, the brand’s or the campaign’s; a contact that no campaign suggests has the brand’s', async () => {
  const { brand, flowDeps, contact, suggested } = await prepareBrand({});
  const marina = await brand.customer(brand.ana);
  await contact(brand.ana, marina);
  flowDeps.moveTo(later(3));
  await owner.query('update campaigns set cool_down_days = 7 where brand_id = $1', [brand.brandId]);
  const refused = await suggested(brand.ana, marina);
  assert.ok(refused.kind === 'refused');
  assert.deepEqual([refused.reason, refused.decision.opensAt], ['contacted_recently', Date.parse(later(7))]);
  assert.equal((await contact(brand.bruno, await brand.customer(brand.bruno))).kind, 'allowed');
  await changeBrandSettings(db, brand.brandId, { coolDownDays: 9 });
  const longer = await contact(brand.ana, marina, await openSuggestionOf(marina));
  assert.ok(longer.kind === 'refused');
  assert.equal(longer.decision.opensAt, Date.parse(later(9)));
  await changeBrandSettings(db, brand.brandId, { coolDownDays: 0 });
  assert.equal((await contact(brand.bruno, marina)).kind, 'allowed');
  const { rows } = await owner.query('select cool_down_days from receipts where brand_id = $1 order by number', [
    brand.brandId,
  ]);
  assert.deepEqual(
    rows.map(({ cool_down_days }) => cool_down_days),
    [0, 7, 0, 9, 0],
  );
});

async function openSuggestionOf(customerId: string): Promise<string> {
  const { rows } = await owner.query(`select id from suggestions where customer_id = $1 and state = 'open'`, [
    customerId,
  ]);
  return rows[0].id;
}

test('D6: contacts with the number count, also those of another row; another number and another brand are apart', async () => {
  const { brand, flowDeps, contact, suggested } = await prepareBrand({ coolDownDays: 7 });
  const marina = await brand.customer(brand.ana);
  await contact(brand.ana, marina);
  const number = await owner.query('select number_hash from handovers where brand_id = $1', [brand.brandId]);
  const { rows } = await owner.query('select phone, number_hash from customers where id = $1', [marina]);
  assert.deepEqual(number.rows[0].number_hash, rows[0].number_hash);
  await owner.query("update customers set phone = null, phone_kind = 'none', number_hash = null where id = $1", [
    marina,
  ]);
  const again = await brand.customer(brand.bruno, rows[0]);
  assert.equal((await suggested(brand.bruno, again)).kind, 'refused');
  assert.equal((await suggested(brand.bruno, await brand.customer(brand.bruno))).kind, 'allowed');

  const other = await aBrand(owner);
  await changeBrandSettings(db, other.brandId, { coolDownDays: 7 });
  const there = await other.customer(other.ana, rows[0]);
  const answer = await attemptContact(
    flowDeps,
    other.ana,
    aWish(there, { suggestionId: await other.suggestion(other.ana, there) }),
  );
  assert.equal(answer.kind, 'allowed');
});

test('D6: a contact after the instant of a question does not count, and an earlier one still does', async () => {
  const { brand, flowDeps, contact } = await prepareBrand({ coolDownDays: 365 });
  const marina = await brand.customer(brand.ana);
  flowDeps.moveTo(later(-300));
  await contact(brand.ana, marina);
  flowDeps.moveTo(later(66));
  await contact(brand.ana, marina);
  flowDeps.moveTo(NOON);
  const warned = await contact(brand.bruno, marina);
  assert.ok(warned.kind === 'warned');
  assert.equal(warned.spoken.contactedAt, Date.parse(later(-300)));
  assert.equal(warned.decision.opensAt, Date.parse(later(65)));
  flowDeps.moveTo(later(-301));
  assert.equal((await contact(brand.bruno, marina)).kind, 'allowed');
});

test('D6, D14: “Não enviei” ends the cool-down, a brand without days has none, and the attempt’s own contact does not count', async () => {
  const { brand, flowDeps, contact, suggested } = await prepareBrand({ coolDownDays: 7 });
  const marina = await brand.customer(brand.ana);
  const first = await contact(brand.ana, marina);
  assert.ok(first.kind === 'allowed');
  const same = await attemptContact(flowDeps, brand.ana, aWish(marina, { attemptId: first.attempt.id }));
  assert.equal(same.kind, 'allowed', 'the link of the same attempt is opened again');
  await recordOutcome(flowDeps, brand.ana, first.attempt.id, 'not_sent');
  assert.equal((await suggested(brand.bruno, marina)).kind, 'allowed');
  await changeBrandSettings(db, brand.brandId, { coolDownDays: 0 });
  assert.equal((await suggested(brand.ana, marina)).kind, 'allowed');
});

test('H2, D17: a held contact whose number somebody else contacted meanwhile ends, with a receipt that says why', async () => {
  const { brand, flowDeps, contact } = await prepareBrand({ coolDownDays: 7 });
  const marina = await brand.customer(brand.ana);
  flowDeps.moveTo('2026-11-24T01:00:00.000Z');
  const held = await hold(flowDeps, brand.ana, marina, { suggestionId: await brand.suggestion(brand.ana, marina) });
  flowDeps.moveTo('2026-11-24T10:59:59.000Z');
  const token = await contact(brand.bruno, marina);
  assert.ok(token.kind === 'warned');
  await attemptContact(flowDeps, brand.bruno, aWish(marina, { acknowledgement: token.acknowledgement.token }));
  flowDeps.moveTo(new Date(held.heldUntil).toISOString());
  await dispatch(flowDeps, brand.brandId);
  const row = await holdRow(owner, held.attempt.id);
  assert.deepEqual([row.state, row.ended_as, row.end_reason], ['ended', 'expired', 'too_late']);
  const { rows } = await owner.query('select reason from receipts where attempt_id = $1 order by number', [
    held.attempt.id,
  ]);
  assert.deepEqual(
    rows.map(({ reason }) => reason),
    ['quiet_hours', 'contacted_recently'],
  );
});

test('D6b: after two contacts without an answer a third is refused; an answer and a purchase end that, no outcome counts as nothing', async () => {
  const { brand, flowDeps, suggested } = await prepareBrand({ unansweredAfter: 2 });
  const marina = await brand.customer(brand.ana);
  const contactWith = async (day: number, outcome: Outcome | null) => {
    flowDeps.moveTo(later(day));
    const answer = await suggested(brand.ana, marina);
    assert.ok(answer.kind === 'allowed', `day ${day}: ${answer.kind}`);
    if (outcome !== null) await recordOutcome(flowDeps, brand.ana, answer.attempt.id, outcome);
  };
  await contactWith(0, 'no_answer');
  await contactWith(1, null);
  await contactWith(5, 'talked');
  await contactWith(6, 'no_answer');
  await contactWith(7, 'no_answer');
  flowDeps.moveTo(later(9, 23));
  const early = await suggested(brand.bruno, marina);
  assert.ok(early.kind === 'allowed', 'the second contact is not 72 hours old');
  flowDeps.moveTo(later(10));
  const refused = await suggested(brand.bruno, marina);
  assert.ok(refused.kind === 'refused');
  assert.equal(refused.reason, 'unanswered');
  assert.deepEqual(refused.spoken.unansweredAt, [Date.parse(later(7)), Date.parse(later(6))]);
  assert.equal(refused.decision.opensAt, Date.parse(later(186)));
  await owner.query(
    `insert into purchases (brand_id, id, customer_id, store_id, bought_on, total_cents, items)
     values ($1, gen_random_uuid(), $2, $3, '2026-11-30', 100, 'Saia')`,
    [brand.brandId, marina, brand.stores.paulista],
  );
  const after = await suggested(brand.bruno, marina);
  assert.equal(after.kind, 'allowed', 'the purchase ends the contact of the same day, 30 November, and one is left');
});

test('R2, R3: a record with both checks verifies, and every receipt is decided again to the same bytes', async () => {
  const { brand, flowDeps, contact, suggested } = await prepareBrand({ coolDownDays: 3, unansweredAfter: 2 });
  const marina = await brand.customer(brand.ana);
  for (const day of [0, 4]) {
    flowDeps.moveTo(later(day));
    const answer = await contact(brand.ana, marina);
    assert.ok(answer.kind === 'allowed');
    await recordOutcome(flowDeps, brand.ana, answer.attempt.id, 'no_answer');
    await suggested(brand.bruno, marina);
  }
  flowDeps.moveTo(later(8));
  await suggested(brand.bruno, marina);
  const { rows } = await owner.query('select rules, reason from receipts where brand_id = $1 order by number', [
    brand.brandId,
  ]);
  assert.deepEqual(
    [...new Set(rows.map(({ rules }) => rules))].every((rules) => rules >= 4),
    true,
  );
  assert.ok(
    rows.some(({ reason }) => reason === 'unanswered') && rows.some(({ reason }) => reason === 'contacted_recently'),
  );
  const found: unknown[] = [];
  const { tzVersion } = flowDeps;
  const judged = await replayRecord({ db, timelines: new Timelines(), tzVersion }, brand.brandId, (each) =>
    found.push(each),
  );
  assert.deepEqual([judged, found], [rows.length, []]);
  assert.equal((await verifyRecord(db, flowDeps.receiptKey, brand.brandId)).broken, null);
});
