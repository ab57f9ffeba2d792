/** Days off pass suggestions and held contacts on for a time, and return what was not used; they end by the app's clock. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { endAbsenceEarly, passAbsenceOn, readAbsences } from '#flows/customers/absences/change-absence.ts';
import { type AbsenceWish, makeAbsence } from '#flows/customers/absences/make-absence.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { doDueMoves } from '#jobs/customers/due-moves.ts';
import { aBrand, type Someone } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow, openDaily } from '#kit/hold-helpers.ts';

const { db, owner } = await withDatabase();

/** Monday 23 November, 22:14 in São Paulo. */
const NIGHT = '2026-11-24T01:14:00.000Z';
const TUESDAY_NOON = '2026-11-24T15:00:00.000Z';
const AFTER = '2026-11-26T03:00:00.000Z';

const DAYS: AbsenceWish = { from: '2026-11-23', until: '2026-11-25', pass: 'spread', dryRun: false };

async function aStore({ portfolioOnly = false } = {}) {
  const brand = await aBrand(owner, { portfolioOnly });
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1320);
  const deps = createFlowDeps(db, NIGHT);
  const { personId } = brand.ana;
  const carla = actorOf(brand.carla);
  const make = (wish: Partial<AbsenceWish> = {}) => makeAbsence(deps, carla, personId, { ...DAYS, ...wish });
  const doDue = () => doDueMoves({ ...deps, onError: (error) => assert.fail(String(error)) });
  const list = () => readAbsences(db, carla, personId, deps.now());
  return { brand, deps, carla, make, doDue, list };
}

function actorOf({ turnId, ...person }: Someone): PersonActor {
  return { ...person, kind: 'person', name: 'Carla Dias', turnId, sessionKey: 'test' };
}

async function made(answer: ReturnType<typeof makeAbsence>): Promise<string> {
  const found = await answer;
  if (found.kind !== 'made') assert.fail(`No absence was made: ${found.kind}`);
  return found.id;
}

async function sellerOfSuggestion(id: string): Promise<string> {
  const { rows } = await owner.query('select seller_id from suggestions where id = $1', [id]);
  return rows[0].seller_id;
}

test('what was not used returns when the last day is over, and the portfolio never moved', async () => {
  const { brand, deps, make, doDue, list } = await aStore();
  const { ana, bruno } = brand;
  const [used, unused, held] = [await brand.customer(ana), await brand.customer(ana), await brand.customer(ana)];
  const [usedOne, unusedOne] = [await brand.suggestion(ana, used), await brand.suggestion(ana, unused)];
  const message = await hold(deps, ana, held);
  const plan = await make({ dryRun: true });
  assert.ok(plan.kind === 'planned');
  assert.deepEqual([plan.plan?.suggestions, plan.plan?.held], [2, { passed: 1, ended: 0, kept: 0 }]);
  await made(make());
  assert.deepEqual(
    [await sellerOfSuggestion(usedOne), await sellerOfSuggestion(unusedOne), (await row(message)).seller_id],
    [bruno.personId, bruno.personId, bruno.personId],
  );
  const { rows } = await owner.query('select distinct seller_id from customers where brand_id = $1', [brand.brandId]);
  assert.deepEqual(rows, [{ seller_id: ana.personId }]);
  assert.deepEqual(
    (await list())?.map(({ recipients, suggestions, holdsPassed }) => [recipients, suggestions, holdsPassed]),
    [[['Bruno Reis'], 2, 1]],
  );

  deps.moveTo(TUESDAY_NOON);
  await dispatch(deps, brand.brandId);
  const wish = aWish(used, { suggestionId: usedOne, origin: 'suggestion' });
  assert.equal((await attemptContact(deps, bruno, wish)).kind, 'allowed');
  await doDue();
  assert.equal(await sellerOfSuggestion(unusedOne), bruno.personId, 'the absence runs until the end of the 25th');

  deps.moveTo(AFTER);
  await doDue();
  assert.equal(await sellerOfSuggestion(unusedOne), ana.personId);
  assert.equal(await sellerOfSuggestion(usedOne), bruno.personId);
  assert.equal((await row(message)).seller_id, ana.personId);
  const { rows: ended } = await owner.query('select ended_at, ended_by from absences where brand_id = $1', [
    brand.brandId,
  ]);
  assert.deepEqual([ended.length, ended[0].ended_at !== null, ended[0].ended_by], [1, true, null]);
  await doDue();
  assert.equal(await sellerOfSuggestion(unusedOne), ana.personId);

  async function row({ attempt }: { readonly attempt: { readonly id: string } }) {
    return holdRow(owner, attempt.id);
  }
});

