/** The do-not-call list: files change it, decisions read it, held contacts end, and no table has a number (D2c, H6). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { listSuggestions } from '#db/campaigns/suggestions.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { readHold } from '#flows/holds/read-holds.ts';
import { changeNumberList, type ListTask } from '#flows/import/do-not-call/change-list.ts';
import { readNumberList } from '#flows/import/do-not-call/read-list.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { replayRecord } from '#flows/record/replay-record.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { aBrand, NUMBER_KEY, type Someone } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow } from '#kit/hold-helpers.ts';

const { db, owner } = await withDatabase();

const NOON = '2026-11-24T15:00:00.000Z';

async function prepareBrand() {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NOON);
  const listDeps = { db, now: flowDeps.now, newId: uuidv7, numberKey: NUMBER_KEY };
  const change = async (
    kind: ListTask['kind'],
    file: string,
    listedOn: string | null = '2026-02-01',
    dryRun = false,
  ) => {
    const counts = await changeNumberList(listDeps, {
      ...{ brandId: brand.brandId, personId: brand.gestora.personId, fileName: 'lista.csv', file: Buffer.from(file) },
      ...{ kind, listedOn: kind === 'remove' ? null : listedOn, dryRun },
    });
    assert.ok('added' in counts, JSON.stringify(counts));
    return [counts.fileNumbers, counts.added, counts.removed, counts.listed];
  };
  const suggested = async (seller: Someone, customerId: string) =>
    attemptContact(flowDeps, seller, aWish(customerId, { suggestionId: await brand.suggestion(seller, customerId) }));
  const phoneOf = async (customerId: string): Promise<string> =>
    (await owner.query('select phone from customers where id = $1', [customerId])).rows[0].phone;
  return { brand, flowDeps, change, suggested, phoneOf };
}

/** Writes a number as people do: `(11) 90000-0001`. */
const spell = (e164: string) => `(${e164.slice(3, 5)}) ${e164.slice(5, 10)}-${e164.slice(10)}`;

test('D2c: a listed number refuses a suggestion, warns the profile, and another brand is apart', async () => {
  const { brand, flowDeps, change, suggested, phoneOf } = await prepareBrand();
  const marina = await brand.customer(brand.ana);
  const bia = await brand.customer(brand.ana);
  const phone = await phoneOf(marina);
  assert.deepEqual(await change('add', spell(phone)), [1, 1, 0, 1]);
  const refused = await suggested(brand.ana, marina);
  assert.ok(refused.kind === 'refused');
  assert.deepEqual([refused.reason, refused.decision.opensAt], ['do_not_call_list', null]);
  assert.equal(refused.suggestedReleaseAt, null);
  const warned = await attemptContact(flowDeps, brand.bruno, aWish(marina));
  assert.ok(warned.kind === 'warned');
  assert.equal(warned.decision.reason, 'do_not_call_list');
  const gone = await attemptContact(
    flowDeps,
    brand.bruno,
    aWish(marina, { acknowledgement: warned.acknowledgement.token }),
  );
  assert.equal(gone.kind, 'allowed');
  assert.equal((await suggested(brand.ana, bia)).kind, 'allowed');

  const other = await aBrand(owner);
  const there = await other.customer(other.ana, { phone });
  const suggestionId = await other.suggestion(other.ana, there);
  assert.equal((await attemptContact(flowDeps, other.ana, aWish(there, { suggestionId }))).kind, 'allowed');
});

test('D2c: the list of the day has no suggestion of a listed number, and has it again after a consent', async () => {
  const { brand, change, phoneOf } = await prepareBrand();
  const [marina, bia] = [await brand.customer(brand.ana), await brand.customer(brand.ana)];
  for (const customerId of [marina, bia]) await brand.suggestion(brand.ana, customerId);
  const shown = async () => {
    const page = { afterPriority: null, afterId: null, limit: 40 };
    const of = { brandId: brand.brandId, sellerId: brand.ana.personId, storeId: brand.stores.paulista };
    const rows = await db.read(brand.brandId, (reads) =>
      reads.run(listSuggestions, { ...of, ...page, now: Date.parse(NOON) }),
    );
    return rows.map(({ customerId }) => customerId).toSorted();
  };
  assert.deepEqual(await shown(), [marina, bia].toSorted());
  await change('add', spell(await phoneOf(marina)));
  assert.deepEqual(await shown(), [bia]);
  await owner.query(`update customers set permission_on = '2026-03-01' where id = $1`, [marina]);
  assert.deepEqual(await shown(), [marina, bia].toSorted());
});

