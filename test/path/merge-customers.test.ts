/** A merge joins two records of one customer: nothing that protects the customer is lost, and an undo restores both (D1, D2, D2c, D4b, H6). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { changeCustomer } from '#flows/customers/edit/save-customer.ts';
import { findDuplicates } from '#flows/customers/merge/find-duplicates.ts';
import { mergeCustomer } from '#flows/customers/merge/merge-customer.ts';
import { unmergeCustomer } from '#flows/customers/merge/unmerge-customer.ts';
import { eraseCustomer } from '#flows/customers/privacy/erase-customer.ts';
import { readProfile } from '#flows/customers/read-profile.ts';
import { askSilence, endSilence } from '#flows/customers/silences/ask-silence.ts';
import { importFile } from '#flows/import/import-file.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { replayRecord } from '#flows/record/replay-record.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { aBrand, type BrandSetting, NUMBER_KEY, type Someone } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow } from '#kit/hold-helpers.ts';
import { WEEKDAYS } from '#rules/time/calendar.ts';

const { db, owner } = await withDatabase();

/** Tuesday 24 November, 10:00 in São Paulo. */
const MORNING = '2026-11-24T13:00:00.000Z';
/** Monday 23 November, 22:00: quiet. */
const NIGHT = '2026-11-24T01:00:00.000Z';

async function prepareBrand(at = MORNING, setting: BrandSetting = {}) {
  const brand = await aBrand(owner, setting);
  const deps = { ...createFlowDeps(db, at), numberKey: NUMBER_KEY };
  const merge = async (fromId: string, intoId: string, by: Someone = brand.carla) => {
    const answer = await mergeCustomer(deps, actorOf(by), { fromId, intoId }, { dryRun: false });
    assert.ok(answer.kind === 'merged', answer.kind);
    return answer;
  };
  const unmerge = (id: string, by: Someone = brand.carla) => unmergeCustomer(deps, actorOf(by), id);
  const suggested = async (customerId: string, seller: Someone = brand.ana) => {
    const suggestionId = await brand.suggestion(seller, customerId);
    const answer = await attemptContact(deps, seller, aWish(customerId, { suggestionId }));
    return answer.kind === 'refused' ? answer.reason : answer.kind;
  };
  const row = async (id: string) => (await owner.query('select * from customers where id = $1', [id])).rows[0];
  const stop = async (id: string) => {
    const { number_hash: hash } = await row(id);
    await owner.query(
      `insert into opt_outs (brand_id, number_hash, stopped_at, source) values ($1, $2, '2026-11-01T12:00:00Z', 'import')`,
      [brand.brandId, hash],
    );
  };
  const list = async (id: string, on: string) => {
    const { number_hash: hash } = await row(id);
    await owner.query('insert into do_not_call_numbers (brand_id, number_hash, first_listed_on) values ($1, $2, $3)', [
      brand.brandId,
      hash,
      on,
    ]);
  };
  return { brand, deps, merge, unmerge, suggested, row, stop, list };
}

function actorOf({ turnId, ...person }: Someone): PersonActor {
  return { ...person, kind: 'person', name: 'Carla', turnId, sessionKey: 'test' };
}

test('D1: the profile of a merged customer is that of the surviving one, and no contact begins with the old id', async () => {
  const { brand, deps, merge, suggested } = await prepareBrand();
  const [old, marina] = [await brand.customer(brand.ana), await brand.customer(brand.ana)];
  await merge(old, marina);
  const profile = await readProfile(db, actorOf(brand.ana), old, deps.now());
  assert.ok(profile.kind === 'found');
  assert.equal(profile.customer.id, marina);
  assert.deepEqual(
    profile.merges.map(({ fromId, mayUndo }) => [fromId, mayUndo]),
    [[old, true]],
  );
  const refused = await attemptContact(deps, brand.ana, aWish(old));
  assert.equal(refused.kind === 'refused' && refused.reason, 'customer_unavailable');
  assert.equal(await suggested(marina), 'allowed');
});

