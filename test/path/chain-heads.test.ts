/** Receipts are sealed without asking for the head of the chain, and the chain stays whole whatever goes wrong (R3, decision 0034). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { ChainHeads } from '#flows/core/chain-heads.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { aBrand, type Someone } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish } from '#kit/hold-helpers.ts';
import { recordStatements } from '#kit/statement-recorder.ts';

const { db, owner } = await withDatabase({ connections: 8 });

const NOON = '2026-08-05T15:00:00.000Z';

type FlowDeps = ReturnType<typeof createFlowDeps>;
type Brand = Awaited<ReturnType<typeof aBrand>>;

async function contact(flowDeps: FlowDeps, brand: Brand, seller: Someone = brand.ana) {
  const { kind } = await attemptContact(flowDeps, seller, aWish(await brand.customer(seller)));
  // Who hurries is warned (P1); either is a decision with a receipt.
  assert.ok(kind === 'allowed' || kind === 'warned', kind);
}

async function assertWhole(flowDeps: FlowDeps, brand: Brand, receipts: number) {
  const { broken, receipts: found } = await verifyRecord(db, flowDeps.receiptKey, brand.brandId);
  assert.deepEqual([broken, found], [null, receipts]);
}

const names = (sent: Awaited<ReturnType<typeof recordStatements>>) => sent.map(({ name }) => name);

test('many decisions at once are sealed one onto the other without one locking the ledger first', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NOON);
  await contact(flowDeps, brand);
  const sellers = Array.from({ length: 24 }, (_, n) => (n % 2 === 0 ? brand.ana : brand.bruno));
  const sent = await recordStatements(() => Promise.all(sellers.map((seller) => contact(flowDeps, brand, seller))));
  assert.equal(names(sent).filter((name) => name === 'lock_ledger').length, 0);
  await assertWhole(flowDeps, brand, 25);
});

test('two servers that write to one chain leave it whole, and each decision is made', async () => {
  const brand = await aBrand(owner);
  const servers = [createFlowDeps(db, NOON), createFlowDeps(db, NOON)] as const;
  for (let round = 0; round < 6; round += 1) {
    await Promise.all([
      ...servers.map((server) => contact(server, brand, brand.ana)),
      ...servers.map((server) => contact(server, brand, brand.bruno)),
    ]);
  }
  await assertWhole(servers[0], brand, 24);
});

test('what was sealed onto a receipt that is not committed is sealed anew, without an answer being lost', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NOON);
  await contact(flowDeps, brand);
  // A transaction whose receipts never arrive, as after a lost connection.
  const ghost = { receiptNumber: 2, link: Buffer.alloc(32, 7) };
  await flowDeps.chainHeads.seal(brand.brandId, assert.fail, () => ghost);
  await Promise.all([contact(flowDeps, brand, brand.ana), contact(flowDeps, brand, brand.bruno)]);
  await assertWhole(flowDeps, brand, 3);
});

test('the same number with another link is another head', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NOON);
  await contact(flowDeps, brand);
  await flowDeps.chainHeads.seal(brand.brandId, assert.fail, ({ receiptNumber }) => ({
    receiptNumber,
    link: Buffer.alloc(32, 7),
  }));
  await contact(flowDeps, brand);
  await assertWhole(flowDeps, brand, 2);
});

test('a decision that arrives before the one it was sealed onto waits for it', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NOON);
  await contact(flowDeps, brand);
  const client = await owner.connect();
  try {
    // The first one's customer is locked when it writes; the second one's is free.
    const [first, second] = [await brand.customer(brand.ana), await brand.customer(brand.bruno)];
    await client.query('begin');
    await client.query('lock table idempotency_keys in share row exclusive mode');
    const answers = [first, second].map((customer, n) =>
      attemptContact(flowDeps, n === 0 ? brand.ana : brand.bruno, aWish(customer)),
    );
    for (;;) {
      const { rows } = await owner.query(
        `select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
      );
      if (rows.length === 2) break;
    }
    await client.query('commit');
    assert.deepEqual(
      (await Promise.all(answers)).map(({ kind }) => kind),
      ['allowed', 'allowed'],
    );
  } finally {
    await client.query('rollback');
    client.release();
  }
  await assertWhole(flowDeps, brand, 3);
});

test('events in between take no number of the chain, and are numbered in the order of their commits', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NOON);
  const { brandId } = brand;
  await contact(flowDeps, brand);
  const event = { kind: 'ticket', personId: null, storeId: null, body: {} } as const;
  const tell = () => db.inBrand(brandId, (tx) => publishLiveEvent(tx, brandId, flowDeps.now(), event, event));
  const sent = await recordStatements(() =>
    Promise.all([tell(), contact(flowDeps, brand), tell(), contact(flowDeps, brand, brand.bruno)]),
  );
  assert.equal(names(sent).filter((name) => name === 'lock_ledger').length, 0);
  const { rows } = await owner.query(
    `select array_agg(number::int order by number) as numbers from live_events where brand_id = $1`,
    [brandId],
  );
  assert.deepEqual(rows[0].numbers, [1, 2, 3, 4, 5, 6, 7]);
  await assertWhole(flowDeps, brand, 3);
});

test('while the head is read by one, the others of the process wait for it, and read it themselves where that fails', async () => {
  const heads = new ChainHeads();
  const head = (receiptNumber: number) => ({ receiptNumber, link: Buffer.alloc(32) });
  const failing = Promise.withResolvers<never>();
  const sealed: number[] = [];
  const seal = (lock: () => Promise<ReturnType<typeof head>>) =>
    heads.seal('a brand', lock, ({ receiptNumber }) => {
      sealed.push(receiptNumber);
      return head(receiptNumber + 1);
    });
  const first = seal(() => failing.promise);
  const others = [seal(async () => head(4)), seal(assert.fail), seal(assert.fail)];
  failing.reject(new Error('the connection was lost'));
  await assert.rejects(first, /connection was lost/);
  await Promise.all(others);
  assert.deepEqual(sealed, [4, 5, 6]);
});

test('a transaction that locked the ledger and failed makes nobody cautious', async () => {
  const heads = new ChainHeads();
  const link = Buffer.alloc(32);
  await heads.seal(
    'a brand',
    async () => ({ receiptNumber: 1, link }),
    () => ({ receiptNumber: 2, link }),
  );
  heads.forget('a brand', true);
  let locks = 0;
  const lock = async () => {
    locks += 1;
    return { receiptNumber: 1, link };
  };
  for (let n = 0; n < 3; n += 1) await heads.seal('a brand', lock, (head) => head);
  assert.equal(locks, 1);
});