test('D2c: files add, replace and remove; the first listing’s date survives a removal and a list that is imported again', async () => {
  const { brand, change } = await prepareBrand();
  const [one, two, three] = ['11 91234-0001', '11 91234-0002', '11 91234-0003'];
  assert.deepEqual(await change('add', `${one}\n${two}`, '2026-02-01'), [2, 2, 0, 2]);
  assert.deepEqual(await change('add', `${two}\n${three}`, '2026-03-01'), [2, 1, 0, 3]);
  assert.deepEqual(await change('replace', `${three}\n${one}`, '2026-01-01', true), [2, 0, 1, 2], 'only counted');
  assert.deepEqual(await change('replace', `${three}\n${one}`, '2026-01-01'), [2, 0, 1, 2]);
  assert.deepEqual(await change('remove', one), [1, 0, 1, 1]);
  assert.deepEqual(await change('remove', one), [1, 0, 0, 1], 'a number that is not listed');
  assert.deepEqual(await change('add', `${one}\n${two}`, '2026-05-01'), [2, 2, 0, 3]);
  const { rows } = await owner.query(
    `select first_listed_on::text as "on", count(*)::int as n from do_not_call_numbers
     where brand_id = $1 and removed_at is null group by 1 order by 1`,
    [brand.brandId],
  );
  assert.deepEqual(rows, [
    { on: '2026-01-01', n: 2 },
    { on: '2026-02-01', n: 1 },
  ]);
  const { listed, changes } = await readNumberList(db, brand.brandId);
  assert.equal(listed, 3);
  assert.deepEqual(
    changes.map(({ kind, listedOn, added, removed, by }) => [kind, listedOn, added, removed, by]),
    [
      ['add', '2026-05-01', 2, 0, 'Gabriela Paz'],
      ['remove', null, 0, 0, 'Gabriela Paz'],
      ['remove', null, 0, 1, 'Gabriela Paz'],
      ['replace', '2026-01-01', 0, 1, 'Gabriela Paz'],
      ['add', '2026-03-01', 1, 0, 'Gabriela Paz'],
      ['add', '2026-02-01', 2, 0, 'Gabriela Paz'],
    ],
  );
});

test('D2c: a consent dated after the first listing lifts the number, also when the list is imported again', async () => {
  const { brand, change, suggested, phoneOf } = await prepareBrand();
  const marina = await brand.customer(brand.ana, { permission_on: '2026-02-01' });
  const number = spell(await phoneOf(marina));
  await change('add', number, '2026-02-01');
  assert.equal((await suggested(brand.ana, marina)).kind, 'refused', 'a consent of the same day is not after it');
  await owner.query("update customers set permission_on = '2026-02-02' where id = $1", [marina]);
  assert.equal((await suggested(brand.ana, marina)).kind, 'allowed');
  await change('replace', number, '2026-06-01');
  assert.equal((await suggested(brand.bruno, marina)).kind, 'allowed');
  await owner.query('update customers set permission_on = null where id = $1', [marina]);
  assert.equal((await suggested(brand.ana, marina)).kind, 'refused', 'a consent without a date lifts nothing');
});

test('H6: held contacts of listed numbers end with the list, those of others and of consents keep their minute', async () => {
  const { brand, flowDeps, change, phoneOf } = await prepareBrand();
  const night = '2026-11-25T01:00:00.000Z';
  const [listed, profile, consented, other] = await Promise.all([
    brand.customer(brand.ana),
    brand.customer(brand.ana),
    brand.customer(brand.ana, { permission_on: '2026-02-02' }),
    brand.customer(brand.ana),
  ]);
  flowDeps.moveTo(night);
  const holds = [];
  for (const customerId of [listed, consented, other]) {
    const suggestionId = await brand.suggestion(brand.ana, customerId);
    holds.push(await hold(flowDeps, brand.ana, customerId, { suggestionId }));
  }
  holds.push(await hold(flowDeps, brand.ana, profile));
  const before = await Promise.all(holds.map(({ attempt }) => holdRow(owner, attempt.id)));
  const file = [listed, consented, profile];
  await change('add', (await Promise.all(file.map(phoneOf))).map(spell).join('\n'));
  const after = await Promise.all(holds.map(({ attempt }) => holdRow(owner, attempt.id)));
  assert.deepEqual(
    after.map(({ ended_as, end_reason, news, attempt_state }) => [ended_as, end_reason, news, attempt_state]),
    [
      ['failed', 'unavailable', 'ended', 'failed'],
      [null, null, null, 'held'],
      [null, null, null, 'held'],
      ['failed', 'unavailable', 'ended', 'failed'],
    ],
  );
  const told = await Promise.all(holds.map(({ attempt }) => readHold(db, brand.brandId, attempt.id)));
  assert.deepEqual(
    told.map((each) => each?.isListed),
    [true, false, false, true],
    'the seller reads that the list ended the contact',
  );
  assert.deepEqual([after[1]?.due_at, after[2]?.due_at], [before[1]?.due_at, before[2]?.due_at]);
});