test('D2: a stop of either number refuses the surviving customer, also after a new number, and the undo frees only the customer who did not stop', async () => {
  const { brand, deps, merge, unmerge, suggested, stop } = await prepareBrand();
  const [old, marina] = [await brand.customer(brand.ana), await brand.customer(brand.ana)];
  await stop(old);
  const merged = await merge(old, marina);
  assert.equal(merged.isStopped, true);
  assert.equal(await suggested(marina), 'opted_out');
  const change = { phone: '+55 11 97777-0001', seen: {} };
  assert.equal((await changeCustomer(deps, actorOf(brand.ana), marina, change)).kind, 'changed');
  assert.equal(await suggested(marina), 'opted_out');
  assert.equal((await unmerge(old)).kind, 'unmerged');
  assert.equal(await suggested(old), 'opted_out');
});

test('D2: the stricter permission holds, the history says who merged, and the undo restores both permissions', async () => {
  const { brand, deps, merge, unmerge, row } = await prepareBrand();
  const old = await brand.customer(brand.ana, { permission: 'refused', permission_on: '2026-03-01' });
  const marina = await brand.customer(brand.ana, { permission_on: '2026-05-01' });
  await merge(old, marina);
  assert.deepEqual([(await row(marina)).permission, (await row(marina)).permission_on], ['refused', '2026-03-01']);
  const profile = await readProfile(db, actorOf(brand.ana), marina, deps.now());
  assert.ok(profile.kind === 'found');
  assert.deepEqual(
    profile.permissionChanges.map(({ origin, was, permission }) => [origin, was, permission]),
    [['merge', 'granted', 'refused']],
  );
  await unmerge(marina);
  assert.deepEqual(
    [(await row(marina)).permission, (await row(marina)).permission_on, (await row(old)).permission],
    ['granted', '2026-05-01', 'refused'],
  );
});

test('D2: a stop that is said after the merge binds both numbers after the undo', async () => {
  const { brand, deps, merge, unmerge, suggested } = await prepareBrand();
  const [old, marina] = [await brand.customer(brand.ana), await brand.customer(brand.ana)];
  await merge(old, marina);
  const sent = await attemptContact(deps, brand.ana, aWish(marina));
  assert.ok(sent.kind === 'allowed');
  assert.equal((await recordOutcome(deps, brand.ana, sent.attempt.id, 'stop')).kind, 'said');
  await unmerge(marina);
  assert.deepEqual([await suggested(old), await suggested(marina)], ['opted_out', 'opted_out']);
});

test('D2: a consent after the merge frees the customer, and the undo restores the stop of the merged number', async () => {
  const { brand, deps, merge, unmerge, suggested, stop } = await prepareBrand();
  const [old, marina] = [await brand.customer(brand.ana), await brand.customer(brand.ana)];
  await stop(old);
  await merge(old, marina);
  const consent = { permission: { state: 'granted', on: '2026-11-24' }, seen: {} } as const;
  assert.equal((await changeCustomer(deps, actorOf(brand.ana), marina, consent)).kind, 'changed');
  assert.equal(await suggested(marina), 'allowed');
  await unmerge(old);
  assert.deepEqual([await suggested(old), await suggested(marina)], ['opted_out', 'allowed']);
});

test('D2c: a listing of the merged number binds the surviving customer, whose later consent is not the listed person’s', async () => {
  const { brand, merge, unmerge, suggested, list } = await prepareBrand();
  const old = await brand.customer(brand.ana);
  const marina = await brand.customer(brand.ana, { permission_on: '2026-05-01' });
  await list(old, '2026-03-01');
  assert.equal((await merge(old, marina)).listedOn, '2026-03-01');
  assert.equal(await suggested(marina), 'do_not_call_list');
  await unmerge(marina);
  assert.deepEqual([await suggested(old), await suggested(marina)], ['do_not_call_list', 'allowed']);
});

