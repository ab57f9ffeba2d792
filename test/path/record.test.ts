/**
 * The record: every recorded decision can be decided again to the same bytes, and every edit of the record is found
 * (R1–R4, invariant 2).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { insertHandovers } from '#db/contact/handovers.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { publishPolicy, resumePolicy, suspendPolicy } from '#flows/policy/change-policy.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { replayRecord } from '#flows/record/replay-record.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aPublication } from '#kit/publication-body.ts';

const { db, owner } = await withDatabase();
const SUPPORT = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };
const OPEN = '2026-11-23T15:00:00.000Z';

/** Makes a brand with a day of refused, warned and allowed contacts under several versions and a suspension. */
async function makeDay() {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, OPEN);
  const wish = { origin: null, attemptId: null, acknowledgement: null, because: null, hold: null, text: 'Oi' };
  for (let hour = 0; hour < 24; hour++) {
    flowDeps.moveTo(new Date(Date.parse(OPEN) + hour * 3_600_000 + 59_000).toISOString());
    const seller = hour % 3 === 0 ? brand.davi : brand.ana;
    const row = hour % 5 === 0 ? { permission: 'unknown' } : { city: 'Recife', state: 'PE' };
    const customerId = await brand.customer(seller, row);
    const suggestionId = hour % 2 === 0 ? await brand.suggestion(seller, customerId) : null;
    await attemptContact(flowDeps, seller, { ...wish, key: uuidv7(), customerId, suggestionId });
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    if (hour === 6) {
      const policy = { windows: [{ days, start: '19:00', end: '09:00' }], clocks: 'store-and-customer' };
      await publishPolicy(flowDeps, brand.brandId, aPublication(policy, 'next-quiet-start'), SUPPORT);
    }
    if (hour === 12) await suspendPolicy(flowDeps, brand.brandId, flowDeps.now() + 7_200_000, SUPPORT);
    if (hour === 13) await resumePolicy(flowDeps, brand.brandId, SUPPORT);
  }
  return { brand, flowDeps };
}

test('R2, T12: every receipt is decided again to the same bytes, also after the policy has changed, and names its tz data', async () => {
  const { brand, flowDeps } = await makeDay();
  const differences: unknown[] = [];
  const deps = { db, timelines: new Timelines(), tzVersion: flowDeps.tzVersion };
  const judged = await replayRecord(deps, brand.brandId, (difference) => differences.push(difference));
  assert.equal(judged, 24);
  assert.deepEqual(differences, []);
  const { rows } = await owner.query('select distinct verdict from receipts where brand_id = $1', [brand.brandId]);
  assert.equal(rows.length, 3, 'the day has allowed, warned and blocked decisions');
  const tzVersions = await owner.query('select distinct tz_version from receipts where brand_id = $1', [brand.brandId]);
  assert.deepEqual(tzVersions.rows, [{ tz_version: process.versions.tz }]);
});

test('R3: a whole record verifies, alone and against a head that was written to a file before', async () => {
  const { brand, flowDeps } = await makeDay();
  const { receipts, head, broken } = await verifyRecord(db, flowDeps.receiptKey, brand.brandId);
  assert.deepEqual([receipts, broken], [24, null]);
  assert.equal((await verifyRecord(db, flowDeps.receiptKey, brand.brandId, head)).broken, null);
  const other = { ...head, link: '00'.repeat(32) };
  assert.equal((await verifyRecord(db, flowDeps.receiptKey, brand.brandId, other)).broken?.kind, 'head_differs');
});

test('R3: a decision made while the record is verified is no fault of the record', async () => {
  const { brand, flowDeps } = await makeDay();
  const customerId = await brand.customer(brand.ana);
  const wish = { origin: null, attemptId: null, acknowledgement: null, because: null, hold: null, text: 'Oi' };
  const decidingDb: typeof db = Object.create(db, {
    read: {
      value: async (...asked: Parameters<typeof db.read>) => {
        const answer = await db.read(...asked);
        await attemptContact(flowDeps, brand.ana, { ...wish, key: uuidv7(), customerId, suggestionId: null });
        return answer;
      },
    },
  });
  const { receipts, broken } = await verifyRecord(decidingDb, flowDeps.receiptKey, brand.brandId);
  assert.deepEqual([receipts, broken], [25, null]);
});

