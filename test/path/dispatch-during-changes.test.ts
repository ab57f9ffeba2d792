/**
 * The dispatcher releases what is due, in this brand and in others, also while the brand's hours change again and
 * again (H1, H6).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDispatcher } from '#jobs/holds/dispatcher.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { hold, holdRow } from '#kit/hold-helpers.ts';

const { db, owner } = await withDatabase();

const NIGHT = '2026-11-24T01:14:00.000Z';

/** Inserts `count` more holds like this one, each for another customer. */
async function insertCopies(holdId: string, count: number): Promise<void> {
  await owner.query(
    `with new as materialized (select gen_random_uuid() as customer, gen_random_uuid() as attempt, gen_random_uuid() as hold
       from generate_series(1, $2)),
     their_customers as (insert into customers (brand_id, id, name, store_id, seller_id, permission, created_at)
       select h.brand_id, new.customer, 'Marina', h.store_id, h.seller_id, 'granted', h.held_at
       from holds h, new where h.id = $1),
     their_attempts as (insert into attempts
       select (jsonb_populate_record(a, jsonb_build_object('id', new.attempt, 'customer_id', new.customer))).*
       from holds h join attempts a on a.id = h.attempt_id, new where h.id = $1)
     insert into holds select (jsonb_populate_record(h, jsonb_build_object('id', new.hold, 'attempt_id', new.attempt,
       'customer_id', new.customer))).* from holds h, new where h.id = $1`,
    [holdId, count],
  );
}

test('H6: due holds of this brand and of others are released also while the brand’s hours change again and again', async () => {
  const [busy, calm] = [await aBrand(owner), await aBrand(owner)];
  const flowDeps = createFlowDeps(db, NIGHT);
  const kept = await hold(flowDeps, busy.bruno, await busy.customer(busy.bruno), {
    hold: Date.parse('2026-11-26T15:00Z'),
  });
  await insertCopies((await holdRow(owner, kept.attempt.id)).id, 1_100);
  const due = [
    await hold(flowDeps, busy.ana, await busy.customer(busy.ana)),
    await hold(flowDeps, calm.ana, await calm.customer(calm.ana)),
  ];
  flowDeps.moveTo(new Date(Math.max(...due.map(({ heldUntil }) => heldUntil))).toISOString());

  const MOST = 40;
  let changes = 0;
  const inBrand: typeof db.inBrand = async (brandId, work) => {
    if (brandId === busy.brandId && changes < MOST) {
      changes += 1;
      await owner.query('update policy_heads set calendar = calendar + 1 where brand_id = $1', [brandId]);
    }
    return db.inBrand(brandId, work);
  };
  const released = new Map<string, number>();
  const failures: unknown[] = [];
  const dispatcher = startDispatcher({
    ...flowDeps,
    db: { ...db, inBrand },
    onReleased: (all) => all.forEach(({ brandId }) => void released.set(brandId, changes)),
    onError: (error) => failures.push(error),
  });
  await dispatcher.wake();
  await dispatcher.close();

  assert.deepEqual(failures, []);
  assert.equal(changes, MOST);
  for (const { brandId } of [busy, calm]) {
    assert.ok(
      (released.get(brandId) ?? MOST) < MOST,
      `not released before the changes ended: ${released.get(brandId)}`,
    );
  }
  const { rows } = await owner.query(
    `select count(*)::int as old from holds h join policy_heads p using (brand_id)
     where h.ended_at is null and h.calendar < p.calendar`,
  );
  assert.deepEqual(rows, [{ old: 0 }], 'in the end every hold was retimed');
});