test('D4b: silences of both bind, also those that are written down or ended between merge and undo', async () => {
  const { brand, deps, merge, unmerge, suggested } = await prepareBrand();
  const [old, marina] = [await brand.customer(brand.ana), await brand.customer(brand.ana)];
  const ask = (id: string, end: string) =>
    askSilence(deps, actorOf(brand.ana), id, { days: WEEKDAYS, start: '00:00', end });
  const first = await ask(old, '14:00');
  assert.ok(first.kind === 'added');
  await merge(old, marina);
  assert.equal(await suggested(marina), 'customer_asked_silence');
  const ending = { customerId: marina, silenceId: first.id };
  assert.equal(await endSilence(deps, actorOf(brand.ana), ending), 'ended');
  assert.equal(await suggested(marina), 'allowed');
  await ask(marina, '13:00');
  await unmerge(marina);
  assert.deepEqual(
    [await suggested(old), await suggested(marina)],
    ['customer_asked_silence', 'customer_asked_silence'],
  );
  const { rows } = await owner.query(
    'select customer_id, ends from asked_silences where brand_id = $1 and ended_at is null order by ends, customer_id',
    [brand.brandId],
  );
  assert.deepEqual(rows.map(({ customer_id: id, ends }) => [id === old ? 'old' : 'marina', ends]).toSorted(), [
    ['marina', '13:00'],
    ['old', '13:00'],
    ['old', '14:00'],
  ]);
});

test('D6: a contact with the merged number begins the cool-down of the surviving customer', async () => {
  const { brand, deps, merge, suggested } = await prepareBrand();
  await owner.query('update brands set cool_down_days = 7 where brand_id = $1', [brand.brandId]);
  const [old, marina] = [await brand.customer(brand.ana), await brand.customer(brand.ana)];
  assert.equal((await attemptContact(deps, brand.ana, aWish(old))).kind, 'allowed');
  await merge(old, marina);
  assert.equal(await suggested(marina), 'contacted_recently');
});

test('H6: a held contact goes on for the surviving customer and moves out of that customer’s silence, without a new revision', async () => {
  const { brand, deps, merge } = await prepareBrand(NIGHT);
  const [old, marina, other] = [
    await brand.customer(brand.ana),
    await brand.customer(brand.ana),
    await brand.customer(brand.ana),
  ];
  const held = await hold(deps, brand.ana, old);
  const beside = await hold(deps, brand.ana, other);
  const minute = (await holdRow(owner, beside.attempt.id)).due_at;
  await askSilence(deps, actorOf(brand.ana), marina, { days: WEEKDAYS, start: '00:00', end: '14:00' });
  const heads = () => owner.query('select revision, calendar from policy_heads where brand_id = $1', [brand.brandId]);
  const before = (await heads()).rows;
  assert.deepEqual((await merge(old, marina)).held, { moved: 1, ended: 0 });
  const after = await holdRow(owner, held.attempt.id);
  assert.ok(after.due_at >= Date.parse('2026-11-24T17:00:00Z'));
  assert.deepEqual((await heads()).rows, before);
  assert.equal((await holdRow(owner, beside.attempt.id)).due_at, minute);
  deps.moveTo('2026-11-24T20:00:00.000Z');
  const released = await dispatch(deps, brand.brandId);
  assert.deepEqual(
    released.map(({ became }) => became),
    ['ready', 'ready'],
  );
  assert.equal((await attemptContact(deps, brand.ana, aWish(marina, { attemptId: held.attempt.id }))).kind, 'allowed');
});