test('a colleague may use a suggestion and its held message although the brand keeps portfolios apart', async () => {
  const { brand, deps, make } = await aStore({ portfolioOnly: true });
  const customer = await brand.customer(brand.ana);
  const suggestionId = await brand.suggestion(brand.ana, customer);
  const wish = { suggestionId, origin: 'suggestion' } as const;
  const refused = await attemptContact(deps, brand.bruno, aWish(customer));
  assert.equal(refused.kind, 'not_in_portfolio');
  await made(make());
  const held = await hold(deps, brand.bruno, customer, wish);
  deps.moveTo(new Date(held.heldUntil).toISOString());
  assert.deepEqual(
    (await dispatch(deps, brand.brandId)).map(({ became }) => became),
    ['ready'],
  );
  const sent = await attemptContact(deps, brand.bruno, aWish(customer, { attemptId: held.attempt.id }));
  assert.equal(sent.kind, 'allowed');
});

test('days off that come start by the clock, and are cancelled or ended early by hand', async () => {
  const { brand, deps, carla, make, doDue } = await aStore();
  const customer = await brand.customer(brand.ana);
  const suggestionId = await brand.suggestion(brand.ana, customer);
  const later = { from: '2026-11-25', until: '2026-11-26' };
  const id = await made(make(later));
  assert.equal((await make({ from: '2026-11-26', until: '2026-11-30' })).kind, 'absence_overlaps');
  const { personId } = brand.ana;
  assert.equal((await passAbsenceOn(deps, carla, personId, id, 'spread')).kind, 'absence_coming');
  await doDue();
  assert.equal(await sellerOfSuggestion(suggestionId), personId);
  deps.moveTo('2026-11-25T03:00:00.000Z');
  await Promise.all([doDue(), doDue()]);
  assert.equal(await sellerOfSuggestion(suggestionId), brand.bruno.personId);
  assert.equal((await passAbsenceOn(deps, carla, personId, id, 'spread')).kind, 'absence_passed');
  const answer = await endAbsenceEarly(deps, carla, personId, id);
  assert.deepEqual(answer.kind === 'ended' && answer.returned?.suggestions, { returned: 1, stayed: 0 });
  assert.equal(await sellerOfSuggestion(suggestionId), personId);
  assert.equal((await endAbsenceEarly(deps, carla, personId, id)).kind, 'absence_over');
  const cancelled = await made(make({ from: '2026-12-10', until: '2026-12-11' }));
  assert.deepEqual(await endAbsenceEarly(deps, carla, personId, cancelled), { kind: 'ended', returned: null });
});

test('days off without passing on can be passed on later with one tap, and not to a colleague who is away too', async () => {
  const { brand, deps, carla, make } = await aStore();
  const { ana, bruno } = brand;
  const customer = await brand.customer(ana);
  const id = await made(make({ pass: 'nothing' }));
  assert.equal((await passAbsenceOn(deps, carla, ana.personId, id, 'spread')).kind, 'nothing_to_pass');
  const message = await hold(deps, ana, customer);
  assert.equal((await makeAbsence(deps, carla, bruno.personId, { ...DAYS, pass: 'nothing' })).kind, 'made');
  assert.equal((await passAbsenceOn(deps, carla, ana.personId, id, 'spread')).kind, 'nobody_there');
  assert.equal((await passAbsenceOn(deps, carla, ana.personId, id, brand.carla.personId)).kind, 'passed');
  assert.equal((await holdRow(owner, message.attempt.id)).seller_id, brand.carla.personId);
});

test('a seller reads the own days off and changes none, and a manager of another store finds nothing', async () => {
  const { brand, deps, make } = await aStore();
  const id = await made(make());
  const { personId } = brand.ana;
  const [ana, bruno] = [actorOf(brand.ana), actorOf(brand.bruno)];
  assert.equal((await readAbsences(db, ana, personId, deps.now()))?.length, 1);
  assert.equal(await readAbsences(db, bruno, personId, deps.now()), null);
  const other = actorOf({ ...brand.carla, storeId: brand.stores.adrianopolis });
  assert.equal(await readAbsences(db, other, personId, deps.now()), null);
  for (const actor of [ana, bruno, other]) {
    assert.equal((await makeAbsence(deps, actor, personId, DAYS)).kind, 'not_found');
    assert.equal((await endAbsenceEarly(deps, actor, personId, id)).kind, 'not_found');
    assert.equal((await passAbsenceOn(deps, actor, personId, id, 'spread')).kind, 'not_found');
  }
});
