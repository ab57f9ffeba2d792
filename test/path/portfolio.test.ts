/**
 * A portfolio moves with its suggestions, and with what is held as the manager chose (H3, H4). A move is undone for the
 * customers who still are where the move put them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { type MoveAnswer, movePortfolio, type PortfolioWish } from '#flows/customers/portfolio/move-portfolio.ts';
import { runMove } from '#flows/customers/portfolio/run-move.ts';
import { type UndoAnswer, undoMove } from '#flows/customers/portfolio/undo-move.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { aBrand, type Someone } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { ERASED_ROW } from '#kit/erased-row.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow, openDaily } from '#kit/hold-helpers.ts';

const { db, owner } = await withDatabase();

/** Monday 23 November, 22:14 in São Paulo. */
const NIGHT = '2026-11-24T01:14:00.000Z';
const NEXT_NOON = '2026-11-24T15:00:00.000Z';
const NEXT_NIGHT = '2026-11-25T01:15:00.000Z';

const SPREAD: PortfolioWish = { to: 'spread', held: 'pass_on', storeId: null, dryRun: false };

async function aStore(customers: number) {
  const brand = await aBrand(owner);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1320);
  const deps = createFlowDeps(db, NIGHT);
  const ids: string[] = [];
  for (let n = 0; n < customers; n += 1) {
    ids.push(await brand.customer(brand.ana, { name: `Cliente ${String(n).padStart(3, '0')}` }));
  }
  const move = (wish: Partial<PortfolioWish> = {}) =>
    movePortfolio(deps, actorOf(brand.carla), brand.ana.personId, { ...SPREAD, ...wish });
  const undo = (moveId: string) => undoMove(deps, actorOf(brand.carla), brand.ana.personId, moveId);
  const ownersOf = async () => {
    const { rows } = await owner.query('select id, seller_id from customers where brand_id = $1', [brand.brandId]);
    const found = new Map(rows.map(({ id, seller_id }) => [id, seller_id]));
    return ids.map((id) => found.get(id));
  };
  return { brand, deps, ids, move, undo, ownersOf };
}

function actorOf({ turnId, ...person }: Someone): PersonActor {
  return { ...person, kind: 'person', name: 'Carla Dias', turnId, sessionKey: 'test' };
}

function moved(answer: MoveAnswer) {
  if (answer.kind !== 'moved') assert.fail(`The portfolio was not moved: ${answer.kind}`);
  return answer;
}

function undone(answer: UndoAnswer) {
  if (answer.kind !== 'undone') assert.fail(`The move was not undone: ${answer.kind}`);
  return answer;
}

async function addSeller(brand: Awaited<ReturnType<typeof aBrand>>, name: string): Promise<Someone> {
  const id = uuidv7();
  await owner.query(
    `insert into people (brand_id, id, role, store_id, name, created_at) values ($1, $2, 'seller', $3, $4, now())`,
    [brand.brandId, id, brand.stores.paulista, name],
  );
  return { ...brand.bruno, personId: id };
}

test('a spread takes customers and sellers by name, over several steps, and a dry run changes nothing', async () => {
  const { brand, move, ownersOf } = await aStore(520);
  const zoe = await addSeller(brand, 'Zoé Prado');
  const before = await ownersOf();
  const plan = await move({ dryRun: true });
  assert.ok(plan.kind === 'planned');
  assert.deepEqual([plan.customers, plan.shares.map(({ customers }) => customers)], [520, [260, 260]]);
  assert.deepEqual(await ownersOf(), before);
  const answer = moved(await move());
  assert.deepEqual(answer.shares, plan.shares);
  assert.equal(answer.customers, 520);
  assert.deepEqual(
    await ownersOf(),
    before.map((_, place) => (place % 2 === 0 ? brand.bruno.personId : zoe.personId)),
  );
});