test('H3: of two contacts that a seller holds, the surviving customer’s goes on; one whose seller may not contact the customer ends', async () => {
  const { brand, deps, merge, unmerge } = await prepareBrand(NIGHT, { portfolioOnly: true });
  const [old, marina] = [await brand.customer(brand.bruno), await brand.customer(brand.ana)];
  const [ofBruno, ofAna] = [await hold(deps, brand.bruno, old), await hold(deps, brand.ana, marina)];
  await merge(old, marina);
  assert.equal((await holdRow(owner, ofBruno.attempt.id)).end_reason, 'reassigned');
  assert.equal((await holdRow(owner, ofAna.attempt.id)).state, 'waiting');
  await unmerge(old);
  const twin = await brand.customer(brand.ana);
  const second = await hold(deps, brand.ana, twin);
  await merge(twin, marina);
  const replaced = await holdRow(owner, second.attempt.id);
  assert.deepEqual([replaced.end_reason, replaced.news], ['replaced', 'ended']);
  assert.equal((await holdRow(owner, ofAna.attempt.id)).state, 'waiting');
});

test('H3: a merge with a customer who stopped ends what is held, and the undo gives back what still waits', async () => {
  const { brand, deps, merge, unmerge, stop } = await prepareBrand(NIGHT);
  const [old, marina, calm] = [
    await brand.customer(brand.ana),
    await brand.customer(brand.ana),
    await brand.customer(brand.ana),
  ];
  const held = await hold(deps, brand.ana, marina);
  await stop(old);
  await merge(old, marina);
  assert.equal((await holdRow(owner, held.attempt.id)).end_reason, 'opted_out');
  const [third, waits] = [await brand.customer(brand.bruno), await brand.suggestion(brand.bruno, calm)];
  const kept = await hold(deps, brand.bruno, calm);
  await merge(calm, third);
  const moved = await owner.query('select customer_id from suggestions where id = $1', [waits]);
  assert.equal(moved.rows[0].customer_id, third);
  assert.equal((await unmerge(third)).kind, 'unmerged');
  const { rows } = await owner.query(
    `select a.customer_id as attempt, h.customer_id as hold, h.state, s.customer_id as suggestion
     from attempts a join holds h on h.attempt_id = a.id, suggestions s where a.id = $1 and s.id = $2`,
    [kept.attempt.id, waits],
  );
  assert.deepEqual(rows, [{ attempt: calm, hold: calm, state: 'waiting', suggestion: calm }]);
});

test('R1: receipts keep the old id, and the record verifies and replays after merge and undo', async () => {
  const { brand, deps, merge, unmerge } = await prepareBrand();
  const [old, marina] = [await brand.customer(brand.ana), await brand.customer(brand.ana)];
  await attemptContact(deps, brand.ana, aWish(old));
  await merge(old, marina);
  await attemptContact(deps, brand.ana, aWish(marina));
  await unmerge(old);
  const { rows } = await owner.query('select customer_id from receipts where brand_id = $1 order by number', [
    brand.brandId,
  ]);
  assert.deepEqual(
    rows.map(({ customer_id: id }) => id),
    [old, marina],
  );
  assert.equal((await verifyRecord(db, deps.receiptKey, brand.brandId)).broken, null);
  const differences: unknown[] = [];
  await replayRecord(deps, brand.brandId, (each) => differences.push(each));
  assert.deepEqual(differences, []);
});

