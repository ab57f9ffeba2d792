/** Flows that change contacts lock shared rows in the same order, so that no two transactions wait for each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { mergeCustomer } from '#flows/customers/merge/merge-customer.ts';
import { unmergeCustomer } from '#flows/customers/merge/unmerge-customer.ts';
import { accountForHolds } from '#flows/holds/account-for-holds.ts';
import { cancelHold, changeHold, restoreHold } from '#flows/holds/change-hold.ts';
import { importFile } from '#flows/import/import-file.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { aBrand, NUMBER_KEY } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, openDaily } from '#kit/hold-helpers.ts';

const { db, owner } = await withDatabase();

const NIGHT = '2026-11-24T01:14:00.000Z';
const NOON = '2026-11-24T15:00:00.000Z';

async function holdOne() {
  const brand = await aBrand(owner);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1320);
  const flowDeps = createFlowDeps(db, NIGHT);
  const customer = await brand.customer(brand.ana);
  const { attempt } = await hold(flowDeps, brand.ana, customer);
  return { brand, flowDeps, customer, attemptId: attempt.id };
}

/**
 * While another transaction has locked the row `locked`, `work` must wait for it without having locked any row of
 * `free`.
 */
async function assertLeavesFree(
  locked: readonly [string, string],
  free: readonly (readonly [string, string])[],
  work: () => Promise<unknown>,
) {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(`select from ${locked[0]} for update`, [locked[1]]);
    let isOver = false;
    const done = work().finally(() => {
      isOver = true;
    });
    await untilBlocked(1, () => assert.equal(isOver, false, 'the work ended without waiting for the locked row'));
    for (const [row, id] of free) await client.query(`select from ${row} for update nowait`, [id]);
    await client.query('commit');
    return await done;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Resolves when so many transactions wait for locks of others. */
async function untilBlocked(transactions: number, check: () => void = () => undefined): Promise<void> {
  for (;;) {
    check();
    const { rows } = await owner.query(
      `select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
    );
    if (rows.length >= transactions) return;
  }
}

const customerRow = (id: string) => ['customers where id = $1', id] as const;
const attemptRow = (id: string) => ['attempts where id = $1', id] as const;
const holdRow = (attemptId: string) => ['holds where attempt_id = $1', attemptId] as const;

test('a new minute, a cancellation and a restoration lock the customer before the attempt and the hold', async () => {
  const { brand, flowDeps, customer, attemptId } = await holdOne();
  const retime = { text: null, heldUntil: Date.parse('2026-11-24T16:00:00Z'), sellerId: null };
  for (const work of [
    () => changeHold(flowDeps, brand.ana, attemptId, retime),
    () => cancelHold(flowDeps, brand.ana, attemptId),
    () => restoreHold(flowDeps, brand.ana, attemptId),
  ]) {
    const free = [attemptRow(attemptId), holdRow(attemptId)];
    assert.equal(Object(await assertLeavesFree(customerRow(customer), free, work)).kind, 'changed');
  }
});

test('a repeated attempt and its outcome lock the customer before the attempt', async () => {
  const { brand, flowDeps, customer, attemptId } = await holdOne();
  const repeatAttempt = () => attemptContact(flowDeps, brand.ana, aWish(customer, { attemptId }));
  const free = [attemptRow(attemptId)];
  assert.equal(Object(await assertLeavesFree(customerRow(customer), free, repeatAttempt)).kind, 'warned');
  flowDeps.moveTo(NOON);
  assert.equal((await repeatAttempt()).kind, 'allowed');
  for (const outcome of ['sent', 'stop'] as const) {
    const giveOutcome = () => recordOutcome(flowDeps, brand.ana, attemptId, outcome);
    assert.equal(Object(await assertLeavesFree(customerRow(customer), free, giveOutcome)).kind, 'said');
  }
});

/** A brand with a contact that Ana holds for Marina, and the record of Maria, into which Carla merges Marina's. */
async function holdForPair() {
  const { brand, flowDeps, customer: fromId, attemptId } = await holdOne();
  const intoId = await brand.customer(brand.ana, { name: 'Maria Alves', code: 'C2' });
  const { turnId, ...carla } = brand.carla;
  const actor: PersonActor = { ...carla, kind: 'person', name: 'Carla', turnId, sessionKey: 'test' };
  const deps = { ...flowDeps, numberKey: NUMBER_KEY };
  const merge = () => mergeCustomer(deps, actor, { fromId, intoId }, { dryRun: false });
  const unmerge = () => unmergeCustomer(deps, actor, fromId);
  return { brand, flowDeps, fromId, intoId, attemptId, merge, unmerge };
}

test('a merge and its undo lock the sellers before the customers, and the customers before attempts and holds', async () => {
  const { brand, fromId, intoId, attemptId, merge, unmerge } = await holdForPair();
  const seller = ['people where id = $1', brand.ana.personId] as const;
  const below = [attemptRow(attemptId), holdRow(attemptId)];
  for (const [work, kind] of [
    [merge, 'merged'],
    [unmerge, 'unmerged'],
  ] as const) {
    for (const [locked, free] of [
      [seller, [customerRow(fromId), customerRow(intoId), ...below]],
      [customerRow(fromId), below],
      [customerRow(intoId), below],
    ] as const) {
      assert.equal(Object(await assertLeavesFree(locked, free, work)).kind, kind);
      // The next row is tried from the same state.
      if (locked !== customerRow(intoId)) await (work === merge ? unmerge() : merge());
    }
    if (work === merge) await merge();
  }
});

test('a merge and its undo go on beside an attempt, an import and a release, and each is done', async () => {
  const { brand, flowDeps, intoId, merge, unmerge } = await holdForPair();
  const deps = { db, now: flowDeps.now, newId: uuidv7, numberKey: NUMBER_KEY };
  flowDeps.moveTo(NOON);
  let imports = 0;
  // The release comes first: an attempt sends what is held.
  const beside = {
    release: () => dispatch(flowDeps, brand.brandId),
    attempt: (id: string) => attemptContact(flowDeps, brand.ana, aWish(id)),
    import: () => {
      imports += 1;
      const file = Buffer.from(`codigo;nome;loja\nC2;Maria Alves ${imports};Paulista\n`);
      return importFile(deps, { brandId: brand.brandId, kind: 'customers', file, skipBadRows: false });
    },
  };
  for (const [name, work] of Object.entries(beside))
    for (const [merging, kind] of [
      [merge, 'merged'],
      [unmerge, 'unmerged'],
    ] as const) {
      const holder = await owner.connect();
      try {
        await holder.query('begin');
        await holder.query('select from customers where id = $1 for update', [intoId]);
        let isOver = false;
        const both = Promise.all([merging(), work(intoId)]).finally(() => {
          isOver = true;
        });
        both.catch(() => undefined);
        // A release takes no customer whom another transaction has locked.
        await untilBlocked(name === 'release' ? 1 : 2, () => assert.equal(isOver, false, `${kind} beside the ${name}`));
        await holder.query('commit');
        const [answer] = await both;
        assert.equal(answer.kind, kind, `${kind} beside the ${name}`);
      } finally {
        await holder.query('rollback');
        holder.release();
      }
    }
  assert.equal((await accountForHolds(db, brand.brandId)).isWhole, true);
});

test('an import of stores locks the policy head before the brand', async () => {
  const { brand, flowDeps } = await holdOne();
  const deps = { db, now: flowDeps.now, newId: uuidv7, numberKey: NUMBER_KEY };
  const file = Buffer.from('codigo;nome;cidade;uf;abre;fecha\nPaulista;Paulista;São Paulo;SP;12:00;22:00\n');
  const work = () => importFile(deps, { brandId: brand.brandId, kind: 'stores', file, skipBadRows: false });
  const [head, row] = ['policy_heads where brand_id = $1', 'brands where brand_id = $1'];
  const report = await assertLeavesFree([head, brand.brandId], [[row, brand.brandId]], work);
  assert.equal(Object(report).written, true);
});