test('H2: a hold whose number was listed by another way ends at its release, and a ready one from the profile may go on', async () => {
  const { brand, flowDeps, change, phoneOf } = await prepareBrand();
  const marina = await brand.customer(brand.ana);
  flowDeps.moveTo('2026-11-25T01:00:00.000Z');
  const held = await hold(flowDeps, brand.ana, marina);
  flowDeps.moveTo(new Date(held.heldUntil).toISOString());
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await holdRow(owner, held.attempt.id)).state, 'ready');
  await change('add', spell(await phoneOf(marina)));
  assert.equal((await holdRow(owner, held.attempt.id)).state, 'ready', 'its seller decides after the warning');

  flowDeps.moveTo('2026-11-26T01:00:00.000Z');
  const bia = await brand.customer(brand.ana);
  const late = await hold(flowDeps, brand.ana, bia, { suggestionId: await brand.suggestion(brand.ana, bia) });
  await owner.query(
    `insert into do_not_call_numbers (brand_id, number_hash, first_listed_on)
     select brand_id, number_hash, '2026-02-01' from customers where id = $1`,
    [bia],
  );
  flowDeps.moveTo(new Date(late.heldUntil).toISOString());
  await dispatch(flowDeps, brand.brandId);
  const row = await holdRow(owner, late.attempt.id);
  assert.deepEqual([row.ended_as, row.end_reason], ['failed', 'unavailable']);
  const { rows } = await owner.query(
    'select reason, do_not_call_on::text from receipts where attempt_id = $1 order by number',
    [late.attempt.id],
  );
  assert.deepEqual(rows, [
    { reason: 'quiet_hours', do_not_call_on: null },
    { reason: 'do_not_call_list', do_not_call_on: '2026-02-01' },
  ]);
});

test('R2, R3: a record with listed numbers verifies, and every receipt is decided again to the same bytes', async () => {
  const { brand, flowDeps, change, suggested, phoneOf } = await prepareBrand();
  const marina = await brand.customer(brand.ana, { permission_on: '2026-03-01' });
  await suggested(brand.ana, marina);
  await change('add', spell(await phoneOf(marina)), '2026-04-01');
  await suggested(brand.ana, marina);
  await owner.query("update customers set permission_on = '2026-04-02' where id = $1", [marina]);
  await suggested(brand.bruno, marina);
  const { rows } = await owner.query(
    'select verdict, do_not_call_on::text as "on", consented_on::text as consent from receipts where brand_id = $1 order by number',
    [brand.brandId],
  );
  assert.deepEqual(rows, [
    { verdict: 'allow', on: null, consent: null },
    { verdict: 'block', on: '2026-04-01', consent: '2026-03-01' },
    { verdict: 'allow', on: '2026-04-01', consent: '2026-04-02' },
  ]);
  const found: unknown[] = [];
  const deps = { db, timelines: new Timelines(), tzVersion: flowDeps.tzVersion };
  assert.equal(await replayRecord(deps, brand.brandId, (each) => found.push(each)), 3);
  assert.deepEqual(found, []);
  assert.equal((await verifyRecord(db, flowDeps.receiptKey, brand.brandId)).broken, null);
});

test('D2c: no table has a number of a list', async () => {
  const { change } = await prepareBrand();
  await change('add', 'telefone\n11 98765-4093\nnada\n+55 (11) 98765-4094', '2026-02-01');
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth')`,
  );
  assert.ok(tables.length > 50);
  for (const { name } of tables) {
    const { rows } = await owner.query(`select 1 from ${name} t where t::text ~ '98765.?409[34]' limit 1`);
    assert.deepEqual(rows, [], name);
  }
});
