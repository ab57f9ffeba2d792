/** `commitDecisions` writes every decision: with its own permit, in order, and by few statements (invariants 2 and 3, R3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '#db/core/db.ts';
import { commitDecisions } from '#flows/core/commit-decisions.ts';
import type { Decided } from '#flows/core/decided.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { aBrand, type Someone } from '#kit/brand-fixture.ts';
import { aContext, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { decide } from '#rules/contact/decide.ts';
import { receiptOf } from '#rules/record/receipt.ts';

const { db, owner } = await withDatabase();

const NOON = wall('2026-08-05T12:00', SAO_PAULO);
const receiptKey = new Uint8Array(32).fill(1);

/** An allowed first contact, in the form that `commitDecisions` takes. */
function allowedContact(seller: Someone, customerId: string, now = NOON) {
  const attemptId = uuidv7();
  const context = aContext({ now, attempt: { attemptId, customerId, textDigest: '' } });
  const { decision, permit } = decide(context);
  if (permit === null) throw new Error('the context of this test should be allowed, but decide gave no permit');
  const { brandId, personId, storeId } = seller;
  const receiptIds = { attemptId, customerId, suggestionId: null, storeId, actorId: personId, turnId: null };
  const row = { id: attemptId, customerId, sellerId: personId, storeId, suggestionId: null, refusedAt: null };
  const said = { outcome: null, text: 'Oi', sellerStretches: [], speaksAs: null, createdAt: now, updatedAt: now };
  const body = { id: attemptId, state: 'handed_over', customerId };
  return {
    attempt: { ...row, ...said, isNew: true, origin: 'profile', state: 'handed_over' },
    receipt: receiptOf({ brandId, id: uuidv7(), ...receiptIds }, context, decision),
    handover: { id: uuidv7(), permit, withdrawnAt: null },
    event: { kind: 'attempt', personId, storeId, body },
  } satisfies Decided;
}

test('invariant 2: a hand-over is written only with the permit and the receipt of one decision, otherwise nothing is written', async (t) => {
  const brand = await aBrand(owner);
  const { brandId, ana } = brand;
  const one = allowedContact(ana, await brand.customer(ana));
  const other = allowedContact(ana, await brand.customer(ana));
  const late = { ...one.receipt, decidedAt: one.handover.permit.validUntil };
  const { permit } = one.handover;
  const copied = Object.create(Object.getPrototypeOf(permit), Object.getOwnPropertyDescriptors(permit));
  const refused: Readonly<Record<string, Decided>> = {
    'no receipt': { ...one, receipt: null },
    'the permit of another attempt': { ...one, handover: other.handover },
    'a permit that has run out': { ...one, receipt: late },
    'the copy of a permit': { ...one, handover: { ...one.handover, permit: copied } },
  };
  for (const [name, decided] of Object.entries(refused)) {
    await t.test(name, async () => {
      const writing = db.inBrand(brandId, (tx) => commitDecisions(tx, { brandId, at: NOON, receiptKey }, [decided]));
      await assert.rejects(writing, /permit and the receipt of one decision/);
      const { rows } = await owner.query('select id from attempts where brand_id = $1', [brandId]);
      assert.deepEqual(rows, []);
    });
  }
  await db.inBrand(brandId, (tx) => commitDecisions(tx, { brandId, at: NOON, receiptKey }, [one, other]));
  const { rows } = await owner.query(
    `select h.attempt_id as id from handovers h join receipts r on r.brand_id = h.brand_id and r.id = h.receipt_id
     where h.brand_id = $1 and h.attempt_id = r.attempt_id order by r.number`,
    [brandId],
  );
  assert.deepEqual(
    rows.map(({ id }) => id),
    [one.attempt.id, other.attempt.id],
  );
});

test('a receipt without the key of its chain is refused', async () => {
  const brand = await aBrand(owner);
  const { brandId, ana } = brand;
  const { receipt } = allowedContact(ana, await brand.customer(ana));
  const writing = db.inBrand(brandId, (tx) =>
    commitDecisions(tx, { brandId, at: NOON, receiptKey: null }, [{ receipt }]),
  );
  await assert.rejects(writing, /key of its chain/);
});

test('R3: a batch writes the same rows, byte for byte, as the same decisions written one by one', async () => {
  const brand = await aBrand(owner);
  const { brandId, ana, bruno } = brand;
  const decided = [
    allowedContact(ana, await brand.customer(ana)),
    { event: { kind: 'quiet-hours', personId: null, storeId: null, body: { revision: 1 } } } satisfies Decided,
    allowedContact(bruno, await brand.customer(bruno), NOON + 1_000),
    allowedContact(ana, await brand.customer(ana), NOON + 2_000),
  ];
  const commit = { brandId, at: NOON, receiptKey };
  class Rollback extends Error {}
  let inOneBatch: unknown;
  const rolledBack = db.inBrand(brandId, async (tx) => {
    await commitDecisions(tx, commit, decided);
    inOneBatch = await readRows(tx);
    throw new Rollback();
  });
  await assert.rejects(rolledBack, Rollback);
  for (const one of decided) await db.inBrand(brandId, (tx) => commitDecisions(tx, commit, [one]));
  const oneByOne = await db.inBrand(brandId, readRows);
  assert.deepEqual(inOneBatch, oneByOne);
  assert.deepEqual([oneByOne.receipts.length, oneByOne.handovers.length, oneByOne.live_events.length], [3, 3, 4]);
  assert.deepEqual(await verifyRecord(db, receiptKey, brandId), {
    receipts: 3,
    mark: null,
    head: { number: 3, link: Buffer.from(oneByOne.receipts.at(-1)?.link ?? []).toString('hex') },
    broken: null,
  });
});

async function readRows({ q }: Tx) {
  return {
    attempts: await q.selectFrom('attempts').selectAll().orderBy('id').execute(),
    receipts: await q.selectFrom('receipts').selectAll().orderBy('number').execute(),
    handovers: await q.selectFrom('handovers').selectAll().orderBy('id').execute(),
    ledgers: await q.selectFrom('ledgers').selectAll().execute(),
    live_events: await q.selectFrom('liveEvents').selectAll().orderBy('number').execute(),
    contacts: await q.selectFrom('customers').select(['id', 'lastContactAt']).orderBy('id').execute(),
  };
}