test('H4: held contacts and suggestions go with the customer, keep their minute, and return by the undo', async () => {
  const { brand, deps, ids, move, undo } = await aStore(1);
  const [customer = ''] = ids;
  const suggestionId = await brand.suggestion(brand.ana, customer);
  const held = await hold(deps, brand.ana, customer, { suggestionId, origin: 'suggestion', text: null });
  const { moveId, held: fates, suggestions } = moved(await move({ to: brand.bruno.personId }));
  assert.deepEqual([fates, suggestions], [{ passed: 1, ended: 0, kept: 0 }, 1]);
  const passed = await holdRow(owner, held.attempt.id);
  assert.deepEqual([passed.seller_id, passed.due_at, passed.news], [brand.bruno.personId, held.heldUntil, 'passed_on']);
  assert.equal(await sellerOfSuggestion(suggestionId), brand.bruno.personId);
  const answer = undone(await undo(moveId));
  assert.deepEqual(answer.held, { returned: 1, stayed: 0 });
  assert.deepEqual(answer.suggestions, { returned: 1, stayed: 0 });
  const back = await holdRow(owner, held.attempt.id);
  assert.deepEqual([back.seller_id, back.state], [brand.ana.personId, 'waiting']);
  assert.equal(await sellerOfSuggestion(suggestionId), brand.ana.personId);
  deps.moveTo(new Date(held.heldUntil).toISOString());
  assert.deepEqual(
    (await dispatch(deps, brand.brandId)).map(({ became }) => became),
    ['ready'],
  );
});

test('H3: a move that passes nothing on ends what its seller held, but not what a manager had passed on', async () => {
  const { brand, deps, ids, move } = await aStore(2);
  const [plain, passedOn] = [await hold(deps, brand.ana, ids[0] ?? ''), await hold(deps, brand.ana, ids[1] ?? '')];
  await owner.query('update holds set passed_by = $2 where attempt_id = $1', [
    passedOn.attempt.id,
    brand.carla.personId,
  ]);
  const { held } = moved(await move({ to: brand.bruno.personId, held: 'end' }));
  assert.deepEqual(held, { passed: 0, ended: 1, kept: 1 });
  const ended = await holdRow(owner, plain.attempt.id);
  assert.deepEqual([ended.ended_as, ended.end_reason, ended.news], ['cancelled', 'reassigned', 'ended']);
  const kept = await holdRow(owner, passedOn.attempt.id);
  assert.deepEqual([kept.state, kept.seller_id], ['waiting', brand.ana.personId]);
});

test('a seller holds one contact for a customer: the second one ends, as the dry run says', async () => {
  const { brand, deps, ids, move } = await aStore(1);
  const [anas, brunos] = [await hold(deps, brand.ana, ids[0] ?? ''), await hold(deps, brand.bruno, ids[0] ?? '')];
  const plan = await move({ dryRun: true });
  assert.deepEqual(plan.kind === 'planned' && plan.held, { passed: 0, ended: 1, kept: 0 });
  assert.deepEqual(moved(await move()).held, { passed: 0, ended: 1, kept: 0 });
  assert.equal((await holdRow(owner, anas.attempt.id)).end_reason, 'reassigned');
  assert.equal((await holdRow(owner, brunos.attempt.id)).state, 'waiting');
});

test('an undo returns who is still there and says why others stay; it works once and for a day', async () => {
  const { brand, deps, ids, move, undo, ownersOf } = await aStore(4);
  const { moveId } = moved(await move({ to: brand.bruno.personId }));
  const set = (change: string, id: string | undefined, ...values: unknown[]) =>
    owner.query(`update customers set ${change} where id = $1`, [id, ...values]);
  await set('seller_id = $2', ids[0], brand.carla.personId);
  await set('store_id = $2', ids[1], brand.stores.adrianopolis);
  await set(ERASED_ROW, ids[2]);
  deps.moveTo(NEXT_NIGHT);
  assert.equal((await undo(moveId)).kind, 'undo_over');
  deps.moveTo(NEXT_NOON);
  const answer = undone(await undo(moveId));
  assert.deepEqual([answer.returned, answer.stayed], [1, { movedOn: 1, otherStore: 1, gone: 1 }]);
  const { bruno, carla, ana } = brand;
  const now = [carla, bruno, bruno, ana].map(({ personId }) => personId);
  assert.deepEqual(await ownersOf(), now);
  assert.equal((await undo(moveId)).kind, 'move_undone');
});