test('R1: the runtime login can neither change nor remove a receipt', async () => {
  const { brand } = await makeDay();
  const { brandId } = brand;
  for (const statement of ['update receipts set reason = null', 'delete from receipts', 'truncate receipts']) {
    await assert.rejects(
      db.inBrand(brandId, async (tx) => sql.raw(statement).execute(tx.q)),
      /permission denied/,
    );
  }
});

test('invariant 2: the database refuses a hand-over whose receipt did not allow it: warned, spent, forged or another attempt’s', async (t) => {
  const brand = await aBrand(owner);
  const { brandId } = brand;
  const flowDeps = createFlowDeps(db, OPEN);
  const makeAttempt = async (at: string) => {
    flowDeps.moveTo(at);
    const customerId = await brand.customer(brand.ana);
    const more = {
      origin: null,
      attemptId: null,
      acknowledgement: null,
      because: null,
      hold: null,
      text: 'Oi',
      suggestionId: null,
    };
    const answer = await attemptContact(flowDeps, brand.ana, { ...more, key: uuidv7(), customerId });
    assert.ok('attempt' in answer);
    const { rows } = await owner.query('select id from receipts where brand_id = $1 and attempt_id = $2', [
      brandId,
      answer.attempt.id,
    ]);
    return { attemptId: answer.attempt.id, receiptId: rows[0].id as string };
  };
  const allowed = await makeAttempt(OPEN);
  const warned = await makeAttempt('2026-11-24T01:00:00.000Z');
  const other = await makeAttempt(OPEN);
  const insertHandover = (attemptId: string, receiptId: string) =>
    db.inBrand(brandId, async (tx) =>
      tx.run(insertHandovers, {
        brandId,
        handovers: [
          {
            id: uuidv7(),
            attemptId,
            receiptId,
            sellerId: brand.ana.personId,
            storeId: brand.ana.storeId,
            afterWarning: false,
            at: flowDeps.now(),
            validUntil: flowDeps.now(),
            withdrawnAt: null,
          },
        ],
      }),
    );
  const refused: Record<string, [string, string]> = {
    'a receipt that only warned': [warned.attemptId, warned.receiptId],
    'a receipt that is spent already': [allowed.attemptId, allowed.receiptId],
    'a receipt that does not exist': [warned.attemptId, uuidv7()],
    'the receipt of another attempt': [warned.attemptId, other.receiptId],
  };
  for (const [name, [attemptId, receiptId]] of Object.entries(refused)) {
    await t.test(name, () =>
      assert.rejects(insertHandover(attemptId, receiptId), /violates (foreign key|unique) constraint/),
    );
  }
  await t.test('a hand-over cannot be pointed at another receipt afterwards', () =>
    assert.rejects(
      owner.query('update handovers set receipt_id = $2 where brand_id = $1 and attempt_id = $3', [
        brandId,
        warned.receiptId,
        allowed.attemptId,
      ]),
      /violates foreign key constraint/,
    ),
  );
});