test('the surviving customer takes what it lacks, both notes stay, and the undo leaves what somebody changed since', async () => {
  const { brand, deps, merge, unmerge, row } = await prepareBrand();
  const old = await brand.customer(brand.ana, {
    email: 'm@x.example',
    note: 'Gosta de linho',
    born_on: '1990-05-01',
    city: 'Santos',
    state: 'SP',
  });
  const marina = await brand.customer(brand.bruno, {
    note: 'Prefere manhã',
    seller_id: null,
    phone: null,
    phone_kind: 'none',
    number_hash: null,
  });
  await owner.query('insert into customer_tags (brand_id, tag, customer_id) values ($1, $2, $3)', [
    brand.brandId,
    'vip',
    old,
  ]);
  await merge(old, marina);
  const after = await row(marina);
  assert.deepEqual(
    [after.email, after.note, after.born_on, after.city, after.seller_id, after.phone],
    [
      'm@x.example',
      'Prefere manhã\nGosta de linho',
      '1990-05-01',
      'Santos',
      brand.ana.personId,
      (await row(old)).phone,
    ],
  );
  assert.equal(
    (await changeCustomer(deps, actorOf(brand.ana), marina, { city: 'Campinas', seen: {} })).kind,
    'changed',
  );
  await unmerge(marina);
  const back = await row(marina);
  assert.deepEqual(
    [back.email, back.note, back.born_on, back.city, back.seller_id, back.phone, back.number_hash],
    [null, 'Prefere manhã', null, 'Campinas', null, null, null],
  );
  const { rows } = await owner.query('select customer_id from customer_tags where brand_id = $1', [brand.brandId]);
  assert.deepEqual(rows, [{ customer_id: old }]);
});

test('an undo is refused after a day, before a later merge is undone, and twice', async () => {
  const { brand, deps, merge, unmerge } = await prepareBrand();
  const [a, b, c] = [await brand.customer(brand.ana), await brand.customer(brand.ana), await brand.customer(brand.ana)];
  await merge(a, b);
  await merge(b, c);
  assert.equal((await unmerge(a)).kind, 'unmerge_later_first');
  assert.equal((await unmerge(c)).kind, 'unmerged');
  deps.moveTo('2026-11-25T12:59:59.999Z');
  assert.equal((await unmerge(a)).kind, 'unmerged');
  assert.equal((await unmerge(a)).kind, 'unmerge_none');
  await merge(a, b);
  deps.moveTo('2026-11-26T12:59:59.999Z');
  assert.equal((await unmerge(b)).kind, 'unmerge_over');
});

test('a seller merges customers of the own portfolio alone, a manager those of the store, and nobody a customer with itself', async () => {
  const { brand, deps } = await prepareBrand();
  const [mine, too, bruno, far] = [
    await brand.customer(brand.ana),
    await brand.customer(brand.ana),
    await brand.customer(brand.bruno),
    await brand.customer(brand.davi),
  ];
  const plan = async (by: Someone, fromId: string, intoId: string) =>
    (await mergeCustomer(deps, actorOf(by), { fromId, intoId }, { dryRun: true })).kind;
  assert.deepEqual(
    [
      await plan(brand.ana, mine, too),
      await plan(brand.ana, bruno, mine),
      await plan(brand.carla, bruno, mine),
      await plan(brand.carla, far, mine),
      await plan(brand.gestora, far, mine),
      await plan(brand.gestora, far, far),
    ],
    ['planned', 'not_found', 'planned', 'not_found', 'planned', 'same_customer'],
  );
  const other = await aBrand(owner);
  assert.equal(await plan(other.gestora, mine, too), 'not_found');
});

test('an import of the merged code or number finds the surviving customer, and a refusal in it refuses that customer', async () => {
  const { brand, deps, merge, row, suggested } = await prepareBrand();
  const old = await brand.customer(brand.ana, { code: 'C1' });
  const marina = await brand.customer(brand.ana, { code: 'C2' });
  const oldPhone = (await row(old)).phone;
  await merge(old, marina);
  const run = (lines: string) =>
    importFile(
      { ...deps, newId: deps.newId },
      {
        brandId: brand.brandId,
        kind: 'customers',
        file: Buffer.from(`codigo;nome;telefone;loja;aceita\n${lines}\n`),
        skipBadRows: false,
      },
    );
  await run(`C1;Marina Alves;${oldPhone};Paulista;sim`);
  assert.deepEqual(
    [(await row(old)).availability, (await row(old)).merged_into, (await row(old)).phone],
    ['merged', marina, oldPhone],
  );
  await run(`C9;Marina Alves;${oldPhone};Paulista;sim`);
  const { rows } = await owner.query(`select merged_into from customers where brand_id = $1 and code = 'C9'`, [
    brand.brandId,
  ]);
  assert.deepEqual(rows, [{ merged_into: marina }]);
  await run(`C1;Marina Alves;${oldPhone};Paulista;não`);
  assert.equal((await row(marina)).permission, 'refused');
  assert.equal(await suggested(marina), 'opted_out');
});

