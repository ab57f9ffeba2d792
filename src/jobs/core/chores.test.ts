/** Tests that chores run for every brand, even if they fail for one of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movePortfolio } from '#flows/customers/portfolio/move-portfolio.ts';
import { undoMove } from '#flows/customers/portfolio/undo-move.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { hold, holdRow } from '#kit/hold-helpers.ts';
import { doChores } from './chores.ts';

const { db, owner } = await withDatabase();

test('if the chores of one brand fail, all heads are still written, and the keys and parked holds of the other brands are dealt with', async () => {
  const bad = await aBrand(owner);
  const good = await aBrand(owner);
  const flowDeps = createFlowDeps(db, '2026-11-24T01:14:00.000Z');
  const held = await hold(flowDeps, good.ana, await good.customer(good.ana));
  await hold(flowDeps, bad.ana, await bad.customer(bad.ana));
  await owner.query("update holds set parked_at = now(), parked_why = 'poison' where brand_id = $1", [good.brandId]);
  await owner.query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$`);
  await owner.query(
    `create trigger refuse before delete on idempotency_keys for each row
     when (old.brand_id = '${bad.brandId}') execute function refuse()`,
  );
  flowDeps.moveTo('2026-12-04T01:14:00.000Z');
  const errors: unknown[] = [];
  let heads: readonly string[] = [];
  let missing: number | null = null;
  await doChores({
    ...flowDeps,
    keepHeads: async (on, all) => {
      assert.equal(on, '2026-12-04');
      heads = Object.keys(all);
    },
    recoverImports: async () => undefined,
    onAccounted: (n) => {
      missing = n;
    },
    onError: (error) => errors.push(error),
  });
  assert.deepEqual(heads.toSorted(), [bad.brandId, good.brandId].toSorted());
  assert.equal(errors.length, 1);
  assert.equal(missing, 0);
  const { rows } = await owner.query('select brand_id from idempotency_keys');
  assert.deepEqual(rows, [{ brand_id: bad.brandId }]);
  assert.equal((await holdRow(owner, held.attempt.id)).ended_as, 'expired');
});

test('where the app’s clock stands months before the host’s, chores delete no slot: the next held contact gets a minute of its own (P3)', async () => {
  const { deps, brand, customers } = await aMonthsBack();
  const first = await hold(deps, brand.ana, customers[0]);
  await doChores({ ...deps, ...UNUSED });
  const second = await hold(deps, brand.ana, customers[1]);
  const [one, other] = [await holdRow(owner, first.attempt.id), await holdRow(owner, second.attempt.id)];
  assert.notDeepEqual(one.due_at, other.due_at);
});

test('where the app’s clock stands months before the host’s, a portfolio that was moved an hour ago moves back whole', async () => {
  const { deps, brand } = await aMonthsBack();
  const carla: PersonActor = { ...brand.carla, kind: 'person', name: 'Carla Dias', sessionKey: 'test' };
  const wish = { to: brand.bruno.personId, held: 'pass_on', storeId: null, dryRun: false } as const;
  const moved = await movePortfolio(deps, carla, brand.ana.personId, wish);
  assert.ok(moved.kind === 'moved');
  await doChores({ ...deps, ...UNUSED });
  const undone = await undoMove(deps, carla, brand.ana.personId, moved.moveId);
  assert.ok(undone.kind === 'undone');
  assert.equal(undone.returned, 2);
});

/** A brand whose app’s clock stands on an evening of August while the host's clock shows November. */
async function aMonthsBack() {
  const brand = await aBrand(owner);
  const deps = {
    ...createFlowDeps(db, '2026-08-25T01:14:00.000Z'),
    hostNow: () => Date.parse('2026-11-30T01:14:00.000Z'),
  };
  const customers = [await brand.customer(brand.ana), await brand.customer(brand.ana)] as const;
  return { deps, brand, customers };
}

const UNUSED = {
  keepHeads: async () => undefined,
  recoverImports: async () => undefined,
  onAccounted: () => undefined,
  onError: (error: unknown) => {
    throw error;
  },
};