test('R4: a failure after the receipt was written leaves neither receipt nor hand-over, and the same key can be used again', async (t) => {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, OPEN);
  const readState = async () => {
    const { rows } = await owner.query(
      `select l.receipt_number as head,
         (select count(*)::int from receipts r where r.brand_id = l.brand_id) as receipts,
         (select count(*)::int from handovers h where h.brand_id = l.brand_id) as handovers,
         (select count(*)::int from attempts a where a.brand_id = l.brand_id) as attempts,
         (select count(*)::int from idempotency_keys k where k.brand_id = l.brand_id) as keys,
         (select count(*)::int from suggestions s where s.brand_id = l.brand_id and s.state = 'done') as done
       from ledgers l where l.brand_id = $1`,
      [brand.brandId],
    );
    return rows[0];
  };
  await owner.query(
    `create function fails() returns trigger language plpgsql as $$ begin
       raise exception 'failed with % receipts', (select count(*) from receipts r where r.brand_id = new.brand_id);
     end $$`,
  );
  const failing = {
    // The ledger is updated, and locked, before its receipt is written.
    'at the update of the ledger': ['trigger fails before update', 'ledgers', '', 0],
    'at the hand-over': ['trigger fails after insert', 'handovers', '', 1],
    'at the live event': ['trigger fails after insert', 'live_events', '', 1],
    'at the commit itself': ['constraint trigger fails after insert', 'handovers', 'deferrable initially deferred', 1],
  } as const;
  for (const [i, [when, [trigger, table, deferred, own]]] of Object.entries(failing).entries()) {
    await t.test(when, async () => {
      const customerId = await brand.customer(brand.ana);
      const suggestionId = await brand.suggestion(brand.ana, customerId);
      const named = { customerId, suggestionId, key: uuidv7() };
      const wish = { ...named, origin: null, attemptId: null, acknowledgement: null, because: null, hold: null };
      const before = await readState();
      await owner.query(`create ${trigger} on ${table} ${deferred} for each row execute function fails()`);
      try {
        const written = new RegExp(`failed with ${i + own} receipts`);
        await assert.rejects(attemptContact(flowDeps, brand.ana, { ...wish, text: 'Oi' }), written);
      } finally {
        await owner.query(`drop trigger fails on ${table}`);
      }
      assert.deepEqual(await readState(), before);
      assert.equal((await attemptContact(flowDeps, brand.ana, { ...wish, text: 'Oi' })).kind, 'allowed');
    });
  }
  assert.deepEqual(await readState(), { head: 4, receipts: 4, handovers: 4, attempts: 4, keys: 4, done: 4 });
  assert.equal((await verifyRecord(db, flowDeps.receiptKey, brand.brandId)).broken, null);
});

test('R3: every edit, removal, swap and cut of the record is found', async (t) => {
  // The owner of the database can remove its safeguards first.
  await owner.query('alter table handovers drop constraint handovers_permit');
  const editNinth = (column: string, to: string) =>
    `update receipts set ${column} = ${to} where brand_id = $1 and number = 9`;
  const tampered: Record<string, readonly [statement: string, found: string]> = {
    'a verdict is reversed': [
      editNinth('verdict', `case verdict when 'allow' then 'block' else 'allow' end`),
      'edited',
    ],
    'an instant is moved by a millisecond': [editNinth('decided_at', `decided_at + interval '1 ms'`), 'edited'],
    'the actor is replaced': [editNinth('actor_id', `'${uuidv7()}'`), 'edited'],
    'a reason is added': [editNinth('reasons', `'[{"reason":"opted_out","verdict":"block"}]'`), 'edited'],
    'the zone is replaced': [editNinth('zone_store', `'Asia/Tokyo'`), 'edited'],
    'a receipt is removed': ['delete from receipts where brand_id = $1 and number = 9', 'missing'],
    'two receipts swap numbers': [
      `with two as (select number, id from receipts where brand_id = $1 and number in (9, 10)), gone as (
         update receipts r set number = r.number + 1000 from two where r.brand_id = $1 and r.id = two.id returning r.id)
       select count(*) from gone`,
      'missing',
    ],
    'the end is cut off': ['delete from receipts where brand_id = $1 and number > 20', 'cut'],
    'the end is cut off and the ledger set back to it': [
      `with cut as (delete from receipts where brand_id = $1 and number > 20),
         last as (select link from receipts where brand_id = $1 and number = 20)
       update ledgers set receipt_number = 20, link = last.link from last where brand_id = $1`,
      'cut',
    ],
    'all receipts and the ledger are removed': [
      `with cut as (delete from receipts where brand_id = $1) delete from ledgers where brand_id = $1`,
      'cut',
    ],
    'all receipts are removed and the ledger is set to zero': [
      `with cut as (delete from receipts where brand_id = $1)
       update ledgers set receipt_number = 0, link = decode(repeat('00', 32), 'hex') where brand_id = $1`,
      'cut',
    ],
    'only the ledger is removed': ['delete from ledgers where brand_id = $1', 'cut'],
    'the ledger’s link is replaced': [
      `update ledgers set link = decode(repeat('00', 32), 'hex') where brand_id = $1`,
      'head_differs',
    ],
  };
  for (const [name, [statement, found]] of Object.entries(tampered)) {
    await t.test(name, async () => {
      const { brand, flowDeps } = await makeDay();
      const { head } = await verifyRecord(db, flowDeps.receiptKey, brand.brandId);
      await owner.query(statement, [brand.brandId]);
      const { broken } = await verifyRecord(db, flowDeps.receiptKey, brand.brandId, head);
      assert.equal(broken?.kind, found);
    });
  }
});