test('an erasure of the surviving customer erases the merged one and forgets the merge', async () => {
  const { brand, deps, merge, unmerge, row } = await prepareBrand();
  const old = await brand.customer(brand.ana, { state: 'SP', customer_since: '2020-01-01' });
  const marina = await brand.customer(brand.ana, { state: 'RJ', customer_since: '2021-01-01' });
  await owner.query('insert into customer_tags (brand_id, tag, customer_id) values ($1, $2, $3)', [
    brand.brandId,
    'vip',
    old,
  ]);
  await merge(old, marina);
  assert.equal(await eraseCustomer(deps, actorOf(brand.gestora), { customerId: marina, reason: 'x' }), 'erased');
  assert.deepEqual([(await row(old)).availability, (await row(old)).phone], ['erased', null]);
  assert.equal((await unmerge(old)).kind, 'not_found');
  const { rows } = await owner.query(
    'select filled, tags_added, customer_since_was, state_was from customer_merges where brand_id = $1',
    [brand.brandId],
  );
  assert.deepEqual(rows, [{ filled: [], tags_added: [], customer_since_was: null, state_was: null }]);
});

test('a new customer cannot take the number of a merged one, and the number finds the surviving customer in a search', async () => {
  const { brand, deps, merge, row } = await prepareBrand();
  const [old, marina, third] = [
    await brand.customer(brand.ana),
    await brand.customer(brand.ana, { name: 'Marina Alves Souza' }),
    await brand.customer(brand.ana),
  ];
  await merge(old, marina);
  const taken = await changeCustomer(deps, actorOf(brand.ana), third, { phone: (await row(old)).phone, seen: {} });
  assert.deepEqual(taken, { kind: 'number_taken', customer: { id: marina, name: 'Marina Alves Souza' } });
  const { rows } = await owner.query('select from customer_words where customer_id = $1 and word = $2', [
    marina,
    (await row(old)).phone.slice(3),
  ]);
  assert.equal(rows.length, 1);
});

test('likely duplicates are those with a like number, birthday, e-mail or name, in reach of the person', async () => {
  const { brand } = await prepareBrand();
  const words = async (id: string, list: readonly string[]) => {
    for (const word of list)
      await owner.query(
        `insert into customer_words (brand_id, customer_id, word, sort_name) values ($1, $2, $3, 'x')`,
        [brand.brandId, id, word],
      );
  };
  const marina = await brand.customer(brand.ana, { phone: '+5511987654321', born_on: '1990-05-01' });
  const twin = await brand.customer(brand.ana, { phone: '+551187654321', phone_kind: 'landline', name: 'M. Alves' });
  const named = await brand.customer(brand.bruno, { name: 'Marina de Souza Alves', born_on: '1990-05-01' });
  const sister = await brand.customer(brand.ana, { name: 'Marta Alves' });
  await words(twin, ['m', 'alves', '1187654321', '87654321']);
  await words(named, ['marina', 'souza', 'alves']);
  await words(sister, ['marta', 'alves']);
  const found = await findDuplicates(db, actorOf(brand.carla), marina);
  assert.deepEqual(
    found?.map(({ id, signs }) => [id, signs]),
    [
      [named, ['birthday', 'name']],
      [twin, ['number']],
    ],
  );
  const ofAna = await findDuplicates(db, actorOf(brand.ana), marina);
  assert.deepEqual(
    ofAna?.map(({ id }) => id),
    [twin],
  );
});
