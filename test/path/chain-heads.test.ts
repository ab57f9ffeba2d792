/**
 * The chain of receipts stays whole when servers number receipts from a remembered head of the chain, whatever fails
 * (R3, decision 0034).
 */
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
  // The pace warns a seller who contacts too fast (P1); both verdicts are decisions with a receipt.
  assert.ok(kind === 'allowed' || kind === 'warned', kind);
}

async function assertChainWhole(flowDeps: FlowDeps, brand: Brand, receipts: number) {
  const { broken, receipts: found } = await verifyRecord(db, flowDeps.receiptKey, brand.brandId);
  assert.deepEqual([broken, found], [null, receipts]);
}

const names = (sent: Awaited<ReturnType<typeof recordStatements>>) => sent.map(({ name }) => name);

test('many decisions at once are linked one after the other, and none locks the ledger first', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NOON);
  await contact(flowDeps, brand);
  const sellers = Array.from({ length: 24 }, (_, n) => (n % 2 === 0 ? brand.ana : brand.bruno));
  const sent = await recordStatements(() => Promise.all(sellers.map((seller) => contact(flowDeps, brand, seller))));
  assert.equal(names(sent).filter((name) => name === 'lock_ledger').length, 0);
  await assertChainWhole(flowDeps, brand, 25);
});

test('two servers that write to one chain at once leave the chain whole, and every decision is made', async () => {
  const brand = await aBrand(owner);
  const servers = [createFlowDeps(db, NOON), createFlowDeps(db, NOON)] as const;
  for (let round = 0; round < 6; round += 1) {
    await Promise.all([
      ...servers.map((server) => contact(server, brand, brand.ana)),
      ...servers.map((server) => contact(server, brand, brand.bruno)),
    ]);
  }
  await assertChainWhole(servers[0], brand, 24);
});

test('a decision linked to a receipt that never commits is linked again, and its answer is not lost', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NOON);
  await contact(flowDeps, brand);
  // This head stands for a transaction whose receipts never arrive, as after a lost connection.
  const ghost = { receiptNumber: 2, link: Buffer.alloc(32, 7) };
  await flowDeps.chainHeads.seal(brand.brandId, assert.fail, () => ghost);
  await Promise.all([contact(flowDeps, brand, brand.ana), contact(flowDeps, brand, brand.bruno)]);
  await assertChainWhole(flowDeps, brand, 3);
});

test('a remembered head with the right number and another link counts as outdated', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NOON);
  await contact(flowDeps, brand);
  await flowDeps.chainHeads.seal(brand.brandId, assert.fail, ({ receiptNumber }) => ({
    receiptNumber,
    link: Buffer.alloc(32, 7),
  }));
  await contact(flowDeps, brand);
  await assertChainWhole(flowDeps, brand, 2);
});

test('a decision that reaches the database before the one it is linked to waits for that one', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NOON);
  await contact(flowDeps, brand);
  const client = await owner.connect();
  try {
    // Both decisions wait for the locked table `idempotency_keys`, so that their order after the commit is free.
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
  await assertChainWhole(flowDeps, brand, 3);
});

test('live events between receipts take no number of the chain and are numbered in the order of their commits', async () => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, NOON);
  const { brandId } = brand;
  await contact(flowDeps, brand);
  const event = { kind: 'ticket', personId: null, storeId: null, body: {} } as const;
  const publishEvent = () => db.inBrand(brandId, (tx) => publishLiveEvent(tx, brandId, flowDeps.now(), event, event));
  const sent = await recordStatements(() =>
    Promise.all([publishEvent(), contact(flowDeps, brand), publishEvent(), contact(flowDeps, brand, brand.bruno)]),
  );
  assert.equal(names(sent).filter((name) => name === 'lock_ledger').length, 0);
  const { rows } = await owner.query(
    `select array_agg(number::int order by number) as numbers from live_events where brand_id = $1`,
    [brandId],
  );
  assert.deepEqual(rows[0].numbers, [1, 2, 3, 4, 5, 6, 7]);
  await assertChainWhole(flowDeps, brand, 3);
});

test('while one transaction reads the head, the others of the process wait; if the read fails, the next one reads the head itself', async () => {
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

test('after a transaction that locked the ledger failed, only the next transaction locks the ledger, and later ones do not', async () => {
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