test('an undo also brings what the new seller has held since for a returning customer', async () => {
  const { brand, deps, ids, move, undo } = await aStore(1);
  const { moveId } = moved(await move({ to: brand.bruno.personId }));
  const held = await hold(deps, brand.bruno, ids[0] ?? '');
  undone(await undo(moveId));
  const row = await holdRow(owner, held.attempt.id);
  assert.deepEqual([row.seller_id, row.state], [brand.ana.personId, 'waiting']);
});

test('attempts during a move are decided before or after the step of their customer, and no hold is left behind', async () => {
  const { brand, deps, ids, move } = await aStore(8);
  const [answer, ...attempts] = await Promise.all([
    move({ to: brand.bruno.personId }),
    ...ids.map((id) => attemptContact(deps, brand.ana, aWish(id, { hold: 'offered' }))),
  ]);
  assert.equal(moved(answer).customers, 8);
  const heldOnes = attempts.filter(({ kind }) => kind === 'held').length;
  assert.equal(heldOnes, 8, 'the brand’s portfolios are open, so that each contact may be held');
  const { rows } = await owner.query(
    `select h.seller_id, count(*)::int as n from holds h where h.brand_id = $1 and h.ended_at is null group by 1`,
    [brand.brandId],
  );
  const byBruno = rows.find(({ seller_id }) => seller_id === brand.bruno.personId)?.n ?? 0;
  assert.equal(byBruno, moved(answer).held.passed);
  assert.equal(
    rows.reduce((sum, { n }) => sum + n, 0),
    8,
  );
});

test('a move whose server died is continued, and meanwhile a second move of the portfolio is refused', async () => {
  const { brand, deps, ids, move, ownersOf } = await aStore(3);
  const moveId = uuidv7();
  await owner.query(
    `insert into portfolio_moves (brand_id, id, kind, from_id, store_id, held, state, moved_at, moved_by, undo_until)
     values ($1, $2, 'portfolio', $3, $4, 'end', 'moving', $5, $6, $5::timestamptz + interval '1 day')`,
    [brand.brandId, moveId, brand.ana.personId, brand.stores.paulista, NIGHT, brand.carla.personId],
  );
  await owner.query(
    `insert into portfolio_move_steps (brand_id, move_id, number, customer_ids, to_ids)
     select $1, $2, row_number() over (), array[id], array[$4::uuid] from unnest($3::uuid[]) as id`,
    [brand.brandId, moveId, ids, brand.bruno.personId],
  );
  assert.equal((await move()).kind, 'move_running');
  await Promise.all([runMove(deps, brand.brandId, moveId), runMove(deps, brand.brandId, moveId)]);
  assert.deepEqual(
    await ownersOf(),
    ids.map(() => brand.bruno.personId),
  );
  assert.equal((await move()).kind, 'portfolio_empty');
});

test('only people of the store take over, and a manager of another store or a seller moves nothing', async () => {
  const { brand, deps, move, ownersOf } = await aStore(1);
  const before = await ownersOf();
  assert.equal((await move({ to: brand.davi.personId })).kind, 'not_in_team');
  assert.equal((await move({ to: brand.ana.personId })).kind, 'not_in_team');
  const { personId } = brand.ana;
  const other = { ...brand.carla, storeId: brand.stores.adrianopolis };
  assert.equal((await movePortfolio(deps, actorOf(other), personId, SPREAD)).kind, 'not_found');
  assert.equal((await movePortfolio(deps, actorOf(brand.bruno), personId, SPREAD)).kind, 'not_found');
  assert.deepEqual(await ownersOf(), before);
  await owner.query('update people set active = false where id = $1', [brand.bruno.personId]);
  assert.equal((await move()).kind, 'nobody_there');
  assert.equal(moved(await move({ to: brand.carla.personId })).customers, 1);
});

async function sellerOfSuggestion(id: string): Promise<string> {
  const { rows } = await owner.query('select seller_id from suggestions where id = $1', [id]);
  return rows[0].seller_id;
}
