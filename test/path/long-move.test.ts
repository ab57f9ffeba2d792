/**
 * A move of a large portfolio outlasts the request that began it: it is shown as running, goes on without the request,
 * survives the end of its server between two steps, and finishes. The same holds for its undo.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movePortfolio } from '#flows/customers/portfolio/move-portfolio.ts';
import { readPortfolio } from '#flows/customers/portfolio/read-portfolio.ts';
import { undoMove } from '#flows/customers/portfolio/undo-move.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { doDueMoves } from '#jobs/customers/due-moves.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';

const { db, owner } = await withDatabase();
const NOON = '2026-11-24T15:00:00.000Z';
/** Three steps: of 250, 250 and 100 customers. */
const CUSTOMERS = 600;
const WISH = { to: 'spread', held: 'pass_on', storeId: null, dryRun: false } as const;

async function aLargePortfolio() {
  const brand = await aBrand(owner);
  const { brandId, ana, carla } = brand;
  await owner.query(
    `insert into customers (brand_id, id, name, store_id, seller_id, permission, created_at)
     select $1, gen_random_uuid(), 'Cliente ' || n, $2, $3, 'granted', now() from generate_series(1, $4::int) n`,
    [brandId, brand.stores.paulista, ana.personId, CUSTOMERS],
  );
  const { turnId, ...person } = carla;
  const manager: PersonActor = { ...person, kind: 'person', name: 'Carla Dias', turnId, sessionKey: 'test' };
  const quick = createFlowDeps(db, NOON);
  let continued = 0;
  let slowNow = Date.parse(NOON);
  /** The dependencies of a request on whose clock each step takes four seconds. */
  const slow = {
    ...quick,
    hostNow: () => {
      slowNow += 4_000;
      return slowNow;
    },
    continueMoves: () => {
      continued += 1;
    },
  };
  const read = async () => {
    const portfolio = await readPortfolio(db, manager, ana.personId, quick.now());
    assert.ok(portfolio);
    return { left: portfolio.counts.customers, move: portfolio.moves[0] };
  };
  const onError = (error: unknown) => assert.fail(String(error));
  return {
    ana: ana.personId,
    read,
    move: () => movePortfolio(slow, manager, ana.personId, WISH),
    undo: (moveId: string) => undoMove(slow, manager, ana.personId, moveId),
    /** The background work of a server that ends after `steps` steps. */
    work: (steps: number) => {
      let left = steps;
      return doDueMoves({ ...quick, onError, isClosing: () => left-- <= 0 });
    },
    continued: () => continued,
  };
}

test('a long move answers while it runs, is finished after its server ended, and so is its undo', async () => {
  const { read, move, undo, work, continued } = await aLargePortfolio();
  const began = await move();
  assert.ok(began.kind === 'moved');
  assert.deepEqual([began.isRunning, began.customers, continued()], [true, 250, 1]);
  assert.equal(
    began.shares.reduce((sum, { customers }) => sum + customers, 0),
    CUSTOMERS,
  );
  const running = await read();
  assert.deepEqual(
    [running.left, running.move?.state, running.move?.progress],
    [350, 'moving', { done: 250, total: 600 }],
  );
  const again = await move();
  assert.equal(again.kind, 'move_running');

  await work(1);
  assert.deepEqual((await read()).move?.progress, { done: 500, total: 600 });
  await work(9);
  const finished = await read();
  assert.deepEqual([finished.left, finished.move?.state, finished.move?.progress], [0, 'moved', null]);
  assert.equal(finished.move?.customers, CUSTOMERS);

  const undone = await undo(began.moveId);
  assert.ok(undone.kind === 'undone');
  assert.deepEqual([undone.isRunning, undone.returned], [true, 250]);
  assert.deepEqual((await read()).move?.progress, { done: 250, total: 600 });
  await work(9);
  const back = await read();
  assert.deepEqual([back.left, back.move?.state, back.move?.progress], [CUSTOMERS, 'returned', null]);
});

test('an undo that is asked for while the move runs says so, and the move goes on', async () => {
  const { read, move, undo, work } = await aLargePortfolio();
  const began = await move();
  assert.ok(began.kind === 'moved');
  assert.equal((await undo(began.moveId)).kind, 'move_running');
  await work(9);
  assert.equal((await read()).left, 0);
});
